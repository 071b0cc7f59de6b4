import { DIGIT_FIELD } from '../digit-layers.ts';
import {
  foretoldScore,
  hiddenSums,
  inputGradient,
  probabilityGradient,
  type ReluRule,
  reluBackward,
  saliencyOf,
  type TinyNetwork,
  tinyScore,
} from '../gradients.ts';
import type { Lesson } from '../lesson.ts';
import { type Panel, panels } from '../quiz/cell-panels.ts';
import { rowsOf, signed, sumOf } from './numbers.ts';
import { RULES, reluBackwardSkill } from './relu-skill.ts';
import { saliencyPixel, seedsSkill } from './saliency-skills.ts';
import { probabilityGradientSkill, scoreChangeSkill } from './score-skills.ts';
import { inputGradientSkill } from './tiny-network-skill.ts';

const PIXELS = 28 * 28;
/** The digit that the sample shows, and what its seeds are: Simonyan et al., 2013. */
const DIGIT = 7;
const OBJECT = 0.05;
const BACKGROUND = 0.3;

/** S = 2·relu(3·x₁ − x₂) − relu(x₁ + 2·x₂ − 4) */
const TINY: TinyNetwork = {
  weights: [
    [3, -1],
    [1, 2],
  ],
  biases: [0, -4],
  outs: [2, -1],
};
const FIRST = [1, 1];
const SECOND = [2, 3];
const [open, closed] = hiddenSums(TINY, FIRST) as [number, number];
const [first, second] = [FIRST, SECOND].map((x) => inputGradient(TINY, x).map(signed)) as [string[], string[]];

/** Gradients of four pixels in red, green and blue. */
const CHANNELS = [
  [0.4, -0.1, 0, 0.3],
  [-0.9, 0.2, 0.1, -0.7],
  [0.6, -0.5, 0, 0.8],
];
const COLORS = ['@red', '@green', '@blue'];
const saliency = CHANNELS[0]!.map((_, pixel) => saliencyOf(CHANNELS.map((plane) => plane[pixel]!)));
const shaded = (values: readonly number[], columns: number, caption: string): Panel => ({
  kind: 'matrix',
  values: rowsOf(values, columns),
  caption,
  heat: true,
});

const SHARES = [0.9, 0.1];
const SLOPES = [2, -3];
const mean = sumOf(SHARES.map((p, at) => p * SLOPES[at]!));
/** How sure a network is, and what is left of a score's gradient when the other scores stay. */
const SURE = [0.5, 0.8, 0.9, 0.99];

const SCORE = 4;
const GRADIENT = [2, -1, 3];
const CHANGE = [1, 2, -1];

/** What went into a ReLU, and the gradient from above. */
const INPUT = [2, -1, 3, -4, 1, -2, 5, -3, -1];
const ABOVE = [-3, 2, 4, 1, -2, -5, 6, 3, -1];
const passed = (rule: ReluRule) => reluBackward(rule, INPUT, ABOVE);

const unitFigure = (unit: number) => ({ job: 'gradient-maps' as const, input: { show: 'unit' as const, unit, field: DIGIT_FIELD } });
const column = (values: readonly number[]) => values.map((value) => [value]);

/** Of the sample seven and the digit network; test/network/attribution/seven.test.ts measures it again. */
export const MEASURED = {
  /** Mean sizes of the gradient: on the ink, on paper within two pixels of it, and more than five away. */
  onInk: 0.66,
  besideInk: 0.8,
  farFromInk: 0.24,
  /** How far one pixel moves the score of 7 at most. */
  steepest: 3.3,
  /** How much the maps of the trained and of an untrained network are alike: correlations of sizes. */
  alikeGradient: 0.33,
  alikeGuided: 0.63,
};

export const gradients: Lesson = {
  number: 20,
  id: 'gradients',
  skills: [inputGradientSkill, saliencyPixel, probabilityGradientSkill, scoreChangeSkill, seedsSkill, reluBackwardSkill],
  numbers: {
    ...MEASURED,
    pixels: PIXELS,
    open,
    closed: signed(closed),
    score: tinyScore(TINY, FIRST),
    first1: first[0]!,
    first2: first[1]!,
    second1: second[0]!,
    second2: second[1]!,
    saliency: saliency[0]!,
    mean,
    faded: probabilityGradient(SHARES, SLOPES, 0),
    foretold: foretoldScore(SCORE, GRADIENT, CHANGE),
    object: 100 * OBJECT,
    background: 100 * BACKGROUND,
    seeds: Math.round(OBJECT * PIXELS),
    grounds: Math.round(BACKGROUND * PIXELS),
    field: DIGIT_FIELD.size,
    ...Object.fromEntries(RULES.map((rule) => [rule, sumOf(passed(rule))])),
  },
  figures: {
    signs: { job: 'gradient-maps', sample: 'seven', input: { show: 'scores', digits: [DIGIT], methods: ['gradient'], signed: true } },
    tiny: panels([
      { kind: 'matrix', values: column(FIRST), caption: 'x' },
      { kind: 'matrix', values: TINY.weights.map((row) => [...row]), caption: 'W' },
      { kind: 'matrix', values: column(TINY.biases), caption: 'b' },
      { kind: 'matrix', values: [[...TINY.outs]], caption: 'v' },
    ]),
    channels: panels([...CHANNELS.map((plane, at) => shaded(plane, 2, COLORS[at]!)), shaded(saliency, 2, '@saliency')]),
    sizes: { job: 'gradient-maps', sample: 'seven', input: { show: 'scores', digits: [DIGIT], methods: ['gradient'], signed: false } },
    sure: (language) =>
      panels([
        {
          kind: 'bars',
          caption: 'p·(1 − p)',
          bars: SURE.map((p) => ({
            label: `p = ${new Intl.NumberFormat(language).format(p)}`,
            value: Number(probabilityGradient([p, 1 - p], [1, 0], 0).toFixed(4)),
          })),
        },
      ]),
    change: {
      job: 'score-change',
      sample: 'seven',
      input: {
        digit: DIGIT,
        pixels: [
          { row: 10, column: 16 },
          { row: 14, column: 5 },
        ],
      },
    },
    seeds: { job: 'saliency-cut', sample: 'seven', input: { methods: ['gradient'], cut: false } },
    cut: { job: 'saliency-cut', sample: 'seven', input: { methods: ['gradient', 'guided'], cut: true } },
    slanted: unitFigure(13),
    rules: panels([
      shaded(INPUT, 3, '@relu-input'),
      shaded(ABOVE, 3, '@gradient-above'),
      ...RULES.map((rule) => shaded(passed(rule), 3, `@rule-${rule}`)),
    ]),
    guided: {
      job: 'gradient-maps',
      sample: 'seven',
      input: { show: 'scores', digits: [DIGIT, 1], methods: ['gradient', 'guided'], signed: true },
    },
    level: unitFigure(10),
    untrained: { job: 'gradient-maps', sample: 'seven', input: { show: 'untrained', digit: DIGIT } },
  },
  waiting: { S33: 'seeing-inside', S34: 'seeing-inside', S35: 'seeing-inside' },
};
