import type { Figure, Style } from './figure.ts';
import { frame } from './number-grid.ts';
import { createSheet, drawText, drawTitle, fitSize, hatch, measure, type Sheet, wrap } from './sheet.ts';
import { drawUnreadNote, INNER, MARGIN } from './size-strip.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

/** One thing that flows between layers. */
export interface ChainShape {
  /** As it is written below: `6×28×28`. */
  label: string;
  channels: number;
  /** Cells along each axis: none for a vector, else length, height × width, or depth × height × width. */
  sizes: number[];
  /** The layer that gives it, and its settings; the input has none. */
  layer?: { name: string; settings: string };
  /** Window of the layer that follows, in cells along each axis. */
  window?: number[];
  /** Cells at each axis' far end that the layer that follows never reads. */
  unread?: number[];
}

export interface ChainInput extends Style {
  view: 'chain';
  shapes: ChainShape[];
}

const TOP = 130;
/** Shapes beside each other. */
const MOST_IN_ROW = 4;
const ARROW = 54;
/** A layer's name, and each line of its settings below it. */
const NAME = 50;
const SETTINGS_LINE = 34;
const SETTINGS_TYPE = 26;
const LABEL = 62;
const LEAST_SIDE = 12;
const LEAST_TITLE = 36;
/** Where sides differ by more than this factor the small ones are drawn larger than they are: by the square root. */
const MOST_DIFFERENCE = 8;
/** The farthest that a volume's back stands off its front, pixels. */
const MOST_DEPTH = 54;
const ROW_GAP = 26;

interface Box {
  width: number;
  height: number;
  depth: number;
}

/** The shapes from layer to layer, larger and smaller as they are, with the layers' names between them. */
export function drawChain({ shapes, language, theme }: ChainInput): Figure {
  const t = figureTexts(language);
  const perRow = Math.min(MOST_IN_ROW, shapes.length);
  const column = INNER / perRow;
  const room = column - ARROW - 14;
  const scale = scaleOf(shapes, room);
  const boxes = shapes.map((shape) => boxOf(shape, scale, room));
  const rows = Array.from({ length: Math.ceil(shapes.length / perRow) }, (_, row) => boxes.slice(row * perRow, (row + 1) * perRow));
  const heights = rows.map((row) => Math.max(90, ...row.map(({ height, depth }) => height + depth)));
  const lines = Math.max(0, ...shapes.map(({ layer }) => settingsLines(layer?.settings ?? '', column - 12).length));
  const head = NAME + lines * SETTINGS_LINE;
  const unread = shapes.some(({ unread: cells }) => cells?.some((count) => count > 0) === true);
  const notes = [
    { text: t('chain-note-window'), unread: false },
    ...(unread ? [{ text: t('chain-note-unread'), unread: true }] : []),
  ].filter(({ unread: red }) => red || shapes.some(({ window }) => window !== undefined));
  const body = heights.reduce((sum, height) => sum + head + height + LABEL + ROW_GAP, 0);
  const sheet = createSheet(TOP + body + notes.length * 58 + 20, theme);
  const { colors } = sheet;
  drawTitle(sheet, titleOf(shapes), { x: MARGIN, y: 62, width: INNER }, sizes.title);

  let y = TOP;
  rows.forEach((row, line) => {
    const height = heights[line]!;
    row.forEach((box, index) => {
      const shape = shapes[line * perRow + index]!;
      const left = MARGIN + index * column;
      const x = left + ARROW + (room - box.width - box.depth) / 2;
      const top = y + head + (height - box.height - box.depth) / 2 + box.depth;
      drawShape(sheet, shape, box, x, top);
      const middle = y + head + height / 2;
      if (shape.layer !== undefined) {
        drawArrow(sheet, left + 4, Math.min(left + ARROW + 10, x - 12), middle);
        drawLayer(sheet, shape.layer, left, y, column - 12);
      }
      drawText(sheet, shape.label, left + ARROW + room / 2, y + head + height + 34, {
        font: fonts.bold(fitSize(shape.label, fonts.bold, column - 34, { max: sizes.text, min: 20 })),
        color: colors.ink,
        anchor: 'center',
      });
    });
    y += head + height + LABEL + ROW_GAP;
  });
  notes.forEach(({ text, unread: red }, index) => {
    const at = y + 18 + index * 58;
    if (red) drawUnreadNote(sheet, text, at);
    else {
      frame(sheet, { x: MARGIN + 12, y: at - 16, width: 32, height: 32 }, colors.orange, 5);
      drawText(sheet, text, MARGIN + 76, at, {
        font: fonts.text(fitSize(text, fonts.text, INNER - 76, { max: sizes.small, min: 22 })),
        color: colors.ink,
      });
    }
  });
  return sheet.figure();
}

/** All sizes in a row where they are readable so, else the first and the last. */
function titleOf(shapes: readonly ChainShape[]): string {
  const labels = shapes.map(({ label }) => label);
  const all = labels.join(' → ');
  return measure(all, fonts.bold(LEAST_TITLE)) <= INNER ? all : [labels[0], labels.at(-1)].join(' → ');
}

/** Height and width of what is seen from the front, in cells. */
function front({ sizes: cells, channels }: ChainShape): { height: number; width: number; deep: number } {
  const [first = 1, second = 1, third = 1] = cells;
  if (cells.length === 3) return { height: second, width: third, deep: first };
  if (cells.length === 2) return { height: first, width: second, deep: channels };
  return { height: 1, width: first, deep: channels };
}

/** How long a side of so many cells is drawn, pixels, so that the largest shape fits its column. */
function scaleOf(shapes: readonly ChainShape[], room: number): (cells: number) => number {
  const sides = shapes.filter(({ sizes: cells }) => cells.length > 0).flatMap((shape) => [front(shape).height, front(shape).width]);
  const planes = sides.filter((side) => side > 1);
  const [least, most] = [Math.min(...planes), Math.max(1, ...planes)];
  const longest = Math.min(room - MOST_DEPTH, 40 * most);
  const power = most / least > MOST_DIFFERENCE ? 0.5 : 1;
  return (cells) => Math.max(LEAST_SIDE, Math.round(longest * (cells / most) ** power));
}

function boxOf(shape: ChainShape, side: (cells: number) => number, room: number): Box {
  // a vector is a bar as long as there is room, however many numbers it holds
  if (shape.sizes.length === 0)
    return { width: 22, height: Math.min(150, room, Math.max(40, 22 + 16 * Math.log2(shape.channels))), depth: 0 };
  const { height, width, deep } = front(shape);
  // channels are many more than rows: their number shows by its logarithm
  const depth = deep <= 1 ? 0 : Math.min(MOST_DEPTH, Math.round(8 + 5 * Math.log2(deep)));
  return { width: side(width), height: shape.sizes.length === 1 ? 34 : side(height), depth };
}

function drawShape(sheet: Sheet, shape: ChainShape, { width, height, depth }: Box, x: number, y: number): void {
  const { context, colors } = sheet;
  const face = (points: [number, number][], fill: string) => {
    context.beginPath();
    points.forEach(([px, py], index) => {
      if (index === 0) context.moveTo(px, py);
      else context.lineTo(px, py);
    });
    context.closePath();
    context.fillStyle = fill;
    context.fill();
    context.strokeStyle = colors.background;
    context.lineWidth = 3;
    context.stroke();
  };
  if (depth > 0) {
    const corners: [number, number][] = [
      [x, y],
      [x + depth, y - depth],
      [x + width + depth, y - depth],
      [x + width, y],
    ];
    face(corners, colors.sky);
    face(
      [
        [x + width, y],
        [x + width + depth, y - depth],
        [x + width + depth, y + height - depth],
        [x + width, y + height],
      ],
      colors.blue,
    );
  }
  context.fillStyle = shape.sizes.length === 0 ? colors.purple : depth > 0 ? blend(sheet) : colors.sky;
  context.fillRect(x, y, width, height);
  drawUnread(sheet, shape, { x, y, width, height });
  drawWindow(sheet, shape, { x, y, width, height });
}

/** Between the two blues of a volume's other faces. */
const blend = ({ colors }: Sheet) => (colors.background === '#ffffff' ? '#2b93cf' : '#70bbe8');

function drawUnread(
  sheet: Sheet,
  shape: ChainShape,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  const { unread = [], sizes: cells } = shape;
  const { colors, context } = sheet;
  const columns = unread.at(-1) ?? 0;
  const rows = cells.length > 1 ? (unread.at(-2) ?? 0) : 0;
  const strip = (count: number, of: number, length: number) => (count === 0 ? 0 : Math.max(10, (count * length) / of));
  const across = strip(columns, cells.at(-1) ?? 1, width);
  const down = strip(rows, cells.at(-2) ?? 1, height);
  for (const rect of [
    { x: x + width - across, y, width: across, height },
    { x, y: y + height - down, width, height: down },
  ]) {
    if (rect.width === 0 || rect.height === 0) continue;
    context.fillStyle = colors.background;
    context.fillRect(rect.x, rect.y, rect.width, rect.height);
    hatch(sheet, rect, colors.red, 9, 4);
  }
}

/** The window of the layer that follows, in its first place. */
function drawWindow(
  sheet: Sheet,
  shape: ChainShape,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  const { window, sizes: cells } = shape;
  if (window === undefined) return;
  const across = Math.min(width, Math.max(9, ((window.at(-1) ?? 1) * width) / (cells.at(-1) ?? 1)));
  const down = cells.length > 1 ? Math.min(height, Math.max(9, ((window.at(-2) ?? 1) * height) / (cells.at(-2) ?? 1))) : height;
  frame(sheet, { x: x + 2, y: y + 2, width: Math.max(5, across - 4), height: Math.max(5, down - 4) }, sheet.colors.orange, 5);
}

function drawArrow({ context, colors }: Sheet, from: number, to: number, y: number): void {
  context.strokeStyle = colors.muted;
  context.fillStyle = colors.muted;
  context.lineWidth = 5;
  context.beginPath();
  context.moveTo(from, y);
  context.lineTo(to - 12, y);
  context.stroke();
  context.beginPath();
  context.moveTo(to, y);
  context.lineTo(to - 18, y - 11);
  context.lineTo(to - 18, y + 11);
  context.fill();
}

/** A layer's name above the arrow, its settings below the name. */
function drawLayer(sheet: Sheet, { name, settings }: { name: string; settings: string }, x: number, y: number, width: number): void {
  const { colors } = sheet;
  drawText(sheet, name, x, y + 24, {
    font: fonts.bold(fitSize(name, fonts.bold, width, { max: sizes.text, min: 20 })),
    color: colors.blue,
  });
  settingsLines(settings, width).forEach((line, index) => {
    drawText(sheet, line, x, y + NAME + (index + 0.4) * SETTINGS_LINE, { font: fonts.text(SETTINGS_TYPE), color: colors.muted });
  });
}

const settingsLines = (settings: string, width: number) => (settings === '' ? [] : wrap(settings, fonts.text(SETTINGS_TYPE), width));
