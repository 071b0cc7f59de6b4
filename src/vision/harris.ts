/** Corners by Harris and Stephens (1988): where the picture changes in both directions. */
import { paddingFor } from './convolution.ts';
import { gradientOf } from './gradient.ts';
import { toGray } from './gray.ts';
import { boxKernel, gaussianKernel, type Kernel } from './kernel-shapes.ts';
import type { Picture, Plane } from './picture.ts';
import { createRowFilter } from './simd/row-filter.ts';

export interface HarrisChoice {
  /** 0.01…0.25, usually 0.04…0.06: the larger, the fewer edges pass for corners. */
  k: number;
  /** The mean around each pixel: a square of `size` × `size` (odd), or a Gaussian of `sigma` pixels. */
  window: { shape: 'box'; size: number } | { shape: 'gaussian'; sigma: number };
}

export interface Corner {
  x: number;
  y: number;
  response: number;
}

/** What a step from black to white gives through Sobel's kernel: gradients are measured in it, as OpenCV's cornerHarris does. */
const FULL_STEP = 4 * 255;

/**
 * R = det M − k · (trace M)² of the structure tensor M = mean over the window of [gx², gx·gy; gx·gy, gy²], for every pixel: large and positive at
 * corners, negative along edges, near 0 on even areas. Borders are mirrored. With a box of odd size these are cornerHarris's numbers.
 */
export function harrisResponse(picture: Picture, { k, window }: HarrisChoice): Plane {
  const { width, height, x, y } = gradientOf(toGray(picture), 'reflect');
  // gx², gx·gy and gy² side by side, like the colors of a pixel
  const products = new Float32Array(width * height * 3);
  const unit = FULL_STEP ** -2;
  for (let pixel = 0, at = 0; pixel < x.length; pixel++, at += 3) {
    const across = x[pixel]!;
    const down = y[pixel]!;
    products[at] = across * across * unit;
    products[at + 1] = across * down * unit;
    products[at + 2] = down * down * unit;
  }
  const kernel = windowKernel(window);
  const side = kernel.values.length;
  const rows = createRowFilter(
    { width, height, channels: 3, data: products },
    [kernel],
    { stride: 1, dilation: 1, padding: paddingFor('same', { height: side, width: side }), border: 'reflect' },
    { width, height },
  );
  const [sums] = rows.sums;
  const { unit: scale } = rows;
  const data = new Float32Array(width * height);
  for (let row = 0, to = 0; row < height; row++) {
    rows.compute(row);
    for (let at = 0; at < width * 3; at += 3, to++) {
      const xx = sums![at]! * scale;
      const xy = sums![at + 1]! * scale;
      const yy = sums![at + 2]! * scale;
      data[to] = xx * yy - xy * xy - k * (xx + yy) ** 2;
    }
  }
  return { width, height, data };
}

const windowKernel = (window: HarrisChoice['window']): Kernel =>
  window.shape === 'box' ? boxKernel(window.size) : gaussianKernel({ sigma: window.sigma });

/**
 * The strongest corners, no two closer than `distance` pixels: local maxima of the response above `quality` × its largest value, taken from the
 * strongest on. An even picture has none.
 */
export function findCorners(
  { width, height, data }: Plane,
  { quality, distance, most }: { quality: number; distance: number; most: number },
): Corner[] {
  let largest = 0;
  for (let at = 0; at < data.length; at++) largest = Math.max(largest, data[at]!);
  const found: Corner[] = [];
  // on the picture's own edge a corner cannot be told from the mirror
  for (let y = 1; y < height - 1; y++)
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++)
      if (data[at]! > quality * largest && isPeak(data, at, width)) found.push({ x, y, response: data[at]! });
  found.sort((a, b) => b.response - a.response || a.y - b.y || a.x - b.x);
  const kept: Corner[] = [];
  for (const corner of found) {
    if (kept.length === most) break;
    if (kept.every(({ x, y }) => (x - corner.x) ** 2 + (y - corner.y) ** 2 >= distance ** 2)) kept.push(corner);
  }
  return kept;
}

/** No neighbor is larger, and none before it is equal. */
function isPeak(data: Float32Array, at: number, width: number): boolean {
  const value = data[at]!;
  return (
    value > data[at - width - 1]! &&
    value > data[at - width]! &&
    value > data[at - width + 1]! &&
    value > data[at - 1]! &&
    value >= data[at + 1]! &&
    value >= data[at + width - 1]! &&
    value >= data[at + width]! &&
    value >= data[at + width + 1]!
  );
}
