/**
 * Canny's edge detector (Canny, 1986) as OpenCV computes it: thinning along the gradient's direction in four sectors, two thresholds, and weak
 * edges kept where they hang on strong ones (8-connected). Maps have one cell more on each side than the picture, so that no neighbor is missing.
 */
import type { Gradient } from './gradient.ts';

/** How a gradient is measured: l1 |gx| + |gy|, l2 √(gx² + gy²). */
export type Norm = 'l1' | 'l2';

/** What a cell of the map of edges is: no maximum or too small, above the low threshold only, above the high one. */
export const MARK = { none: 0, weak: 1, strong: 2 };

/** tan 22.5° in 2¹⁵ths. */
const TAN_22 = 13_573;

export interface Sizes {
  /** (height + 2) × (width + 2), zeros around; for l2 the squares. */
  data: Int32Array;
  /** Cells from one row to the next. */
  stride: number;
  /** The largest gradient, not squared. */
  largest: number;
}

/** The gradient's size at every pixel. */
export function gradientSizes({ width, height, x, y }: Gradient, norm: Norm): Sizes {
  const stride = width + 2;
  const data = new Int32Array(stride * (height + 2));
  let largest = 0;
  for (let row = 0, from = 0; row < height; row++) {
    for (let to = (row + 1) * stride + 1, end = to + width; to < end; to++, from++) {
      const across = x[from]!;
      const down = y[from]!;
      const size = norm === 'l2' ? across * across + down * down : Math.abs(across) + Math.abs(down);
      data[to] = size;
      if (size > largest) largest = size;
    }
  }
  return { data, stride, largest: norm === 'l2' ? Math.sqrt(largest) : largest };
}

/** 1 where the gradient is a maximum along its own direction (a map as large as the sizes'). */
export function thinEdges({ width, height, x, y }: Gradient, { data, stride }: Sizes): Uint8Array {
  const thin = new Uint8Array(data.length);
  for (let row = 0, from = 0; row < height; row++) {
    for (let at = (row + 1) * stride + 1, end = at + width; at < end; at++, from++) {
      const size = data[at]!;
      if (size !== 0 && isMaximum(data, at, stride, size, x[from]!, y[from]!)) thin[at] = 1;
    }
  }
  return thin;
}

/** A tie goes to the pixel further left or above where the direction is along an axis, as in OpenCV; on the diagonals both must be smaller. */
function isMaximum(data: Int32Array, at: number, stride: number, size: number, x: number, y: number): boolean {
  switch (sectorOf(x, y)) {
    case 0:
      return size > data[at - 1]! && size >= data[at + 1]!;
    case 2:
      return size > data[at - stride]! && size >= data[at + stride]!;
    case 1:
      return size > data[at - stride - 1]! && size > data[at + stride + 1]!;
    default:
      return size > data[at - stride + 1]! && size > data[at + stride - 1]!;
  }
}

/** The gradient's direction to the nearest 45°, the two ends alike: 0 →, 1 ↘, 2 ↓, 3 ↙ (y grows downward). */
export function sectorOf(x: number, y: number): 0 | 1 | 2 | 3 {
  const across = Math.abs(x);
  // y · 2¹⁵ stays below 2²⁶
  const down = Math.abs(y) << 15;
  const flat = across * TAN_22;
  if (down < flat) return 0;
  // tan 67.5° = tan 22.5° + 2
  if (down > flat + (across << 16)) return 2;
  return (x ^ y) < 0 ? 3 : 1;
}

/** Marks thin pixels by the two thresholds; a gradient must be larger than the threshold. */
export function markEdges({ data }: Sizes, thin: Uint8Array, { low, high, norm }: { low: number; high: number; norm: Norm }): Uint8Array {
  // whole numbers are compared, as OpenCV does
  const whole = (threshold: number) => Math.floor(norm === 'l2' ? Math.max(0, threshold) ** 2 : threshold);
  const least = whole(Math.min(low, high));
  const sure = whole(Math.max(low, high));
  const marks = new Uint8Array(data.length);
  for (let at = 0; at < marks.length; at++) if (thin[at] === 1 && data[at]! > least) marks[at] = data[at]! > sure ? MARK.strong : MARK.weak;
  return marks;
}

/** Strong pixels and all weak ones that a chain of weak ones connects with them: a map of 0 and 1. */
export function connectEdges(marks: Uint8Array, stride: number): Uint8Array {
  const edges = new Uint8Array(marks.length);
  const stack: number[] = [];
  const neighbors = [-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1];
  for (let at = 0; at < marks.length; at++) {
    if (marks[at] !== MARK.strong || edges[at] === 1) continue;
    edges[at] = 1;
    stack.push(at);
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      for (const step of neighbors) {
        const other = next + step;
        if (marks[other] === MARK.none || edges[other] === 1) continue;
        edges[other] = 1;
        stack.push(other);
      }
    }
  }
  return edges;
}
