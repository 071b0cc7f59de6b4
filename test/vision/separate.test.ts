import { describe, expect, it } from 'vitest';
import { namedFilter, weights } from '../../src/vision/kernels.ts';
import { separate } from '../../src/vision/separate.ts';
import { createRandom } from './random.ts';

const rankOf = (kernel: number[][]) => separate(kernel, 31)!.rows.length;
const product = ({ columns, rows }: { columns: number[][]; rows: number[][] }) =>
  columns[0]!.map((_, i) => rows[0]!.map((_value, j) => columns.reduce((sum, column, k) => sum + column[i]! * rows[k]![j]!, 0)));

describe('taking a kernel apart', () => {
  it('needs as many columns × rows as the kernel has rank', () => {
    const only = (name: Parameters<typeof namedFilter>[0], options = {}) => rankOf(weights(namedFilter(name, options).kernels[0]!));
    expect(only('box', { size: 7 })).toBe(1);
    expect(only('gaussian', { sigma: 2 })).toBe(1);
    expect(only('sobel_x')).toBe(1);
    expect(only('outline')).toBe(2);
    expect(only('unsharp')).toBe(2);
    expect(only('gaussian273')).toBe(3);
    // a round hill: cos(a + b) = cos a · cos b − sin a · sin b, and the hill itself
    expect(only('gabor', { angle: 30 })).toBe(3);
    expect(
      rankOf([
        [0, 0],
        [0, 0],
      ]),
    ).toBe(0);
  });

  it('gives the kernel back when it is put together again', () => {
    const random = createRandom(7);
    for (const side of [1, 2, 5, 9]) {
      const kernel = Array.from({ length: side }, () => Array.from({ length: side + 1 }, () => random() - 0.5));
      const again = product(separate(kernel, 31)!);
      kernel.forEach((row, i) => {
        row.forEach((value, j) => {
          expect(again[i]![j]).toBeCloseTo(value, 12);
        });
      });
    }
  });

  it('is given up when it takes more than was allowed', () => {
    expect(
      separate(
        [
          [1, 0],
          [0, 1],
        ],
        1,
      ),
    ).toBeUndefined();
  });
});
