import { ascendedPixel, bestLinearPixel, penalizedScore, withSmallZeroed } from '../arithmetic.ts';
import { DIGIT_FIELD } from '../digit-layers.ts';
import type { Lesson } from '../lesson.ts';
import { panels } from '../quiz/cell-panels.ts';
import { ascentStep, dreamObjective, linearDream } from './ascent-skills.ts';
import { scoreOrProbability } from './probability-skill.ts';
import { regularizer, smallZeroed } from './regularizer-skills.ts';
import { round, sumOf } from './writing.ts';

/** A picture of four pixels and the slopes of its score, for one step by hand. */
const PICTURE = [
  [0, 2],
  [1, 3],
];
const SLOPES = [
  [4, -2],
  [6, 0],
];
const RATE = 0.5;
const climbed = PICTURE.map((row, y) => row.map((pixel, x) => ascendedPixel({ pixel, gradient: SLOPES[y]![x]!, rate: RATE })));

/** A bright picture with a high score, and a pale one with a lower. */
const BRIGHT = { score: 30, pixels: [3, 4] };
const PALE = { score: 22, pixels: [1, 2] };
const LAMBDA = 0.5;
const squares = (pixels: readonly number[]) => sumOf(pixels.map((pixel) => pixel ** 2));

/** Weights of a linear score: bright on the left, dark on the right. */
const WEIGHTS = [
  [4, 0, -2],
  [4, 0, -2],
  [4, 0, -2],
];

/** A row of a dream, before small numbers are set to zero. */
const ROW = [3, -9, 1, 8, -2, 7, 2, -1, 4, -5];
const SHARE = 0.5;
const cleaned = withSmallZeroed(ROW, SHARE);
const rows = (numbers: number[]) => [numbers.slice(0, 5), numbers.slice(5)];

/** Scores of a class and of two others: the second falls, the class's own stays. */
const probability = (scores: readonly number[]) => Math.exp(scores[0]!) / sumOf(scores.map((score) => Math.exp(score)));

export const dreamsLesson: Lesson = {
  number: 21,
  id: 'dreams',
  skills: [ascentStep, dreamObjective, linearDream, scoreOrProbability, regularizer, smallZeroed],
  numbers: {
    first: climbed[0]![0]!,
    second: climbed[0]![1]!,
    third: climbed[1]![0]!,
    brightSquares: squares(BRIGHT.pixels),
    paleSquares: squares(PALE.pixels),
    bright: penalizedScore(BRIGHT.score, BRIGHT.pixels, LAMBDA),
    pale: penalizedScore(PALE.score, PALE.pixels, LAMBDA),
    linear: bestLinearPixel(4, LAMBDA),
    linearDark: String(-bestLinearPixel(-2, LAMBDA)),
    before: round(probability([2, 1, 1]), 2),
    after: round(probability([2, -1, -1]), 2),
    gone: cleaned.filter((number) => number === 0).length,
    field: DIGIT_FIELD.size,
  },
  figures: {
    classes: { job: 'dreams', input: { show: 'classes' } },
    step: panels([
      { kind: 'matrix', values: PICTURE, caption: 'I', heat: true },
      { kind: 'matrix', values: SLOPES, caption: '∂S/∂I', heat: true },
      { kind: 'matrix', values: climbed, caption: 'I + η·∂S/∂I', heat: true },
    ]),
    steps: { job: 'dreams', input: { show: 'steps', digit: 3, keep: [0, 5, 10, 20, 40, 60] } },
    decay: { job: 'dreams', input: { show: 'decay', digit: 8, decays: [0, 0.4, 2, 5] } },
    linear: panels([
      { kind: 'matrix', values: WEIGHTS, caption: 'w', heat: true },
      {
        kind: 'matrix',
        values: WEIGHTS.map((row) => row.map((weight) => bestLinearPixel(weight, LAMBDA))),
        caption: 'I = w / (2λ)',
        heat: true,
      },
    ]),
    mean: { job: 'dreams', input: { show: 'mean', digits: [0, 3, 5, 8, 4] } },
    probability: { job: 'dreams', input: { show: 'probability', digits: [3, 5, 8] } },
    regularizers: { job: 'dreams', input: { show: 'regularizers', digit: 3 } },
    small: panels([
      { kind: 'matrix', values: rows(ROW), caption: '@before', heat: true },
      { kind: 'matrix', values: rows(cleaned), caption: '@after', heat: true },
    ]),
    seeds: { job: 'dreams', input: { show: 'seeds', digit: 8, seeds: [1, 2, 3, 4, 5, 6] } },
    units: { job: 'dreams', input: { show: 'units', units: [9, 12, 13, 14], field: DIGIT_FIELD } },
  },
  waiting: { S36: 'seeing-inside', S37: 'seeing-inside', S38: 'seeing-inside' },
};
