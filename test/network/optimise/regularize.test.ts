import { describe, expect, it } from 'vitest';
import { blurred, decayed, smallZeroed } from '../../../src/network/optimise/regularize.ts';
import { convolveMatrix, paddingFor } from '../../../src/vision/convolution.ts';
import { gaussianKernel } from '../../../src/vision/kernel-shapes.ts';

const row = (...data: number[]) => ({ width: data.length, height: 1, data: Float32Array.from(data) });

describe('decay', () => {
  it('takes the same share of every pixel', () => {
    expect([...decayed(row(8, -4, 0), 0.25).data]).toEqual([6, -3, 0]);
  });
});

describe('blur', () => {
  it('is the Gaussian of the vision room, with mirrored borders', () => {
    const matrix = Array.from({ length: 7 }, (_, y) => Array.from({ length: 9 }, (_value, x) => ((3 * y + 5 * x) % 11) - 4));
    const { values } = gaussianKernel({ sigma: 0.8 });
    const { output } = convolveMatrix(matrix, values, {
      stride: 1,
      dilation: 1,
      padding: paddingFor('same', { height: values.length, width: values.length }),
      border: 'reflect',
    });
    const { data } = blurred({ width: 9, height: 7, data: Float32Array.from(matrix.flat()) }, 0.8);
    output.flat().forEach((value, at) => {
      expect(data[at]).toBeCloseTo(value, 4);
    });
  });

  it('leaves an even picture as it is', () => {
    const { data } = blurred({ width: 5, height: 5, data: new Float32Array(25).fill(0.5) }, 1);
    for (const value of data) expect(value).toBeCloseTo(0.5, 5);
  });
});

describe('setting small numbers to zero', () => {
  const numbers = row(3, -9, 1, 8, -2, 7, 2, -1, 4, -5);

  it('goes by size, not by sign', () => {
    expect([...smallZeroed(numbers, 0.5).data]).toEqual([0, -9, 0, 8, 0, 7, 0, 0, 4, -5]);
  });

  it.each([
    [0, 0],
    [0.29, 2],
    [0.7, 7],
    [1, 10],
  ])('with a share of %d sets %d of ten to zero', (share, count) => {
    expect([...smallZeroed(numbers, share).data].filter((value) => value === 0)).toHaveLength(count);
  });

  it('takes the first of equal ones', () => {
    expect([...smallZeroed(row(2, -2, 2, 2), 0.5).data]).toEqual([0, 0, 2, 2]);
  });
});
