import type { Plane } from '../picture.ts';
import { resample } from './resample.ts';

const SMALL_SIDE = 72; // pixels; the ground changes slowly, so it is estimated on a copy of this size

/** What grounds are estimated from: a small copy, lightly blurred, so that a single dark grain of noise does not pull the ground down around it. */
export function calmCopy(plane: Plane): Plane {
  const scale = Math.min(1, SMALL_SIDE / Math.max(plane.width, plane.height));
  return blur(resample(plane, Math.max(1, Math.round(plane.width * scale)), Math.max(1, Math.round(plane.height * scale))), 1);
}

/**
 * The ground that strokes stand on: what stays of the picture when everything brighter (or darker) than its surroundings and narrower than
 * the window is taken away (a morphological opening, or closing), softened. Shadows wider than the window remain part of the ground.
 * @param calm of the picture
 * @param window side of the square window, as a share of the picture's shorter side
 * @param strokes what the strokes are, seen from the ground
 * @param size of the picture
 */
export function groundOf(calm: Plane, window: number, strokes: 'bright' | 'dark', size: { width: number; height: number }): Plane {
  const radius = Math.max(1, Math.round((Math.min(calm.width, calm.height) * window) / 2));
  const opened = strokes === 'bright' ? largest(smallest(calm, radius), radius) : smallest(largest(calm, radius), radius);
  return resample(blur(opened, 1), size.width, size.height);
}

const largest = (plane: Plane, radius: number) => negative(smallest(negative(plane), radius));

function negative({ width, height, data }: Plane): Plane {
  return { width, height, data: data.map((value) => -value) };
}

/** Smallest value within a square of side 2·radius + 1; cells outside the plane do not count. */
function smallest({ width, height, data }: Plane, radius: number): Plane {
  const between = new Float32Array(data.length);
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) slidingMinimum(data, between, y * width, 1, width, radius);
  for (let x = 0; x < width; x++) slidingMinimum(between, out, x, width, height, radius);
  return { width, height, data: out };
}

function slidingMinimum(from: Float32Array, to: Float32Array, start: number, step: number, count: number, radius: number): void {
  for (let i = 0; i < count; i++) {
    const last = Math.min(count - 1, i + radius);
    let least = from[start + i * step]!;
    for (let j = Math.max(0, i - radius); j <= last; j++) {
      const value = from[start + j * step]!;
      if (value < least) least = value;
    }
    to[start + i * step] = least;
  }
}

/** Mean over a square of side 2·radius + 1; at the edges over the part inside. */
export function blur({ width, height, data }: Plane, radius: number): Plane {
  const between = new Float32Array(data.length);
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) slidingMean(data, between, y * width, 1, width, radius);
  for (let x = 0; x < width; x++) slidingMean(between, out, x, width, height, radius);
  return { width, height, data: out };
}

function slidingMean(from: Float32Array, to: Float32Array, start: number, step: number, count: number, radius: number): void {
  let sum = 0;
  let inside = 0;
  for (let i = 0; i < Math.min(radius, count); i++, inside++) sum += from[start + i * step]!;
  for (let i = 0; i < count; i++) {
    if (i + radius < count) {
      sum += from[start + (i + radius) * step]!;
      inside++;
    }
    if (i - radius - 1 >= 0) {
      sum -= from[start + (i - radius - 1) * step]!;
      inside--;
    }
    to[start + i * step] = sum / inside;
  }
}
