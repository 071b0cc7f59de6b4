import { convolveTransposed } from '../../vision/operators/convolve-transposed.ts';
import { cellFont, drawCells, signedCell } from '../cells.ts';
import type { Style } from '../figure.ts';
import { cellText, frame, largest } from '../number-grid.ts';
import { formatNumber } from '../numbers.ts';
import { operand } from '../products.ts';
import { drawText, fitSize, hatch, type Sheet } from '../sheet.ts';
import { figureTexts } from '../texts.ts';
import { fonts } from '../theme.ts';
import {
  drawHeader,
  drawLines,
  type FormulaLine,
  framed,
  GRIDS_TOP,
  gridCaption,
  INNER,
  LINE,
  MARGIN,
  square,
  tint,
  words,
} from './grid-parts.ts';
import { exactColors, MAX_FRAMES, SCENE_WIDTH, type Scene, timed } from './scene.ts';
import { type Stop, shownStops } from './stops.ts';

export interface TransposedSceneInput extends Style {
  input: number[][];
  kernel: number[][];
  stride: number;
  dilation: number;
  /** Rows and columns that are cut off each side of the output. */
  padding: number;
}

const OTHER_FRAMES = 2;
/** A kernel with more columns is not written out below. */
const MOST_ACROSS = 5;

type Step = { kind: 'start' } | { kind: 'spread'; stop: Stop } | { kind: 'end' };

/**
 * The transposed convolution before its padding is cut off: every input cell adds the whole kernel, times its value, to the output.
 * Size: (n − 1)·stride + dilation·(F − 1) + 1 (Dumoulin and Visin, 2016).
 * @param upTo how many input cells, row by row, are added; all by default
 */
export function spread(
  input: number[][],
  kernel: number[][],
  { stride, dilation }: { stride: number; dilation: number },
  upTo = Number.POSITIVE_INFINITY,
): number[][] {
  const columns = input[0]!.length;
  const added = input.flatMap((row, y) => row.map((value, x) => (y * columns + x < upTo ? value : 0)));
  const { shape, data } = convolveTransposed(
    { shape: [1, 1, input.length, columns], data: Float64Array.from(added) },
    { shape: [1, 1, kernel.length, kernel[0]!.length], data: Float64Array.from(kernel.flat()) },
    { stride, dilation },
  );
  const width = shape.at(-1)!;
  return Array.from({ length: data.length / width }, (_, row) => [...data.subarray(row * width, (row + 1) * width)]);
}

/** A transposed convolution: one input cell after the other spreads over the output, and what overlaps adds up. */
export function transposedScene(scene: TransposedSceneInput): Scene {
  const { input, kernel, padding } = scene;
  const stops = shownStops(input.length, input[0]!.length, MAX_FRAMES - OTHER_FRAMES);
  const steps: Step[] = [{ kind: 'start' }, ...stops.map((stop): Step => ({ kind: 'spread', stop })), { kind: 'end' }];
  const whole = spread(input, kernel, scene);
  const layout = layOut(scene, whole);
  const lines = Math.max(...steps.map((step) => formulaOf(scene, step, whole).length));
  const top = layout.bottom + 58;
  const shape = (rows: number, columns: number) => `${rows}×${columns}`;
  const t = figureTexts(scene.language);
  const kept = shape(whole.length - 2 * padding, whole[0]!.length - 2 * padding);
  const title = `${t('animation-transposed')}: ${shape(input.length, input[0]!.length)} → ${kept}`;
  const facts = t('animation-window', { stride: scene.stride, padding, dilation: scene.dilation });
  return {
    width: SCENE_WIDTH,
    height: Math.ceil(top + lines * LINE + 8),
    frames: steps.length,
    draw: (index) =>
      framed(top + lines * LINE + 8, scene.theme, (sheet) => {
        drawHeader(sheet, title, facts);
        drawGrids(sheet, scene, layout, steps[index]!, whole);
        drawLines(sheet, formulaOf(scene, steps[index]!, whole), top);
      }),
    duration: timed(steps.length),
    exact: exactColors(scene.theme),
  };
}

interface Place {
  x: number;
  y: number;
  cell: number;
}

/** Input and kernel above, the output below. */
function layOut(
  { input, kernel }: TransposedSceneInput,
  whole: number[][],
): { input: Place; kernel: Place; output: Place; bottom: number } {
  const across = Math.max(2.4, input[0]!.length) + Math.max(2.4, kernel[0]!.length);
  const small = Math.floor(Math.min(60, (INNER - 44) / across, 300 / Math.max(input.length, kernel.length)));
  const large = Math.floor(Math.min(66, INNER / whole[0]!.length, 560 / whole.length));
  const outputTop = GRIDS_TOP + Math.max(input.length, kernel.length) * small + 74;
  return {
    input: { x: MARGIN, y: GRIDS_TOP, cell: small },
    kernel: { x: MARGIN + Math.max(2.4, input[0]!.length) * small + 44, y: GRIDS_TOP, cell: small },
    output: { x: MARGIN, y: outputTop, cell: large },
    bottom: outputTop + whole.length * large,
  };
}

const added = ({ input }: TransposedSceneInput, step: Step) =>
  step.kind === 'start' ? 0 : step.kind === 'end' ? Number.POSITIVE_INFINITY : step.stop.y * input[0]!.length + step.stop.x + 1;

function drawGrids(sheet: Sheet, scene: TransposedSceneInput, layout: ReturnType<typeof layOut>, step: Step, whole: number[][]): void {
  const { input, kernel, padding, language } = scene;
  const t = figureTexts(language);
  const { colors, context } = sheet;
  const grid = (values: number[][], { x, y, cell }: Place, scale: number, among = values) => {
    const font = cellFont(among.flat().map(cellText), square(cell), { max: 36, min: 10 });
    drawCells(
      sheet,
      values.map((row) => row.map((value) => signedCell(sheet, value, scale))),
      { x, y },
      square(cell),
      font,
    );
    return font;
  };
  gridCaption(sheet, t('animation-input'), layout.input, 150);
  const inputFont = grid(input, layout.input, largest(input));
  gridCaption(sheet, t('animation-kernel'), layout.kernel, 150);
  grid(kernel, layout.kernel, largest(kernel));
  gridCaption(sheet, t('animation-output'), layout.output, INNER);
  const sums = spread(input, kernel, scene, added(scene, step));
  const outputFont = grid(sums, layout.output, largest(whole), whole);

  const { x, y, cell } = layout.output;
  if (step.kind === 'spread') {
    const { stop } = step;
    const source = {
      x: layout.input.x + stop.x * layout.input.cell,
      y: layout.input.y + stop.y * layout.input.cell,
      ...square(layout.input.cell),
    };
    context.fillStyle = tint(sheet);
    context.fillRect(source.x, source.y, source.width, source.height);
    drawText(sheet, cellText(input[stop.y]![stop.x]!), source.x + source.width / 2, source.y + source.height / 2, {
      font: fonts.mono(inputFont),
      color: colors.ink,
      anchor: 'center',
    });
    frame(sheet, source, colors.orange, 6);
    drawSpread(sheet, scene, stop, sums, layout.output, outputFont);
  }
  if (padding > 0) {
    const width = whole[0]!.length * cell;
    const height = whole.length * cell;
    const cut = padding * cell;
    for (const side of [
      { x, y, width, height: cut },
      { x, y: y + height - cut, width, height: cut },
      { x, y: y + cut, width: cut, height: height - 2 * cut },
      { x: x + width - cut, y: y + cut, width: cut, height: height - 2 * cut },
    ])
      hatch(sheet, side, colors.red, 14, step.kind === 'end' ? 3 : 1.5);
    frame(sheet, { x: x + cut, y: y + cut, width: width - 2 * cut, height: height - 2 * cut }, colors.blue, 5);
  }
}

/** The cells that the kernel falls on: what they hold now, and what was added. */
function drawSpread(sheet: Sheet, scene: TransposedSceneInput, stop: Stop, sums: number[][], { x, y, cell }: Place, font: number): void {
  const { input, kernel, stride, dilation } = scene;
  const { context, colors } = sheet;
  const value = input[stop.y]![stop.x]!;
  const plus = kernel.map((row) => row.map((weight) => `${value * weight < 0 ? '' : '+'}${cellText(value * weight)}`));
  const longest = plus.flat().reduce((found, text) => (text.length > found.length ? text : found), '');
  const small = fitSize(longest, fonts.bold, cell - 8, { max: Math.floor(cell * 0.34), min: 8 });
  kernel.forEach((row, i) => {
    row.forEach((_, j) => {
      const [top, left] = [stop.y * stride + i * dilation, stop.x * stride + j * dilation];
      const rect = { x: x + left * cell, y: y + top * cell, ...square(cell) };
      context.fillStyle = tint(sheet);
      context.fillRect(rect.x, rect.y, cell, cell);
      const text = cellText(sums[top]![left]!);
      drawText(sheet, text, rect.x + cell / 2, rect.y + cell * 0.38, { font: fonts.mono(font), color: colors.ink, anchor: 'center' });
      drawText(sheet, plus[i]![j]!, rect.x + cell - 5, rect.y + cell - small * 0.62, {
        font: fonts.bold(small),
        color: colors.red,
        anchor: 'right',
      });
      frame(sheet, { x: rect.x + 1.5, y: rect.y + 1.5, width: cell - 3, height: cell - 3 }, colors.orange, 3);
    });
  });
}

function formulaOf(scene: TransposedSceneInput, step: Step, whole: number[][]): FormulaLine[] {
  const t = figureTexts(scene.language);
  if (step.kind === 'start') return words(t('animation-start-transposed'));
  if (step.kind === 'spread') {
    const value = scene.input[step.stop.y]![step.stop.x]!;
    const place = `in[${step.stop.y}][${step.stop.x}] = ${formatNumber(value)}`;
    if (scene.kernel[0]!.length > MOST_ACROSS || scene.kernel.length > MOST_ACROSS) return [{ text: place, look: 'formula' }];
    const row = (weights: readonly number[]) => `(${weights.map((weight) => formatNumber(weight)).join(' ')})`;
    return [
      { text: place, look: 'formula' },
      ...scene.kernel.map((weights): FormulaLine => {
        const products = weights.map((weight) => weight * value);
        return { text: `${operand(value)}·${row(weights)} → +${row(products)}`, look: 'formula' };
      }),
    ];
  }
  const { input, kernel, stride, dilation, padding } = scene;
  const n = input.length;
  const square = n === input[0]!.length && kernel.length === kernel[0]!.length;
  const reach = dilation === 1 ? `${kernel.length}` : `${dilation}·(${kernel.length} − 1) + 1`;
  const size: FormulaLine = {
    text: `N' = (${n} − 1)·${stride} − 2·${padding} + ${reach} = ${whole.length - 2 * padding}`,
    look: 'formula',
  };
  return [...(square ? [size] : []), ...words(t(padding > 0 ? 'animation-cut' : 'animation-overlap'))];
}
