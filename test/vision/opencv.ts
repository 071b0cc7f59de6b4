import { createRequire } from 'node:module';
import type { Mat } from '@techstark/opencv-js';
import type { Border } from '../../src/vision/border.ts';
import type { Window } from '../../src/vision/convolution.ts';

/** Its module object has a `then` that never settles: an `import` of it, which awaits, would hang. */
export const cv = createRequire(import.meta.url)('@techstark/opencv-js') as typeof import('@techstark/opencv-js');

/** Waits until OpenCV can compute. */
export function loadOpenCv(): Promise<void> {
  return new Promise((resolve) => {
    if (cv.Mat !== undefined) resolve();
    else cv.onRuntimeInitialized = () => resolve();
  });
}

/** Numbers, row by row, as a matrix of doubles. */
export function matOf(rows: number, columns: number, values: ArrayLike<number>): Mat {
  return cv.matFromArray(rows, columns, cv.CV_64F, Array.from(values));
}

const bordersOf = (): Record<Border, number> => ({
  zero: cv.BORDER_CONSTANT,
  reflect: cv.BORDER_REFLECT_101,
  replicate: cv.BORDER_REPLICATE,
  circular: cv.BORDER_WRAP,
});

/**
 * Cross-correlation by OpenCV's filter2D: the input is bordered, filtered, and of the result only the cells are taken whose window
 * lies within and at which the stride stops.
 */
export function correlate(
  input: { width: number; height: number; data: ArrayLike<number> },
  kernel: number[][],
  { stride, dilation, padding, border = 'zero' }: Window,
): { width: number; height: number; data: Float64Array } {
  const spread = spreadOut(kernel, dilation);
  const [rows, columns] = [spread.length, spread[0]!.length];
  const source = matOf(input.height, input.width, input.data);
  const bordered = new cv.Mat();
  const filtered = new cv.Mat();
  const weights = matOf(rows, columns, spread.flat());
  try {
    cv.copyMakeBorder(
      source,
      bordered,
      padding.top,
      padding.bottom,
      padding.left,
      padding.right,
      bordersOf()[border],
      new cv.Scalar(0, 0, 0, 0),
    );
    cv.filter2D(bordered, filtered, cv.CV_64F, weights, new cv.Point(-1, -1), 0, cv.BORDER_CONSTANT);
    const height = Math.floor((bordered.rows - rows) / stride) + 1;
    const width = Math.floor((bordered.cols - columns) / stride) + 1;
    const data = new Float64Array(height * width);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) data[y * width + x] = filtered.doubleAt(y * stride + (rows >> 1), x * stride + (columns >> 1));
    }
    return { width, height, data };
  } finally {
    for (const mat of [source, bordered, filtered, weights]) mat.delete();
  }
}

/** A dilated kernel is the kernel with zeros between its weights. */
function spreadOut(kernel: number[][], dilation: number): number[][] {
  const rows = dilation * (kernel.length - 1) + 1;
  const columns = dilation * (kernel[0]!.length - 1) + 1;
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => (i % dilation === 0 && j % dilation === 0 ? kernel[i / dilation]![j / dilation]! : 0)),
  );
}
