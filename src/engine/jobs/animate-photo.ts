import { encodeGif } from '../../render/animation/gif.ts';
import { photoLayout, photoScene, type WindowNumbers } from '../../render/animation/photo-scene.ts';
import { dot } from '../../render/products.ts';
import { borderIndex } from '../../vision/border.ts';
import { paddingFor, type Window } from '../../vision/convolution.ts';
import { decodePicture } from '../../vision/decode.ts';
import { filterPicture } from '../../vision/filter-picture.ts';
import { toGray } from '../../vision/gray.ts';
import type { Filter } from '../../vision/kernels.ts';
import type { Picture, Plane } from '../../vision/picture.ts';
import { planesOf } from '../../vision/planes.ts';
import { poolPicture } from '../../vision/pool-picture.ts';
import { resizePicture } from '../../vision/resize.ts';
import { job, type Rendered } from '../job.ts';
import type { GridAnimation } from './animate-grid.ts';
import { filterOf } from './convolve.ts';
import type { FigureStyle } from './figure-style.ts';
import { kernelName, MAX_WORKING_PIXELS, slidingWindow } from './window-choice.ts';

/** What is animated on a photo. */
export type PhotoAnimation = Extract<GridAnimation, { kind: 'convolve' | 'pool' }>;

/** A window that moves over the learner's photo with its numbers, and the output that appears, as a GIF. */
export const animatePhoto = job({
  timeoutMs: 60_000,
  cached: true,
  async run({ bytes, animation, ...style }: { bytes: Uint8Array; animation: PhotoAnimation } & FigureStyle, { onProgress }) {
    const { picture } = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
    const { name, after, window, kernels, color, combine } =
      animation.kind === 'pool' ? pooled(picture, animation) : filtered(picture, animation);
    const layout = photoLayout(picture, after);
    const shrink = (whole: Picture, size: { width: number; height: number }) =>
      size.width < whole.width ? resizePicture(whole, size) : Promise.resolve(whole);
    const [shownBefore, shownAfter] = await Promise.all([shrink(picture, layout.before), shrink(after, layout.after)]);
    // the numbers of one channel are enough to follow
    const plane = color ? planesOf(picture)[1]! : planesOf(toGray(picture))[0]!;
    const scene = photoScene({
      name,
      before: shownBefore,
      after: shownAfter,
      layout,
      input: picture,
      output: after,
      window,
      kernels,
      flipped: animation.kind === 'convolve' && animation.flip === true,
      ...(color ? { channel: 'green' } : {}),
      numbers: ({ y, x }) => combine(pixelsUnder(plane, window, y, x)),
      ...style,
    });
    const { bytes: encoded, width, height, frames } = await encodeGif(scene, onProgress);
    const gif: Rendered = { bytes: encoded, type: 'image/gif', width, height };
    return {
      gif,
      frames,
      name,
      input: { width: picture.width, height: picture.height },
      output: { width: after.width, height: after.height },
    };
  },
});

type MovingWindow = Window & { rows: number; columns: number };

function filtered(picture: Picture, { kernel, flip, ...choice }: Extract<PhotoAnimation, { kind: 'convolve' }>) {
  const filter: Filter = filterOf(kernel, flip);
  const window: MovingWindow = slidingWindow(filter, choice);
  return {
    name: filter.name,
    after: filterPicture(picture, filter, window).picture,
    window,
    kernels: filter.kernels.map((one, index) => ({ ...one, ...(filter.name === 'typed' ? {} : { name: kernelName(filter, index) }) })),
    color: filter.color && picture.channels === 3,
    combine(pixels: number[][]): WindowNumbers {
      const sums = filter.kernels.map(
        ({ values, denominator }) => values.reduce((sum, row, i) => sum + dot(pixels[i]!, row), 0) / denominator,
      );
      return { pixels, sums, value: sums.length === 1 ? sums[0]! : Math.hypot(...sums) };
    },
  };
}

function pooled(picture: Picture, { pool, window: side, stride, padding }: Extract<PhotoAnimation, { kind: 'pool' }>) {
  const zeros = paddingFor(padding, { height: side, width: side });
  const window: MovingWindow = { rows: side, columns: side, stride, dilation: 1, padding: zeros };
  return {
    name: pool,
    after: poolPicture(picture, { kind: pool, size: side, stride, padding: zeros, ceil: false, countPadding: true }).output,
    window,
    kernels: [],
    color: picture.channels === 3,
    combine(pixels: number[][]): WindowNumbers {
      const listed = pixels.flat();
      // levels are never below zero: a zero outside the photo cannot win
      const value = pool === 'max' ? Math.max(...listed) : listed.reduce((sum, pixel) => sum + pixel, 0) / listed.length;
      return { pixels, sums: [], value };
    },
  };
}

/** Whole levels under the window that gives output cell y, x; outside the picture what its border puts there. */
function pixelsUnder(
  { width, height, data }: Plane,
  { rows, columns, stride, dilation, padding, border = 'zero' }: MovingWindow,
  y: number,
  x: number,
): number[][] {
  return Array.from({ length: rows }, (_row, i) =>
    Array.from({ length: columns }, (_column, j) => {
      const row = borderIndex(y * stride + i * dilation - padding.top, height, border);
      const column = borderIndex(x * stride + j * dilation - padding.left, width, border);
      return row === undefined || column === undefined ? 0 : Math.round(data[row * width + column]!);
    }),
  );
}
