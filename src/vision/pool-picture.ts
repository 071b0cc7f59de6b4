import type { Padding } from './convolution.ts';
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

/** The same with padding that may differ from side to side. */
export type PoolingWindow = Omit<Pooling, 'padding'> & { padding: number | Padding };

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
export function poolPicture({ width, height, channels, data }: Picture, pooling: PoolingWindow): Pooled<Picture> {
  const { shape, data: values } = pool({ shape: [1, height, width, channels], data }, pooling, 'channels-last');
  const [, rows, columns] = shape as [number, number, number, number];
  return {
    // a clamped array rounds by itself
    output: { width: columns, height: rows, channels, data: new Uint8Array(Uint8ClampedArray.from(values).buffer) },
    unreachedRows: unreached(height, rows, pooling, sidesOf(pooling.padding).top),
    unreachedColumns: unreached(width, columns, pooling, sidesOf(pooling.padding).left),
  };
}

/**
 * A typed matrix pooled exactly.
 * @throws Problem `window-too-large`, `pool-padding`
 */
export function poolMatrix(matrix: number[][], pooling: PoolingWindow): Pooled<number[][]> {
  const [height, width] = [matrix.length, matrix[0]!.length];
  const { shape, data } = pool({ shape: [1, 1, height, width], data: Float64Array.from(matrix.flat()) }, pooling, 'channels-first');
  const [, , rows, columns] = shape as [number, number, number, number];
  return {
    output: Array.from({ length: rows }, (_, row) => [...data.subarray(row * columns, (row + 1) * columns)]),
    unreachedRows: unreached(height, rows, pooling, sidesOf(pooling.padding).top),
    unreachedColumns: unreached(width, columns, pooling, sidesOf(pooling.padding).left),
  };
}

function pool(input: Tensor, { kind, size, stride, padding, ceil, countPadding }: PoolingWindow, layout: PoolOptions['layout']): Result {
  const { top, right, bottom, left } = sidesOf(padding);
  const sides = [
    [top, bottom],
    [left, right],
  ] as const;
  const options = { window: size, stride, padding: sides, ceil, layout };
  return kind === 'max' ? maxPool(input, options).output : averagePool(input, { ...options, countPadding });
}

const sidesOf = (padding: number | Padding): Padding =>
  typeof padding === 'number' ? { top: padding, right: padding, bottom: padding, left: padding } : padding;

/** Cells of the input behind the last window; `before`: the padding where the axis begins. */
const unreached = (input: number, outputs: number, { size, stride }: PoolingWindow, before: number) =>
  Math.max(0, input + before - (outputs - 1) * stride - size);
