import type { Border } from '../vision/border.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { drawGrid, frame, largest } from './number-grid.ts';
import { formatNumber } from './numbers.ts';
import { createSheet, drawText, fitSize, wrap } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

export interface MatrixFigureInput extends Style {
  input: number[][];
  /** The learner's own size where `input` holds numbers that stand in for the outside, `3×3`. */
  padding: { top: number; right: number; bottom: number; left: number };
  /** What the padding holds; zeros if not given. */
  border?: Border;
  kernel: { name: string; values: number[][]; denominator?: number };
  /** The kernel is drawn as it was turned by 180°. */
  flipped?: boolean;
  output: number[][];
  stride: number;
  dilation: number;
  unreachedRows: number;
  unreachedColumns: number;
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const LABEL = 60;
const GAP = 70;
const LARGEST_CELL = 96;
/** Height of a line of notes below. */
const LINE = 40;

/** A matrix, the kernel and the output as grids of numbers; the first window and the cell it gives are framed. */
export function drawMatrixFigure({
  input,
  padding,
  border = 'zero',
  kernel,
  flipped = false,
  output,
  stride,
  dilation,
  unreachedRows,
  unreachedColumns,
  language,
  theme,
}: MatrixFigureInput): Figure {
  const t = figureTexts(language);
  const columns = input[0]!.length + padding.left + padding.right;
  const rows = input.length + padding.top + padding.bottom;
  const kernelColumns = kernel.values[0]!.length;
  const cell = Math.floor(Math.min(LARGEST_CELL, (INNER - GAP) / (columns + Math.max(kernelColumns, 2)), 900 / Math.max(rows, 1)));
  const kernelCell = Math.max(cell, Math.min(60, Math.floor((INNER - GAP - columns * cell) / kernelColumns)));
  const outputCell = Math.floor(Math.min(LARGEST_CELL, INNER / output[0]!.length, 900 / output.length));
  const inputTop = 30 + LABEL;
  const inputHeight = Math.max(rows * cell, kernel.values.length * kernelCell + LABEL);
  const outputTop = inputTop + inputHeight + 40 + LABEL;
  const lines = notes().flatMap((text) => wrap(text, fonts.text(sizes.small), INNER));
  const sheet = createSheet(outputTop + output.length * outputCell + 70 + lines.length * LINE, theme);
  const { colors } = sheet;
  const caption = (text: string, x: number, y: number, width: number) =>
    drawText(sheet, text, x, y - LABEL / 2, {
      font: fonts.bold(fitSize(text, fonts.bold, width, { max: sizes.text, min: 22 })),
      color: colors.ink,
    });

  caption(t('matrix-input', { shape: `${input.length}×${input[0]!.length}` }), MARGIN, inputTop, Math.max(columns * cell, 320));
  drawGrid(sheet, input, MARGIN, inputTop, {
    cell,
    scale: largest(input),
    padding,
    border,
    unreached: { rows: unreachedRows, columns: unreachedColumns },
    language,
  });
  const kernelX = MARGIN + Math.max(columns * cell, 320) + GAP;
  caption(`⋆ ${t('matrix-kernel')}`, kernelX, inputTop, FIGURE_WIDTH - MARGIN - kernelX);
  drawGrid(sheet, kernel.values, kernelX, inputTop, { cell: kernelCell, scale: largest(kernel.values), language });
  if (kernel.denominator !== undefined) {
    drawText(sheet, `1/${formatNumber(kernel.denominator)} ×`, kernelX, inputTop + kernel.values.length * kernelCell + 30, {
      font: fonts.mono(sizes.small),
      color: colors.ink,
    });
  }
  caption(`= ${t('matrix-output', { shape: `${output.length}×${output[0]!.length}` })}`, MARGIN, outputTop, INNER);
  drawGrid(sheet, output, MARGIN, outputTop, { cell: outputCell, scale: largest(output), language });

  const span = (length: number) => dilation * (length - 1) + 1;
  frame(sheet, { x: MARGIN, y: inputTop, width: span(kernelColumns) * cell, height: span(kernel.values.length) * cell }, colors.green);
  frame(sheet, { x: MARGIN, y: outputTop, width: outputCell, height: outputCell }, colors.green);
  lines.forEach((line, index) => {
    drawText(sheet, line, MARGIN, outputTop + output.length * outputCell + 60 + index * LINE, {
      font: fonts.text(sizes.small),
      color: colors.muted,
    });
  });
  return sheet.figure();

  function notes(): string[] {
    const lost = unreachedRows + unreachedColumns > 0 ? ` ${t('matrix-unreached')}` : '';
    const padded = rows > input.length || columns > input[0]!.length;
    const shapes = { from: `${input.length}×${input[0]!.length}`, to: `${rows}×${columns}` };
    return [
      ...(border === 'zero' || !padded ? [] : [t(`matrix-padded-${border}`, shapes)]),
      ...(flipped ? [t('matrix-flipped')] : []),
      `${t('matrix-window', { stride })}${lost}`,
    ];
  }
}
