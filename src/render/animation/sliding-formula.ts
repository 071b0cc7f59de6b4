import { numberAt } from '../../vision/border.ts';
import { formatNumber } from '../numbers.ts';
import { dot, operand, productRow, total } from '../products.ts';
import { wrap } from '../sheet.ts';
import { figureTexts } from '../texts.ts';
import { fonts } from '../theme.ts';
import { type FormulaLine, INNER, words } from './grid-parts.ts';
import type { SlidingSceneInput } from './sliding-scene.ts';
import type { Stop } from './stops.ts';

/** A kernel with more rows or columns is told by the sums of its rows. */
const MOST_PRODUCTS_ACROSS = 5;
/** A single line of this many characters is as readable as several short ones. */
const SHORT_LINE = 38;

/** One frame: before the first window, a window of whose kernel so many rows are added, or after the last one. */
export interface Step {
  kind: 'start' | 'window' | 'end';
  stop: Stop;
  rows: number;
}

/** The sum of the first window is built up row by row where its products fit. */
export const addsRowByRow = ({ kernels, window }: SlidingSceneInput) =>
  kernels.length === 1 && window.rows > 1 && window.rows <= MOST_PRODUCTS_ACROSS && window.columns <= MOST_PRODUCTS_ACROSS;

/** The lines below the grids of a frame. */
export function formulaOf(scene: SlidingSceneInput, step: Step): FormulaLine[] {
  const t = figureTexts(scene.language);
  if (step.kind === 'start')
    return [...(scene.flipped === true ? words(t('animation-start-flipped')) : []), ...words(t(`animation-start-${scene.kind}`))];
  if (step.kind === 'end')
    return [...sizeLine(scene), ...words(scene.unreached.rows + scene.unreached.columns > 0 ? t('matrix-unreached') : t('animation-done'))];
  return formulaLines(scene, step).map((text) => ({ text, look: 'formula' }));
}

function formulaLines(scene: SlidingSceneInput, { stop, rows }: Step): string[] {
  const { kernels, output, window, kind, language } = scene;
  const t = figureTexts(language);
  const pixels = windowValues(scene, stop);
  const place = `out[${stop.y}][${stop.x}]`;
  const value = output[stop.y]![stop.x]!;
  if (kind === 'max' || kind === 'average') {
    const cells = pixels.flat().filter((pixel): pixel is number => pixel !== undefined);
    const listed = cells.map((cell) => formatNumber(cell));
    const text =
      kind === 'max'
        ? `${place} = max(${listed.join(', ')}) = ${formatNumber(value)}`
        : `${place} = (${cells.map((cell) => operand(cell)).join(' + ')}) / ${window.rows * window.columns} = ${formatNumber(value)}`;
    // in smaller type a short line need not break
    return wrap(text, fonts.mono(24), INNER);
  }
  const numbers = pixels.map((row) => row.map((pixel) => pixel ?? 0));
  const sums = kernels.map(({ values }) => values.reduce((sum, row, i) => (i < rows ? sum + dot(numbers[i]!, row) : sum), 0));
  if (kernels.length === 2) {
    const [x, y] = kernels.map(({ denominator }, index) => sums[index]! / denominator);
    return [
      `gx = Σ ${t('animation-pixel')}·${kernels[0]!.name ?? ''} = ${formatNumber(x!)}`,
      `gy = Σ ${t('animation-pixel')}·${kernels[1]!.name ?? ''} = ${formatNumber(y!)}`,
      `${place} = √(gx² + gy²) = ${formatNumber(value)}`,
    ];
  }
  const { values, denominator } = kernels[0]!;
  if (window.rows > MOST_PRODUCTS_ACROSS || window.columns > MOST_PRODUCTS_ACROSS) {
    const rowSums = values.map((row, i) => operand(dot(numbers[i]!, row)));
    return [
      ...wrap(`${t('animation-row-sums')} ${rowSums.join(' + ')}`, fonts.mono(26), INNER),
      `${place} ${total(sums[0]!, denominator)}`,
    ];
  }
  const lines = values.slice(0, rows).map((row, i) => productRow(numbers[i]!, row));
  const whole = `${place} = ${lines.join(' + ')} ${total(sums[0]!, denominator)}`;
  if (values.length * values[0]!.length <= 4 && whole.length <= SHORT_LINE) return [whole];
  const complete = rows === values.length;
  return [
    ...lines.map((line, i) => `${i === 0 ? '  ' : '+ '}${line}`),
    complete ? `${place} ${total(sums[0]!, denominator)}` : `${total(sums[0]!)} …`,
  ];
}

/** The numbers under the window; outside the input what its border puts there, undefined for zeros. */
function windowValues({ input, padding, window }: SlidingSceneInput, { y, x }: Stop): (number | undefined)[][] {
  return Array.from({ length: window.rows }, (_row, i) =>
    Array.from({ length: window.columns }, (_column, j) =>
      numberAt(
        input,
        y * window.stride + i * window.dilation - padding.top,
        x * window.stride + j * window.dilation - padding.left,
        window.border,
      ),
    ),
  );
}

/** N' = ⌊(N + 2P − D(F − 1) − 1)/S⌋ + 1 with its numbers, for square inputs. */
function sizeLine({ input, padding, window, output, kind }: SlidingSceneInput): FormulaLine[] {
  const n = input.length;
  const { top, right, bottom, left } = padding;
  const even = n === input[0]!.length && window.rows === window.columns && top === right && right === bottom && bottom === left;
  if (!even || kind === 'inserted') return [];
  const { rows: f, stride, dilation } = window;
  const free = dilation === 1 ? `${n} + 2·${top} − ${f}` : `${n} + 2·${top} − ${dilation}·(${f} − 1) − 1`;
  return [{ text: `N' = ⌊(${free}) / ${stride}⌋ + 1 = ${output.length}`, look: 'formula' }];
}
