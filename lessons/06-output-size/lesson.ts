import { chainSizes, outputSize, participation } from '../arithmetic.ts';
import type { Lesson } from '../lesson.ts';
import { gridFigure, heatmapFigure } from '../size-figures.ts';
import { edgeWindows, sizeChain, sizePlain } from './skills.ts';

const N = 5;
const F = 3;
/** The lecture's chain of two 5×5 windows. */
const CHAIN = { n: 32, f: 5 };
const [first, second] = chainSizes(CHAIN.n, [{ f: CHAIN.f }, { f: CHAIN.f }]) as [number, number];
const SEVEN = participation({ n: 7, f: F });

export const outputSizeLesson: Lesson = {
  number: 6,
  id: 'output-size',
  skills: [sizePlain, sizeChain, edgeWindows],
  numbers: {
    n: N,
    small: outputSize({ n: N, f: F }).output,
    big: CHAIN.n,
    first,
    second,
    seven: chainSizes(CHAIN.n, Array(7).fill({ f: CHAIN.f })).at(-1)!,
    corner: SEVEN[0]! ** 2,
    edge: SEVEN[0]! * SEVEN[3]!,
    middle: SEVEN[3]! ** 2,
    reads: outputSize({ n: 7, f: F }).output ** 2 * F * F,
  },
  figures: {
    places: gridFigure({ n: N, f: F }),
    strip: gridFigure({ n: 8, f: F }, 1),
    chain: {
      job: 'panels',
      input: {
        panels: [
          {
            kind: 'layers',
            layers: [
              { name: '@input', lines: [`${CHAIN.n}×${CHAIN.n}`], shape: [1, CHAIN.n, CHAIN.n] },
              { name: '@convolution', lines: [`F = ${CHAIN.f}`, `${first}×${first}`], shape: [1, first, first] },
              { name: '@convolution', lines: [`F = ${CHAIN.f}`, `${second}×${second}`], shape: [1, second, second] },
            ],
          },
        ],
      },
    },
    heatmap: heatmapFigure({ n: 7, f: F }),
  },
};
