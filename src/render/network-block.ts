import type { NetworkLayer, Told } from './network-layer.ts';
import { drawArrow } from './panels/arrow.ts';
import { drawText, type Rect, type Sheet } from './sheet.ts';
import { fonts } from './theme.ts';

/** A layer's output as it is drawn, pixels. */
export interface Block {
  layer: NetworkLayer;
  /** Of all of it. */
  width: number;
  height: number;
  form: 'maps' | 'list' | 'neurons' | 'asked';
  /** Of one map, or one piece of a column. */
  side: { width: number; height: number };
  /** Maps one behind the other, or pieces of a column; a column with `gap` leaves out those in its middle. */
  count: number;
  step: number;
  gap: boolean;
  /** Window of the layer that follows on the front map. */
  window?: { width: number; height: number };
}

export interface PlacedBlock {
  block: Block;
  x: number;
  y: number;
}

const MOST_SIDE = 190;
const LEAST_SIDE = 26;
const LEAST_WINDOW = 12;
/** Where sides differ by more than this factor they are drawn by their square root. */
const MOST_DIFFERENCE = 8;
const SIGNAL_HEIGHT = 30;
/** Maps that are drawn one by one; more of them by the logarithm of their number. */
const COUNTED_MAPS = 8;
const MOST_MAPS = 14;
const MAP_STEP = 11;
const MOST_DEPTH = 80;
const NEURON = 24;
const LIST_CELL = 22;
/** Pieces of a column that are drawn one by one; of more the first and the last ones. */
const COUNTED_PIECES = 10;
const ASKED = 130;

/** The outputs of all layers in one proportion, none wider than `room` pixels. */
export function blocksOf(layers: readonly NetworkLayer[], room: number): Block[] {
  const side = scaleOf(layers, Math.min(MOST_SIDE, room - MOST_DEPTH));
  return layers.map((layer, index) => {
    const { shape, kind } = layer;
    const numbers = shape.filter((count) => count !== '?');
    const none = { step: 0, gap: false };
    if (numbers.length < shape.length)
      return { layer, form: 'asked', width: ASKED, height: ASKED, side: { width: ASKED, height: ASKED }, count: 1, ...none };
    if (numbers.length === 1) return column(layer, numbers[0]!, kind === 'linear' || kind === 'gap' ? 'neurons' : 'list');
    const { height: rows, width: columns } = front(numbers);
    const map = { width: side(columns), height: numbers.length === 2 ? SIGNAL_HEIGHT : side(rows) };
    const [channels = 1] = numbers;
    const count =
      channels <= COUNTED_MAPS ? channels : Math.min(MOST_MAPS, Math.round(COUNTED_MAPS + 1.2 * Math.log2(channels / COUNTED_MAPS)));
    const step = count === 1 ? 0 : Math.min(MAP_STEP, MOST_DEPTH / (count - 1));
    const depth = (count - 1) * step;
    const window = windowOf(layers[index + 1], { rows, columns }, map);
    return {
      layer,
      form: 'maps',
      width: map.width + depth,
      height: map.height + depth,
      side: map,
      count,
      step,
      gap: false,
      ...(window === undefined ? {} : { window }),
    };
  });
}

function column(layer: NetworkLayer, numbers: number, form: 'list' | 'neurons'): Block {
  const piece = form === 'list' ? LIST_CELL : NEURON;
  const gap = numbers > COUNTED_PIECES;
  const count = gap ? COUNTED_PIECES : numbers;
  const step = form === 'list' ? piece : piece + 6;
  // the gap takes the room of a piece
  const height = (count - 1 + (gap ? 1 : 0)) * step + piece;
  return { layer, form, width: form === 'list' ? 40 : piece, height, side: { width: piece, height: piece }, count, step, gap };
}

/** Rows and columns of one map; a signal has one row, of a volume the last two axes are seen. */
const front = (shape: readonly number[]) => ({ height: shape.length === 2 ? 1 : shape.at(-2)!, width: shape.at(-1)! });

/** How long a side of so many cells is drawn, so that the longest has `longest` pixels. */
function scaleOf(layers: readonly NetworkLayer[], longest: number): (cells: number) => number {
  const told = layers.map(({ shape }) => shape).filter((shape): shape is number[] => shape.length > 1 && !shape.includes('?'));
  const sides = told.flatMap((shape) => [front(shape).height, front(shape).width]).filter((side) => side > 1);
  const most = Math.max(1, ...sides);
  const power = most / Math.min(most, ...sides) > MOST_DIFFERENCE ? 0.5 : 1;
  return (cells) => Math.max(LEAST_SIDE, Math.round(longest * (cells / most) ** power));
}

function windowOf(next: NetworkLayer | undefined, cells: { rows: number; columns: number }, map: { width: number; height: number }) {
  const window = next?.window;
  if (window === undefined || next?.kind === 'tconv' || window.includes('?')) return undefined;
  const along = (told: Told | undefined, of: number, length: number) =>
    Math.min(length, Math.max(LEAST_WINDOW, (Number(told ?? 1) * length) / of));
  return {
    width: along(window.at(-1), cells.columns, map.width),
    height: window.length === 1 ? map.height : along(window.at(-2), cells.rows, map.height),
  };
}

/** Draws one; x and y are the upper left corner of all of it. */
export function drawBlock(sheet: Sheet, block: Block, x: number, y: number): void {
  const { context, colors } = sheet;
  if (block.form === 'asked') drawAsked(sheet, block, x, y);
  else if (block.form === 'maps') drawMaps(sheet, block, x, y);
  else {
    for (const top of piecesOf(block, y)) {
      context.fillStyle = block.form === 'list' ? colors.sky : colors.purple;
      if (block.form === 'list') context.fillRect(x, top + 1, block.width, block.side.height - 2);
      else {
        context.beginPath();
        context.arc(x + NEURON / 2, top + NEURON / 2, NEURON / 2, 0, 2 * Math.PI);
        context.fill();
      }
    }
    if (block.gap) drawDots(sheet, x + block.width / 2, y + block.height / 2);
  }
}

/** Upper edges of a column's pieces. */
const piecesOf = ({ count, step, gap }: Block, y: number) =>
  Array.from({ length: count }, (_, index) => y + (gap && index >= count / 2 ? index + 1 : index) * step);

function drawDots({ context, colors }: Sheet, x: number, y: number): void {
  context.fillStyle = colors.muted;
  for (const offset of [-8, 0, 8]) {
    context.beginPath();
    context.arc(x, y + offset, 2.5, 0, 2 * Math.PI);
    context.fill();
  }
}

function drawAsked({ context, colors, ...sheet }: Sheet, { width, height }: Block, x: number, y: number): void {
  context.save();
  context.setLineDash([12, 9]);
  context.strokeStyle = colors.red;
  context.lineWidth = 4;
  context.strokeRect(x + 2, y + 2, width - 4, height - 4);
  context.restore();
  drawText({ context, colors, ...sheet }, '?', x + width / 2, y + height / 2 + 4, {
    font: fonts.bold(64),
    color: colors.red,
    anchor: 'center',
  });
}

/** Sheets from the back to the front. */
function drawMaps(sheet: Sheet, block: Block, x: number, y: number): void {
  const { context, colors } = sheet;
  const { side, count, step, layer } = block;
  // a color picture's channels have its colors
  const pictured = layer.kind === 'input' && layer.shape[0] === 3 ? [colors.red, colors.green, colors.blue] : undefined;
  const pooled = layer.kind === 'pool' || layer.kind === 'avgpool';
  for (let index = count - 1; index >= 0; index--) {
    const left = x + index * step;
    const top = y + (count - 1 - index) * step;
    context.fillStyle = pictured?.[index] ?? (layer.kind === 'input' ? colors.muted : pooled ? colors.green : colors.blue);
    context.fillRect(left, top, side.width, side.height);
    context.strokeStyle = colors.background;
    context.lineWidth = 2;
    context.strokeRect(left, top, side.width, side.height);
  }
  const window = windowAt(block, x, y);
  if (window === undefined) return;
  context.strokeStyle = colors.background;
  context.lineWidth = 9;
  context.strokeRect(window.x, window.y, window.width, window.height);
  context.strokeStyle = colors.orange;
  context.lineWidth = 5;
  context.strokeRect(window.x, window.y, window.width, window.height);
}

/** The window of the layer that follows, in the upper part of the front map. */
function windowAt({ window, side, height }: Block, x: number, y: number): Rect | undefined {
  if (window === undefined) return undefined;
  const top = y + height - side.height;
  const inset = (length: number, of: number) => Math.max(3, Math.min(0.15 * of, of - length - 4));
  return {
    x: x + inset(window.width, side.width),
    y: top + inset(window.height, side.height),
    width: Math.max(6, Math.min(window.width, side.width - 6)),
    height: Math.max(6, Math.min(window.height, side.height - 6)),
  };
}

/** From one block to the next beside it: the window to the cell that it gives, every neuron to every neuron, or an arrow. */
export function drawLink(sheet: Sheet, from: PlacedBlock, to: PlacedBlock): void {
  const { context, colors } = sheet;
  const window = windowAt(from.block, from.x, from.y);
  if (window !== undefined && to.block.form === 'maps') {
    const cell = { x: to.x + 0.7 * to.block.side.width, y: to.y + to.block.height - 0.25 * to.block.side.height };
    context.strokeStyle = colors.orange;
    context.lineWidth = 3;
    for (const corner of [window.y, window.y + window.height]) {
      context.beginPath();
      context.moveTo(window.x + window.width, corner);
      context.lineTo(cell.x, cell.y);
      context.stroke();
    }
    context.fillStyle = colors.orange;
    context.fillRect(cell.x - 6, cell.y - 6, 12, 12);
    return;
  }
  if (to.block.form === 'neurons' && to.block.layer.kind === 'linear' && (from.block.form === 'list' || from.block.form === 'neurons')) {
    context.strokeStyle = colors.line;
    context.lineWidth = 1.5;
    for (const start of piecesOf(from.block, from.y))
      for (const end of piecesOf(to.block, to.y)) {
        context.beginPath();
        context.moveTo(from.x + from.block.width + 4, start + from.block.side.height / 2);
        context.lineTo(to.x - 4, end + NEURON / 2);
        context.stroke();
      }
    return;
  }
  const y = (from.y + from.block.height / 2 + to.y + to.block.height / 2) / 2;
  drawArrow(sheet, { x: from.x + from.block.width + 14, y }, { x: to.x - 14, y }, colors.muted);
}
