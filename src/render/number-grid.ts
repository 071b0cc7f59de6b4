import { type Border, numberAt } from '../vision/border.ts';
import type { Language } from './figure.ts';
import { formatNumber, withDecimalMark } from './numbers.ts';
import { drawText, fitSize, hatch, type Rect, type Sheet } from './sheet.ts';
import { fonts } from './theme.ts';

/** A cell narrower than this cannot hold a readable number, pixels. */
const LEAST_CELL_FOR_NUMBERS = 34;

export interface GridLook {
  /** Side of a cell, pixels. */
  cell: number;
  /** Largest absolute value: full color. */
  scale: number;
  /** Cells of padding around the values, drawn hatched. */
  padding?: { top: number; right: number; bottom: number; left: number };
  /** What the padding holds; zeros if not given. */
  border?: Border | undefined;
  /** Rows and columns at the far end that no window reaches. */
  unreached?: { rows: number; columns: number };
  /** Width that numbers leave free in their cell, pixels: 8 if not given; frames inside cells need more. */
  free?: number;
  /** Decides the decimal mark; a point if not given. */
  language?: Language;
}

/** Draws numbers as a grid of cells, colored around zero. `x`, `y`: the corner of the padded grid. */
export function drawGrid(
  sheet: Sheet,
  values: number[][],
  x: number,
  y: number,
  { cell, scale, padding, border = 'zero', unreached, free = 8, language = 'en' }: GridLook,
): Rect {
  const { context, colors } = sheet;
  const { top, right, bottom, left } = padding ?? { top: 0, right: 0, bottom: 0, left: 0 };
  const rows = values.length + top + bottom;
  const columns = values[0]!.length + left + right;
  // all numbers of a grid have one size, that of the longest
  const longest = values
    .flat()
    .map(cellText)
    .reduce((found, text) => (text.length > found.length ? text : found), '0');
  const size = fitSize(longest, fonts.mono, cell - free, { max: Math.min(40, cell * 0.5), min: 12 });
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = values[row - top]?.[column - left];
      const rect = { x: x + column * cell, y: y + row * cell, width: cell, height: cell };
      const [red, green, blue] = cellColor(sheet, value ?? 0, scale);
      context.fillStyle = value === undefined ? colors.panel : `rgb(${red}, ${green}, ${blue})`;
      context.fillRect(rect.x, rect.y, cell, cell);
      if (value === undefined) hatch(sheet, rect, colors.line, 12, 1.5);
      context.strokeStyle = colors.line;
      context.lineWidth = 1.5;
      context.strokeRect(rect.x, rect.y, cell, cell);
      if (cell < LEAST_CELL_FOR_NUMBERS) continue;
      const dark = 0.299 * red + 0.587 * green + 0.114 * blue < 140;
      const text = withDecimalMark(cellText(value ?? numberAt(values, row - top, column - left, border) ?? 0), language);
      const color = value === undefined ? colors.muted : dark ? '#ffffff' : '#16202c';
      drawText(sheet, text, rect.x + cell / 2, rect.y + cell / 2, { font: fonts.mono(size), color, anchor: 'center' });
    }
  }
  if (unreached !== undefined) hatchUnreached(sheet, { x, y, width: columns * cell, height: rows * cell }, unreached, cell);
  return { x, y, width: columns * cell, height: rows * cell };
}

/** A number as a cell shows it: three decimals where they tell something, and what they do not show as nearly zero. */
export function cellText(value: number): string {
  if (value !== 0 && Math.abs(value) < 0.0005) return '≈0';
  return formatNumber(value, Math.abs(value) < 0.1 ? 3 : 2);
}

/** Draws a frame around cells of a grid. */
export function frame({ context }: Sheet, { x, y, width, height }: Rect, color: string, lineWidth = 6): void {
  context.strokeStyle = color;
  context.lineWidth = lineWidth;
  context.strokeRect(x, y, width, height);
}

function hatchUnreached(
  sheet: Sheet,
  { x, y, width, height }: Rect,
  { rows, columns }: { rows: number; columns: number },
  cell: number,
): void {
  const { red } = sheet.colors;
  if (columns > 0) hatch(sheet, { x: x + width - columns * cell, y, width: columns * cell, height }, red, 14, 3);
  if (rows > 0) hatch(sheet, { x, y: y + height - rows * cell, width, height: rows * cell }, red, 14, 3);
}

/** The color of a number around zero: full at `scale`. */
export function cellColor({ colors }: Sheet, value: number, scale: number): [number, number, number] {
  const strength = scale === 0 ? 0 : Math.min(1, Math.abs(value) / scale) * 0.85;
  const end = value < 0 ? colors.negative : colors.positive;
  return colors.zero.map((zero, channel) => Math.round(zero + (end[channel]! - zero) * strength)) as [number, number, number];
}

/** The largest absolute value of a matrix. */
export const largest = (values: number[][]) => Math.max(0, ...values.flat().map(Math.abs));
