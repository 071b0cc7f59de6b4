import { filterParameters } from '../arithmetic.ts';
import { DIGIT_FIELD } from '../digit-layers.ts';
import type { Lesson } from '../lesson.ts';
import { panels } from '../quiz/cell-panels.ts';
import { channelSum, filterPictures, weightGray } from './skills.ts';

/** The digit network's convolutions: 1 → 32 → 32 channels, 3×3. */
const FIRST = { channels: 1, filters: 32, f: 3 };
const SECOND = { channels: 32, filters: 32, f: 3 };
/** A filter with both signs, to be turned into grays. */
const WEIGHTS = [
  [-2, 0, 3],
  [-1, 1, 2],
  [-2, 0, 3],
];
/** Dark on the left, bright on the right. */
const EDGE = Array.from({ length: 3 }, () => [-1, 0, 1]);
const [LOW, HIGH] = [-2, 3];
const gray = (weight: number) => (255 * (weight - LOW)) / (HIGH - LOW);
/** Two channels of one filter of a second layer, and what they meet. */
const CHANNELS = [
  {
    input: [
      [2, 0],
      [1, 0],
    ],
    kernel: [
      [2, -1],
      [1, -1],
    ],
  },
  {
    input: [
      [0, 3],
      [0, 1],
    ],
    kernel: [
      [1, -1],
      [0, -1],
    ],
  },
];
const sums = CHANNELS.map(({ input, kernel }) =>
  input.flatMap((row, y) => row.map((value, x) => value * kernel[y]![x]!)).reduce((sum, product) => sum + product, 0),
);

export const filterPicturesLesson: Lesson = {
  number: 16,
  id: 'filters-as-pictures',
  skills: [filterPictures, weightGray, channelSum],
  numbers: {
    firstCount: FIRST.channels * FIRST.filters,
    firstParameters: filterParameters(FIRST),
    secondCount: SECOND.channels * SECOND.filters,
    secondParameters: filterParameters(SECOND),
    zeroGray: gray(0),
    oneGray: gray(1),
    firstSum: sums[0]!,
    secondSum: String(sums[1]).replace('-', '−'),
    sum: sums[0]! + sums[1]!,
  },
  figures: {
    first: { job: 'network-tiles', input: { show: 'filters' } },
    shades: panels([
      { kind: 'matrix', values: WEIGHTS, caption: '@weights' },
      { kind: 'picture', width: 3, height: 3, data: WEIGHTS.flat().map(gray), caption: '0…255' },
    ]),
    edge: panels([
      { kind: 'matrix', values: EDGE, heat: true, caption: '@weights' },
      { kind: 'photo', filter: { kernel: { values: EDGE }, display: 'clip' }, caption: '@after' },
    ]),
    noisy: panels([
      {
        kind: 'picture',
        width: 7,
        height: 7,
        data: smooth((row, column) => Math.cos((row + column - 6) * 0.9)),
        caption: '@smooth',
      },
      { kind: 'picture', width: 7, height: 7, data: noise(), caption: '@noisy' },
    ]),
    channels: { job: 'network-tiles', input: { show: 'channels', filter: 4 } },
    sum: panels(CHANNELS.map(({ input, kernel }) => ({ kind: 'kernel-sum', input, kernel, row: 0, column: 0 }))),
    later: {
      job: 'network-tiles',
      input: { show: 'patches', units: [4], field: DIGIT_FIELD },
    },
  },
  waiting: { S26: 'seeing-inside', S27: 'seeing-inside' },
};

/** A 7×7 filter with waves, as first layers of trained networks have them; 0…255. */
function smooth(wave: (row: number, column: number) => number): number[] {
  return Array.from({ length: 49 }, (_, at) => {
    const [row, column] = [Math.floor(at / 7), at % 7];
    const envelope = Math.exp(-((row - 3) ** 2 + (column - 3) ** 2) / 9);
    return 127.5 + 127.5 * envelope * wave(row, column);
  });
}

/** The same 49 cells without any order: weights that training has hardly moved. */
function noise(): number[] {
  let state = 16;
  return Array.from({ length: 49 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return 40 + Math.floor((state / 2 ** 31) * 175);
  });
}
