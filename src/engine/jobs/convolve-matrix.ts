import { drawMatrixFigure } from '../../render/matrix-figure.ts';
import { borderIndex } from '../../vision/border.ts';
import { convolveMatrix as convolve, type Window } from '../../vision/convolution.ts';
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
    // whole numbers first, then the denominator: the sums stay exact
    const results = filter.kernels.map(({ values, denominator }) => {
      const done = convolve(input, values, window);
      return { ...done, output: done.output.map((row) => row.map((sum) => sum / denominator)) };
    });
    const [first, second] = results;
    const { unreachedRows, unreachedColumns } = first!;
    // two kernels give the gradient's magnitude
    const output =
      second === undefined ? first!.output : first!.output.map((row, y) => row.map((value, x) => Math.hypot(value, second.output[y]![x]!)));
    const kernel = filter.kernels[0]!;
    const figure = drawMatrixFigure({
      ...withBorder(input, window),
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
      output,
      unreachedRows,
      unreachedColumns,
      formula: second === undefined ? firstWindow(input, weights(kernel), window, output[0]![0]!) : undefined,
    };
  },
});

/** Zeros are drawn as padding; numbers that stand in for the outside as numbers of the input. */
function withBorder(input: number[][], { padding, border = 'zero' }: Window) {
  if (border === 'zero') return { input, padding };
  const { top, right, bottom, left } = padding;
  const padded = Array.from({ length: input.length + top + bottom }, (_row, y) => {
    const row = input[borderIndex(y - top, input.length, border)!]!;
    return Array.from({ length: row.length + left + right }, (_column, x) => row[borderIndex(x - left, row.length, border)!]!);
  });
  return { input: padded, ownShape: `${input.length}×${input[0]!.length}`, padding: { top: 0, right: 0, bottom: 0, left: 0 } };
}

/** The first window's products and their sum, as LaTeX and as a plain line; undefined when it would be too long to read. */
function firstWindow(input: number[][], kernel: number[][], { padding, dilation, border = 'zero' }: Window, sum: number) {
  if (kernel.length * kernel[0]!.length > MAX_PRODUCTS) return undefined;
  const at = (y: number, x: number) =>
    input[borderIndex(y, input.length, border) ?? -1]?.[borderIndex(x, input[0]!.length, border) ?? -1] ?? 0;
  const products = kernel.flatMap((row, i) =>
    row.map((weight, j) => [at(i * dilation - padding.top, j * dilation - padding.left), weight] as const),
  );
  const signed = (value: number) => (value < 0 ? `(${short(value)})` : short(value));
  const join = (times: string) => products.map(([value, weight]) => `${signed(value)}${times}${signed(weight)}`).join(' + ');
  return { plain: `out[0][0] = ${join('·')} = ${short(sum)}`, latex: `out_{0,0} = ${join(' \\cdot ')} = ${short(sum)}` };
}

const short = (value: number) => String(Math.round(value * 1e4) / 1e4).replace('-', '−');
