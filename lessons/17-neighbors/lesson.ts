import { linearParameters } from '../arithmetic.ts';
import type { Lesson } from '../lesson.ts';
import { panels } from '../quiz/cell-panels.ts';
import { nearestNeighbor, neighborLabels, vectorDistance } from './skills.ts';

const SIDE = 5;
/** A stroke, and the same one column to the right. */
const strokeIn = (column: number) => Array.from({ length: SIDE * SIDE }, (_, at) => (at % SIDE === column ? 1 : 0));
const [STROKE, MOVED, EMPTY] = [strokeIn(1), strokeIn(2), strokeIn(-1)];
const differing = (a: number[], b: number[]) => a.filter((value, at) => value !== b[at]).length;
const shown = (pixels: number[], caption: string) => ({
  kind: 'picture' as const,
  width: SIDE,
  height: SIDE,
  data: pixels.map((pixel) => 235 * pixel + 10),
  caption,
});
/** Two pictures of 2×2 pixels. */
const A = [2, 7, 5, 1];
const B = [2, 4, 1, 1];
const differences = A.map((value, at) => Math.abs(value - B[at]!));

/** Sizes of the digit network's end. */
const [PIXELS, MAPS, FEATURES, CLASSES] = [28 * 28, 32 * 7 * 7, 100, 10] as const;

export const neighbors: Lesson = {
  number: 17,
  id: 'neighbors',
  skills: [vectorDistance, nearestNeighbor, neighborLabels],
  numbers: {
    pixels: PIXELS,
    maps: MAPS,
    features: FEATURES,
    head: linearParameters(FEATURES, CLASSES),
    first: differences[1]!,
    second: differences[2]!,
    distance: Math.hypot(...differences),
    moved: differing(STROKE, MOVED),
    empty: differing(STROKE, EMPTY),
  },
  figures: {
    network: panels([
      {
        kind: 'layers',
        layers: [
          { name: '@input', lines: ['1 × 28 × 28'], shape: [1, 28, 28] },
          { name: '@feature-maps', lines: ['32 × 7 × 7'], shape: [32, 7, 7] },
          { name: '@features', lines: [String(FEATURES)], shape: [FEATURES] },
          { name: '@classifier', lines: [String(CLASSES)], shape: [CLASSES] },
        ],
      },
    ]),
    distance: panels([
      { kind: 'matrix', values: [A.slice(0, 2), A.slice(2)], caption: 'A' },
      { kind: 'matrix', values: [B.slice(0, 2), B.slice(2)], caption: 'B' },
    ]),
    moved: panels([shown(STROKE, '?'), shown(MOVED, 'A'), shown(EMPTY, 'B')]),
    spaces: { job: 'network-tiles', sample: 'seven', input: { show: 'neighbors', shift: 3 } },
    vote: panels([
      {
        kind: 'matrix',
        values: [
          [7, 7, 1, 7, 9, 7],
          [11, 13, 14, 18, 22, 25],
        ],
      },
    ]),
    clusters: { job: 'network-tiles', input: { show: 'distances' } },
  },
  waiting: { S28: 'seeing-inside' },
};
