/** A small bank of color filters, each of shape 3×3×3 (red, green, blue × rows × columns): what a first layer of a network learns looks alike. */
import { convolve } from './operators/convolve.ts';
import type { Tensor } from './operators/tensor.ts';
import type { Padding } from './operators/window.ts';
import type { Picture, Plane } from './picture.ts';

export const BANK_NAMES = ['edges_x', 'edges_y', 'outline', 'mean', 'red_green', 'blue_yellow', 'diagonal', 'green_magenta'] as const;
export type BankName = (typeof BANK_NAMES)[number];

/** Rows and columns of every filter of the bank. */
export const BANK_SIDE = 3;

/** Weights (red, green, blue) × rows × columns, whole numbers over a denominator. */
export interface ColorFilter {
  name: BankName;
  channels: [red: number[][], green: number[][], blue: number[][]];
  denominator: number;
}

const SOBEL_X = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1],
];
const SOBEL_Y = [
  [-1, -2, -1],
  [0, 0, 0],
  [1, 2, 1],
];
const DIAGONAL = [
  [-2, -1, 0],
  [-1, 0, 1],
  [0, 1, 2],
];
const OUTLINE = [
  [-1, -1, -1],
  [-1, 8, -1],
  [-1, -1, -1],
];

const everyCell = (weight: number) => Array.from({ length: BANK_SIDE }, () => new Array<number>(BANK_SIDE).fill(weight));
/** The same pattern in every color: it sees brightness. */
const gray = (name: BankName, pattern: number[][]): ColorFilter => ({ name, channels: [pattern, pattern, pattern], denominator: 3 });
/** One weight a color, the same in every cell: it sees color and no edges. */
const color = (name: BankName, [red, green, blue]: [number, number, number], denominator: number): ColorFilter => ({
  name,
  channels: [everyCell(red), everyCell(green), everyCell(blue)],
  denominator,
});

const BANK: Record<BankName, ColorFilter> = {
  edges_x: gray('edges_x', SOBEL_X),
  edges_y: gray('edges_y', SOBEL_Y),
  outline: gray('outline', OUTLINE),
  mean: color('mean', [1, 1, 1], 27),
  red_green: color('red_green', [1, -1, 0], 9),
  blue_yellow: color('blue_yellow', [-1, -1, 2], 18),
  diagonal: gray('diagonal', DIAGONAL),
  green_magenta: color('green_magenta', [-1, 2, -1], 18),
};

export const bankFilter = (name: BankName): ColorFilter => BANK[name];

/**
 * One feature map for each filter: the sum over the three channels, bias 0. A gray photo stands in all three channels.
 * @throws Problem `window-too-large`
 */
export function featureMaps(
  picture: Picture,
  filters: readonly ColorFilter[],
  { stride, padding }: { stride: number; padding: Padding },
): Plane[] {
  const { data, shape } = convolve(asTensor(picture), bankTensor(filters), { stride, padding });
  const [, , height, width] = shape as [number, number, number, number];
  return filters.map((_, index) => ({
    width,
    height,
    data: Float32Array.from(data.subarray(index * height * width, (index + 1) * height * width)),
  }));
}

/** Red, green and blue as planes: (1, 3, H, W). */
function asTensor({ width, height, channels, data }: Picture): Tensor {
  const size = width * height;
  const planes = new Uint8Array(3 * size);
  for (let channel = 0; channel < 3; channel++)
    for (let pixel = 0, at = channels === 3 ? channel : 0; pixel < size; pixel++, at += channels)
      planes[channel * size + pixel] = data[at]!;
  return { shape: [1, 3, height, width], data: planes };
}

/** The weights of a layer of these filters: (C_out, 3, 3, 3). */
function bankTensor(filters: readonly ColorFilter[]): Tensor {
  const weights = filters.flatMap(({ channels, denominator }) => channels.flat(2).map((weight) => weight / denominator));
  return { shape: [filters.length, 3, BANK_SIDE, BANK_SIDE], data: Float64Array.from(weights) };
}
