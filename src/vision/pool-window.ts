import { outputShape, type Padding } from './convolution.ts';
import type { Picture } from './picture.ts';

export interface Pooling {
  pool: 'max' | 'average';
  /** Rows and columns of the square window. */
  side: number;
  stride: number;
  /** Cells outside never win a maximum; in a mean they count as zeros. */
  padding: Padding;
}

/**
 * Pools a matrix, rows × columns.
 * @throws Problem `kernel-too-large` when the window does not fit into the padded input
 */
export function poolMatrix(input: number[][], pooling: Pooling): number[][] {
  const { height, width } = pooledShape({ height: input.length, width: input[0]!.length }, pooling);
  return Array.from({ length: height }, (_row, y) =>
    Array.from({ length: width }, (_column, x) => poolAt((row, column) => input[row]?.[column], pooling, y, x)),
  );
}

/** Pools each channel of a picture by itself; means are rounded to whole levels. @throws Problem `kernel-too-large` */
export function poolPicture(picture: Picture, pooling: Pooling): Picture {
  const { height, width } = pooledShape(picture, pooling);
  const { channels, data } = picture;
  const pooled = new Uint8ClampedArray(height * width * channels);
  for (let channel = 0, at = 0; channel < channels; channel++) {
    at = channel;
    const level = (row: number, column: number) =>
      row < 0 || column < 0 || row >= picture.height || column >= picture.width
        ? undefined
        : data[(row * picture.width + column) * channels + channel]!;
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++, at += channels) pooled[at] = poolAt(level, pooling, y, x);
  }
  return { width, height, channels, data: new Uint8Array(pooled.buffer) };
}

const pooledShape = (input: { height: number; width: number }, { side, stride, padding }: Pooling) =>
  outputShape(input, { height: side, width: side }, { stride, dilation: 1, padding });

function poolAt(
  cell: (row: number, column: number) => number | undefined,
  { pool, side, stride, padding }: Pooling,
  y: number,
  x: number,
): number {
  let highest = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let i = 0; i < side; i++) {
    for (let j = 0; j < side; j++) {
      const value = cell(y * stride + i - padding.top, x * stride + j - padding.left);
      if (value === undefined) continue;
      sum += value;
      if (value > highest) highest = value;
    }
  }
  return pool === 'max' ? highest : sum / (side * side);
}
