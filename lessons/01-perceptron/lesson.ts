import { denseParameters, flatPlace, linearParameters } from '../arithmetic.ts';
import type { Lesson } from '../lesson.ts';
import { measuredOf, percentOf } from '../measured.ts';
import { panels } from '../quiz/cell-panels.ts';
import { denseParametersSkill, flattenPlace } from './skills.ts';

const SIDE = 4;
const INPUTS = 3 * 32 * 32;
const places = Array.from({ length: SIDE }, (_, row) =>
  Array.from({ length: SIDE }, (_cell, column) => flatPlace({ row, column, height: SIDE, width: SIDE })),
);
/** Vertical and horizontal strokes, 8×8, 0…255. */
const strokes = (isWhite: (row: number, column: number) => boolean) =>
  Array.from({ length: 64 }, (_, index) => (isWhite(Math.floor(index / 8), index % 8) ? 235 : 25));
const small = (caption: string, data: number[]) => ({ kind: 'picture' as const, caption, width: 8, height: 8, data });

/** Right answers on CIFAR-10's test pictures, per cent: pixels in order, and all pictures' pixels in one other order. */
const SCORES = {
  mlp: percentOf(measuredOf('mlp-cifar').test.accuracy, 1),
  mlpShuffled: percentOf(measuredOf('mlp-cifar-shuffled').test.accuracy, 1),
  conv: percentOf(measuredOf('conv-cifar').test.accuracy, 1),
  convShuffled: percentOf(measuredOf('conv-cifar-shuffled').test.accuracy, 1),
};
/** Car, frog, horse, ship. */
const SHOWN_CLASSES = [1, 6, 7, 8];

export const perceptron: Lesson = {
  number: 1,
  id: 'perceptron',
  skills: [denseParametersSkill, flattenPlace],
  numbers: {
    inputs: INPUTS,
    sum: 2 * 0.5 + 1 * -1 + 0 * 3 + 0.5,
    parameters: denseParameters([INPUTS, 100, 10]),
    width: SIDE,
    ...SCORES,
    lost: SCORES.conv - SCORES.convShuffled,
  },
  figures: {
    places: panels([{ kind: 'matrix', values: places }]),
    network: panels([
      {
        kind: 'neurons',
        layers: [
          { count: 4, label: '@input' },
          { count: 3, label: '@hidden' },
          { count: 2, label: '@output' },
        ],
        weights: true,
      },
    ]),
    parameters: panels([
      {
        kind: 'bars',
        bars: [
          { label: '3072 → 100', value: linearParameters(INPUTS, 100) },
          { label: '100 → 10', value: linearParameters(100, 10) },
        ],
      },
    ]),
    templates: panels([
      small(
        '@template',
        strokes((_, column) => column % 4 < 2),
      ),
      small(
        '@fits',
        strokes((row, column) => column % 4 < 2 && row > 0),
      ),
      small(
        '@fits-not',
        strokes((row) => row % 4 < 2),
      ),
    ]),
    learned: { job: 'class-templates', input: { network: 'mlp-cifar', classes: SHOWN_CLASSES } },
    column: panels([{ kind: 'matrix', values: places, window: { row: 0, column: 1, rows: SIDE, columns: 1 } }]),
    shuffled: panels([
      { kind: 'photo', caption: '@original' },
      { kind: 'photo', caption: '@shuffled', shuffle: 7 },
    ]),
    measured: panels([
      {
        kind: 'bars',
        unit: '%',
        bars: [
          { label: '@mlp-in-order', value: SCORES.mlp },
          { label: '@mlp-shuffled', value: SCORES.mlpShuffled },
          { label: '@conv-in-order', value: SCORES.conv },
          { label: '@conv-shuffled', value: SCORES.convShuffled },
        ],
      },
    ]),
    window: panels([
      { kind: 'photo', caption: '@before' },
      { kind: 'photo', caption: '@after', filter: { kernel: { name: 'outline' } } },
    ]),
  },
};
