import { convolvePlane, type Window } from './convolution.ts';
import { type Display, type Filter, weights } from './kernels.ts';
import type { Picture, Plane } from './picture.ts';

export interface Filtered {
  picture: Picture;
  /** Smallest and largest number that the filter gave, before they became pixels. */
  range: [number, number];
}

/**
 * A filter over a whole photo: gray or each color by itself, then shown as pixels by the filter's own display.
 * @throws Problem `kernel-too-large`
 */
export function filterPicture(picture: Picture, filter: Filter, window: Window): Filtered {
  const planes = filter.color ? splitChannels(picture) : [toGray(picture)];
  const results = planes.map((plane) => applyFilter(plane, filter, window));
  const range = rangeOf(results);
  return { picture: toDisplay(results, filter.display, range), range };
}

/** Smallest and largest value of all planes. */
function rangeOf(planes: Plane[]): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { data } of planes) {
    for (let index = 0; index < data.length; index++) {
      const value = data[index]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}

/** Gray as television weighs the colors (ITU-R BT.601): 0.299 R + 0.587 G + 0.114 B, height × width, 0…255. */
export function toGray({ width, height, channels, data }: Picture): Plane {
  const gray = new Float32Array(width * height);
  if (channels === 1) gray.set(data);
  else
    for (let pixel = 0, at = 0; pixel < gray.length; pixel++, at += 3)
      // whole numbers until the division: gray stays exactly what it was
      gray[pixel] = (299 * data[at]! + 587 * data[at + 1]! + 114 * data[at + 2]!) / 1000;
  return { width, height, data: gray };
}

/** One plane a channel. */
export function splitChannels({ width, height, channels, data }: Picture): Plane[] {
  return Array.from({ length: channels }, (_, channel) => {
    const plane = new Float32Array(width * height);
    for (let pixel = 0, at = channel; pixel < plane.length; pixel++, at += channels) plane[pixel] = data[at]!;
    return { width, height, data: plane };
  });
}

function applyFilter(plane: Plane, filter: Filter, window: Window): Plane {
  const [first, second] = filter.kernels.map((kernel) => convolvePlane(plane, weights(kernel), window));
  if (second === undefined) return first!;
  // the gradient's magnitude √(gx² + gy²)
  const { data } = first!;
  for (let index = 0; index < data.length; index++) {
    const x = data[index]!;
    const y = second.data[index]!;
    data[index] = Math.sqrt(x * x + y * y);
  }
  return first!;
}

/** Numbers as pixels; one plane gives a gray picture, three give red, green and blue. `range` is what `fitted` stretches. */
export function toDisplay(planes: Plane[], display: Display, range: [number, number] = rangeOf(planes)): Picture {
  const { width, height } = planes[0]!;
  const channels = planes.length === 3 ? 3 : 1;
  // a clamped array rounds and cuts off at 0 and 255 by itself
  const data = new Uint8ClampedArray(width * height * channels);
  const { scale, shift } = displayLine(display, range);
  planes.forEach(({ data: source }, channel) => {
    if (display === 'absolute')
      for (let pixel = 0, at = channel; pixel < source.length; pixel++, at += channels) data[at] = Math.abs(source[pixel]!);
    else for (let pixel = 0, at = channel; pixel < source.length; pixel++, at += channels) data[at] = source[pixel]! * scale + shift;
  });
  return { width, height, channels, data: new Uint8Array(data.buffer) };
}

/** pixel = value · scale + shift */
function displayLine(display: Display, [low, high]: [number, number]): { scale: number; shift: number } {
  if (display === 'shifted') return { scale: 1, shift: 128 };
  // a constant has nothing to stretch
  if (display !== 'fitted' || low === high) return { scale: 1, shift: 0 };
  const scale = 255 / (high - low);
  return { scale, shift: -low * scale };
}
