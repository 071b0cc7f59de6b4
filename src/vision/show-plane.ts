import { colorize, type Display, MIDDLE, scaleFor } from './display.ts';
import type { Picture, Plane } from './picture.ts';

/** A sample of this many sizes is enough to choose a scale. */
const SAMPLED = 40_000;

/**
 * A filter's numbers as pixels: gray, or two colors around a white zero for `signed`.
 * @param possible the largest size that the filter can give at all
 */
export function showPlane({ width, height, data }: Plane, display: Display, possible: number): Picture {
  const { factor, shift } = lineOf(data, display, possible);
  // a clamped array rounds and cuts off at 0 and 255 by itself
  const levels = new Uint8ClampedArray(data.length);
  if (display === 'absolute') for (let index = 0; index < data.length; index++) levels[index] = Math.abs(data[index]!) * factor;
  else for (let index = 0; index < data.length; index++) levels[index] = data[index]! * factor + shift;
  const shades: Picture = { width, height, channels: 1, data: new Uint8Array(levels.buffer) };
  return display === 'signed' ? colorize(shades, 'white') : shades;
}

/** pixel = value · factor + shift */
function lineOf(data: Float32Array, display: Display, possible: number): { factor: number; shift: number } {
  if (display === 'clip') return { factor: 1, shift: 0 };
  if (display === 'fitted') {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const value of data) [low, high] = [Math.min(low, value), Math.max(high, value)];
    // a constant has nothing to stretch
    const factor = low === high ? 1 : 255 / (high - low);
    return { factor, shift: low === high ? 0 : -low * factor };
  }
  const step = Math.max(1, Math.floor(data.length / SAMPLED));
  const sizes = new Float32Array(Math.ceil(data.length / step));
  for (let index = 0, at = 0; index < data.length; index += step, at++) sizes[at] = Math.abs(data[index]!);
  const most = scaleFor(sizes, possible);
  return display === 'absolute' ? { factor: 255 / most, shift: 0 } : { factor: 127 / most, shift: MIDDLE };
}
