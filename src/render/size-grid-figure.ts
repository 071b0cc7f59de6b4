import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { frame } from './number-grid.ts';
import { createSheet, drawText, fitSize, hatch, type Sheet } from './sheet.ts';
import { type AxisDrawing, drawUnreadNote, drawWindows, INNER, MARGIN, windowsHeight } from './size-strip.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

export interface SizeGridInput extends Style {
  view: 'grid';
  rows: AxisDrawing;
  columns: AxisDrawing;
}

/** Grids with more padded cells on a side are drawn as strips, one for each axis. */
const MOST_CELLS = 20;
const GAP = 70;
const MOST_CELL = 76;
const MOST_HEIGHT = 700;
/** Room that a caption needs at least, pixels. */
const LEAST_CAPTION = 330;
const TOP = 226;
/** A zero of the padding is written into cells from this side on. */
const LEAST_NUMBERED = 34;

const padded = ({ n, p, q }: AxisDrawing) => n + p + q;

/** True for a layer whose cells are few enough to be drawn as a grid. */
export const fitsGrid = (rows: AxisDrawing, columns: AxisDrawing): boolean =>
  !rows.transposed && padded(rows) <= MOST_CELLS && padded(columns) <= MOST_CELLS;

/** The padded grid with four of its windows and the output cells they give; below it the windows of one row at their strides. */
export function drawSizeGrid({ rows, columns, language, theme }: SizeGridInput): Figure {
  const t = figureTexts(language);
  const [high, wide] = [padded(rows), padded(columns)];
  const cell = Math.floor(Math.min(MOST_CELL, (INNER - GAP) / (wide + columns.output), MOST_HEIGHT / high));
  const outX = MARGIN + Math.max(wide * cell, LEAST_CAPTION) + GAP;
  const windowsTop = TOP + Math.max(high, rows.output) * cell + 66;
  const unread = {
    rows: rows.counts.filter((count) => count === 0).length,
    columns: columns.counts.filter((count) => count === 0).length,
  };
  const notes = unread.rows + unread.columns > 0 ? 64 : 0;
  const sheet = createSheet(windowsTop + windowsHeight(columns) + 30 + notes, theme);
  const { colors } = sheet;
  const line = (text: string, x: number, y: number, width: number, look: { bold?: boolean; color?: string; max: number }) => {
    const font = look.bold === true ? fonts.bold : fonts.text;
    drawText(sheet, text, x, y, { font: font(fitSize(text, font, width, { max: look.max, min: 22 })), color: look.color ?? colors.ink });
  };

  line(columns.formula, MARGIN, 64, INNER, { bold: true, max: 48 });
  line(legendOf(t, rows, columns), MARGIN, 122, INNER, { color: colors.muted, max: sizes.text });
  const isPadded = rows.p + rows.q + columns.p + columns.q > 0;
  const inputText = t(isPadded ? 'size-grid-input-padded' : 'size-grid-input', { shape: `${high}×${wide}` });
  line(inputText, MARGIN, TOP - 34, outX - GAP / 2 - MARGIN, { max: sizes.small });
  line(t('size-grid-output', { shape: `${rows.output}×${columns.output}` }), outX, TOP - 34, FIGURE_WIDTH - MARGIN - outX, {
    max: sizes.small,
  });
  drawPadded(sheet, rows, columns, cell);
  drawMarked(sheet, rows, columns, cell, outX);
  line(t('size-grid-windows', { count: columns.output }), MARGIN, windowsTop - 28, INNER, { max: sizes.small });
  // in the colors of the two windows of that row that are framed
  drawWindows(sheet, columns, windowsTop, { x: MARGIN, cell, colored: 2 });
  if (notes > 0)
    drawUnreadNote(sheet, t('size-grid-unread', { ...unread, both: unread.rows > 0 && unread.columns > 0 ? 1 : 0 }), sheet.height - 56);
  return sheet.figure();
}

function legendOf(t: ReturnType<typeof figureTexts>, rows: AxisDrawing, columns: AxisDrawing): string {
  const both = (key: 'n' | 'f' | 'p' | 's' | 'd') => (rows[key] === columns[key] ? String(rows[key]) : `${rows[key]}×${columns[key]}`);
  const ends = [rows, columns].every(({ p, q }) => p === q) ? both('p') : `${columns.p} + ${columns.q}`;
  const dilation = both('d');
  return `N = ${both('n')}, F = ${both('f')}, P = ${ends}, S = ${both('s')}${dilation === '1' ? '' : `, D = ${dilation}`} · ${t('size-grid-marked')}`;
}

function drawPadded(sheet: Sheet, rows: AxisDrawing, columns: AxisDrawing, cell: number): void {
  const { context, colors } = sheet;
  const inside = (index: number, { n, p }: AxisDrawing) => index >= p && index < p + n;
  for (let row = 0; row < padded(rows); row++) {
    for (let column = 0; column < padded(columns); column++) {
      const rect = { x: MARGIN + column * cell, y: TOP + row * cell, width: cell, height: cell };
      const data = inside(row, rows) && inside(column, columns);
      context.fillStyle = data ? colors.background : colors.panel;
      context.fillRect(rect.x, rect.y, cell, cell);
      if (!data) hatch(sheet, rect, colors.line, 12, 2);
      if (rows.counts[row] === 0 || columns.counts[column] === 0) hatch(sheet, rect, colors.red, 12, 4);
      context.strokeStyle = colors.line;
      context.lineWidth = 2;
      context.strokeRect(rect.x, rect.y, cell, cell);
      if (!data && cell >= LEAST_NUMBERED)
        drawText(sheet, '0', rect.x + cell / 2, rect.y + cell / 2, {
          font: fonts.mono(Math.min(28, cell * 0.6)),
          color: colors.muted,
          anchor: 'center',
        });
    }
  }
}

/** The first window, its neighbors to the right and below, and the last one, in colors, with the output cells they give. */
function drawMarked(sheet: Sheet, rows: AxisDrawing, columns: AxisDrawing, cell: number, outX: number): void {
  const { context, colors } = sheet;
  const marked = [
    { row: 0, column: 0, color: colors.blue },
    { row: 0, column: 1, color: colors.orange },
    { row: 1, column: 0, color: colors.green },
    { row: rows.output - 1, column: columns.output - 1, color: colors.purple },
  ].filter(
    ({ row, column }, index, all) =>
      row < rows.output && column < columns.output && all.findIndex((other) => other.row === row && other.column === column) === index,
  );
  for (let row = 0; row < rows.output; row++) {
    for (let column = 0; column < columns.output; column++) {
      const color = marked.find((window) => window.row === row && window.column === column)?.color;
      context.fillStyle = color ?? colors.panel;
      context.fillRect(outX + column * cell, TOP + row * cell, cell, cell);
      context.strokeStyle = colors.line;
      context.lineWidth = 2;
      context.strokeRect(outX + column * cell, TOP + row * cell, cell, cell);
    }
  }
  const rects = marked.map(({ row, column, color }, index) => ({
    color,
    // frames that share an edge stand beside each other
    inset: 4 + (index % 2) * 5,
    cells: cellsOf(row, rows).flatMap((y) => cellsOf(column, columns).map((x) => ({ x, y }))),
    x: MARGIN + column * columns.s * cell,
    y: TOP + row * rows.s * cell,
    width: (columns.d * (columns.f - 1) + 1) * cell,
    height: (rows.d * (rows.f - 1) + 1) * cell,
  }));
  for (const { color, cells } of rects) {
    context.globalAlpha = 0.16;
    context.fillStyle = color;
    for (const { x, y } of cells) context.fillRect(MARGIN + x * cell, TOP + y * cell, cell, cell);
    context.globalAlpha = 1;
  }
  for (const { color, inset, x, y, width, height } of rects)
    frame(sheet, { x: x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset }, color, 5);
}

/** Which cells of an axis a window reads. */
const cellsOf = (index: number, { s, f, d }: AxisDrawing) => Array.from({ length: f }, (_, tap) => index * s + tap * d);
