import { filterParameters, outputSize } from '../arithmetic.ts';
import type { Drawing } from '../drawing.ts';
import type { Lesson } from '../lesson.ts';
import { panels } from '../quiz/cell-panels.ts';
import { bankParameters, COLORS, channelsWindow, type DeepWindow, deepPanels, deepSum, layerMaps, weightShape } from './skills.ts';

/** The sample photo. */
const PHOTO = { height: 480, width: 720 };
const RGB = 3;
const F = 3;
/** The lecture's bank, and the layer after it. */
const FILTERS = 5;
const NEXT = 8;
/** CIFAR-10's side, and the lecture's larger picture. */
const SMALL = 32;
const LARGE = 100;

/** Two rows and two columns of a reddish corner, and a filter for red against blue. */
const EXAMPLE: DeepWindow = {
  windows: [
    [
      [9, 8],
      [9, 2],
    ],
    [
      [3, 2],
      [4, 1],
    ],
    [
      [1, 2],
      [2, 7],
    ],
  ],
  kernels: [
    [
      [1, 1],
      [1, 1],
    ],
    [
      [0, 1],
      [0, -1],
    ],
    [
      [-1, -1],
      [-1, -1],
    ],
  ],
  bias: 2,
};
const { sums, total } = deepSum(EXAMPLE);
const bank = (filters: Extract<Drawing, { job: 'channels' }>['input']['filters']): Drawing => ({
  job: 'channels',
  sample: 'scene',
  input: { filters, stride: 1, padding: 'valid', parameters: filterParameters({ channels: RGB, filters: filters.length, f: F }) },
});
const sizeAfter = (n: number, layers = 1): number => (layers === 0 ? n : sizeAfter(outputSize({ n, f: F }).output, layers - 1));
const square = (count: number, side: number) => [count, side, side];

export const channels: Lesson = {
  number: 5,
  id: 'channels',
  skills: [channelsWindow, layerMaps, weightShape, bankParameters],
  numbers: {
    photo: [RGB, PHOTO.height, PHOTO.width].join('×'),
    numbers: RGB * PHOTO.height * PHOTO.width,
    red: sums[0]!,
    green: sums[1]!,
    blue: -sums[2]!,
    bias: EXAMPLE.bias,
    total,
    window: RGB * F * F,
    filters: FILTERS,
    maps: [FILTERS, sizeAfter(PHOTO.height), sizeAfter(PHOTO.width)].join('×'),
    map: [1, sizeAfter(PHOTO.height), sizeAfter(PHOTO.width)].join('×'),
    weights: FILTERS * RGB * F * F,
    parameters: filterParameters({ channels: RGB, filters: FILTERS, f: F }),
    next: NEXT,
    nextWeights: [NEXT, FILTERS, F, F].join('×'),
    nextParameters: filterParameters({ channels: FILTERS, filters: NEXT, f: F }),
    small: square(FILTERS, sizeAfter(SMALL)).join('×'),
    large: square(FILTERS, sizeAfter(LARGE)).join('×'),
  },
  figures: {
    grids: panels(EXAMPLE.windows.map((values, channel) => ({ kind: 'matrix', values, caption: COLORS[channel]! }))),
    sum: panels(deepPanels(EXAMPLE, true)),
    one: bank(['red_green']),
    five: bank(['edges_x', 'edges_y', 'mean', 'red_green', 'blue_yellow']),
    chain: panels([
      {
        kind: 'layers',
        layers: [
          { name: '@photo', lines: [square(RGB, SMALL).join('×')], shape: square(RGB, SMALL) },
          { name: '@convolution', lines: [[FILTERS, RGB, F, F].join('×')] },
          { name: '@feature-maps', lines: [square(FILTERS, sizeAfter(SMALL)).join('×')], shape: square(FILTERS, sizeAfter(SMALL)) },
          { name: '@convolution', lines: [[NEXT, FILTERS, F, F].join('×')] },
          { name: '@feature-maps', lines: [square(NEXT, sizeAfter(SMALL, 2)).join('×')], shape: square(NEXT, sizeAfter(SMALL, 2)) },
        ],
      },
    ]),
    colors: bank(['blue_yellow', 'green_magenta']),
  },
};
