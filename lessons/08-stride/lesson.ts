import { outputSize } from '../arithmetic.ts';
import type { Lesson } from '../lesson.ts';
import { gridFigure } from '../size-figures.ts';
import { findStride, sizeStrided, unreached } from './skills.ts';

const N = 7;
const F = 3;
const outputWith = (s: number) => outputSize({ n: N, f: F, s }).output;
/** The first layer of a ResNet. */
const FIRST_LAYER = { n: 224, f: 7, p: 3, s: 2 };
/** Where the windows at stride 3 do not reach. */
const HIDDEN = 99;

export const stride: Lesson = {
  number: 8,
  id: 'stride',
  skills: [sizeStrided, unreached, findStride],
  numbers: {
    n: N,
    two: outputWith(2),
    one: outputWith(1),
    'one-all': outputWith(1) ** 2,
    'two-all': outputWith(2) ** 2,
    three: outputWith(3),
    exact: outputSize({ n: N, f: F, s: 3 }).exact,
    first: outputSize(FIRST_LAYER).output,
    'first-exact': outputSize(FIRST_LAYER).exact,
  },
  figures: {
    strided: gridFigure({ n: N, f: F, s: 2 }),
    places: {
      job: 'panels',
      input: {
        panels: [1, 2, 3].map((s) => ({
          kind: 'cells' as const,
          caption: `S = ${s}`,
          rows: 1,
          columns: N,
          windows: [0, s].map((column) => ({ row: 0, column, rows: 1, columns: F })),
        })),
      },
    },
    unreached: {
      job: 'convolve-matrix',
      input: {
        input: Array.from({ length: N }, (_, row) =>
          Array.from({ length: N }, (_cell, column) => (row === N - 1 || column === N - 1 ? HIDDEN : 1)),
        ),
        kernel: { values: Array.from({ length: F }, () => Array.from({ length: F }, () => 1)) },
        stride: 3,
        padding: 0,
        border: 'zero',
        flip: false,
      },
    },
    photos: {
      job: 'panels',
      sample: 'scene',
      input: {
        panels: [1, 2, 4, 8].map((s) => ({
          kind: 'photo' as const,
          caption: `S = ${s}`,
          filter: { kernel: { name: 'sobel' as const }, stride: s },
        })),
      },
    },
    padded: gridFigure({ n: 8, f: 3, p: 1, s: 2 }),
  },
};
