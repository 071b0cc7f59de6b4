/**
 * Convolution as networks compute it (cross-correlation: the kernel is not flipped), with zeros around the input:
 * out[y][x] = Σ_ij in[y·s + i·d − p_top][x·s + j·d − p_left] · kernel[i][j]   (Dumoulin and Visin, 2016)
 */
import type { Plane } from './picture.ts';
import { Problem } from './problem.ts';

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
}

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
export function axisSize(n: number, f: number, padded: number, { stride, dilation }: Pick<Window, 'stride' | 'dilation'>) {
  const span = dilation * (f - 1) + 1;
  const free = n + padded - span;
  return { output: Math.floor(free / stride) + 1, unreached: free % stride, fits: free >= 0, span };
}

/**
 * Output size of a window on a height × width input.
 * @throws Problem `kernel-too-large` {kernel, height, width, padding} when the window does not fit into the padded input
 */
export function outputShape(input: { height: number; width: number }, kernel: { height: number; width: number }, window: Window) {
  const { top, right, bottom, left } = window.padding;
  const vertical = axisSize(input.height, kernel.height, top + bottom, window);
  const horizontal = axisSize(input.width, kernel.width, left + right, window);
  if (!vertical.fits || !horizontal.fits) {
    throw new Problem('kernel-too-large', {
      kernel: `${vertical.span}×${horizontal.span}`,
      input: `${input.height + top + bottom}×${input.width + left + right}`,
      need: Math.ceil(Math.max(vertical.span - input.height, horizontal.span - input.width) / 2),
    });
  }
  return { height: vertical.output, width: horizontal.output, unreachedRows: vertical.unreached, unreachedColumns: horizontal.unreached };
}

/**
 * Convolves a plane (height × width) with a kernel; sums are made in double precision.
 * @throws Problem `kernel-too-large`
 */
export function convolvePlane(input: Plane, kernel: number[][], window: Window): Plane {
  const size = { height: kernel.length, width: kernel[0]!.length };
  const shape = outputShape(input, size, window);
  const padded = pad(input, window.padding);
  const factors = window.stride === 1 && window.dilation === 1 && size.height > 3 ? separate(kernel) : undefined;
  if (factors !== undefined) {
    const columns = slide(padded, factors.column.map((value) => [value]), { height: shape.height, width: padded.width }, window);
    return slide(columns, [factors.row], shape, window);
  }
  return slide(padded, kernel, shape, window);
}

/**
 * Convolves a typed matrix exactly (double precision throughout).
 * @throws Problem `kernel-too-large`
 */
export function convolveMatrix(input: number[][], kernel: number[][], window: Window) {
  const size = { height: input.length, width: input[0]!.length };
  const shape = outputShape(size, { height: kernel.length, width: kernel[0]!.length }, window);
  const { top, left } = window.padding;
  const output = Array.from({ length: shape.height }, (_row, y) =>
    Array.from({ length: shape.width }, (_column, x) => {
      let sum = 0;
      kernel.forEach((weights, i) => {
        weights.forEach((weight, j) => {
          const value = input[y * window.stride + i * window.dilation - top]?.[x * window.stride + j * window.dilation - left];
          // outside lies zero, whatever the weight
          if (value !== undefined) sum += value * weight;
        });
      });
      return sum;
    }),
  );
  return { output, ...shape };
}

function pad(input: Plane, { top, right, bottom, left }: Padding): Plane {
  if (top + right + bottom + left === 0) return input;
  const width = input.width + left + right;
  const height = input.height + top + bottom;
  const data = new Float32Array(width * height);
  for (let y = 0; y < input.height; y++) data.set(input.data.subarray(y * input.width, (y + 1) * input.width), (y + top) * width + left);
  return { width, height, data };
}

/** Slides the kernel over an input that holds every window; a row of sums stays in the processor's cache. */
function slide(input: Plane, kernel: number[][], shape: { height: number; width: number }, { stride, dilation }: Window): Plane {
  const { width, height } = shape;
  const data = new Float32Array(width * height);
  const sums = new Float64Array(width);
  // weights of zero cost nothing
  const taps = kernel.flatMap((row, i) => row.flatMap((weight, j) => (weight === 0 ? [] : [{ weight, offset: i * dilation * input.width + j * dilation }])));
  const source = input.data;
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    const start = y * stride * input.width;
    for (const { weight, offset } of taps) {
      let at = start + offset;
      if (stride === 1) for (let x = 0; x < width; x++) sums[x]! += weight * source[at++]!;
      else for (let x = 0; x < width; x++, at += stride) sums[x]! += weight * source[at]!;
    }
    data.set(sums, y * width);
  }
  return { width, height, data };
}

/** A kernel of rank one as column × row, so that F² products become 2F; undefined when it is not. */
function separate(kernel: number[][]): { column: number[]; row: number[] } | undefined {
  let pivotRow = 0;
  let pivotColumn = 0;
  kernel.forEach((row, i) => {
    row.forEach((value, j) => {
      if (Math.abs(value) > Math.abs(kernel[pivotRow]![pivotColumn]!)) [pivotRow, pivotColumn] = [i, j];
    });
  });
  const pivot = kernel[pivotRow]![pivotColumn]!;
  if (pivot === 0) return undefined;
  const row = kernel[pivotRow]!;
  const column = kernel.map((values) => values[pivotColumn]! / pivot);
  const exact = kernel.every((values, i) => values.every((value, j) => Math.abs(value - column[i]! * row[j]!) <= 1e-12 * Math.abs(pivot)));
  return exact ? { column, row } : undefined;
}
