import { outputSize } from '../arithmetic.ts';
import type { Lesson } from '../lesson.ts';
import { outputCell, windowRows, windowSum } from './skills.ts';

/** The lecture's example. */
const PICTURE = [
  [1, 1, 1, 0, 0],
  [0, 1, 1, 1, 0],
  [0, 0, 1, 1, 1],
  [0, 0, 1, 1, 0],
  [0, 1, 1, 0, 0],
];
const CROSS = [
  [1, 0, 1],
  [0, 1, 0],
  [1, 0, 1],
];
/** Tells left from right: turned by half a turn it changes its sign. */
const SLOPE = [
  [-1, 0, 1],
  [-1, 0, 1],
  [-1, 0, 1],
];
const STEP = Array.from({ length: 4 }, () => [0, 0, 9, 9]);
const F = CROSS.length;
const places = outputSize({ n: PICTURE.length, f: F }).output;
const whole = { stride: 1, padding: 0 } as const;
const windows = [0, 1, 2].flatMap((row) =>
  [0, 1, 2].map((column) => PICTURE.slice(row, row + F).flatMap((line) => line.slice(column, column + F))),
);

export const convolution: Lesson = {
  number: 3,
  id: 'convolution',
  skills: [windowSum, outputCell, windowRows],
  numbers: { n: PICTURE.length, places, windows: places ** 2, weights: F ** 2, dense: PICTURE.length ** 2 * places ** 2 },
  figures: {
    first: { job: 'panels', input: { panels: [{ kind: 'kernel-sum', input: PICTURE, kernel: CROSS, row: 0, column: 0 }] } },
    card: {
      job: 'step-card',
      input: {
        numbers: { matrix: PICTURE },
        choice: { kernel: { values: CROSS }, stride: 1, padding: 0, dilation: 1, channels: 'gray', at: { x: 1, y: 0 } },
      },
    },
    whole: { job: 'convolve-matrix', input: { input: PICTURE, kernel: { values: CROSS }, ...whole, border: 'zero', flip: false } },
    rows: {
      job: 'panels',
      input: { panels: [{ kind: 'matrix', values: windows, window: { row: 0, column: 0, rows: 1, columns: F ** 2 } }] },
    },
    correlation: { job: 'convolve-matrix', input: { input: STEP, kernel: { values: SLOPE }, ...whole, border: 'zero', flip: false } },
    turned: { job: 'convolve-matrix', input: { input: STEP, kernel: { values: SLOPE }, ...whole, border: 'zero', flip: true } },
  },
};
