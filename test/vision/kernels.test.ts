import { describe, expect, it } from 'vitest';
import { FILTER_NAMES, type FilterName, MAX_KERNEL_SIDE, namedFilter, typedFilter, weights } from '../../src/vision/kernels.ts';

const kernelsOf = (name: FilterName) => namedFilter(name).kernels.map((kernel) => kernel.values);
const total = (values: number[][]) => values.flat().reduce((sum, value) => sum + value, 0);

describe('the named kernels', () => {
  it.each<[FilterName, number[][]]>([
    [
      'sobel_x',
      [
        [-1, 0, 1],
        [-2, 0, 2],
        [-1, 0, 1],
      ],
    ],
    [
      'sobel_y',
      [
        [-1, -2, -1],
        [0, 0, 0],
        [1, 2, 1],
      ],
    ],
    [
      'prewitt_x',
      [
        [-1, 0, 1],
        [-1, 0, 1],
        [-1, 0, 1],
      ],
    ],
    [
      'prewitt_y',
      [
        [-1, -1, -1],
        [0, 0, 0],
        [1, 1, 1],
      ],
    ],
    [
      'scharr_x',
      [
        [-3, 0, 3],
        [-10, 0, 10],
        [-3, 0, 3],
      ],
    ],
    [
      'scharr_y',
      [
        [-3, -10, -3],
        [0, 0, 0],
        [3, 10, 3],
      ],
    ],
    [
      'sharpen',
      [
        [0, -1, 0],
        [-1, 5, -1],
        [0, -1, 0],
      ],
    ],
    [
      'emboss',
      [
        [-2, -1, 0],
        [-1, 1, 1],
        [0, 1, 2],
      ],
    ],
    [
      'outline',
      [
        [-1, -1, -1],
        [-1, 8, -1],
        [-1, -1, -1],
      ],
    ],
    [
      'laplacian',
      [
        [0, 1, 0],
        [1, -4, 1],
        [0, 1, 0],
      ],
    ],
    [
      'identity',
      [
        [0, 0, 0],
        [0, 1, 0],
        [0, 0, 0],
      ],
    ],
    [
      'box',
      [
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
    ],
    [
      'gaussian',
      [
        [1, 4, 7, 4, 1],
        [4, 16, 26, 16, 4],
        [7, 26, 41, 26, 7],
        [4, 16, 26, 16, 4],
        [1, 4, 7, 4, 1],
      ],
    ],
  ])('%s has the well-known values', (name, values) => {
    expect(kernelsOf(name)).toEqual([values]);
  });

  it('sobel is both of its directions together', () => {
    expect(kernelsOf('sobel')).toEqual([...kernelsOf('sobel_x'), ...kernelsOf('sobel_y')]);
  });

  it.each(FILTER_NAMES)('%s: edges give nothing on an even surface, everything else leaves it as it is', (name) => {
    const filter = namedFilter(name);
    for (const kernel of filter.kernels) expect(total(weights(kernel))).toBeCloseTo(filter.color ? 1 : 0, 12);
    expect(filter.display).toBe(filter.color ? 'clip' : 'absolute');
  });

  it("the lecture's Gaussian is over 273", () => {
    expect(namedFilter('gaussian').kernels[0]!.denominator).toBe(273);
    expect(namedFilter('gaussian', { size: 5 })).toEqual(namedFilter('gaussian'));
  });

  it('a Gaussian falls as exp(−d² / 2σ²) and reaches 3σ to each side', () => {
    for (const sigma of [0.1, 0.8, 1.5, 5]) {
      const values = weights(namedFilter('gaussian', { sigma }).kernels[0]!);
      const middle = (values.length - 1) / 2;
      expect(middle).toBe(Math.ceil(3 * sigma));
      expect(values.length).toBeLessThanOrEqual(MAX_KERNEL_SIDE);
      expect(values[middle]![middle + 1]! / values[middle]![middle]!).toBeCloseTo(Math.exp(-1 / (2 * sigma * sigma)), 12);
      expect(values[middle + 1]![middle + 1]! / values[middle]![middle]!).toBeCloseTo(Math.exp(-2 / (2 * sigma * sigma)), 12);
      expect(total(values)).toBeCloseTo(1, 12);
    }
    expect(namedFilter('gaussian', { size: 3, sigma: 2 }).kernels[0]!.values).toHaveLength(3);
    expect(namedFilter('gaussian', { size: 1 }).kernels[0]!.values).toEqual([[1]]);
  });

  it('a box of any size is a mean', () => {
    expect(namedFilter('box', { size: 2 }).kernels[0]).toEqual({
      values: [
        [1, 1],
        [1, 1],
      ],
      denominator: 4,
    });
    expect(namedFilter('box', { size: 1 }).kernels[0]).toEqual({ values: [[1]], denominator: 1 });
  });

  it('options that a kernel does not have, and a Gaussian without a middle, are refused', () => {
    const problem = (id: string, values: object) => expect.objectContaining({ learner: { id, values } });
    expect(() => namedFilter('sobel', { size: 5 })).toThrow(problem('kernel-size-unused', { kernel: 'sobel' }));
    expect(() => namedFilter('box', { sigma: 1 })).toThrow(problem('kernel-sigma-unused', { kernel: 'box' }));
    expect(() => namedFilter('gaussian', { size: 4 })).toThrow(problem('kernel-size-even', { size: 4 }));
  });
});

describe('a typed kernel', () => {
  it.each([
    ['that sums to zero shows the strength of edges in gray', [[-1, 1]], 'absolute', false],
    ['that sums to zero but for rounding, too', [[0.1, 0.2, -0.3]], 'absolute', false],
    ['that keeps the brightness keeps the colors', [[0.5, 0.5]], 'clip', true],
    ['that doubles it shows what becomes too bright', [[2]], 'clip', true],
    [
      'of ones is fitted, for it would be all white',
      [
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
      'fitted',
      true,
    ],
    ['that turns everything negative is fitted, for it would be all black', [[-1]], 'fitted', true],
    ['of zeros is black', [[0, 0]], 'clip', true],
  ] as const)('%s', (_name, values, display, color) => {
    const typed = values.map((row) => [...row]);
    expect(typedFilter(typed)).toEqual({ name: 'typed', kernels: [{ values: typed, denominator: 1 }], display, color });
  });
});
