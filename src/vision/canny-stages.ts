import { connectEdges, gradientSizes, MARK, markEdges, type Norm, type Sizes, sectorOf, thinEdges } from './canny.ts';
import { type Color, paintShades, scaleFor } from './display.ts';
import { blurLikeOpenCv } from './gaussian-blur.ts';
import { type Gradient, gradientOf } from './gradient.ts';
import { toGray } from './gray.ts';
import type { Picture } from './picture.ts';

export interface CannyChoice {
  /** σ of the blur before, pixels, 0 (none) … 5. */
  sigma: number;
  /** Gradients above the low threshold are weak edges, above the high one strong; parts of the largest gradient if not given. */
  low?: number;
  high?: number;
  norm: Norm;
}

/** In the order of the computation. */
export const CANNY_STAGES = ['gray', 'blurred', 'magnitude', 'direction', 'thin', 'thresholds', 'edges'] as const;
export type CannyStage = (typeof CANNY_STAGES)[number];

export interface CannyResult {
  low: number;
  high: number;
  /** The largest gradient of the blurred picture. */
  largest: number;
  /** The gradient that is white in the pictures of magnitude and direction. */
  white: number;
  /** Thin pixels above the high threshold; those between the two; and how many of these were kept as edges. */
  strong: number;
  weak: number;
  kept: number;
  /** Pictures of the photo's size; `edges` is 255 on edges and 0 elsewhere. */
  stages: Record<CannyStage, Picture>;
}

/** Thresholds without a person's own, as parts of the largest gradient. */
const LOW_PART = 0.1;
const HIGH_PART = 0.2;
/** The largest gradient that can be: 1020 in each direction. */
const POSSIBLE = { l1: 2040, l2: 1443 };
/** Gradients that are looked at to choose what is white. */
const SAMPLES = 32_768;

/** Colors of the four directions →, ↘, ↓, ↙ of the gradient, and of weak edges (Okabe and Ito: told apart by the color-blind). */
export const DIRECTION_COLORS: Color[] = [
  [230, 159, 0],
  [0, 158, 115],
  [86, 180, 233],
  [204, 121, 167],
];
export const STRONG_COLOR: Color = [255, 255, 255];
export const WEAK_COLOR: Color = [230, 120, 30];

/** Shades of one direction's color: four directions fill a palette. */
const DIRECTION_SHADES = 64;

/** Edges of a photo by Canny's method, with a picture of each stage. */
export function cannyStages(picture: Picture, { sigma, norm, ...given }: CannyChoice): CannyResult {
  const gray = toGray(picture);
  const blurred = sigma === 0 ? gray : blurLikeOpenCv(gray, sigma);
  const gradient = gradientOf(blurred, 'replicate');
  const sizes = gradientSizes(gradient, norm);
  const { low, high } = thresholdsFor(given, sizes.largest);
  const thin = thinEdges(gradient, sizes);
  const marks = markEdges(sizes, thin, { low, high, norm });
  const edges = connectEdges(marks, sizes.stride);
  const { white, shades } = shadesOf(sizes, norm);
  const view = (map: Uint8Array): Picture => ({ ...gray, data: withoutMargin(map, gray, sizes.stride) });
  return {
    low,
    high,
    largest: sizes.largest,
    white,
    ...countMarks(marks, edges),
    stages: {
      gray,
      blurred,
      magnitude: view(shades),
      direction: paintShades({ ...gray, data: directionsOf(gradient, shades, sizes.stride) }, DIRECTION_PALETTE),
      thin: view(product(shades, thin)),
      thresholds: paintShades(view(marks), MARK_PALETTE),
      edges: view(product(255, edges)),
    },
  };
}

const DIRECTION_PALETTE = DIRECTION_COLORS.flatMap((color) =>
  Array.from(
    { length: DIRECTION_SHADES },
    (_, shade) => color.map((value) => Math.round((value * shade) / (DIRECTION_SHADES - 1))) as Color,
  ),
);
const MARK_PALETTE: Color[] = [];
MARK_PALETTE[MARK.none] = [0, 0, 0];
MARK_PALETTE[MARK.weak] = WEAK_COLOR;
MARK_PALETTE[MARK.strong] = STRONG_COLOR;

/** What is not given is a part of the largest gradient, a whole number; a given one takes the other with it where it has to. */
function thresholdsFor({ low, high }: { low?: number; high?: number }, largest: number): { low: number; high: number } {
  const part = (share: number) => Math.max(1, Math.round(share * largest));
  if (low !== undefined && high !== undefined) return { low: Math.min(low, high), high: Math.max(low, high) };
  if (high !== undefined) return { low: Math.min(part(LOW_PART), high / 2), high };
  if (low !== undefined) return { low, high: Math.max(part(HIGH_PART), 2 * low) };
  return { low: part(LOW_PART), high: part(HIGH_PART) };
}

/** The gradient's sizes as shades of gray (with a margin), and what is white. */
function shadesOf({ data }: Sizes, norm: Norm): { white: number; shades: Uint8Array } {
  const step = Math.max(1, Math.floor(data.length / SAMPLES));
  const sample = Float32Array.from({ length: Math.floor(data.length / step) }, (_, index) => data[index * step]!);
  const white = scaleFor(norm === 'l2' ? sample.map(Math.sqrt) : sample, POSSIBLE[norm]);
  const shades = new Uint8ClampedArray(data.length);
  const factor = 255 / white;
  if (norm === 'l2') for (let at = 0; at < data.length; at++) shades[at] = Math.sqrt(data[at]!) * factor;
  else for (let at = 0; at < data.length; at++) shades[at] = data[at]! * factor;
  return { white, shades: new Uint8Array(shades.buffer) };
}

/** Places of the direction's palette: the sector, and how strong the gradient is. */
function directionsOf({ width, height, x, y }: Gradient, shades: Uint8Array, stride: number): Uint8Array {
  const places = new Uint8Array(width * height);
  for (let row = 0, index = 0; row < height; row++)
    for (let at = (row + 1) * stride + 1, end = at + width; at < end; at++, index++)
      places[index] = sectorOf(x[index]!, y[index]!) * DIRECTION_SHADES + (shades[at]! >> 2);
  return places;
}

/** The cells of a map that are pixels. */
function withoutMargin(map: Uint8Array, { width, height }: { width: number; height: number }, stride: number): Uint8Array {
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) pixels.set(map.subarray((row + 1) * stride + 1, (row + 1) * stride + 1 + width), row * width);
  return pixels;
}

/** Shades where the mask is 1, else black. */
function product(shades: Uint8Array | number, mask: Uint8Array): Uint8Array {
  const result = new Uint8Array(mask.length);
  for (let at = 0; at < mask.length; at++) if (mask[at] === 1) result[at] = typeof shades === 'number' ? shades : shades[at]!;
  return result;
}

function countMarks(marks: Uint8Array, edges: Uint8Array): { strong: number; weak: number; kept: number } {
  const counts = { strong: 0, weak: 0, kept: 0 };
  for (let at = 0; at < marks.length; at++) {
    if (marks[at] === MARK.strong) counts.strong++;
    else if (marks[at] === MARK.weak) {
      counts.weak++;
      counts.kept += edges[at]!;
    }
  }
  return counts;
}
