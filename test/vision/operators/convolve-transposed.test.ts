import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { convolve } from '../../../src/vision/operators/convolve.ts';
import { convolveTransposed, type TransposedOptions } from '../../../src/vision/operators/convolve-transposed.ts';
import { channelsFirst, type Tensor, transpose } from '../../../src/vision/operators/tensor.ts';
import { createCases, expectClose } from './cases.ts';
import { transposedByDefinition } from './oracle.ts';

const line = (...data: number[]): Tensor => ({ shape: [1, 1, data.length], data: Float64Array.from(data) });
const sizeOf = (input: number, window: number, options: TransposedOptions) =>
  convolveTransposed(
    { shape: [1, 1, input], data: new Float64Array(input) },
    { shape: [1, 1, window], data: new Float64Array(window) },
    options,
  ).shape[2];

describe('transposed convolution by value', () => {
  it('lays copies of the filter a stride apart and adds where they meet', () => {
    expect([...convolveTransposed(line(1, 10), line(1, 2, 3), { stride: 2 }).data]).toEqual([1, 2, 13, 20, 30]);
    expect([...convolveTransposed(line(1, 10), line(1, 2, 3), { stride: 2, bias: [100] }).data]).toEqual([101, 102, 113, 120, 130]);
    expect([...convolveTransposed(line(1, 10), line(1, 2, 3), { stride: 2, flip: true }).data]).toEqual([3, 2, 31, 20, 10]);
    expect([...convolveTransposed(line(1, 10), line(1, 2), { dilation: 2 }).data]).toEqual([1, 10, 2, 20]);
  });

  it('cuts the padding off and fills the far end', () => {
    expect([...convolveTransposed(line(1, 10), line(1, 2, 3), { stride: 2, padding: [[1, 0]] }).data]).toEqual([2, 13, 20, 30]);
    expect([...convolveTransposed(line(1, 10), line(1, 2, 3), { stride: 2, padding: 1, outputPadding: 1 }).data]).toEqual([2, 13, 20, 30]);
    // a stride wider than the filter leaves holes
    expect([...convolveTransposed(line(1, 10), line(5), { stride: 3, outputPadding: 2 }).data]).toEqual([5, 0, 0, 50, 0, 0]);
  });

  it('has the published sizes', () => {
    // Dumoulin and Visin, and PyTorch: k = 3, s = 2
    expect(sizeOf(2, 3, { stride: 2 })).toBe(5);
    expect(sizeOf(3, 3, { stride: 2, padding: 1 })).toBe(5);
    expect(sizeOf(3, 3, { stride: 2, padding: 1, outputPadding: 1 })).toBe(6);
    expect(sizeOf(5, 3, { stride: 2, padding: 'same' })).toBe(10);
    expect(sizeOf(5, 3, { stride: 2, outputShape: [9] })).toBe(9);
  });

  it('finds the padding that leads to an output shape', () => {
    const grown = { stride: 2, outputShape: [4] };
    expect([...convolveTransposed(line(1, 10), line(1, 2, 3), grown).data]).toEqual([2, 13, 20, 30]);
    expect([...convolveTransposed(line(1, 10), line(1, 2, 3), { ...grown, padding: 'same' }).data]).toEqual([1, 2, 13, 20]);
    expect([...convolveTransposed(line(1, 10), line(1, 2, 3), { ...grown, padding: 'same-lower' }).data]).toEqual([2, 13, 20, 30]);
    // with a padding of its own the shape only says how far the end is filled
    expect([...convolveTransposed(line(1, 10), line(1, 2, 3), { stride: 2, padding: 1, outputShape: [5] }).data]).toEqual([
      2, 13, 20, 30, 0,
    ]);
    expect([...convolveTransposed(line(1, 10), line(1, 2, 3), { stride: 2, outputShape: [7] }).data]).toEqual([1, 2, 13, 20, 30, 0, 0]);
  });
});

describe('transposed convolution against its definition', () => {
  it.each([1, 2, 3])('agrees in %i dimensions, whatever the options', (axes) => {
    const cases = createCases(10 + axes);
    for (let round = 0; round < 60; round++) {
      const groups = cases.pick([1, 1, 2, 3]);
      const window = cases.list(axes, 1, 3);
      const dilation = cases.list(axes, 1, 2);
      const reach = window.map((taps, axis) => dilation[axis]! * (taps - 1));
      const padding = reach.map((cells) => [cases.whole(0, Math.floor(cells / 2)), cases.whole(0, Math.ceil(cells / 2))] as const);
      const extra = cases.list(axes, 0, 2);
      const perGroup = cases.whole(1, 2);
      const options = {
        groups,
        stride: cases.list(axes, 1, 3),
        dilation,
        padding,
        bias: cases.pick([undefined, cases.numbers(groups * perGroup)]),
      };
      const channels = groups * cases.whole(1, 2);
      const input = cases.tensor([cases.whole(1, 2), channels, ...cases.list(axes, 1, 4)]);
      const filters = cases.tensor([channels, perGroup, ...window]);
      const expected = transposedByDefinition(input, filters, { ...options, extra });
      expectClose(convolveTransposed(input, filters, { ...options, outputPadding: extra }), expected);
      expectClose(convolveTransposed(input, filters, { ...options, outputShape: expected.shape.slice(2) }), expected);
    }
  });

  it('is the transpose of convolution: ⟨conv(x), y⟩ = ⟨x, transposed(y)⟩', () => {
    const cases = createCases(5);
    const dot = (one: Tensor, other: Tensor) => Array.from(one.data).reduce((sum, value, index) => sum + value * other.data[index]!, 0);
    for (let round = 0; round < 30; round++) {
      const options = {
        stride: cases.list(2, 1, 3),
        dilation: cases.list(2, 1, 2),
        padding: [cases.list(2, 0, 2), cases.list(2, 0, 2)] as [number, number][],
        groups: 2,
      };
      const x = cases.tensor([2, 4, cases.whole(6, 9), cases.whole(6, 9)]);
      const filters = cases.tensor([6, 2, 3, 3]);
      const y = cases.tensor(convolve(x, filters, options).shape);
      const back = convolveTransposed(y, filters, { ...options, outputShape: x.shape.slice(2) });
      expect(dot(convolve(x, filters, options), y)).toBeCloseTo(dot(x, back), 9);
    }
  });
});

describe('transposed convolution against TensorFlow.js', () => {
  beforeAll(() => tf.setBackend('cpu'));
  const toTf = ({ shape, data }: Tensor) => tf.tensor4d(Float32Array.from(data), shape as [number, number, number, number]);

  it('agrees on conv2dTranspose with same and valid padding and an output shape', () => {
    const cases = createCases(3);
    const input = cases.tensor([2, 4, 5, 3]);
    const filters = cases.tensor([3, 3, 2, 3]);
    for (const stride of [1, 2]) {
      for (const [padding, height, width] of [
        ['same', 4 * stride, 5 * stride],
        ['same', 4 * stride - stride + 1, 5 * stride - stride + 1],
        ['valid', 3 * stride + 3, 4 * stride + 3],
      ] as const) {
        const expected = tf.conv2dTranspose(toTf(input), toTf(filters), [2, height, width, 2], stride, padding);
        const options = { layout: 'channels-last', stride, padding, outputShape: [height, width] } as const;
        expectClose(convolveTransposed(input, filters, options), { shape: expected.shape, data: expected.dataSync() }, 1e-5);
      }
    }
  });

  it('agrees with itself in the other layout', () => {
    const cases = createCases(4);
    const input = cases.tensor([1, 3, 4, 2]);
    const filters = cases.tensor([2, 3, 3, 2]);
    const last = convolveTransposed(input, filters, { layout: 'channels-last', stride: 2 });
    const first = convolveTransposed(channelsFirst(input), transpose(filters, [3, 2, 0, 1]), { stride: 2 });
    expectClose(channelsFirst(last), first);
  });
});

describe('transposed convolution refuses', () => {
  it.each([
    ['padding that leaves nothing', { padding: 2 }, 'output-too-small', { output: '0', reached: '4' }],
    ['an output smaller than what its padding leaves', { padding: 1, outputShape: [1] }, 'output-shape-small', { output: '1', least: '2' }],
    ['an output shape with other axes', { outputShape: [4, 4] }, 'axes-count', { option: 'outputShape', got: 2, expected: 1 }],
    ['groups that do not divide', { groups: 2 }, 'groups-uneven', { groups: 2, channels: 1 }],
    ['a bias of another length', { bias: [] }, 'bias-length', { expected: 1, got: 0 }],
  ] as [string, TransposedOptions, string, Record<string, unknown>][])('%s', (_name, options, id, values) => {
    expect(() => convolveTransposed(line(1, 2), line(1, 2, 3), options)).toThrowError(
      expect.objectContaining({ name: 'Problem', learner: { id, values } }),
    );
  });

  it('filters of other channels', () => {
    expect(() => convolveTransposed(line(1, 2), { shape: [2, 1, 1], data: new Float64Array(2) })).toThrowError(/channels-unlike/);
  });
});
