import { Problem } from '../problem.ts';
import { checkTensor, createResult, type Layout, product, type Result, type Tensor } from './tensor.ts';
import { type Axis, axesOf, outputSizes, type PerAxis, perAxis, spanOf, type WindowOptions } from './window.ts';

export interface PoolOptions extends WindowOptions {
  /** Cells of the window along each spatial axis. */
  window: PerAxis;
  /** The window's own size if not given, as in PyTorch; ONNX's is 1. */
  stride?: PerAxis;
  /** `channels-first` (N, C, spatial…) if not given. */
  layout?: Layout;
  /** Rounds the number of windows up: the last one may reach beyond the padded input (`outputSizes` says how far). */
  ceil?: boolean;
}

export interface AveragePoolOptions extends PoolOptions {
  /** Counts the cells of the padding (not those beyond it) as zeros; PyTorch's default is true, ONNX's and ours false. */
  countPadding?: boolean;
}

/**
 * Max pooling, each channel by itself: the largest number of each window; the padding is never chosen.
 * A window of nothing but padding gives −∞; NaN wins over every number.
 *
 * Shapes: (N, C, spatial…) → (N, C, outputs…), or with `channels-last` (N, spatial…, C) → (N, outputs…, C), one to three spatial axes.
 * `indices` has the output's shape: where each maximum lies in `input.data` (the first one of equals), −1 for a window of nothing but padding.
 * @throws Problem `tensor-*`, `axes-*`, `window-too-large`, `pool-padding` {padding, window, most}
 */
export function maxPool(input: Tensor, options: PoolOptions): { output: Result; indices: Int32Array } {
  let output: Tensor = input;
  let indices = new Int32Array(input.data.length);
  for (let index = 0; index < indices.length; index++) indices[index] = index;
  for (const pass of passesOf(input, options)) {
    const largest = createResult(pass.shape);
    const places = new Int32Array(largest.data.length).fill(-1);
    largest.data.fill(Number.NEGATIVE_INFINITY);
    slide(pass, (to, from, length) => {
      for (let cell = 0; cell < length; cell++) {
        const value = output.data[from + cell]!;
        const best = largest.data[to + cell]!;
        if (value < best) continue;
        const place = indices[from + cell]!;
        const found = places[to + cell]!;
        // of equals the first in the tensor's order, whichever axis was looked along first
        const better = value === best ? place >= 0 && (found < 0 || place < found) : !Number.isNaN(best);
        if (!better) continue;
        largest.data[to + cell] = value;
        places[to + cell] = place;
      }
    });
    output = largest;
    indices = places;
  }
  return { output: output as Result, indices };
}

/**
 * Average pooling, each channel by itself: the mean of each window over the cells of the input, or with `countPadding` those of the padding too.
 * A window of nothing but padding gives 0. Shapes as in `maxPool`.
 * @throws Problem `tensor-*`, `axes-*`, `window-too-large`, `pool-padding` {padding, window, most}
 */
export function averagePool(input: Tensor, options: AveragePoolOptions): Result {
  const passes = passesOf(input, options);
  let sums: Tensor = input;
  for (const pass of passes) {
    const next = createResult(pass.shape);
    slide(pass, (to, from, length) => {
      for (let cell = 0; cell < length; cell++) next.data[to + cell]! += sums.data[from + cell]!;
    });
    sums = next;
  }
  return divide(sums as Result, passes, options.countPadding === true);
}

/**
 * Pooling along one axis. A window of several axes is pooled along one after the other (the largest of the largest, the sum of the sums), so that it
 * costs the sum of its sides and not their product.
 */
interface Pass extends Axis {
  /** Of the tensor after this pass. */
  shape: number[];
  /** Values before the axis, windows along it, and values that lie side by side after it. */
  outer: number;
  outputs: number;
  inner: number;
}

/** @throws Problem `pool-padding` {padding, window, most} when a window could lie in the padding alone */
function passesOf(input: Tensor, options: PoolOptions): Pass[] {
  checkTensor(input);
  const first = firstSpatialAxis(options);
  const sizes = input.shape.slice(first, first + input.shape.length - 2);
  const window = perAxis('window', options.window, sizes.length, 1);
  const axes = axesOf(sizes, window, { ...options, stride: options.stride ?? window });
  const outputs = outputSizes(axes, options);
  const padded = axes.find((axis) => Math.max(axis.before, axis.after) >= spanOf(axis));
  if (padded !== undefined)
    throw new Problem('pool-padding', {
      padding: Math.max(padded.before, padded.after),
      window: spanOf(padded),
      most: spanOf(padded) - 1,
    });
  return axes.map((axis, index) => {
    const shape = [...input.shape];
    shape.splice(first, index + 1, ...outputs.slice(0, index + 1));
    return {
      ...axis,
      shape,
      outer: product(shape.slice(0, first + index)),
      outputs: outputs[index]!,
      inner: product(shape.slice(first + index + 1)),
    };
  });
}

/** Calls for every window and every cell of the input in it, or for many at once: where their values begin in output and input, and how many. */
function slide(pass: Pass, look: (to: number, from: number, length: number) => void): void {
  const { outer, outputs, inner, input, window, stride, dilation, before } = pass;
  for (let block = 0; block < outer; block++) {
    for (let tap = 0; tap < window; tap++) {
      const shift = tap * dilation - before;
      // the windows whose tap lies on the input
      const first = Math.max(0, Math.ceil(-shift / stride));
      const end = Math.min(outputs, Math.ceil((input - shift) / stride));
      if (end <= first) continue;
      // at stride 1 the taps of neighboring windows are neighbors too
      const together = stride === 1 ? end - first : 1;
      for (let output = first; output < end; output += together)
        look((block * outputs + output) * inner, (block * input + output * stride + shift) * inner, together * inner);
    }
  }
}

/** Sums over the number of cells that each window counts; a window that counts none keeps its 0. */
function divide(sums: Result, passes: readonly Pass[], countPadding: boolean): Result {
  const counts = passes.map((pass) => countsOf(pass, countPadding)).reduce(outerProduct);
  const { inner } = passes.at(-1)!;
  for (let place = 0; place * inner < sums.data.length; place++) {
    const count = counts[place % counts.length]!;
    if (count > 1) for (let at = place * inner; at < (place + 1) * inner; at++) sums.data[at]! /= count;
  }
  return sums;
}

/** How many cells of each window along the axis are counted. */
function countsOf({ outputs, stride, window, dilation, input, before, after }: Pass, countPadding: boolean): Float64Array {
  const [first, end] = countPadding ? [-before, input + after] : [0, input];
  return Float64Array.from({ length: outputs }, (_, output) => {
    let count = 0;
    for (let tap = 0; tap < window; tap++) {
      const cell = output * stride + tap * dilation - before;
      if (cell >= first && cell < end) count++;
    }
    return count;
  });
}

function outerProduct(rows: Float64Array, columns: Float64Array): Float64Array {
  const products = new Float64Array(rows.length * columns.length);
  for (let row = 0; row < rows.length; row++)
    for (let column = 0; column < columns.length; column++) products[row * columns.length + column] = rows[row]! * columns[column]!;
  return products;
}

/**
 * The indices of a `channels-first` max pooling with the cells of each plane numbered down its columns (ONNX's storage_order 1).
 * @param shape of the pooled input, (N, C, spatial…)
 */
export function columnOrder(indices: Int32Array, shape: readonly number[]): Int32Array {
  const sizes = shape.slice(2);
  const plane = product(sizes);
  return indices.map((index) => {
    if (index < 0) return index;
    let rest = index % plane;
    let step = plane;
    let place = index - rest;
    // the last axis moves slowest now
    for (const size of sizes.toReversed()) {
      step /= size;
      place += (rest % size) * step;
      rest = Math.floor(rest / size);
    }
    return place;
  });
}

const firstSpatialAxis = ({ layout }: PoolOptions) => (layout === 'channels-last' ? 1 : 2);
