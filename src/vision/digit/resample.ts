import type { Picture, Plane } from '../picture.ts';
import type { Box } from './preparation.ts';

/** Luminance (Rec. 601, as JPEG has it) of a picture, 0…255. */
export function luminance(picture: Picture): Plane {
  const { width, height, channels, data } = picture;
  if (channels === 1) return { width, height, data: Float32Array.from(data) };
  const gray = new Float32Array(width * height);
  for (let i = 0, at = 0; i < gray.length; i++, at += 3) gray[i] = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
  return { width, height, data: gray };
}

/** Copies a rectangle out of a picture. The box must lie inside. */
export function cropPicture(picture: Picture, box: Box): Picture {
  const { channels } = picture;
  const data = new Uint8Array(box.width * box.height * channels);
  for (let row = 0; row < box.height; row++) {
    const from = ((box.y + row) * picture.width + box.x) * channels;
    data.set(picture.data.subarray(from, from + box.width * channels), row * box.width * channels);
  }
  return { width: box.width, height: box.height, channels, data };
}

/** Shrinks a picture so that its longer side is at most `side`, each pixel the mean of those it covers; a smaller one stays as it is. */
export function shrinkPicture(picture: Picture, side: number): Picture {
  const longer = Math.max(picture.width, picture.height);
  if (longer <= side) return picture;
  const width = Math.max(1, Math.round((picture.width * side) / longer));
  const height = Math.max(1, Math.round((picture.height * side) / longer));
  const { channels, data } = picture;
  const stride = picture.width * channels;
  const out = new Uint8Array(width * height * channels);
  const columns = sampling(picture.width, 0, picture.width, width);
  const rows = sampling(picture.height, 0, picture.height, height);
  const line = new Float32Array(stride);
  for (let y = 0; y < height; y++) {
    // Rows first, at full width: long plain loops over neighbors in memory are what the engine runs fastest.
    line.fill(0);
    const { first, weights } = rows[y]!;
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i]!;
      for (let at = 0, from = (first + i) * stride; at < stride; at++, from++) line[at]! += data[from]! * weight;
    }
    shrinkLine(line, columns, channels, out, y * width * channels);
  }
  return { width, height, channels, data: out };
}

function shrinkLine(line: Float32Array, columns: Coverage[], channels: number, out: Uint8Array, to: number): void {
  for (let x = 0; x < columns.length; x++) {
    const { first, weights } = columns[x]!;
    for (let channel = 0; channel < channels; channel++) {
      let sum = 0.5;
      for (let i = 0, from = first * channels + channel; i < weights.length; i++, from += channels) sum += line[from]! * weights[i]!;
      out[to + x * channels + channel] = sum;
    }
  }
}

/**
 * A rectangle (fractions allowed, and parts outside, which count as 0) resampled to width × height: by area mean where it shrinks,
 * linearly between pixel centers where it grows.
 */
export function resampleBox(plane: Plane, box: Box, width: number, height: number): Plane {
  const columns = sampling(plane.width, box.x, box.width, width);
  const rows = sampling(plane.height, box.y, box.height, height);
  const flat = flatten(columns);
  const between = new Float32Array(width * plane.height);
  const lastRow = Math.max(...rows.map((row) => row.first + row.weights.length));
  for (let y = Math.min(...rows.map((row) => row.first)); y < lastRow; y++) {
    addColumns(plane.data, y * plane.width, flat, between, y * width);
  }
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const { first, weights } = rows[y]!;
    for (let i = 0; i < weights.length; i++) {
      const from = (first + i) * width;
      const weight = weights[i]!;
      for (let x = 0; x < width; x++) data[y * width + x]! += weight * between[from + x]!;
    }
  }
  return { width, height, data };
}

/** The coverage of all cells in three lists: quicker to walk than an object a cell. */
function flatten(coverage: Coverage[]) {
  const starts = new Int32Array(coverage.length + 1);
  coverage.forEach(({ weights }, index) => {
    starts[index + 1] = starts[index]! + weights.length;
  });
  const first = Int32Array.from(coverage, (cell) => cell.first);
  return { starts, first, weights: Float64Array.from(coverage.flatMap(({ weights }) => weights)) };
}

/** One row: out[x] = Σ weight · source. */
function addColumns(
  source: Float32Array,
  row: number,
  { starts, first, weights }: ReturnType<typeof flatten>,
  out: Float32Array,
  to: number,
): void {
  for (let x = 0, at = 0; x < first.length; x++) {
    let sum = 0;
    for (let from = row + first[x]!; at < starts[x + 1]!; at++, from++) sum += weights[at]! * source[from]!;
    out[to + x] = sum;
  }
}

/** The whole plane resampled to width × height. */
export function resample(plane: Plane, width: number, height: number): Plane {
  return resampleBox(plane, { x: 0, y: 0, width: plane.width, height: plane.height }, width, height);
}

interface Coverage {
  first: number;
  weights: number[];
}

/** For each of `count` cells over a stretch: which pixels it covers, and with what share. */
function sampling(size: number, start: number, length: number, count: number): Coverage[] {
  const step = length / count;
  return Array.from({ length: count }, (_, index) =>
    step >= 1 ? areaShare(size, start + index * step, step) : linearShare(size, start + (index + 0.5) * step - 0.5),
  );
}

function areaShare(size: number, from: number, step: number): Coverage {
  const first = Math.max(0, Math.floor(from));
  const last = Math.min(size, Math.ceil(from + step - 1e-9));
  const weights: number[] = [];
  for (let i = first; i < last; i++) weights.push((Math.min(i + 1, from + step) - Math.max(i, from)) / step);
  return { first: Math.min(first, size - 1), weights };
}

function linearShare(size: number, at: number): Coverage {
  const first = Math.floor(at);
  const share = at - first;
  // Past the edge the last pixel goes on for half a pixel, then nothing.
  if (at < -0.5 || at > size - 0.5) return { first: 0, weights: [] };
  if (first < 0) return { first: 0, weights: [1] };
  if (first >= size - 1) return { first: size - 1, weights: [1] };
  return { first, weights: [1 - share, share] };
}
