import type { Cell } from '../cells.ts';
import { cellColor } from '../number-grid.ts';
import type { Sheet } from '../sheet.ts';
import type { Fitted, MatrixPanel, Room, Words } from './panel.ts';
import { blend, checkTable, drawTable, rgb, tableSize } from './table.ts';
import { checkWindow, frameInside, reads, windowRect } from './windows.ts';

/** How strongly cells under a window take its color. */
const TINT = 0.24;

/** @throws RangeError for a ragged or empty matrix, a padding below 0, a window outside */
export function fitMatrix({ values, padding = 0, window, heat = false }: MatrixPanel, room: Room, words: Words): Fitted {
  checkTable(values, 'a matrix');
  if (values.flat().some((value) => typeof value === 'number' && !Number.isFinite(value))) throw new RangeError('a cell holds no number');
  if (!Number.isInteger(padding) || padding < 0) throw new RangeError('padding counts rings, from 0 on');
  const rows = values.length + 2 * padding;
  const columns = values[0]!.length + 2 * padding;
  if (window !== undefined) checkWindow(window, rows, columns);
  const texts = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_cell, column) => {
      const value = values[row - padding]?.[column - padding] ?? 0;
      return typeof value === 'string' ? words.text(value) : words.number(value);
    }),
  );
  const size = tableSize(texts, room);
  const draw = (sheet: Sheet, x: number, y: number) => {
    const { colors } = sheet;
    const scale = Math.max(0, ...values.flat().map((value) => (typeof value === 'number' ? Math.abs(value) : 0)));
    const cellOf = (row: number, column: number): Cell => {
      const value = values[row - padding]?.[column - padding];
      const text = texts[row]![column]!;
      if (value === '') return { text, fill: rgb(colors.background) };
      if (typeof value === 'string') return { text, fill: blend(rgb(colors.background), rgb(colors.orange), 0.35) };
      const under = window !== undefined && reads(window, { row, column });
      if (value === undefined && !under) return { text, fill: rgb(colors.panel), hollow: true };
      if (heat && value !== undefined) return { text, fill: cellColor(sheet, value, scale) };
      return { text, fill: under ? blend(rgb(colors.background), rgb(colors.green), TINT) : rgb(colors.background) };
    };
    drawTable(
      sheet,
      texts.map((line, row) => line.map((_, column) => cellOf(row, column))),
      x,
      y,
      size,
    );
    if (window === undefined) return;
    // shades leave no room for a tint: the cells that a window with holes reads are framed one by one
    if (heat && (window.dilation ?? 1) > 1)
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++)
          if (reads(window, { row, column }))
            frameInside(sheet, windowRect({ row, column, rows: 1, columns: 1 }, x, y, size.cell), colors.green, 4);
    frameInside(sheet, windowRect(window, x, y, size.cell), colors.green);
  };
  return { width: size.width, height: size.height, readable: size.readable, draw };
}
