import { outputSize, samePadding } from '../arithmetic.ts';
import type { Lesson } from '../lesson.ts';
import { gridFigure, heatmapFigure } from '../size-figures.ts';
import { findKernel, findPadding, paddingSame, sizePadded } from './skills.ts';

const N = 5;
const F = 3;
const P = samePadding(F)!;
const outputWith = (p: number) => outputSize({ n: N, f: F, p }).output;

export const padding: Lesson = {
  number: 7,
  id: 'padding',
  skills: [sizePadded, paddingSame, findKernel, findPadding],
  numbers: { n: N, p: P, padded: N + 2 * P, valid: outputWith(0), same: outputWith(P), full: outputWith(F - 1) },
  figures: {
    participation: heatmapFigure({ n: 7, f: F, p: P }),
    padded: gridFigure({ n: N, f: F, p: P }),
    same: {
      job: 'panels',
      input: {
        panels: [3, 5, 7].map((f) => {
          const p = samePadding(f)!;
          return {
            kind: 'cells' as const,
            caption: `F = ${f}, P = ${p}`,
            rows: 1,
            columns: 9,
            padding: { top: 0, right: p, bottom: 0, left: p },
            windows: [{ row: 0, column: 0, rows: 1, columns: f }],
          };
        }),
      },
    },
    zeros: {
      job: 'convolve-matrix',
      input: {
        input: [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ],
        kernel: {
          values: [
            [0, 1, 0],
            [1, 1, 1],
            [0, 1, 0],
          ],
        },
        stride: 1,
        padding: 1,
        border: 'zero',
        flip: false,
      },
    },
  },
};
