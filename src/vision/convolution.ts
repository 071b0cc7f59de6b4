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
  return { output: Math.floor(free / stride) + 1, unreached: free % stride, fits: free >= 0, span };
}

/**
 * Output size of a window on a height × width input.
 * @throws Problem `kernel-too-large` {kernel: what it spans, input: with its padding, need: padding on each side that would do} when the
 *   window does not fit into the padded input; `padding-too-large` {limit}
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
  const factors = window.stride === 1 && size.height > 3 ? separate(kernel) : undefined;
  if (factors !== undefined) {
    const columns = slide(
      padded,
      factors.column.map((value) => [value]),
      { height: shape.height, width: padded.width },
      window,
    );
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

/** Taps that one pass over a row adds: enough to keep their sum in registers, so that the row of sums is read and written once for all. */
const TAPS_PER_PASS = 8;

/** Eight weights of a kernel, and how far from the window's first cell the input of each lies. */
interface Pass {
  weights: Float64Array;
  offsets: Int32Array;
}

/** Slides the kernel over an input that holds every window; a row of sums stays in the processor's cache. */
function slide(input: Plane, kernel: number[][], shape: { height: number; width: number }, { stride, dilation }: Window): Plane {
  const { width, height } = shape;
  const data = new Float32Array(width * height);
  const sums = new Float64Array(width);
  const passes = passesOf(kernel, input.width, dilation);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (const pass of passes) addPass(sums, input.data, y * stride * input.width, pass, stride);
    data.set(sums, y * width);
  }
  return { width, height, data };
}

/** The kernel's weights other than zero, eight at a time. */
function passesOf(kernel: number[][], inputWidth: number, dilation: number): Pass[] {
  const taps = kernel.flatMap((row, i) =>
    row.flatMap((weight, j) => (weight === 0 ? [] : [{ weight, offset: (i * inputWidth + j) * dilation }])),
  );
  const passes: Pass[] = [];
  for (let first = 0; first < taps.length; first += TAPS_PER_PASS) {
    const pass = taps.slice(first, first + TAPS_PER_PASS);
    // what is missing in the last pass has weight 0 at a place that is read anyway
    const weights = new Float64Array(TAPS_PER_PASS);
    const offsets = new Int32Array(TAPS_PER_PASS).fill(pass[0]!.offset);
    weights.set(pass.map((tap) => tap.weight));
    offsets.set(pass.map((tap) => tap.offset));
    passes.push({ weights, offsets });
  }
  return passes;
}

/** sums[x] += Σ weight · source[start + x · stride + offset], written out because a loop over the eight costs three times as much. */
function addPass(sums: Float64Array, source: Float32Array, start: number, { weights, offsets }: Pass, stride: number): void {
  const [w0 = 0, w1 = 0, w2 = 0, w3 = 0, w4 = 0, w5 = 0, w6 = 0, w7 = 0] = weights;
  const [o0 = 0, o1 = 0, o2 = 0, o3 = 0, o4 = 0, o5 = 0, o6 = 0, o7 = 0] = offsets;
  for (let x = 0, at = start; x < sums.length; x++, at += stride) {
    sums[x]! +=
      w0 * source[at + o0]! +
      w1 * source[at + o1]! +
      w2 * source[at + o2]! +
      w3 * source[at + o3]! +
      w4 * source[at + o4]! +
      w5 * source[at + o5]! +
      w6 * source[at + o6]! +
      w7 * source[at + o7]!;
  }
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
