/** Random operators, the same in every run. */
import { expect } from 'vitest';
import type { Tensor } from '../../../src/vision/operators/tensor.ts';
import { createRandom } from '../random.ts';

/** Random numbers for operators: whole ones in low … high, and tensors of numbers from −1 to 1. */
export function createCases(seed: number) {
  const random = createRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  return {
    whole,
    list: (length: number, low: number, high: number) => Array.from({ length }, () => whole(low, high)),
    pick: <T>(values: readonly T[]): T => values[whole(0, values.length - 1)]!,
    tensor: (shape: number[]): Tensor => ({
      shape,
      data: Float64Array.from({ length: shape.reduce((product, size) => product * size, 1) }, () => random() * 2 - 1),
    }),
    numbers: (length: number) => Array.from({ length }, () => random() * 2 - 1),
  };
}

/** Equal in shape, and in every value to the given share of the largest. */
export function expectClose(result: Tensor, expected: { shape: readonly number[]; data: ArrayLike<number> }, share = 1e-12): void {
  expect(result.shape).toEqual(expected.shape);
  const values = Array.from(expected.data);
  const scale = Math.max(1, ...values.map(Math.abs));
  let worst = 0;
  values.forEach((value, index) => {
    // −∞ equals itself, though their difference is no number
    if (result.data[index] !== value) worst = Math.max(worst, Math.abs(result.data[index]! - value));
  });
  expect(worst).toBeLessThanOrEqual(share * scale);
}
