import type { Plane } from '../picture.ts';
import { resample } from './resample.ts';

const SMALL_SIDE = 72; // pixels; the ground changes slowly, so it is estimated on a copy of this size

/**
 * The ground that strokes stand on: what stays of the picture when everything brighter than its surroundings and narrower than
 * the window is taken away (a morphological opening), softened. Shadows wider than the window remain part of the ground.
 * @param plane strokes bright, ground dark
 * @param window side of the square window, as a share of the plane's shorter side
 */
export function groundOf(plane: Plane, window: number): Plane {
  const scale = Math.min(1, SMALL_SIDE / Math.max(plane.width, plane.height));
  const small = resample(plane, Math.max(1, Math.round(plane.width * scale)), Math.max(1, Math.round(plane.height * scale)));
  const radius = Math.max(1, Math.round((Math.min(small.width, small.height) * window) / 2));
  // A light blur first: a single dark grain of noise must not pull the ground down around it.
  const calm = blur(small, 1);
  const opened = negative(smallest(negative(smallest(calm, radius)), radius));
  return resample(blur(opened, 1), plane.width, plane.height);
}

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
