import { convolveLayout, drawConvolveFigure } from '../../render/convolve-figure.ts';
import { type Padding, paddingFor, type Window } from '../../vision/convolution.ts';
import { decodePicture } from '../../vision/decode.ts';
import { encodePng } from '../../vision/encode.ts';
import { filterPicture } from '../../vision/filter-picture.ts';
import { type Filter, namedFilter, typedFilter } from '../../vision/kernels.ts';
import type { Picture } from '../../vision/picture.ts';
import { resizePicture } from '../../vision/resize.ts';
import { job, type Rendered } from '../job.ts';
import type { KernelName } from '../kernel-names.ts';
import { type FigureStyle, renderedPhoto } from './figure-style.ts';

/** A filter by name, or typed numbers. */
export type KernelChoice = { name: KernelName; size?: number; sigma?: number } | { values: number[][] };

export interface ConvolveInput {
  bytes: Uint8Array;
  kernel: KernelChoice;
  stride: number;
  padding: 'valid' | 'same' | number;
}

/** Photos are worked on at this size at most, pixels; larger ones are shrunk, and the reply says so. */
const MAX_WORKING_PIXELS = 4_000_000;

export function filterOf(kernel: KernelChoice): Filter {
  return 'values' in kernel ? typedFilter(kernel.values) : namedFilter(kernel.name, kernel);
}

/** The window of a choice; kernels of one filter have one size. */
export function windowOf(filter: Filter, { stride, padding }: Pick<ConvolveInput, 'stride' | 'padding'>): Window {
  const { values } = filter.kernels[0]!;
  return { stride, dilation: 1, padding: paddingFor(padding, { height: values.length, width: values[0]!.length }) };
}

async function work({ bytes, kernel, stride, padding }: ConvolveInput) {
  const filter = filterOf(kernel);
  const window = windowOf(filter, { stride, padding });
  const decoded = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
  const filtered = filterPicture(decoded.picture, filter, window);
  return { filter, window, decoded, filtered };
}

const paddingLabel = (padding: ConvolveInput['padding'], { top, right, bottom, left }: Padding) =>
  padding === 'valid' ? '0' : top === bottom && left === right && top === left ? String(top) : `${top} ${right} ${bottom} ${left}`;

/** A picture at the size it is drawn; small ones are left to the drawing, which keeps their pixels square. */
const shrink = (picture: Picture, size: { width: number; height: number }) =>
  size.width < picture.width ? resizePicture(picture, size) : Promise.resolve(picture);

/** The photo before and after with the kernel's numbers. */
export const convolve = job({
  timeoutMs: 20_000,
  cached: true,
  async run(input: ConvolveInput & FigureStyle) {
    const { filter, window, decoded, filtered } = await work(input);
    const { picture, original, frames } = decoded;
    const channels = filter.color ? picture.channels : 1;
    const range = filtered.range.map((value) => Math.round(value * 100) / 100) as [number, number];
    const layout = convolveLayout(picture, filtered.picture);
    const [before, after] = await Promise.all([shrink(picture, layout.before), shrink(filtered.picture, layout.after)]);
    const figure = drawConvolveFigure({
      layout,
      before,
      after,
      kernelName: filter.name,
      kernels: filter.kernels.map(({ values, denominator }, index) => ({
        name: filter.kernels.length === 1 ? filter.name : `${filter.name}_${index === 0 ? 'x' : 'y'}`,
        values,
        ...(denominator === 1 ? {} : { denominator }),
      })),
      inShape: [channels, picture.height, picture.width],
      outShape: [channels, filtered.picture.height, filtered.picture.width],
      range,
      display: filter.display,
      stride: input.stride,
      padding: paddingLabel(input.padding, window.padding),
      language: input.language,
      theme: input.theme,
    });
    return {
      figure: await renderedPhoto(figure),
      kernelName: filter.name,
      input: { width: picture.width, height: picture.height },
      output: { width: filtered.picture.width, height: filtered.picture.height },
      range,
      original,
      shrunk: original.width !== picture.width,
      frames,
    };
  },
});

/** The filtered photo alone, every pixel of it. */
export const convolveResult = job({
  timeoutMs: 20_000,
  cached: true,
  async run(input: ConvolveInput) {
    const { filter, filtered } = await work(input);
    const { width, height } = filtered.picture;
    const result: Rendered = { bytes: await encodePng(filtered.picture), type: 'image/png', width, height };
    return { result, kernelName: filter.name, range: filtered.range };
  },
});
