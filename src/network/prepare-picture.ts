import type { DigitPreparation } from '../vision/digit/preparation.ts';
import { cropPicture, luminance, resample } from '../vision/digit/resample.ts';
import { toGray } from '../vision/gray.ts';
import type { Picture } from '../vision/picture.ts';
import { Problem } from '../vision/problem.ts';
import { resizePicture } from '../vision/resize.ts';
import type { NetworkInput } from './definition.ts';
import { DIGIT_CLASSES, DIGIT_SIZE } from './digit-network.ts';
import { reordered, withBorder } from './training/dataset.ts';

/** How a picture of another shape becomes the network's: the largest part in its middle, or all of it with gray beside. */
export const FITS = ['crop', 'whole'] as const;
export type Fit = (typeof FITS)[number];

/** A picture as a network is given it. */
export interface PreparedPicture {
  /** height × width × channels values in the network's range. */
  values: Float32Array;
  /** The same to be looked at. */
  seen: Picture;
}

/** A picture whose shorter side is less than this share of the network's input would have to be made up. */
const LEAST_SHARE = 1 / 4;
/** What stands beside a whole picture: the middle of the range, as far from black as from white. */
const BESIDE = 128;

/** Whether a network reads single digits as MNIST has them: then a picture is prepared as MNIST's were. */
export const readsDigits = ({ input, classes }: { input: NetworkInput; classes: readonly string[] }): boolean =>
  input.channels === 1 && classes.length === DIGIT_CLASSES && classes.every((name, digit) => name === String(digit));

/** The shorter side that a photo needs for a network, pixels. */
export const leastSide = ({ width, height }: NetworkInput): number => Math.ceil(Math.min(width, height) * LEAST_SHARE);

export const isTooSmall = (picture: Picture, input: NetworkInput): boolean => Math.min(picture.width, picture.height) < leastSide(input);

/**
 * A photo for a network: cut or fitted to the network's shape, resized, gray or in color as it needs it.
 * @param order puts pixel `order[i]` at place i, last of all
 * @throws Problem `network-picture-small` {width, height, least}: pixels
 */
export async function preparePhoto(picture: Picture, input: NetworkInput, fit: Fit, order?: Uint32Array): Promise<PreparedPicture> {
  const { channels } = input;
  const least = leastSide(input);
  if (isTooSmall(picture, input)) throw new Problem('network-picture-small', { width: picture.width, height: picture.height, least });
  const fitted = fit === 'crop' ? await resizePicture(middleOf(picture, input), input) : await wholeOf(picture, input);
  const seen = inOrder(channels === 1 ? toGray(fitted) : toColor(fitted), order);
  return { values: inRange(seen, input), seen };
}

/** The largest part of a picture, around its middle, that has the input's shape: the box that is cut out. */
export function middleBox(picture: { width: number; height: number }, input: { width: number; height: number }) {
  const scale = Math.min(picture.width / input.width, picture.height / input.height);
  const width = Math.max(1, Math.round(input.width * scale));
  const height = Math.max(1, Math.round(input.height * scale));
  return { x: Math.floor((picture.width - width) / 2), y: Math.floor((picture.height - height) / 2), width, height };
}

const middleOf = (picture: Picture, input: NetworkInput) => cropPicture(picture, middleBox(picture, input));

/** All of the picture as large as the input allows, gray above and below or at both sides. */
async function wholeOf(picture: Picture, input: NetworkInput): Promise<Picture> {
  const scale = Math.min(input.width / picture.width, input.height / picture.height);
  const { width, height, channels, data } = await resizePicture(picture, { width: picture.width * scale, height: picture.height * scale });
  const all = new Uint8Array(input.width * input.height * channels).fill(BESIDE);
  const [left, top] = [Math.floor((input.width - width) / 2), Math.floor((input.height - height) / 2)];
  for (let row = 0; row < height; row++)
    all.set(data.subarray(row * width * channels, (row + 1) * width * channels), ((top + row) * input.width + left) * channels);
  return { width: input.width, height: input.height, channels, data: all };
}

/** Red, green and blue of a gray picture are alike. */
function toColor(picture: Picture): Picture {
  if (picture.channels === 3) return picture;
  return {
    ...picture,
    channels: 3,
    data: Uint8Array.from({ length: 3 * picture.data.length }, (_, at) => picture.data[Math.floor(at / 3)]!),
  };
}

function inOrder(picture: Picture, order: Uint32Array | undefined): Picture {
  if (order === undefined) return picture;
  const { images } = reordered({ ...picture, count: 1, images: picture.data, labels: new Uint8Array(1) }, order);
  return { ...picture, data: images };
}

/**
 * A digit as MNIST has it for a network that reads digits: as it is, with a border of zeros around (LeNet's 32×32), or resized.
 * Where no digit was found, the photo merely squashed.
 * @param preparation of 28×28 values 0…1
 */
export function preparedDigit(preparation: DigitPreparation, input: NetworkInput): PreparedPicture {
  const values = preparation.found ? preparation.input : preparation.unprepared;
  const data = Uint8Array.from(values, (value) => Math.round(255 * Math.min(1, value)));
  const digit: Picture = { width: DIGIT_SIZE, height: DIGIT_SIZE, channels: 1, data };
  const border = (input.width - DIGIT_SIZE) / 2;
  const seen = input.width === input.height && (border === 0 || border === 2) ? bordered(digit, border) : resized(digit, input);
  return { values: inRange(seen, input), seen };
}

function bordered(digit: Picture, border: number): Picture {
  const { width, height, images } = withBorder({ ...digit, count: 1, images: digit.data, labels: new Uint8Array(1) }, border);
  return { width, height, channels: 1, data: images };
}

function resized(digit: Picture, { width, height }: NetworkInput): Picture {
  const { data } = resample(luminance(digit), width, height);
  return { width, height, channels: 1, data: Uint8Array.from(data, (value) => Math.round(Math.min(255, value))) };
}

function inRange({ data }: Picture, { range: [low, high] }: NetworkInput): Float32Array {
  return Float32Array.from(data, (value) => low + (value / 255) * (high - low));
}
