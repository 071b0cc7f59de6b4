import { cellFont } from './cells.ts';
import type { Figure, Style } from './figure.ts';
import { cellColor } from './number-grid.ts';
import { createSheet, drawPicture, drawText, fitSize, hatch, measure, type Sheet, wrap } from './sheet.ts';
import { INNER, MARGIN } from './size-strip.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

/** One map: how many windows each row and each column of the padded input is in. A cell is in as many as the product of the two. */
export interface ParticipationMap {
  rows: number[];
  columns: number[];
  /** In a volume a slice of its middle is drawn, and this many windows lie one behind the other there; 1 for a plane. */
  depth: number;
  /** Cells of padding around the input. */
  padding: { top: number; right: number; bottom: number; left: number };
}

export interface ParticipationInput extends Style {
  view: 'heatmap';
  /** What the cells are of: windows over an input, or cells that reach an output. */
  of: 'input' | 'output';
  /** One, or without and with padding. */
  maps: ParticipationMap[];
  /** Of a volume: only its middle is drawn. */
  slice: boolean;
  /** The layer and its shapes in words. */
  layer: string;
}

const GAP = 60;
const MOST_CELL = 96;
const TOP = 150;
const CAPTION = 64;
/** Numbers in cells are at least so large, pixels. */
const LEAST_NUMBER = 22;
/** Numbers explained below a map whose cells are too small for them. */
const MOST_KEYS = 8;

/** The participation heat map: how often each cell is used, with the number in it where there is room. */
export function drawParticipation({ of, maps, slice, layer, language, theme }: ParticipationInput): Figure {
  const t = figureTexts(language);
  const most = Math.max(...maps.map(({ rows, columns, depth }) => depth * largest(rows) * largest(columns)));
  const layout = arrange(maps, String(most));
  const { keys } = layout;
  const bottom = Math.max(...layout.places.map(({ y, height }) => y + height));
  const note = wrap(t(of === 'input' ? 'participation-note' : 'participation-overlap-note'), fonts.text(sizes.small), INNER);
  const sheet = createSheet(bottom + (keys ? 150 : 0) + 40 + note.length * 42 + 20, theme);
  const { colors } = sheet;
  const title = t(of === 'input' ? 'participation-title' : 'participation-overlap-title');
  drawText(sheet, title, MARGIN, 58, { font: fonts.bold(fitSize(title, fonts.bold, INNER, { max: 44, min: 26 })), color: colors.ink });
  const subtitle = slice ? `${layer} · ${t('participation-slice')}` : layer;
  drawText(sheet, subtitle, MARGIN, 112, {
    font: fonts.text(fitSize(subtitle, fonts.text, INNER, { max: sizes.text, min: 22 })),
    color: colors.muted,
  });
  maps.forEach((map, index) => {
    const place = layout.places[index]!;
    const { top, left, bottom: below, right } = map.padding;
    const has = top + left + below + right > 0;
    const caption =
      of === 'output' ? t('participation-output') : has ? t('participation-padded', { p: Math.max(top, left) }) : t('participation-plain');
    drawText(sheet, caption, place.x, place.y - 30, {
      font: fonts.text(fitSize(caption, fonts.text, layout.captionWidth, { max: sizes.small, min: LEAST_NUMBER })),
      color: colors.ink,
    });
    drawMap(sheet, map, place, { most, fontSize: layout.fontSize });
  });
  if (keys) drawKeys(sheet, keyValues(maps), bottom + 36, most);
  note.forEach((text, index) => {
    drawText(sheet, text, MARGIN, sheet.height - 20 - (note.length - index - 0.5) * 42, {
      font: fonts.text(sizes.small),
      color: colors.muted,
    });
  });
  return sheet.figure();
}

// spread into arguments, a hundred thousand numbers would be too many
const largest = (values: readonly number[]) => values.reduce((found, value) => Math.max(found, value), 0);

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Beside each other where numbers are readable so, else below each other, else beside each other without numbers. */
function arrange(maps: readonly ParticipationMap[], longest: string) {
  const widths = maps.map(({ columns }) => columns.length);
  const heights = maps.map(({ rows }) => rows.length);
  const gaps = GAP * (maps.length - 1);
  const beside = Math.min(MOST_CELL, (INNER - gaps) / widths.reduce((sum, width) => sum + width, 0), 900 / Math.max(...heights));
  const below = Math.min(MOST_CELL, INNER / Math.max(...widths), 900 / Math.max(...heights));
  const fontAt = (cell: number) => cellFont([longest], { width: cell, height: cell }, { max: 40, min: 1 });
  const numbered = [beside, below].map((cell) => fontAt(cell) >= LEAST_NUMBER);
  const flat = heights.every((height) => height === 1);
  const stacked = maps.length > 1 && (flat || (!numbered[0]! && numbered[1]!));
  const cell = stacked ? below : beside;
  const [firstWidth = 0, secondWidth = 0] = widths.map((width) => width * cell);
  const column = (INNER - gaps) / maps.length;
  // the second begins in the middle, or as far from there as it must to have room
  const secondX = Math.max(MARGIN + firstWidth + GAP, Math.min(MARGIN + column + GAP, MARGIN + INNER - secondWidth));
  const places = maps.map((_, index): Place => {
    const above = stacked && index > 0 ? heights[0]! * cell + CAPTION + 20 : 0;
    return {
      x: stacked || index === 0 ? MARGIN : Math.floor(secondX),
      y: Math.round(TOP + CAPTION + above),
      width: Math.max(1, Math.round(widths[index]! * cell)),
      height: Math.max(1, Math.round(heights[index]! * cell)),
    };
  });
  const fontSize = fontAt(cell) >= LEAST_NUMBER ? fontAt(cell) : undefined;
  return {
    places,
    fontSize,
    keys: fontSize === undefined,
    captionWidth: stacked || maps.length === 1 ? INNER : Math.min(secondX - MARGIN - 30, MARGIN + INNER - secondX),
  };
}

function drawMap(
  sheet: Sheet,
  { rows, columns, depth, padding }: ParticipationMap,
  place: Place,
  { most, fontSize }: { most: number; fontSize: number | undefined },
): void {
  const { context, colors } = sheet;
  const down = bands(rows, place.height, [padding.top, rows.length - padding.bottom]);
  const across = bands(columns, place.width, [padding.left, columns.length - padding.right]);
  paint(sheet, { down, across }, place, (row, column) => shade(sheet, depth * row.count * column.count, most));
  const isUnread = ({ inside, count }: Band) => inside && count === 0;
  for (const { from, size } of runs(down, isUnread))
    hatch(sheet, { x: place.x, y: place.y + from, width: place.width, height: size }, colors.red, 12, 4);
  for (const { from, size } of runs(across, isUnread))
    hatch(sheet, { x: place.x + from, y: place.y, width: size, height: place.height }, colors.red, 12, 4);
  const isOutside = ({ inside }: Band) => !inside;
  for (const { from, size } of runs(down, isOutside))
    hatch(sheet, { x: place.x, y: place.y + from, width: place.width, height: size }, colors.line, 12, 2);
  // beside the data only: the corners are hatched already
  for (const { from: y, size: height } of runs(down, ({ inside }) => inside))
    for (const { from, size } of runs(across, isOutside))
      hatch(sheet, { x: place.x + from, y: place.y + y, width: size, height }, colors.line, 12, 2);
  context.strokeStyle = colors.line;
  context.lineWidth = 2;
  context.strokeRect(place.x, place.y, place.width, place.height);
  if (fontSize === undefined) return;
  for (const row of down.filter(({ inside }) => inside)) {
    for (const column of across.filter(({ inside }) => inside)) {
      const rect = { x: place.x + column.from, y: place.y + row.from, width: column.size, height: row.size };
      context.strokeRect(rect.x, rect.y, rect.width, rect.height);
      const count = depth * row.count * column.count;
      drawNumber(sheet, count, rect, shade(sheet, count, most), fontSize);
    }
  }
}

/** Fills a map pixel by pixel: it may have more cells than could be drawn one by one. */
function paint(
  sheet: Sheet,
  { down, across }: { down: Band[]; across: Band[] },
  { x, y, width, height }: Place,
  color: (row: Band, column: Band) => number[],
): void {
  const panel = [1, 3, 5].map((at) => Number.parseInt(sheet.colors.panel.slice(at, at + 2), 16));
  const data = new Uint8Array(width * height * 3);
  for (const row of down) {
    const line = new Uint8Array(width * 3);
    for (const column of across) {
      const [red, green, blue] = row.inside && column.inside ? color(row, column) : panel;
      for (let at = column.from; at < column.from + column.size; at++) line.set([red!, green!, blue!], at * 3);
    }
    for (let at = row.from; at < row.from + row.size; at++) data.set(line, at * width * 3);
  }
  drawPicture(sheet, { width, height, channels: 3, data }, { x, y, width, height });
}

function drawNumber(sheet: Sheet, count: number, rect: Place, [red, green, blue]: number[], size: number): void {
  const text = String(count);
  const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
  if (count === 0) {
    sheet.context.fillStyle = sheet.colors.background;
    const width = measure(text, fonts.mono(size)) + 10;
    sheet.context.fillRect(x - width / 2, y - size * 0.6, width, size * 1.2);
  }
  const light = 0.299 * red! + 0.587 * green! + 0.114 * blue! < 140;
  drawText(sheet, text, x, y, { font: fonts.mono(size), color: light ? '#ffffff' : '#16202c', anchor: 'center' });
}

/** Pixels that one cell of an axis takes, or with more cells than pixels one of them. */
interface Band {
  from: number;
  size: number;
  count: number;
  /** A cell of the data, not of the padding. */
  inside: boolean;
}

function bands(counts: readonly number[], length: number, [start, end]: readonly [number, number]): Band[] {
  const shown = Math.min(counts.length, length);
  return Array.from({ length: shown }, (_, index) => {
    const cell = Math.floor(((index + 0.5) * counts.length) / shown);
    const from = Math.round((index * length) / shown);
    return { from, size: Math.round(((index + 1) * length) / shown) - from, count: counts[cell]!, inside: cell >= start && cell < end };
  });
}

/** Neighboring bands that are chosen, as one each. */
function runs(all: readonly Band[], chosen: (band: Band) => boolean): { from: number; size: number }[] {
  const found: { from: number; size: number }[] = [];
  for (const band of all.filter(chosen)) {
    const last = found.at(-1);
    if (last !== undefined && last.from + last.size === band.from) last.size += band.size;
    else found.push({ from: band.from, size: band.size });
  }
  return found;
}

/** From nearly the background's color to full blue. */
const shade = (sheet: Sheet, count: number, most: number) => cellColor(sheet, most === 0 ? 0 : 0.08 * most + 0.92 * count, most);

/** Some of the numbers in the maps, the smallest and the largest among them. */
function keyValues(maps: readonly ParticipationMap[]): number[] {
  const found = new Set<number>();
  for (const { rows, columns, depth, padding } of maps) {
    const inner = (counts: number[], before: number, after: number) => [...new Set(counts.slice(before, counts.length - after))];
    for (const row of inner(rows, padding.top, padding.bottom))
      for (const column of inner(columns, padding.left, padding.right)) found.add(depth * row * column);
  }
  const values = [...found].sort((a, b) => a - b);
  if (values.length <= MOST_KEYS) return values;
  return Array.from({ length: MOST_KEYS }, (_, index) => values[Math.round((index * (values.length - 1)) / (MOST_KEYS - 1))]!);
}

function drawKeys(sheet: Sheet, values: readonly number[], y: number, most: number): void {
  const { context, colors } = sheet;
  const width = Math.min(120, INNER / values.length);
  const size = cellFont(values.map(String), { width, height: 76 }, { max: 32, min: 12 });
  values.forEach((value, index) => {
    const rect = { x: MARGIN + index * width, y, width, height: 76 };
    const [red, green, blue] = shade(sheet, value, most);
    context.fillStyle = `rgb(${red}, ${green}, ${blue})`;
    context.fillRect(rect.x, rect.y, rect.width, rect.height);
    if (value === 0) hatch(sheet, rect, colors.red, 12, 4);
    context.strokeStyle = colors.line;
    context.lineWidth = 2;
    context.strokeRect(rect.x, rect.y, rect.width, rect.height);
    drawNumber(sheet, value, rect, [red, green, blue], size);
  });
}
