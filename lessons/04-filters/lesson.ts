import type { Lesson } from '../lesson.ts';
import { panels } from '../quiz/cell-panels.ts';
import { blurredValue, gradientSize, hysteresis, SOBEL, sobelResponse, whichFilter } from './skills.ts';

/** The lecture's Gaussian kernel, before it is divided by the sum of its weights. */
const GAUSSIAN = [
  [1, 4, 7, 4, 1],
  [4, 16, 26, 16, 4],
  [7, 26, 41, 26, 7],
  [4, 16, 26, 16, 4],
  [1, 4, 7, 4, 1],
];
/** A dark side and a light one. */
const EDGE = [
  [2, 2, 9],
  [2, 2, 9],
  [2, 2, 9],
];
const sobelOf = (patch: number[][]) =>
  patch.flatMap((row, y) => row.map((gray, x) => gray * SOBEL.x[y]![x]!)).reduce((sum, product) => sum + product, 0);

export const filters: Lesson = {
  number: 4,
  id: 'filters',
  skills: [whichFilter, blurredValue, sobelResponse, gradientSize, hysteresis],
  numbers: { weights: GAUSSIAN.flat().reduce((sum, weight) => sum + weight, 0), edge: sobelOf(EDGE), size: Math.hypot(30, 40) },
  figures: {
    kernel: panels([{ kind: 'matrix', values: GAUSSIAN, heat: true }]),
    blurred: panels([
      { kind: 'photo', caption: '@before' },
      { kind: 'photo', caption: '@after', filter: { kernel: { name: 'gaussian', sigma: 3 } } },
    ]),
    sobel: panels([{ kind: 'kernel-sum', input: EDGE, kernel: SOBEL.x.map((row) => [...row]), row: 0, column: 0 }]),
    edges: { job: 'convolve', sample: 'scene', input: { kernel: { name: 'sobel' }, stride: 1, padding: 'same' } },
    stages: { job: 'canny', sample: 'scene', input: { sigma: 1.4, norm: 'l2' } },
    line: panels([{ kind: 'matrix', values: [[12, 44, 71, 52, 38, 20, 41, 18]] }]),
    corners: { job: 'harris', sample: 'scene', input: { k: 0.05, window: { shape: 'gaussian', sigma: 1.5 }, quality: 0.01, most: 100 } },
  },
};
