import { averagePool, maxPool, type PoolOptions } from './operators/pool.ts';
import type { Result, Tensor } from './operators/tensor.ts';
import type { Picture } from './picture.ts';

/** A square pooling window of two dimensions as a learner chooses it. */
export interface Pooling {
  kind: 'max' | 'average';
  /** Rows and columns of the window. */
  size: number;
  stride: number;
  /** Cells around the input, on each side; less than the size. */
  padding: number;
  /** Rounds the number of windows up. */
  ceil: boolean;
  /** Averages count the padding as zeros (PyTorch's default). */
  countPadding: boolean;
}

/** What pooling gave, and how many rows and columns at the far end of the input (not its padding) no window reaches. */
export interface Pooled<Output> {
  output: Output;
  unreachedRows: number;
  unreachedColumns: number;
}

/**
 * A photo pooled, each channel by itself; averages are rounded to whole numbers.
 * @throws Problem `window-too-large`, `pool-padding`
 */
export function poolPicture({ width, height, channels, data }: Picture, pooling: Pooling): Pooled<Picture> {
  const { shape, data: values } = pool({ shape: [1, height, width, channels], data }, pooling, 'channels-last');
  const [, rows, columns] = shape as [number, number, number, number];
  return {
    // a clamped array rounds by itself
    output: { width: columns, height: rows, channels, data: new Uint8Array(Uint8ClampedArray.from(values).buffer) },
    unreachedRows: unreached(height, rows, pooling),
    unreachedColumns: unreached(width, columns, pooling),
  };
}

/**
 * A typed matrix pooled exactly.
 * @throws Problem `window-too-large`, `pool-padding`
 */
export function poolMatrix(matrix: number[][], pooling: Pooling): Pooled<number[][]> {
  const [height, width] = [matrix.length, matrix[0]!.length];
  const { shape, data } = pool({ shape: [1, 1, height, width], data: Float64Array.from(matrix.flat()) }, pooling, 'channels-first');
  const [, , rows, columns] = shape as [number, number, number, number];
  return {
    output: Array.from({ length: rows }, (_, row) => [...data.subarray(row * columns, (row + 1) * columns)]),
    unreachedRows: unreached(height, rows, pooling),
    unreachedColumns: unreached(width, columns, pooling),
  };
}

function pool(input: Tensor, { kind, size, stride, padding, ceil, countPadding }: Pooling, layout: PoolOptions['layout']): Result {
  const options = { window: size, stride, padding, ceil, layout };
  return kind === 'max' ? maxPool(input, options).output : averagePool(input, { ...options, countPadding });
}

/** Cells of the input behind the last window. */
const unreached = (input: number, outputs: number, { size, stride, padding }: Pooling) =>
  Math.max(0, input + padding - (outputs - 1) * stride - size);
