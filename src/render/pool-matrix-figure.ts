import type { Pooled, Pooling } from '../vision/pool-picture.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { drawGrid, largest } from './number-grid.ts';
import { formatNumber, withDecimalMark } from './numbers.ts';
import { poolFormula, windowFormula, winner } from './pool-formula.ts';
import { createSheet, drawText, drawTitle, fitSize, frameOver, type Sheet, wrap } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { type Colors, colors, fonts, sizes } from './theme.ts';

export interface PoolMatrixFigureInput extends Style, Pooled<number[][]> {
  input: number[][];
  pooling: Pooling;
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const GAP = 110;
const TOP = 176;
const LARGEST_CELL = 120;
const LARGEST_HEIGHT = 1000;
/** In cells smaller than this only the first windows are framed: frames around all would hide the numbers' colors. */
const LEAST_FRAMED_CELL = 34;
/** Width that frames inside a cell take from its number. */
const FRAMED_FREE = 26;
/** In smaller cells a ring would touch the number. */
const LEAST_RINGED_CELL = 64;
/** Windows whose formula is written out. */
const MOST_FORMULAS = 4;
const MOST_FORMULA_LINES = 8;
const LINE = 48;
const NOTES_GAP = 16;
/** Width of a formula's color and the space after it. */
const SWATCH = 50;

/** A matrix with its windows framed, what each gives in the same color, and the formulas with the numbers. */
export function drawPoolMatrixFigure(figure: PoolMatrixFigureInput): Figure {
  const { input, output, pooling, unreachedRows, unreachedColumns, language, theme } = figure;
  const { padding } = pooling;
  const t = figureTexts(language);
  const rows = input.length + 2 * padding;
  const columns = input[0]!.length + 2 * padding;
  const [outRows, outColumns] = [output.length, output[0]!.length];
  const beside = (INNER - GAP) / (columns + outColumns);
  // side by side with one size of cell, unless cells below each other are much larger and needed
  const sideBySide = beside >= 80 || INNER / columns < 1.25 * beside;
  const cell = Math.floor(Math.min(LARGEST_CELL, LARGEST_HEIGHT / rows, sideBySide ? beside : INNER / columns));
  const outCell = Math.floor(Math.min(LARGEST_CELL, LARGEST_HEIGHT / outRows, sideBySide ? cell : INNER / outColumns));
  const outX = sideBySide ? MARGIN + columns * cell + GAP : MARGIN;
  const outTop = sideBySide ? TOP : TOP + rows * cell + 100;
  const gridsBottom = Math.max(TOP + rows * cell, outTop + outRows * outCell);
  const formulas = formulaLines(figure);
  const notes = [
    poolFormula('H', input.length, outRows, pooling).plain,
    poolFormula('W', input[0]!.length, outColumns, pooling).plain,
    ...(unreachedRows + unreachedColumns > 0 ? [t('matrix-unreached')] : []),
  ];
  const lineCount = formulas.reduce((sum, { lines }) => sum + lines.length, 0) + notes.length;
  const sheet = createSheet(gridsBottom + 50 + lineCount * LINE + NOTES_GAP + 30, theme);
  const { ink, muted } = sheet.colors;

  drawTitle(
    sheet,
    t(`pool-title-${pooling.kind}`, { size: pooling.size, stride: pooling.stride }),
    { x: MARGIN, y: 58, width: INNER },
    sizes.title,
  );
  const caption = (text: string, x: number, y: number, width: number) =>
    drawText(sheet, text, x, y - 32, { font: fonts.bold(fitSize(text, fonts.bold, width, { max: sizes.text, min: 22 })), color: ink });
  caption(t('matrix-input', { shape: `${input.length}×${input[0]!.length}` }), MARGIN, TOP, sideBySide ? columns * cell + GAP - 30 : INNER);
  caption(t('matrix-output', { shape: `${outRows}×${outColumns}` }), outX, outTop, FIGURE_WIDTH - MARGIN - outX);
  const sides = { top: padding, right: padding, bottom: padding, left: padding };
  const scale = largest(input);
  // the padding behind lost cells is lost with them
  const behind = (lost: number) => (lost === 0 ? 0 : lost + padding);
  drawGrid(sheet, short(input), MARGIN, TOP, {
    cell,
    scale,
    free: FRAMED_FREE,
    padding: sides,
    unreached: { rows: behind(unreachedRows), columns: behind(unreachedColumns) },
    language,
  });
  drawGrid(sheet, short(output), outX, outTop, { cell: outCell, scale, free: FRAMED_FREE, language });
  if (sideBySide) arrow(sheet, MARGIN + columns * cell + GAP / 2, TOP + (Math.min(rows, outRows + 1) * cell) / 2);
  drawWindows(sheet, figure, { cell, outCell, outX, outTop });

  let y = gridsBottom + 50 + LINE / 2;
  for (const { color, lines } of formulas) {
    lines.forEach((text, index) => {
      const line = withDecimalMark(text, language);
      if (index === 0) {
        sheet.context.fillStyle = color;
        sheet.context.fillRect(MARGIN, y - 16, 32, 32);
      }
      drawText(sheet, line, MARGIN + SWATCH, y, {
        font: fonts.mono(fitSize(line, fonts.mono, INNER - SWATCH, { max: sizes.text, min: 20 })),
        color: ink,
      });
      y += LINE;
    });
  }
  y += NOTES_GAP;
  for (const note of notes.map((text) => withDecimalMark(text, language))) {
    drawText(sheet, note, MARGIN, y, { font: fonts.text(fitSize(note, fonts.text, INNER, { max: sizes.text, min: 20 })), color: muted });
    y += LINE;
  }
  return sheet.figure();
}

/** Told apart by the color-blind too; neighbors never have the same one. */
function windowColor({ blue, orange, green, purple }: Colors, output: number[][], row: number, column: number): string {
  const inALine = output.length === 1 || output[0]!.length === 1;
  return [blue, orange, green, purple][inALine ? (row + column) % 4 : (row % 2) * 2 + (column % 2)]!;
}

/** The windows to frame: all of them where they do not overlap and there is room, else the first ones. */
function shownWindows({ output, pooling }: PoolMatrixFigureInput, cell: number): { row: number; column: number }[] {
  const all = output.flatMap((values, row) => values.map((_, column) => ({ row, column })));
  const first = all.filter(({ row, column }) => row < 2 && column < 2);
  if (pooling.stride < pooling.size) return first.filter(({ row, column }) => row + column < 2);
  return cell < LEAST_FRAMED_CELL ? first : all;
}

/** Windows drawn inside their own borders, so that neighbors' frames lie side by side. */
function drawWindows(
  sheet: Sheet,
  figure: PoolMatrixFigureInput,
  { cell, outCell, outX, outTop }: { cell: number; outCell: number; outX: number; outTop: number },
): void {
  const { size, stride, padding } = figure.pooling;
  const apart = stride >= size;
  const [rows, columns] = [figure.input.length + 2 * padding, figure.input[0]!.length + 2 * padding];
  for (const { row, column } of shownWindows(figure, Math.min(cell, outCell))) {
    const color = windowColor(sheet.colors, figure.output, row, column);
    const line = Math.max(2, Math.min(6, Math.round(Math.min(cell, outCell) / 12)));
    // overlapping frames lie a little inside each other
    const inset = line - 1 + (apart ? 0 : line * (row + column));
    const width = Math.min(size, columns - column * stride) * cell;
    const height = Math.min(size, rows - row * stride) * cell;
    const x = MARGIN + column * stride * cell;
    const y = TOP + row * stride * cell;
    frameOver(sheet, { x: x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset }, color, line);
    const out = { x: outX + column * outCell + line - 1, y: outTop + row * outCell + line - 1, side: outCell - 2 * line + 2 };
    frameOver(sheet, { ...out, width: out.side, height: out.side }, color, line);
    if (figure.pooling.kind === 'max' && cell >= LEAST_RINGED_CELL) {
      const won = winner(figure.input, row, column, figure.pooling);
      ring(sheet, MARGIN + (won.column + padding + 0.5) * cell, TOP + (won.row + padding + 0.5) * cell, 0.36 * cell, color);
    }
  }
}

/** The first windows' formulas, each beside its color, broken into lines that fit; as many as stay readable. */
function formulaLines(figure: PoolMatrixFigureInput): { color: string; lines: string[] }[] {
  const { input, output, pooling, language, theme } = figure;
  const all = shownWindows(figure, LEAST_FRAMED_CELL)
    .slice(0, MOST_FORMULAS)
    .map(({ row, column }) => {
      const formula =
        windowFormula(input, row, column, output[row]![column]!, pooling) ??
        figureTexts(language)(`pool-window-${pooling.kind}`, {
          count: pooling.size ** 2,
          result: formatNumber(output[row]![column]!, 3),
        });
      return { color: windowColor(colors[theme], output, row, column), lines: wrap(formula, fonts.mono(sizes.small), INNER - SWATCH) };
    });
  const shown = Math.floor(MOST_FORMULA_LINES / Math.max(...all.map(({ lines }) => lines.length)));
  return all.slice(0, Math.max(1, shown));
}

/** Large numbers without the decimals that would make them too long for a cell. */
function short(values: number[][]): number[][] {
  return values.map((row) => row.map((value) => (Math.abs(value) < 10 ? value : Number(value.toFixed(Math.abs(value) < 100 ? 1 : 0)))));
}

/** A ring around the number that wins. */
function ring({ context }: Sheet, x: number, y: number, radius: number, color: string): void {
  context.strokeStyle = color;
  context.lineWidth = 6;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
}

function arrow({ context, colors: { muted } }: Sheet, x: number, y: number): void {
  context.strokeStyle = muted;
  context.lineWidth = 6;
  context.beginPath();
  context.moveTo(x - 30, y);
  context.lineTo(x + 28, y);
  context.moveTo(x + 10, y - 18);
  context.lineTo(x + 30, y);
  context.lineTo(x + 10, y + 18);
  context.stroke();
}
