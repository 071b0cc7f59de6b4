import { describe, expect, it } from 'vitest';
import { BORDERS, type Border, borderIndex, numberAt } from '../../src/vision/border.ts';

const around = (size: number, border: Border, reach: number) =>
  Array.from({ length: size + 2 * reach }, (_, index) => borderIndex(index - reach, size, border));

describe('what lies around a picture', () => {
  it.each([
    ['zero', [undefined, undefined, undefined, 0, 1, 2, undefined, undefined, undefined]],
    ['replicate', [0, 0, 0, 0, 1, 2, 2, 2, 2]],
    // back and forth, the edge pixel itself only once
    ['reflect', [1, 2, 1, 0, 1, 2, 1, 0, 1]],
    ['circular', [0, 1, 2, 0, 1, 2, 0, 1, 2]],
  ] as const)('%s, three cells and three beyond', (border, cells) => {
    expect(around(3, border, 3)).toEqual(cells);
  });

  it('one cell alone is all that there is', () => {
    for (const border of BORDERS)
      expect(around(1, border, 2)).toEqual(border === 'zero' ? [undefined, undefined, 0, undefined, undefined] : [0, 0, 0, 0, 0]);
  });
});

it('finds the number that stands at a place outside a matrix', () => {
  const matrix = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  expect(numberAt(matrix, 0, 2)).toBe(3);
  expect(numberAt(matrix, -1, 0)).toBeUndefined();
  expect(numberAt(matrix, -1, -1, 'reflect')).toBe(5);
  expect(numberAt(matrix, 2, 3, 'replicate')).toBe(6);
  expect(numberAt(matrix, -1, 3, 'circular')).toBe(4);
});
