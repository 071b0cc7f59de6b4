import { convolveLayout } from '../../render/convolve-figure.ts';
import { drawHarrisFigure } from '../../render/harris-figure.ts';
import { decodePicture } from '../../vision/decode.ts';
import { colorize, MIDDLE, scaleFor } from '../../vision/display.ts';
import { findCorners, type HarrisChoice, harrisResponse } from '../../vision/harris.ts';
import type { Picture, Plane } from '../../vision/picture.ts';
import { resizePicture } from '../../vision/resize.ts';
import { job } from '../job.ts';
import { type FigureStyle, renderedPhoto } from './figure-style.ts';

export interface HarrisInput extends HarrisChoice {
  bytes: Uint8Array;
  /** Part of the largest response that a corner must have, 0…1. */
  quality: number;
  /** Corners that are marked at most. */
  most: number;
}

const MAX_WORKING_PIXELS = 1_000_000;
/** Corners keep this part of the picture's longer side apart, and so their marks. */
const DISTANCE_PART = 1 / 45;
/** Responses that are looked at to choose a scale. */
const SAMPLES = 65_536;
/** A scale below this would show nothing but noise: a step of a tenth of the brightness gives about 10⁻⁵. */
const LEAST_SCALE = 1e-6;
/** The response grows with the fourth power of the contrast: more than half of it shown in full color, or nothing of the rest would be seen. */
const SHARE_SHOWN = 0.4;

/** Corners of a photo with the response map that they come from. */
export const harris = job({
  timeoutMs: 20_000,
  cached: true,
  async run({ bytes, language, theme, k, window, quality, most }: HarrisInput & FigureStyle) {
    const { picture, original, frames } = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
    const { width, height } = picture;
    const layout = convolveLayout(picture, picture);
    const shrink = (full: Picture) => (layout.before.width < width ? resizePicture(full, layout.before) : Promise.resolve(full));
    // the library shrinks the photo in a thread of its own meanwhile
    const shrinking = shrink(picture);
    const response = harrisResponse(picture, { k, window });
    const distance = Math.max(3, Math.round(Math.max(width, height) * DISTANCE_PART));
    const corners = findCorners(response, { quality, distance, most });
    const scale = scaleOf(response);
    const [photo, map] = await Promise.all([shrinking, shrink(colorize(shadesOf(response, scale), 'white'))]);
    const figure = drawHarrisFigure({
      photo,
      response: map,
      layout,
      size: { width, height },
      corners,
      k,
      most: scale,
      window,
      language,
      theme,
    });
    return {
      figure: await renderedPhoto(figure),
      corners,
      scale,
      range: rangeOf(response),
      input: { width, height },
      original,
      shrunk: original.width !== width,
      frames,
    };
  },
});

function scaleOf({ data }: Plane): number {
  const step = Math.max(1, Math.floor(data.length / SAMPLES));
  return scaleFor(
    Float32Array.from({ length: Math.ceil(data.length / step) }, (_, index) => Math.abs(data[index * step]!)),
    32 * LEAST_SCALE,
    SHARE_SHOWN,
  );
}

function shadesOf({ width, height, data }: Plane, most: number): Picture {
  const shades = new Uint8ClampedArray(data.length);
  const factor = 127 / most;
  for (let at = 0; at < data.length; at++) shades[at] = MIDDLE + data[at]! * factor;
  return { width, height, channels: 1, data: new Uint8Array(shades.buffer) };
}

function rangeOf({ data }: Plane): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < data.length; at++) {
    low = Math.min(low, data[at]!);
    high = Math.max(high, data[at]!);
  }
  return [low, high];
}
