import { describe, expect, it } from 'vitest';
import { adamDescent, gradientDescent } from '../../src/network/descent.ts';

/** Of (w₁² + 10·w₂²)/2. */
const valley = ([w1, w2]: readonly number[]) => [w1!, 10 * w2!];

describe('gradient descent', () => {
  it('on c·w² multiplies the weight by 1 − 2cη at every step', () => {
    const path = gradientDescent(([w]) => [2 * 3 * w!], [4], { rate: 0.1, steps: 3 }).map(([w]) => w!);
    [4, 1.6, 0.64, 0.256].forEach((weight, step) => {
      expect(path[step]).toBeCloseTo(weight, 12);
    });
  });

  it('moves every weight by its own slope', () => {
    expect(gradientDescent(valley, [-4, 1], { rate: 0.05, steps: 1 })).toEqual([
      [-4, 1],
      [-3.8, 0.5],
    ]);
  });
});

describe('Adam', () => {
  it('begins with a step of η for every weight, however steep', () => {
    const [, first] = adamDescent(valley, [-4, 1], { rate: 0.3, steps: 1 });
    expect(first![0]).toBeCloseTo(-3.7, 6);
    expect(first![1]).toBeCloseTo(0.7, 6);
  });

  // the formulas of the paper with g₁ = 2 and g₂ = 1.9
  it('then weighs the last gradients', () => {
    const path = adamDescent(([w]) => [2 * w!], [1], { rate: 0.05, steps: 2 });
    const mean = (0.9 * 0.1 * 2 + 0.1 * 1.9) / (1 - 0.81);
    const square = (0.999 * 0.001 * 4 + 0.001 * 1.9 ** 2) / (1 - 0.999 ** 2);
    expect(path[2]![0]).toBeCloseTo(0.95 - (0.05 * mean) / Math.sqrt(square), 6);
  });

  it('comes near the lowest place', () => {
    const [w1, w2] = adamDescent(valley, [-4, 1], { rate: 0.1, steps: 400 }).at(-1)!;
    expect(Math.hypot(w1!, w2!)).toBeLessThan(0.05);
  });
});
