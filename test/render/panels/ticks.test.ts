import { expect, it } from 'vitest';
import { powerAxis } from '../../../src/render/panels/ticks.ts';

it.each([
  [0.5, 80, { low: -1, high: 2, ticks: [-1, 0, 1, 2] }],
  [2.3, 2.25e18, { low: 0, high: 19, ticks: [0, 5, 10, 15] }],
  [1e-4, 3e38, { low: -4, high: 39, ticks: [0, 10, 20, 30] }],
  [1, 1, { low: 0, high: 1, ticks: [0, 1] }],
])('from %d to %d an axis numbers round powers of ten, five at most', (low, high, axis) => {
  expect(powerAxis(low, high)).toEqual(axis);
});
