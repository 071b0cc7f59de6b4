import { chainSizes, filterParameters, outputSize } from '../arithmetic.ts';
import type { Lesson } from '../lesson.ts';
import { poolShape, poolWindow } from './skills.ts';

/** The lecture's example. */
const EXAMPLE = [
  [1, 1, 2, 4],
  [5, 6, 7, 8],
  [3, 2, 1, 0],
  [1, 2, 3, 4],
];
const HALVING = { size: 2, stride: 2, padding: 0, ceil: false, countPadding: true } as const;
const CHANNELS = 64;
const SIDE = 112;
const halved = outputSize({ n: SIDE, f: 2, s: 2 }).output;
/** The sizes of the lecture's LeNet. */
const [first, second, third, fourth] = chainSizes(32, [{ f: 5 }, { f: 2, s: 2 }, { f: 5 }, { f: 2, s: 2 }]);

/** One bright pixel in darkness. */
const bright = (row: number, column: number) =>
  Array.from({ length: 4 }, (_, y) => Array.from({ length: 4 }, (_cell, x) => (y === row && x === column ? 9 : 0)));
const pooled = (values: number[][]) =>
  [0, 2].map((y) => [0, 2].map((x) => Math.max(...values.slice(y, y + 2).flatMap((row) => row.slice(x, x + 2)))));

export const pooling: Lesson = {
  number: 9,
  id: 'pooling',
  skills: [poolWindow, poolShape],
  numbers: {
    channels: CHANNELS,
    side: SIDE,
    halved,
    weights: filterParameters({ channels: CHANNELS, filters: CHANNELS, f: 3 }),
    first: first!,
    second: second!,
    third: third!,
    fourth: fourth!,
    overlapping: outputSize({ n: SIDE, f: 3, p: 1, s: 2 }).output,
  },
  figures: {
    max: { job: 'pool-matrix', input: { input: EXAMPLE, pooling: { kind: 'max', ...HALVING } } },
    average: { job: 'pool-matrix', input: { input: EXAMPLE, pooling: { kind: 'average', ...HALVING } } },
    channels: {
      job: 'panels',
      input: {
        panels: [
          {
            kind: 'layers',
            layers: [
              { name: '@input', lines: [`${CHANNELS}×${SIDE}×${SIDE}`], shape: [CHANNELS, SIDE, SIDE] },
              { name: '@pooling', lines: ['F = 2, S = 2', `${CHANNELS}×${halved}×${halved}`], shape: [CHANNELS, halved, halved] },
            ],
          },
        ],
      },
    },
    photo: { job: 'pool', sample: 'scene', input: { pooling: { ...HALVING, kind: 'max', size: 8, stride: 8 } } },
    kinds: {
      job: 'panels',
      sample: 'scene',
      input: {
        panels: (['max', 'average'] as const).map((kind) => ({
          kind: 'photo' as const,
          caption: `@${kind}-pooling`,
          pool: { kind, size: 12, stride: 12 },
        })),
      },
    },
    shift: {
      job: 'panels',
      input: {
        panels: [bright(0, 0), bright(1, 1), bright(1, 2)].flatMap((values) => [
          { kind: 'matrix' as const, caption: '@input', values, heat: true },
          { kind: 'matrix' as const, caption: '@output', values: pooled(values), heat: true },
        ]),
      },
    },
  },
};
