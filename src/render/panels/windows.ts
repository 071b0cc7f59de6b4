import type { CellSize } from '../cells.ts';
import { frame } from '../number-grid.ts';
import type { Rect, Sheet } from '../sheet.ts';
import type { PanelWindow } from './panel.ts';

/** True for a cell that the window reads. */
export function reads({ row, column, rows, columns, dilation = 1 }: PanelWindow, at: { row: number; column: number }): boolean {
  const tap = (from: number, count: number, cell: number) =>
    cell >= from && (cell - from) % dilation === 0 && (cell - from) / dilation < count;
  return tap(row, rows, at.row) && tap(column, columns, at.column);
}

/** Where a window lies, its holes included. */
export function windowRect(
  { row, column, rows, columns, dilation = 1 }: PanelWindow,
  x: number,
  y: number,
  { width, height }: CellSize,
): Rect {
  const span = (count: number) => dilation * (count - 1) + 1;
  return { x: x + column * width, y: y + row * height, width: span(columns) * width, height: span(rows) * height };
}

/** A frame within a rectangle. */
export function frameInside(sheet: Sheet, { x, y, width, height }: Rect, color: string, lineWidth = 6): void {
  const inset = lineWidth / 2 + 1;
  frame(sheet, { x: x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset }, color, lineWidth);
}

/** @throws RangeError for a window that is no window or does not lie in a grid of so many cells */
export function checkWindow(window: PanelWindow, rows: number, columns: number): void {
  const { row, column, dilation = 1 } = window;
  const end = (from: number, count: number) => from + dilation * (count - 1) + 1;
  const whole = [row, column, window.rows, window.columns, dilation].every(Number.isInteger);
  if (!whole || Math.min(window.rows, window.columns, dilation) < 1) throw new RangeError('a window has no cells');
  if (Math.min(row, column) < 0 || end(row, window.rows) > rows || end(column, window.columns) > columns)
    throw new RangeError(`a window lies outside of its ${rows}×${columns} cells`);
}
