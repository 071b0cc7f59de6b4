import { FIGURE_WIDTH } from './figure.ts';
import { createSheet, drawText, fitSize, hatch, type Rect, type Sheet } from './sheet.ts';
import type { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

/** One axis of a layer with all its numbers ready; the drawing computes none of them. Sizes are in cells. */
export interface AxisDrawing {
  n: number;
  f: number;
  /** Padding before and after; of a transposed convolution what is cut off there. */
  p: number;
  q: number;
  s: number;
  d: number;
  /** Cells that a transposed convolution adds at the far end. */
  op: number;
  transposed: boolean;
  output: number;
  /** Cells at the far end of the padded input that no window reaches. */
  unreached: number;
  /** How many windows each cell of the padded input is in; of a transposed convolution how many cells reach each of the output. */
  counts: number[];
  /** The formula with the numbers in it. */
  formula: string;
}

type FigureTexts = ReturnType<typeof figureTexts>;

export const MARGIN = 40;
export const INNER = FIGURE_WIDTH - 2 * MARGIN;
/** Up to this many padded cells each is drawn; beyond it lengths are true to scale. */
const MOST_CELLS = 30;
const MOST_CELL = 92;
const WINDOW_ROW = 46;
const WINDOW_BAR = 32;
/** Size of the numbers in cells, and how far apart they stand at least, pixels. */
const CELL_NUMBER = 28;
const LABEL_EVERY = 52;
/** Windows drawn one below the other; of more, the first and the last are. */
const MOST_WINDOWS = 7;
const CAPTION = 70;
/** Formula and legend above the cells. */
const HEAD = 210;
const NOTE = 64;

const DARK_INK = '#16202c';
const LIGHT_INK = '#ffffff';

/** Cells that the windows lie over: the padded input, or the output of a transposed convolution before its ends are cut. */
const coveredCells = ({ n, f, p, q, s, d, op, transposed }: AxisDrawing) =>
  transposed ? (n - 1) * s + d * (f - 1) + 1 + Math.max(0, op - p) : n + p + q;

function measures(axis: AxisDrawing) {
  const total = coveredCells(axis);
  const inCells = total <= MOST_CELLS;
  const cell = inCells ? Math.min(MOST_CELL, INNER / total) : INNER / total;
  return { total, inCells, cell, bar: inCells ? Math.min(MOST_CELL, Math.max(56, cell)) : 72 };
}

/** Height of one axis with its formula, pixels. */
export function stripHeight(axis: AxisDrawing): number {
  const { bar } = measures(axis);
  const windows = shownWindows(axis.transposed ? axis.n : axis.output).length;
  return HEAD + bar + CAPTION + windows * WINDOW_ROW + CAPTION + bar + (hasUnread(axis) ? NOTE : 0);
}

const hasUnread = ({ transposed, counts }: AxisDrawing) => !transposed && counts.includes(0);

/** One axis: the formula, the padded input, its windows at their strides, the outputs, and what no window reaches. */
export function drawStrip(sheet: Sheet, t: FigureTexts, axis: AxisDrawing, y: number): void {
  const { n, f, p, q, s, d, op, output, transposed, formula } = axis;
  const { colors } = sheet;
  drawText(sheet, formula, MARGIN, y + 64, {
    font: fonts.bold(fitSize(formula, fonts.bold, INNER, { max: 48, min: 22 })),
    color: colors.ink,
  });
  const padding = p === q ? String(p) : `${p} + ${q}`;
  const legend = `${t('size-legend', { n, f, p: padding, s })}${d === 1 ? '' : `, D = ${d}`}${op === 0 ? '' : `, OP = ${op}`}`;
  drawText(sheet, legend, MARGIN, y + 124, {
    font: fonts.text(fitSize(legend, fonts.text, INNER, { max: sizes.text, min: 22 })),
    color: colors.muted,
  });
  const caption = (text: string, top: number) =>
    drawText(sheet, text, MARGIN, top - 28, {
      font: fonts.text(fitSize(text, fonts.text, INNER, { max: sizes.small, min: 22 })),
      color: colors.ink,
    });
  const { total, bar } = measures(axis);
  const first = y + HEAD;
  const windows = first + bar + CAPTION;
  const last = windows + shownWindows(transposed ? n : output).length * WINDOW_ROW + CAPTION;
  if (transposed) {
    caption(t('size-input', { total: n }), first);
    drawColored(sheet, axis, n, first);
    caption(t('size-spreads', { count: n, f }), windows);
    drawWindows(sheet, axis, windows, { x: MARGIN, cell: measures(axis).cell });
    caption(p > 0 ? t('size-output-cut', { count: output }) : t('size-output', { count: output }), last);
    drawCovered(sheet, axis, last);
  } else {
    caption(p + q > 0 ? t('size-input-padded', { total }) : t('size-input', { total }), first);
    drawCovered(sheet, axis, first);
    caption(t('size-windows', { count: output }), windows);
    drawWindows(sheet, axis, windows, { x: MARGIN, cell: measures(axis).cell });
    caption(t('size-output', { count: output }), last);
    drawColored(sheet, axis, output, last);
  }
  if (hasUnread(axis))
    drawUnreadNote(sheet, t('size-unread', { count: axis.counts.filter((count) => count === 0).length }), last + bar + 44);
}

/** A sample of the hatching and what it means. */
export function drawUnreadNote(sheet: Sheet, text: string, y: number): void {
  hatch(sheet, { x: MARGIN, y: y - 20, width: 56, height: 40 }, sheet.colors.red, 12, 3);
  drawText(sheet, text, MARGIN + 76, y, {
    font: fonts.text(fitSize(text, fonts.text, INNER - 76, { max: sizes.small, min: 22 })),
    color: sheet.colors.ink,
  });
}

/** Indexes of the windows to draw; −1 stands for those left out. */
function shownWindows(count: number): number[] {
  if (count <= MOST_WINDOWS) return Array.from({ length: count }, (_, index) => index);
  return [0, 1, 2, -1, count - 2, count - 1];
}

/** Rows that the windows of an axis take below its cells, pixels. */
export const windowsHeight = ({ output }: AxisDrawing) => shownWindows(output).length * WINDOW_ROW;

/** Cells too narrow for a readable number each carry one only so often; the last one always does. */
function isLabeled(index: number, count: number, cell: number): boolean {
  const every = Math.ceil(LABEL_EVERY / cell);
  return index === count - 1 || (index % every === 0 && (count - 1 - index) * cell >= LABEL_EVERY * 0.8);
}

const paletteOf = ({ colors }: Sheet) => [colors.blue, colors.orange, colors.green, colors.purple] as const;

/** The color of a window and of its output, and of ink on it. */
function windowColor(sheet: Sheet, index: number): { fill: string; ink: string } {
  const palette = paletteOf(sheet);
  const fill = palette[index % palette.length]!;
  return { fill, ink: fill === sheet.colors.orange || sheet.colors.background !== '#ffffff' ? DARK_INK : LIGHT_INK };
}

/** The cells under the windows: numbered from 1, padding or what is cut off hatched, what no window reaches hatched in red. */
function drawCovered(sheet: Sheet, axis: AxisDrawing, top: number): void {
  const { context, colors } = sheet;
  const { p, q, transposed, n, output, unreached } = axis;
  const { total, cell, bar, inCells } = measures(axis);
  const inside = transposed ? output : n;
  const bars = (from: number, count: number, draw: (rect: Rect) => void) => {
    if (count > 0) draw({ x: MARGIN + from * cell, y: top, width: Math.max(4, count * cell), height: bar });
  };
  context.fillStyle = colors.panel;
  context.fillRect(MARGIN, top, total * cell, bar);
  const end = transposed ? total - p - inside : q;
  bars(0, p, (rect) => hatch(sheet, rect, colors.muted, 12, 2));
  bars(total - end, end, (rect) => hatch(sheet, rect, colors.muted, 12, 2));
  const unread = (rect: Rect) => hatch(sheet, rect, colors.red, 12, 4);
  if (!transposed && inCells) for (let index = 0; index < total; index++) if (axis.counts[index] === 0) bars(index, 1, unread);
  if (!transposed && !inCells) bars(total - unreached, unreached, (rect) => unread({ ...rect, x: MARGIN + INNER - rect.width }));
  context.strokeStyle = colors.line;
  context.lineWidth = 2;
  context.strokeRect(MARGIN, top, total * cell, bar);
  if (!inCells) return;
  for (let index = 0; index < total; index++) {
    const x = MARGIN + index * cell;
    context.strokeStyle = colors.line;
    context.strokeRect(x, top, cell, bar);
    const within = index >= p && index < p + inside;
    if (!isLabeled(index, total, cell) || (transposed && !within)) continue;
    // a number over hatching stands on a patch of its own
    if (!within || (!transposed && axis.counts[index] === 0)) {
      context.fillStyle = colors.background;
      const width = Math.min(34, cell - 4);
      context.fillRect(x + (cell - width) / 2, top + bar / 2 - 19, width, 38);
    }
    drawText(sheet, within ? String(index - p + 1) : '0', x + cell / 2, top + bar / 2, {
      font: fonts.mono(CELL_NUMBER),
      color: within ? colors.ink : colors.muted,
      anchor: 'center',
    });
  }
}

/** The windows at their strides, one below the other, aligned with the cells above them. Later than `colored` ones are gray. */
export function drawWindows(
  sheet: Sheet,
  axis: AxisDrawing,
  top: number,
  { x: left, cell, colored = Number.POSITIVE_INFINITY }: { x: number; cell: number; colored?: number },
): void {
  const { context, colors } = sheet;
  const { f, s, d, n, output, transposed } = axis;
  const { inCells } = measures(axis);
  shownWindows(transposed ? n : output).forEach((index, row) => {
    const y = top + row * WINDOW_ROW;
    if (index < 0) {
      drawText(sheet, '⋯', left + (coveredCells(axis) * cell) / 2, y + WINDOW_BAR / 2, {
        font: fonts.bold(40),
        color: colors.muted,
        anchor: 'center',
      });
      return;
    }
    const x = left + index * s * cell;
    const width = Math.max(6, (d * (f - 1) + 1) * cell);
    const { fill, ink } = index < colored ? windowColor(sheet, index) : { fill: colors.muted, ink: colors.background };
    context.fillStyle = fill;
    if (d > 1 && inCells) {
      for (let tap = 0; tap < f; tap++) context.fillRect(x + tap * d * cell + 2, y, cell - 4, WINDOW_BAR);
      context.fillRect(x + 2, y + WINDOW_BAR / 2 - 2, width - 4, 4);
      return;
    }
    context.fillRect(x + 1, y, width - 2, WINDOW_BAR);
    const label = String(index + 1);
    if (width > 14 + label.length * 18)
      drawText(sheet, label, x + width / 2, y + WINDOW_BAR / 2, { font: fonts.bold(26), color: ink, anchor: 'center' });
  });
}

/** Cells in the colors of their windows. */
function drawColored(sheet: Sheet, axis: AxisDrawing, count: number, top: number): void {
  const { context } = sheet;
  const { cell: covered, inCells, bar } = measures(axis);
  if (count > MOST_CELLS) {
    const { fill, ink } = windowColor(sheet, 0);
    context.fillStyle = fill;
    context.fillRect(MARGIN, top, INNER, bar);
    drawText(sheet, `1 … ${count}`, FIGURE_WIDTH / 2, top + bar / 2, { font: fonts.bold(36), color: ink, anchor: 'center' });
    return;
  }
  const cell = Math.min(inCells ? covered : MOST_CELL, INNER / count, MOST_CELL);
  for (let index = 0; index < count; index++) {
    const x = MARGIN + index * cell;
    const { fill, ink } = windowColor(sheet, index);
    context.fillStyle = fill;
    context.fillRect(x + 1, top, cell - 2, bar);
    if (isLabeled(index, count, cell))
      drawText(sheet, String(index + 1), x + cell / 2, top + bar / 2, { font: fonts.bold(CELL_NUMBER), color: ink, anchor: 'center' });
  }
}

/** Every axis of a layer below the other. */
export function stripsSheet(axes: readonly AxisDrawing[], theme: 'light' | 'dark'): Sheet {
  return createSheet(axes.reduce((sum, axis) => sum + stripHeight(axis), 0) + 40 + (axes.length - 1) * 30, theme);
}
