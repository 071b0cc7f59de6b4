import type { Border } from './border.ts';
import type { Picture } from './picture.ts';
import { createRowFilter } from './simd/row-filter.ts';

/** Differences across and down, whole numbers of at most ±1020, row by row (height × width). */
export interface Gradient {
  width: number;
  height: number;
  x: Int16Array;
  y: Int16Array;
}

const SOBEL_X = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1],
];
const SOBEL_Y = [
  [-1, -2, -1],
  [0, 0, 0],
  [1, 2, 1],
];

/** Sobel's gradient of a gray picture, of its own size. */
export function gradientOf(gray: Picture, border: Border): Gradient {
  const { width, height } = gray;
  const window = { stride: 1, dilation: 1, padding: { top: 1, right: 1, bottom: 1, left: 1 }, border };
  const kernels = [SOBEL_X, SOBEL_Y].map((values) => ({ values, denominator: 1 }));
  const rows = createRowFilter(gray, kernels, window, { width, height });
  const [x, y] = [new Int16Array(width * height), new Int16Array(width * height)];
  for (let row = 0; row < height; row++) {
    rows.compute(row);
    x.set(rows.sums[0]!.subarray(0, width), row * width);
    y.set(rows.sums[1]!.subarray(0, width), row * width);
  }
  return { width, height, x, y };
}
