import type { Language } from '../../src/chat/texts.ts';
import {
  filterParameters,
  groupedParameters,
  outputSize,
  overlap,
  receptiveFields,
  separableParameters,
  transposedSize,
} from '../arithmetic.ts';
import type { Drawing } from '../drawing.ts';
import { inLanguage, outputFormula } from '../formula.ts';
import type { Lesson } from '../lesson.ts';
import { panels } from '../quiz/cell-panels.ts';
import { axesFigure, heatmapFigure } from '../size-figures.ts';
import { axisShape } from './axes-skills.ts';
import { dilatedKernel, dilatedSize } from './dilated-skills.ts';
import { groupsParameters } from './groups-skills.ts';
import { transposedSizeSkill, transposedValue } from './transposed-skills.ts';

const output = (axis: Parameters<typeof outputSize>[0]) => outputSize(axis).output;
/** The lecture's batch, and its two layers. */
const SIGNAL = { n: 50, f: 3, s: 2 };
const VOLUME = [
  { n: 10, f: 3, p: 4, s: 2 },
  { n: 50, f: 5, p: 2, s: 1 },
  { n: 100, f: 2, p: 0, s: 1 },
];
const [VOLUME_CHANNELS, VOLUME_FILTERS] = [16, 33];
const DILATED = { n: 7, f: 3, d: 2 };
const STACK = [1, 2, 4].map((d) => ({ f: 3, d }));
const UP = { n: 2, f: 3, s: 2 };
const WIDE = { n: 4, f: 3, s: 2 };
const [CHANNELS, FILTERS, F] = [64, 128, 3];
const layer = { channels: CHANNELS, filters: FILTERS, f: F };
const same = { channels: CHANNELS, filters: CHANNELS, f: F };

const DIGITS = [
  [1, 0, 2, 1, 0, 1, 2],
  [0, 1, 1, 0, 2, 0, 1],
  [2, 1, 0, 1, 0, 1, 0],
  [1, 0, 1, 2, 1, 0, 2],
  [0, 2, 0, 1, 0, 1, 1],
  [1, 0, 1, 0, 2, 1, 0],
  [2, 1, 0, 1, 1, 0, 1],
];
const CROSS = [
  [1, 0, 1],
  [0, 1, 0],
  [1, 0, 1],
];
const TENT = [
  [1, 2, 1],
  [2, 4, 2],
  [1, 2, 1],
];
const FOUR = [
  [1, 2],
  [3, 4],
];

const transposed = (view: 'spread' | 'zeros'): Drawing => ({
  job: 'animate-grid',
  input: {
    numbers: { matrix: FOUR },
    animation: { kind: 'transposed', view, kernel: { values: TENT }, stride: UP.s, padding: 0, dilation: 1 },
  },
});

/** The box of numbers of one channel before and after, and the formula of each axis between them. */
function volumeFigure(language: Language): Drawing {
  const before = VOLUME.map(({ n }) => n);
  const after = VOLUME.map(output);
  const lines = VOLUME.map((axis, index) => {
    const { plain } = inLanguage(outputFormula(axis)[1]!, language);
    return `${'DHW'.charAt(index)}${plain.slice(1)}`;
  });
  const layers = [
    { name: '@input', lines: [[VOLUME_CHANNELS, ...before].join(' × ')], shape: before },
    { name: '@convolution', lines },
    { name: '@output', lines: [[VOLUME_FILTERS, ...after].join(' × ')], shape: after },
  ];
  return panels([{ kind: 'layers', layers }]);
}

export const otherConvolutions: Lesson = {
  number: 13,
  id: 'other-convolutions',
  skills: [axisShape, dilatedKernel, dilatedSize, transposedSizeSkill, transposedValue, groupsParameters],
  numbers: {
    length: output(SIGNAL),
    depth: output(VOLUME[0]!),
    high: output(VOLUME[1]!),
    wide: output(VOLUME[2]!),
    span: outputSize(DILATED).span,
    dilated: output(DILATED),
    triple: outputSize({ n: 1, f: 3, d: 3 }).span,
    stacked: receptiveFields(STACK).at(-1)!.field,
    plainStack: receptiveFields(STACK.map(({ f }) => ({ f }))).at(-1)!.field,
    long: output({ n: 32, f: 3, d: 4 }),
    up: transposedSize(UP),
    upPadded: transposedSize({ n: 3, f: 3, s: 2, p: 1 }),
    upMore: transposedSize({ n: 3, f: 3, s: 2, p: 1, op: 1 }),
    down: output({ n: 6, f: 3, s: 2, p: 1 }),
    inserted: (UP.n - 1) * UP.s + 1,
    bordered: (UP.n - 1) * UP.s + 1 + 2 * (UP.f - 1),
    overlapLeast: Math.min(...overlap(WIDE)) ** 2,
    overlapMost: Math.max(...overlap(WIDE)) ** 2,
    wideUp: transposedSize(WIDE),
    wholeSame: filterParameters(same),
    grouped: groupedParameters({ ...same, groups: 4 }),
    depthwise: groupedParameters({ ...same, groups: CHANNELS }),
    pointwise: filterParameters({ channels: CHANNELS, filters: FILTERS, f: 1 }),
    separable: separableParameters(layer),
    whole: filterParameters(layer),
    times: Math.round((10 * filterParameters(layer)) / separableParameters(layer)) / 10,
  },
  figures: {
    signal: axesFigure([SIGNAL]),
    volume: volumeFigure,
    dilated: {
      job: 'animate-grid',
      input: {
        numbers: { matrix: DIGITS },
        animation: {
          kind: 'convolve',
          kernel: { values: CROSS },
          stride: 1,
          padding: 0,
          dilation: DILATED.d,
          border: 'zero',
        },
      },
    },
    stack: panels([{ kind: 'fields', size: 15, layers: STACK }]),
    spread: transposed('spread'),
    zeros: transposed('zeros'),
    overlap: heatmapFigure(WIDE, 'tconv'),
    groups: panels([1, 2, 4].map((groups) => ({ kind: 'groups' as const, caption: `G = ${groups}`, channels: 4, filters: 4, groups }))),
    separable: panels([
      { kind: 'groups', caption: '3×3, G = 4', channels: 4, filters: 4, groups: 4 },
      { kind: 'groups', caption: '1×1, G = 1', channels: 4, filters: 4, groups: 1 },
      {
        kind: 'bars',
        caption: '@parameters',
        bars: [
          { label: `3×3, ${CHANNELS} → ${FILTERS}`, value: filterParameters(layer) },
          { label: `3×3 (G = ${CHANNELS}) + 1×1`, value: separableParameters(layer) },
        ],
      },
    ]),
  },
};
