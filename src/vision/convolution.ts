/**
 * Convolution as networks compute it (cross-correlation: the kernel is not flipped), of a padded input:
 * out[y][x] = Σ_ij in[y·s + i·d − p_top][x·s + j·d − p_left] · kernel[i][j]   (Dumoulin and Visin, 2016)
 */
import { type Border, borderIndex } from './border.ts';
import type { Plane } from './picture.ts';
import { Problem } from './problem.ts';
import { createRowFilter } from './simd/row-filter.ts';

export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface Window {
  stride: number;
  padding: Padding;
  dilation: number;
  /** What lies in the padding; zero if not given. */
  border?: Border;
}

/** More zeros than these on one side are refused: they would only be memory. */
export const MAX_PADDING = 1024;

/** `valid` adds nothing; `same` keeps the size at stride 1 (the odd zero of an even kernel goes right and below); a number adds it on each side. */
export function paddingFor(padding: 'valid' | 'same' | number, kernel: { height: number; width: number }, dilation = 1): Padding {
  if (padding === 'valid') return { top: 0, right: 0, bottom: 0, left: 0 };
  if (padding !== 'same') return { top: padding, right: padding, bottom: padding, left: padding };
  const vertical = dilation * (kernel.height - 1);
  const horizontal = dilation * (kernel.width - 1);
  const top = Math.floor(vertical / 2);
  const left = Math.floor(horizontal / 2);
  return { top, bottom: vertical - top, left, right: horizontal - left };
}

/** One axis: how many outputs, and how many cells of the padded input no window reaches. N' = ⌊(N + P − d(F−1) − 1)/S⌋ + 1 */
function axisSize(n: number, f: number, padded: number, { stride, dilation }: Pick<Window, 'stride' | 'dilation'>) {
  const span = dilation * (f - 1) + 1;
  const free = n + padded - span;
  const largest = Math.floor((n + padded - 1) / dilation) + 1;
  return { output: Math.floor(free / stride) + 1, unreached: free % stride, fits: free >= 0, span, largest };
}

/**
 * Output size of a window on a height × width input.
 * @throws Problem `kernel-too-large` {kernel: what it spans, input: with its padding, need: padding on each side that would do, largest: kernel
 *   that would do without} when the window does not fit into the padded input; `padding-too-large` {limit}
 */
export function outputShape(input: { height: number; width: number }, kernel: { height: number; width: number }, window: Window) {
  const { top, right, bottom, left } = window.padding;
  if (Math.max(top, right, bottom, left) > MAX_PADDING) throw new Problem('padding-too-large', { limit: MAX_PADDING });
  const vertical = axisSize(input.height, kernel.height, top + bottom, window);
  const horizontal = axisSize(input.width, kernel.width, left + right, window);
  if (!vertical.fits || !horizontal.fits) {
    throw new Problem('kernel-too-large', {
      kernel: `${vertical.span}×${horizontal.span}`,
      input: `${input.height + top + bottom}×${input.width + left + right}`,
      need: Math.ceil(Math.max(vertical.span - input.height, horizontal.span - input.width) / 2),
      largest: `${vertical.largest}×${horizontal.largest}`,
    });
  }
  return { height: vertical.output, width: horizontal.output, unreachedRows: vertical.unreached, unreachedColumns: horizontal.unreached };
}

/**
 * Convolves a plane (height × width) with 24 bits of precision.
 * @throws Problem `kernel-too-large`, `padding-too-large`
 */
export function convolvePlane(input: Plane, kernel: number[][], window: Window): Plane {
  const { width, height } = outputShape(input, { height: kernel.length, width: kernel[0]!.length }, window);
  const rows = createRowFilter({ ...input, channels: 1 }, [{ values: kernel, denominator: 1 }], window, { width, height });
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    rows.compute(y);
    data.set(rows.sums[0]!.subarray(0, width), y * width);
  }
  return { width, height, data };
}

/**
 * Convolves a typed matrix exactly (double precision throughout).
 * @throws Problem `kernel-too-large`
 */
export function convolveMatrix(input: number[][], kernel: number[][], window: Window) {
  const size = { height: input.length, width: input[0]!.length };
  const shape = outputShape(size, { height: kernel.length, width: kernel[0]!.length }, window);
  const { top, left } = window.padding;
  const border = window.border ?? 'zero';
  const rowOf = (y: number) => borderIndex(y - top, size.height, border) ?? -1;
  const columnOf = (x: number) => borderIndex(x - left, size.width, border) ?? -1;
  const output = Array.from({ length: shape.height }, (_row, y) =>
    Array.from({ length: shape.width }, (_column, x) => {
      let sum = 0;
      kernel.forEach((weights, i) => {
        weights.forEach((weight, j) => {
          const value = input[rowOf(y * window.stride + i * window.dilation)]?.[columnOf(x * window.stride + j * window.dilation)];
          // where nothing stands in for the outside it is zero, whatever the weight
          if (value !== undefined) sum += value * weight;
        });
      });
      return sum;
    }),
  );
  return { output, ...shape };
}
