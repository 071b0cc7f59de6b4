import { convolveLayout, drawConvolveFigure } from '../../render/convolve-figure.ts';
import type { Border } from '../../vision/border.ts';
import { outputShape, type Padding, paddingFor, type Window } from '../../vision/convolution.ts';
import { type DecodedPicture, decodePicture } from '../../vision/decode.ts';
import type { Display, Zero } from '../../vision/display.ts';
import { encodeJpeg, startJpeg } from '../../vision/encode.ts';
import { encodePhotoPng } from '../../vision/encode-photo.ts';
import { type Filtered, filterPicture } from '../../vision/filter-picture.ts';
import { type Allocate, withKeptMemory } from '../../vision/kept-memory.ts';
import { type Filter, type FilterOptions, flipFilter, namedFilter, typedFilter } from '../../vision/kernels.ts';
import type { Picture } from '../../vision/picture.ts';
import { resizePicture } from '../../vision/resize.ts';
import { job, type Rendered } from '../job.ts';
import type { KernelName } from '../kernel-names.ts';
import { type FigureStyle, renderedPhoto } from './figure-style.ts';

/** A filter by name, or typed numbers. */
export type KernelChoice = ({ name: KernelName } & FilterOptions) | { values: number[][] };

export interface WindowChoice {
  stride: number;
  padding: 'valid' | 'same' | number;
  /** 1 (none) if not given. */
  dilation?: number;
  /** What lies in the padding; zero if not given. */
  border?: Border;
}

export interface ConvolveInput extends WindowChoice {
  bytes: Uint8Array;
  kernel: KernelChoice;
  /** True convolution: the kernel turned by 180°. */
  flip?: boolean;
  /** The filter's own way if not given. */
  channels?: 'gray' | 'color';
  /** The filter's own way if not given. */
  display?: Display;
  /** What zero is in the display `signed`; white if not given. */
  zero?: Zero;
}

/** What is odd about a picture, a kernel or what came of them: all weights zero; one color everywhere; one number everywhere. */
export type ConvolveNote = 'kernel-zero' | 'input-constant' | 'output-constant';

/** Photos are worked on at this size at most, pixels; larger ones are shrunk, and the reply says so. */
const MAX_WORKING_PIXELS = 16_000_000;

export function filterOf(kernel: KernelChoice, flip = false): Filter {
  const filter = 'values' in kernel ? typedFilter(kernel.values) : namedFilter(kernel.name, kernel);
  return flip ? flipFilter(filter) : filter;
}

/** The window of a choice; kernels of one filter have one size. */
export function windowOf(filter: Filter, { stride, padding, dilation = 1, border = 'zero' }: WindowChoice): Window {
  return { stride, dilation, padding: paddingFor(padding, sizeOf(filter), dilation), border };
}

const sizeOf = ({ kernels }: Filter) => ({ height: kernels[0]!.values.length, width: kernels[0]!.values[0]!.length });

async function prepare(input: ConvolveInput) {
  const filter = filterOf(input.kernel, input.flip);
  const window = windowOf(filter, input);
  const decoded = await decodePicture(input.bytes, { maxPixels: MAX_WORKING_PIXELS });
  return { filter, window, decoded };
}

/** What both jobs tell about a filtered photo. */
function factsOf(filter: Filter, { picture, original, frames }: DecodedPicture, filtered: Filtered) {
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    kernelName: filter.name,
    input: { width: picture.width, height: picture.height },
    output: { width: filtered.picture.width, height: filtered.picture.height },
    channels: filtered.channels,
    range: filtered.range.map(round) as [number, number],
    display: filtered.display,
    scale: filtered.scale.map(round) as [number, number],
    notes: notesOn(filter, picture, filtered),
    original,
    shrunk: original.width !== picture.width,
    frames,
  };
}

function notesOn(filter: Filter, { data, channels }: Picture, { range }: Filtered): ConvolveNote[] {
  const constant = data.every((value, index) => value === data[index % channels]);
  return [
    ...(filter.kernels.every(({ values }) => values.flat().every((value) => value === 0)) ? ['kernel-zero' as const] : []),
    ...(constant ? ['input-constant' as const] : []),
    ...(range[0] === range[1] ? ['output-constant' as const] : []),
  ];
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
  run: (input: ConvolveInput & FigureStyle) => withKeptMemory((allocate) => draw(input, allocate)),
});

async function draw(input: ConvolveInput & FigureStyle, allocate: Allocate) {
  const { filter, window, decoded } = await prepare(input);
  const layout = convolveLayout(decoded.picture, outputShape(decoded.picture, sizeOf(filter), window));
  // the library shrinks the one in a thread of its own while the other is being filtered here
  const shrinking = shrink(decoded.picture, layout.before);
  const filtered = filterPicture(decoded.picture, filter, window, { ...input, allocate });
  const [before, after] = await Promise.all([shrinking, shrink(filtered.picture, layout.after)]);
  const facts = factsOf(filter, decoded, filtered);
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
    inShape: [facts.channels, facts.input.height, facts.input.width],
    outShape: [facts.channels, facts.output.height, facts.output.width],
    range: facts.range,
    display: facts.display,
    scale: facts.scale,
    zero: input.zero ?? 'white',
    stride: input.stride,
    padding: paddingLabel(input.padding, window.padding),
    language: input.language,
    theme: input.theme,
  });
  return { figure: await renderedPhoto(figure), kernels: filter.kernels, padding: window.padding, ...facts };
}

/** Larger photos that came as JPEG go out as JPEG: a PNG of them has more bytes than chats carry. */
const MAX_EXACT_PIXELS = 4_000_000;

/** The filtered photo alone: every pixel of it as a PNG; a large photo, or one whose PNG would be larger than `maxBytes`, as a JPEG. */
export const convolveResult = job({
  timeoutMs: 20_000,
  cached: true,
  run: (input: ConvolveInput & { maxBytes?: number }) => withKeptMemory((allocate) => filterOnly(input, allocate)),
});

async function filterOnly({ maxBytes, ...input }: ConvolveInput & { maxBytes?: number }, allocate: Allocate) {
  const { filter, window, decoded } = await prepare(input);
  const { width, height } = outputShape(decoded.picture, sizeOf(filter), window);
  const asJpeg = decoded.type === 'JPEG' && width * height > MAX_EXACT_PIXELS;
  const jpeg = startJpeg();
  // a part that is done is encoded in a thread of its own while the next one is being filtered
  const filtered = filterPicture(decoded.picture, filter, window, { ...input, allocate, onRows: asJpeg ? jpeg.rows : undefined });
  const result = asJpeg ? await jpeg.finish() : await encodePhotoPng(filtered.picture);
  const tooLarge = !asJpeg && result.length > (maxBytes ?? Number.POSITIVE_INFINITY);
  const rendered: Rendered = {
    bytes: tooLarge ? await encodeJpeg(filtered.picture) : result,
    type: asJpeg || tooLarge ? 'image/jpeg' : 'image/png',
    width,
    height,
  };
  return { result: rendered, ...factsOf(filter, decoded, filtered) };
}
