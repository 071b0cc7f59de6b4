import { expect, it } from 'vitest';
import { correlation } from '../../src/network/correlation.ts';

it('correlates lists by Pearson', () => {
  expect(correlation([1, 2, 3], [10, 20, 30])).toBeCloseTo(1, 12);
  expect(correlation([1, 2, 3], [5, 3, 1])).toBeCloseTo(-1, 12);
  // deviations −1.5 −0.5 0.5 1.5 and 1 −1 3 −3: −4 / √(5·20)
  expect(correlation([1, 2, 3, 4], [4, 2, 6, 0])).toBeCloseTo(-0.4, 12);
  expect(correlation([1, 2], [7, 7])).toBe(0);
});
