import { describe, expect, it } from 'vitest';
import { drawDigits } from '../../src/network/drawn-digits.ts';
import { meanDistances, nearestOf, sharedLabels } from '../../src/network/nearest.ts';

const vectors = [
  [0, 0],
  [3, 4],
  [0, 1],
  [6, 8],
].map((numbers) => Float32Array.from(numbers));

describe('neighbors', () => {
  it('come nearest first, without the one left out', () => {
    expect(nearestOf(Float32Array.from([1, 1]), vectors, 3)).toEqual([2, 0, 1]);
    expect(nearestOf(vectors[0]!, vectors, 2, 0)).toEqual([2, 1]);
  });

  it('share labels as often as counted by hand', () => {
    // nearest of each: 0 → 2, 1 → 2, 2 → 0, 3 → 1
    expect(sharedLabels(vectors, [5, 7, 5, 7], 1)).toBe(3 / 4);
  });

  it('lie as far apart on average as Pythagoras says', () => {
    const [a, b, c, d] = meanDistances(vectors, [0, 0, 1, 1], 2) as unknown as [number, number, number, number];
    expect(a).toBe(5);
    expect(b).toBeCloseTo((1 + 10 + Math.sqrt(18) + 5) / 4, 5);
    expect(c).toBe(b);
    expect(d).toBeCloseTo(Math.hypot(6, 7), 5);
  });
});

describe('drawn digits', () => {
  it('are the same for the same seed, every digit as often, ink 0…1', () => {
    const digits = drawDigits(20, 3);
    expect(digits.map(({ label }) => label)).toEqual([...Array(20).keys()].map((index) => index % 10));
    expect(drawDigits(20, 3)).toEqual(digits);
    for (const { input } of digits) {
      expect(input).toHaveLength(784);
      expect(Math.min(...input)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...input)).toBeLessThanOrEqual(1);
      expect(Math.max(...input)).toBeGreaterThan(0.5);
    }
  });
});
