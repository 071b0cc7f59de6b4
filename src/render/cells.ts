import { cellColor, cellText } from './number-grid.ts';
import { drawText, fitSize, hatch, measure, type Rect, type Sheet } from './sheet.ts';
import { fonts } from './theme.ts';

/** One cell of a grid: what it says and how it is filled. */
export interface Cell {
  text: string;
  /** Red, green, blue, 0…255. */
  fill: [number, number, number];
  /** Hatched: not part of the data, such as padding. */
  hollow?: boolean;
}

export interface CellSize {
  width: number;
  height: number;
}

const DARK_INK = '#16202c';
const LIGHT_INK = '#ffffff';

/** A number colored around zero; `scale` is the absolute value of full color. */
export const signedCell = (sheet: Sheet, value: number, scale: number): Cell => ({
  text: cellText(value),
  fill: cellColor(sheet, value, scale),
});

/** A pixel's level, 0…255, as the shade that it is. */
export const grayCell = (value: number): Cell => {
  const shade = Math.max(0, Math.min(255, Math.round(value)));
  return { text: cellText(value), fill: [shade, shade, shade] };
};

/** The largest size at which the longest text fits into a cell of this size, pixels. */
export function cellFont(texts: readonly string[], { width, height }: CellSize, { max, min }: { max: number; min: number }): number {
  const longest = texts.reduce((found, text) => (text.length > found.length ? text : found), '0');
  return fitSize(longest, fonts.mono, width - 8, { max: Math.min(max, Math.floor(height * 0.62)), min });
}

/** Width of a text in the cells' type at this size, pixels. */
export const cellTextWidth = (text: string, size: number) => measure(text, fonts.mono(size));

/** Draws one cell; without a font size it has no text. */
export function drawCell(sheet: Sheet, { text, fill, hollow }: Cell, { x, y, width, height }: Rect, fontSize: number | undefined): void {
  const { context, colors } = sheet;
  const [red, green, blue] = fill;
  context.fillStyle = hollow === true ? colors.panel : `rgb(${red}, ${green}, ${blue})`;
  context.fillRect(x, y, width, height);
  if (hollow === true) hatch(sheet, { x, y, width, height }, colors.line, 12, 1.5);
  context.strokeStyle = colors.line;
  context.lineWidth = 1.5;
  context.strokeRect(x, y, width, height);
  if (fontSize === undefined) return;
  const dark = 0.299 * red + 0.587 * green + 0.114 * blue < 140;
  const color = hollow === true ? colors.muted : dark ? LIGHT_INK : DARK_INK;
  drawText(sheet, text, x + width / 2, y + height / 2, { font: fonts.mono(fontSize), color, anchor: 'center' });
}

/** Draws a grid of cells with its upper left corner at x, y. */
export function drawCells(
  sheet: Sheet,
  cells: readonly (readonly Cell[])[],
  { x, y }: { x: number; y: number },
  size: CellSize,
  fontSize?: number,
): Rect {
  cells.forEach((row, i) => {
    row.forEach((cell, j) => {
      drawCell(sheet, cell, { x: x + j * size.width, y: y + i * size.height, ...size }, fontSize);
    });
  });
  return { x, y, width: (cells[0]?.length ?? 0) * size.width, height: cells.length * size.height };
}
