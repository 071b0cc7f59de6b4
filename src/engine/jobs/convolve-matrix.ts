import { drawMatrixFigure } from '../../render/matrix-figure.ts';
import { numberAt } from '../../vision/border.ts';
import type { Window } from '../../vision/convolution.ts';
import { filterMatrix } from '../../vision/filter-matrix.ts';
import { weights } from '../../vision/kernels.ts';
import { job } from '../job.ts';
import { type ConvolveInput, filterOf, windowOf } from './convolve.ts';
import { type FigureStyle, rendered } from './figure-style.ts';

/** Products of the first window that still fit into a line. */
const MAX_PRODUCTS = 25;

/** A typed matrix, convolved exactly and drawn with its numbers. */
export const convolveMatrix = job({
  timeoutMs: 10_000,
  cached: true,
  async run({ input, language, theme, ...choice }: Omit<ConvolveInput, 'bytes'> & { input: number[][] } & FigureStyle) {
    const filter = filterOf(choice.kernel, choice.flip);
    const window = windowOf(filter, choice);
    const { output, unreachedRows, unreachedColumns } = filterMatrix(input, filter, window);
    const kernel = filter.kernels[0]!;
    const figure = drawMatrixFigure({
      input,
      padding: window.padding,
      border: window.border ?? 'zero',
      flipped: choice.flip === true,
      kernel: { name: filter.name, values: kernel.values, ...(kernel.denominator === 1 ? {} : { denominator: kernel.denominator }) },
      output,
      stride: window.stride,
      dilation: window.dilation,
      unreachedRows,
      unreachedColumns,
      language,
      theme,
    });
    return {
      figure: await rendered(figure),
      kernel: kernel.values,
      kernelName: filter.name,
      kernels: filter.kernels,
      output,
      unreachedRows,
      unreachedColumns,
      padding: window.padding,
      formula: filter.kernels.length === 1 ? firstWindow(input, weights(kernel), window, output[0]![0]!) : undefined,
    };
  },
});

/** The first window's products and their sum, as LaTeX and as a plain line; undefined when it would be too long to read. */
function firstWindow(input: number[][], kernel: number[][], { padding, dilation, border }: Window, sum: number) {
  if (kernel.length * kernel[0]!.length > MAX_PRODUCTS) return undefined;
  const at = (y: number, x: number) => numberAt(input, y, x, border) ?? 0;
  const products = kernel.flatMap((row, i) =>
    row.map((weight, j) => [at(i * dilation - padding.top, j * dilation - padding.left), weight] as const),
  );
  const signed = (value: number) => (value < 0 ? `(${short(value)})` : short(value));
  const join = (times: string) => products.map(([value, weight]) => `${signed(value)}${times}${signed(weight)}`).join(' + ');
  return { plain: `out[0][0] = ${join('·')} = ${short(sum)}`, latex: `out_{0,0} = ${join(' \\cdot ')} = ${short(sum)}` };
}

const short = (value: number) => String(Math.round(value * 1e4) / 1e4).replace('-', '−');
