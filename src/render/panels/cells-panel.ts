import { hatch, type Sheet } from '../sheet.ts';
import { drawArrow } from './arrow.ts';
import type { CellsPanel, Fitted, PanelWindow, Room } from './panel.ts';
import { blend, rgb } from './table.ts';
import { checkWindow, frameInside, reads, windowRect } from './windows.ts';

const MOST_CELL = 92;
/** Smaller cells cannot be counted on a phone. */
const LEAST_CELL = 24;

/** @throws RangeError for no cells, a padding below 0, a window outside, more unreached cells than there are */
export function fitCells(panel: CellsPanel, room: Room): Fitted {
  const { top, right, bottom, left } = panel.padding ?? { top: 0, right: 0, bottom: 0, left: 0 };
  const unreached = panel.unreached ?? { rows: 0, columns: 0 };
  const windows = panel.windows ?? [];
  const counts = [panel.rows, panel.columns, top, right, bottom, left, unreached.rows, unreached.columns];
  if (!counts.every((count) => Number.isInteger(count) && count >= 0)) throw new RangeError('cells are counted from 0 on');
  if (Math.min(panel.rows, panel.columns) < 1) throw new RangeError('a grid has no cells');
  const rows = panel.rows + top + bottom;
  const columns = panel.columns + left + right;
  if (unreached.rows > rows || unreached.columns > columns) throw new RangeError('more cells are unreached than there are');
  for (const window of windows) checkWindow(window, rows, columns);
  const side = Math.floor(Math.min(MOST_CELL, room.width / columns, room.height / rows));
  const cell = { width: side, height: side };

  const draw = (sheet: Sheet, x: number, y: number) => {
    const { context, colors } = sheet;
    const palette = [colors.blue, colors.orange, colors.purple, colors.green];
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const rect = windowRect({ row, column, rows: 1, columns: 1 }, x, y, cell);
        const inside = row >= top && row < rows - bottom && column >= left && column < columns - right;
        const by = windows.findIndex((window) => reads(window, { row, column }));
        const base = rgb(inside ? colors.background : colors.panel);
        const [red, green, blue] = by < 0 ? base : blend(base, rgb(palette[by % palette.length]!), 0.28);
        context.fillStyle = `rgb(${red}, ${green}, ${blue})`;
        context.fillRect(rect.x, rect.y, side, side);
        if (!inside) hatch(sheet, rect, colors.muted, 12, 1.5);
        if (row >= rows - unreached.rows || column >= columns - unreached.columns) hatch(sheet, rect, colors.red, 12, 4);
        context.strokeStyle = colors.muted;
        context.lineWidth = 2;
        context.strokeRect(rect.x, rect.y, side, side);
      }
    }
    windows.forEach((window, index) => {
      context.setLineDash(index === 0 ? [] : [14, 8]);
      frameInside(sheet, windowRect(window, x, y, cell), palette[index % palette.length]!);
    });
    context.setLineDash([]);
    const [first, second] = windows;
    if (first !== undefined && second !== undefined) drawStep(sheet, cornerOf(first, x, y), cornerOf(second, x, y), Math.min(5, side / 12));
  };
  const cornerOf = ({ row, column }: PanelWindow, x: number, y: number) => ({ x: x + (column + 0.5) * side, y: y + (row + 0.5) * side });
  return { width: side * columns, height: side * rows, readable: side >= LEAST_CELL, draw };
}

type Point = Parameters<typeof drawArrow>[1];

/** From the first window's corner cell to the second's: as many cells as the stride. */
function drawStep(sheet: Sheet, from: Point, to: Point, lineWidth: number): void {
  if (from.x === to.x && from.y === to.y) return;
  const { context, colors } = sheet;
  drawArrow(sheet, from, to, colors.background, 2 * lineWidth);
  drawArrow(sheet, from, to, colors.ink, lineWidth);
  context.beginPath();
  context.arc(from.x, from.y, 1.6 * lineWidth, 0, 2 * Math.PI);
  context.fill();
}
