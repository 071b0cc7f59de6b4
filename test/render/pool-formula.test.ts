import { describe, expect, it } from 'vitest';
import { poolFormula, windowFormula, winner } from '../../src/render/pool-formula.ts';
import type { Pooling } from '../../src/vision/pool-picture.ts';

const pooling = (changes: Partial<Pooling> = {}): Pooling => ({
  kind: 'max',
  size: 2,
  stride: 2,
  padding: 0,
  ceil: false,
  countPadding: true,
  ...changes,
});
const LECTURE = [
  [1, 1, 2, 4],
  [5, 6, 7, 8],
  [3, 2, 1, 0],
  [1, 2, 3, 4],
];

describe('the formula of a pooled size', () => {
  it.each([
    [4, 2, {}, "N' = (4 − 2) / 2 + 1 = 2"],
    [5, 2, {}, "N' = ⌊(5 − 2) / 2⌋ + 1 = ⌊1.5⌋ + 1 = 2"],
    [5, 3, { ceil: true }, "N' = ⌈(5 − 2) / 2⌉ + 1 = ⌈1.5⌉ + 1 = 3"],
    [3, 2, { ceil: true, padding: 1 }, "N' = ⌈(3 + 2·1 − 2) / 2⌉ + 1 = ⌈1.5⌉ + 1 − 1 = 2"],
    [512, 508, { size: 5, stride: 1 }, "N' = (512 − 5) / 1 + 1 = 508"],
  ])('%i → %i', (input, output, changes, expected) => {
    const { plain, latex, leftOut } = poolFormula('N', input, output, pooling(changes));
    expect(plain).toBe(expected);
    expect(leftOut).toBe(expected.includes('− 1 ='));
    expect(latex).not.toMatch(/[·−⌊⌈]/);
  });
});

describe('the formula of a window', () => {
  it('has the numbers in it', () => {
    expect(windowFormula(LECTURE, 0, 0, 6, pooling())).toBe('max(1, 1, 5, 6) = 6');
    expect(windowFormula(LECTURE, 1, 1, 2, pooling({ kind: 'average' }))).toBe('(1 + 0 + 3 + 4) / 4 = 2');
    expect(windowFormula([[-1, 2.5]], 0, 0, 0.75, pooling({ kind: 'average', padding: 1 }))).toBe('(0 + 0 + 0 + (−1)) / 4 = 0.75');
  });

  it('leaves padding out where it does not count', () => {
    expect(windowFormula(LECTURE, 0, 0, 1, pooling({ padding: 1 }))).toBe('max(1) = 1');
    expect(windowFormula(LECTURE, 0, 0, 1, pooling({ kind: 'average', padding: 1, countPadding: false }))).toBe('1 / 1 = 1');
    // cells beyond the padding are never counted
    expect(windowFormula([[4, 6, 8]], 0, 1, 8, pooling({ kind: 'average', ceil: true }))).toBe('8 / 1 = 8');
  });

  it('is left out when nobody could read it', () => {
    expect(windowFormula(LECTURE, 0, 0, 8, pooling({ size: 6 }))).toBeUndefined();
  });

  it('knows which cell won: the first of equals', () => {
    expect(winner(LECTURE, 0, 0, pooling())).toMatchObject({ row: 1, column: 1 });
    expect(
      winner(
        [
          [7, 7],
          [7, 7],
        ],
        0,
        0,
        pooling(),
      ),
    ).toMatchObject({ row: 0, column: 0 });
    expect(winner([[-3]], 0, 0, pooling({ padding: 1 }))).toMatchObject({ row: 0, column: 0 });
  });
});
