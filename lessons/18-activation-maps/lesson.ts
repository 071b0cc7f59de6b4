import { outputSize } from '../arithmetic.ts';
import { DIGIT_FIELD } from '../digit-layers.ts';
import type { Lesson } from '../lesson.ts';
import { panels } from '../quiz/cell-panels.ts';
import { bestPatch, deadFilters, mapShape, sparsity } from './skills.ts';

const N = 28;
const FILTERS = 32;
const convolved = outputSize({ n: N, f: 3, p: 1 }).output;
const pooled = outputSize({ n: convolved, f: 2, s: 2 }).output;
const last = outputSize({ n: pooled, f: 2, s: 2 }).output;
/** Looks for a bright left side. */
const WEIGHTS = Array.from({ length: 3 }, () => [1, 0, -1]);
const patch = (row: number[]) => Array.from({ length: 3 }, () => [...row]);
const kernelSum = (row: number[]) => ({ kind: 'kernel-sum' as const, input: patch(row), kernel: WEIGHTS, row: 0, column: 0 });
const sumOver = (row: number[]) => 3 * (row[0]! - row[2]!);
/** A map before ReLU. */
const MAP = [
  [-3, 2, 5, -1, -2],
  [-4, 0, 6, 1, -3],
  [-2, -1, 4, 0, -5],
  [-6, -2, 3, -1, -4],
];
const zeros = MAP.flat().filter((value) => value <= 0).length;
/** Largest activations of five filters on four pictures. */
const PEAKS = [
  [4, 0, 2, 7],
  [0, 0, 0, 0],
  [1, 3, 0, 0],
  [0, 0, 5, 0],
  [6, 2, 2, 8],
];

export const activationMaps: Lesson = {
  number: 18,
  id: 'activation-maps',
  skills: [mapShape, bestPatch, sparsity, deadFilters],
  numbers: {
    n: N,
    filters: FILTERS,
    convolved,
    pooled,
    last,
    field: DIGIT_FIELD.size,
    left: sumOver([1, 0, 0]),
    flat: sumOver([1, 1, 1]),
    zeros,
    cells: MAP.flat().length,
    share: (100 * zeros) / MAP.flat().length,
    dead: PEAKS.filter((row) => row.every((peak) => peak === 0)).length,
  },
  figures: {
    first: { job: 'network-tiles', sample: 'seven', input: { show: 'maps', layer: 'relu1' } },
    shapes: panels([
      {
        kind: 'layers',
        layers: [
          { name: '@input', lines: [`1 × ${N} × ${N}`], shape: [1, N, N] },
          { name: '@convolution', lines: [`${FILTERS} × ${convolved} × ${convolved}`], shape: [FILTERS, convolved, convolved] },
          { name: '@max-pooling', lines: [`${FILTERS} × ${pooled} × ${pooled}`], shape: [FILTERS, pooled, pooled] },
          { name: '@convolution', lines: [`${FILTERS} × ${pooled} × ${pooled}`], shape: [FILTERS, pooled, pooled] },
          { name: '@max-pooling', lines: [`${FILTERS} × ${last} × ${last}`], shape: [FILTERS, last, last] },
        ],
      },
    ]),
    second: { job: 'network-tiles', sample: 'seven', input: { show: 'maps', layer: 'relu2' } },
    patches: { job: 'network-tiles', input: { show: 'patches', units: [2, 3, 4, 5], field: DIGIT_FIELD } },
    sums: panels([kernelSum([1, 0, 0]), kernelSum([1, 1, 1])]),
    relu: panels([
      { kind: 'matrix', values: MAP, caption: '@before', heat: true },
      { kind: 'matrix', values: MAP.map((row) => row.map((value) => Math.max(0, value))), caption: '@after', heat: true },
    ]),
    peaks: panels([{ kind: 'matrix', values: PEAKS, heat: true }]),
  },
  waiting: { S29: 'seeing-inside', S30: 'seeing-inside', S31: 'seeing-inside' },
};
