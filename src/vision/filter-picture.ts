import { outputShape, type Window } from './convolution.ts';
import { colorize, type Display, MIDDLE, scaleFor, type Zero } from './display.ts';
import { toGray } from './gray.ts';
import { type Allocate, allocateNew } from './kept-memory.ts';
import { type Filter, weights } from './kernels.ts';
import type { Picture } from './picture.ts';
import { createRowFilter, type RowFilter } from './simd/row-filter.ts';

export interface FilterChoice {
  /** Each color by itself, or the photo made gray first; the filter's own way if not given. `signed` is always gray. */
  channels?: 'gray' | 'color';
  /** The filter's own if not given. A magnitude has no signs: it is shown `absolute`. */
  display?: Display;
  /** What zero is in `signed`; white if not given. */
  zero?: Zero;
  /** Where the pixels' memory comes from. */
  allocate?: Allocate;
  /** Told from time to time how many rows of the result are done. */
  onRows?: (result: Picture, done: number) => void;
}

export interface Filtered {
  picture: Picture;
  /** Channels that were filtered, each by itself. */
  channels: 1 | 3;
  /** Smallest and largest number that the filter gave, before they became pixels. */
  range: [number, number];
  display: Display;
  /** The numbers at the two ends of the display: what black and white (or the two colors) stand for. With `absolute` signs are left out. */
  scale: [number, number];
}

/** Rows that are looked at to choose a scale. */
const SAMPLED_ROWS = 64;
/** Rows that are filtered before anybody is told. */
const ROWS_TOLD = 64;
/** Numbers of each of them, about. */
const SAMPLED_PER_ROW = 512;

/**
 * A filter over a whole photo: gray or each color by itself, then shown as pixels.
 * @throws Problem `kernel-too-large`, `padding-too-large`
 */
export function filterPicture(picture: Picture, filter: Filter, window: Window, choice: FilterChoice = {}): Filtered {
  const { allocate = allocateNew } = choice;
  const magnitude = filter.kernels.length === 2;
  const wanted = choice.display ?? filter.display;
  const display = magnitude && (wanted === 'signed' || wanted === 'shifted') ? 'absolute' : wanted;
  const color = display !== 'signed' && (choice.channels === undefined ? filter.color : choice.channels === 'color');
  const source = color ? picture : toGray(picture, allocate);
  const { values } = filter.kernels[0]!;
  const { width, height } = outputShape(source, { height: values.length, width: values[0]!.length }, window);
  const rows = createRowFilter(source, filter.kernels, window, { width, height });
  const shown = magnitude ? 'magnitude' : display === 'absolute' ? 'absolute' : 'plain';
  const look = lookOf(display, rows, height, filter, magnitude);
  const writer = rows.writer(shown, look.factor, look.shift);
  const data = allocate(rows.samples * height);
  const result: Picture = { width, height, channels: source.channels, data };
  // with two colors nothing is done before all is
  const onRows = display === 'signed' ? undefined : choice.onRows;
  for (let y = 0; y < height; y++) {
    rows.compute(y);
    writer.write(data, y * rows.samples);
    if ((y + 1) % ROWS_TOLD === 0) onRows?.(result, y + 1);
  }
  const shownPicture = display === 'signed' ? colorize(result, choice.zero ?? 'white') : result;
  choice.onRows?.(shownPicture, height);
  return {
    picture: shownPicture,
    channels: source.channels,
    range: writer.extremes(),
    display,
    scale: look.scale,
  };
}

/** pixel = value · factor + shift, and the values that become the ends. */
interface Look {
  factor: number;
  shift: number;
  scale: [number, number];
}

function lookOf(display: Display, rows: RowFilter, height: number, filter: Filter, magnitude: boolean): Look {
  const asTheyAre: Look = { factor: 1, shift: 0, scale: [0, 255] };
  if (display === 'clip') return asTheyAre;
  if (display === 'fitted') {
    const [low, high] = extremesOf(rows, height, magnitude);
    // a constant has nothing to stretch
    if (low === high) return asTheyAre;
    const factor = 255 / (high - low);
    return { factor, shift: -low * factor, scale: [low, high] };
  }
  const most = scaleFor(sampleSizes(rows, height, magnitude), largestPossible(filter));
  if (display === 'absolute') return { factor: 255 / most, shift: 0, scale: [0, most] };
  return { factor: 127 / most, shift: MIDDLE, scale: [-most, most] };
}

/** Smallest and largest number of the whole output. */
function extremesOf(rows: RowFilter, height: number, magnitude: boolean): [number, number] {
  const writer = rows.writer(magnitude ? 'magnitude' : 'plain', 1, 0);
  const unused = new Uint8Array(rows.samples);
  for (let y = 0; y < height; y++) {
    rows.compute(y);
    writer.write(unused, 0);
  }
  return writer.extremes();
}

/** Absolute values from rows and columns spread over the output. */
function sampleSizes(rows: RowFilter, height: number, magnitude: boolean): Float32Array {
  const rowStep = Math.max(1, Math.floor(height / SAMPLED_ROWS));
  const step = Math.max(1, Math.floor(rows.samples / SAMPLED_PER_ROW));
  const perRow = Math.ceil(rows.samples / step);
  const sizes = new Float32Array(Math.ceil(height / rowStep) * perRow);
  const [first, second] = rows.sums;
  for (let y = 0, at = 0; y < height; y += rowStep) {
    rows.compute(y);
    for (let x = 0; x < rows.samples; x += step, at++) {
      const value = first![x]!;
      const other = magnitude ? second![x]! : 0;
      sizes[at] = rows.unit * Math.sqrt(value * value + other * other);
    }
  }
  return sizes;
}

/** The largest size that a filter can give of pixels of 0…255. */
export function largestPossible({ kernels }: Filter): number {
  const one = (sign: 1 | -1) =>
    Math.max(
      ...kernels.map((kernel) =>
        weights(kernel)
          .flat()
          .reduce((sum, weight) => sum + Math.max(0, sign * weight), 0),
      ),
    );
  return 255 * Math.max(one(1), one(-1));
}
