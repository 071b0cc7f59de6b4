import { filterParameters } from '../arithmetic.ts';
import type { Lesson } from '../lesson.ts';
import type { Panel } from '../quiz/cell-panels.ts';
import { bottleneckParameters, mixPixel, oneByOneShape } from './skills.ts';

/** Three small maps, and what a 1×1 filter makes of them. */
const MAPS = [
  [
    [3, 0, 1],
    [2, 5, 4],
  ],
  [
    [1, 2, 0],
    [0, 4, 1],
  ],
  [
    [0, 3, 2],
    [6, 1, 2],
  ],
];
const WEIGHTS = [2, -1, 1];
const mixedAt = (row: number, column: number) => MAPS.reduce((total, map, index) => total + WEIGHTS[index]! * map[row]![column]!, 0);
const MIXED = [0, 1].map((row) => [0, 1, 2].map((column) => mixedAt(row, column)));
const AT = { row: 1, column: 1, rows: 1, columns: 1 };
const map = (caption: string, values: number[][]): Panel => ({ kind: 'matrix', caption, values, window: AT });

/** The lecture's layer: many channels, a 3×3 window that keeps height and width. */
const [IN, MIDDLE, OUT, F, SIDE] = [256, 64, 256, 3, 28] as const;
const direct = filterParameters({ channels: IN, filters: OUT, f: F });
const reduced = (middle: number) =>
  filterParameters({ channels: IN, filters: middle, f: 1 }) + filterParameters({ channels: middle, filters: OUT, f: F });
/** In percent of the direct layer, to one decimal. */
const share = (middle: number) => Math.round((1000 * reduced(middle)) / direct) / 10;
const grouped = (value: number) => value.toLocaleString('en').replaceAll(',', '\u202f');

export const oneByOne: Lesson = {
  number: 11,
  id: 'one-by-one',
  skills: [mixPixel, oneByOneShape, bottleneckParameters],
  numbers: {
    first: MAPS[0]![1]![1]!,
    second: MAPS[1]![1]![1]!,
    third: MAPS[2]![1]![1]!,
    mixed: MIXED[1]![1]!,
    in: IN,
    middle: MIDDLE,
    out: OUT,
    side: SIDE,
    direct: grouped(direct),
    small: grouped(filterParameters({ channels: IN, filters: MIDDLE, f: 1 })),
    large: grouped(filterParameters({ channels: MIDDLE, filters: OUT, f: F })),
    reduced: grouped(reduced(MIDDLE)),
    share: share(MIDDLE),
    quarter: (100 * MIDDLE) / IN,
  },
  figures: {
    pixel: {
      job: 'panels',
      input: {
        panels: [
          ...MAPS.map((values, index) => map(`c = ${index + 1}, w = ${String(WEIGHTS[index]).replace('-', '−')}`, values)),
          map('@output', MIXED),
        ],
      },
    },
    shapes: {
      job: 'panels',
      input: {
        panels: [
          {
            kind: 'layers',
            layers: [
              { name: '@input', lines: [`${IN}×${SIDE}×${SIDE}`], shape: [IN, SIDE, SIDE] },
              { name: '@convolution', lines: [`F = 1, C_out = ${MIDDLE}`, `${MIDDLE}×${SIDE}×${SIDE}`], shape: [MIDDLE, SIDE, SIDE] },
              { name: '@convolution', lines: [`F = ${F}, P = 1, C_out = ${OUT}`, `${OUT}×${SIDE}×${SIDE}`], shape: [OUT, SIDE, SIDE] },
            ],
          },
        ],
      },
    },
    colors: { job: 'panels', sample: 'scene', input: { panels: [{ kind: 'photo' }, { kind: 'photo', gray: true }] } },
    compared: {
      job: 'panels',
      input: {
        panels: [
          {
            kind: 'bars',
            caption: '@parameters',
            bars: [
              { label: `3×3: ${IN} → ${OUT}`, value: direct },
              { label: `1×1: ${IN} → ${MIDDLE}, 3×3: ${MIDDLE} → ${OUT}`, value: reduced(MIDDLE) },
            ],
          },
        ],
      },
    },
    shares: {
      job: 'panels',
      input: {
        panels: [
          {
            kind: 'bars',
            caption: '@parameters',
            unit: ' %',
            bars: [16, 32, 64, 128, 256].map((middle) => ({ label: `C_t = ${middle}`, value: share(middle) })),
          },
        ],
      },
    },
  },
};
