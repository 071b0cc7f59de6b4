import { type Cell, type CellSize, cellFont, cellTextWidth, drawCells } from '../cells.ts';
import type { Rect, Sheet } from '../sheet.ts';
import type { Room } from './panel.ts';
import { LEAST_TYPE } from './words.ts';

const MOST_CELL = 120;
const LEAST_CELL = 44;
const MOST_TYPE = 46;
/** Beside a number in its cell, together. */
const FREE = 14;

export interface TableSize {
  cell: CellSize;
  font: number;
  width: number;
  height: number;
  readable: boolean;
}

/** Cells for these texts that fill the room: square where the longest text allows, else wider than high. */
export function tableSize(texts: readonly (readonly string[])[], room: Room, most = MOST_CELL): TableSize {
  const columns = texts[0]!.length;
  const all = texts.flat();
  const needed = Math.ceil(Math.max(...all.map((text) => cellTextWidth(text, LEAST_TYPE)))) + FREE;
  const width = Math.floor(Math.min(room.width / columns, Math.max(most, needed)));
  const height = Math.floor(Math.min(width, most, room.height / texts.length));
  const square = Math.max(height, Math.min(width, needed));
  const cell = { width: square, height };
  return {
    cell,
    font: cellFont(all, cell, { max: MOST_TYPE, min: LEAST_TYPE }),
    width: cell.width * columns,
    height: cell.height * texts.length,
    readable: width >= Math.max(needed, LEAST_CELL) && height >= LEAST_CELL,
  };
}

/** Draws cells of a table's size. */
export const drawTable = (sheet: Sheet, cells: readonly (readonly Cell[])[], x: number, y: number, { cell, font }: TableSize): Rect =>
  drawCells(sheet, cells, { x, y }, cell, font);

/** `#rrggbb` as red, green, blue. */
export const rgb = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [number, number, number];

/** A color laid over another, `share` of it. */
export const blend = (under: readonly number[], over: readonly number[], share: number) =>
  under.map((value, channel) => Math.round(value + (over[channel]! - value) * share)) as [number, number, number];

/** @throws RangeError unless rows are there and equally long */
export function checkTable(values: readonly (readonly unknown[])[], what: string): void {
  const columns = values[0]?.length ?? 0;
  if (columns === 0) throw new RangeError(`${what} has no cells`);
  if (values.some((row) => row.length !== columns)) throw new RangeError(`${what} has rows of different lengths`);
}
