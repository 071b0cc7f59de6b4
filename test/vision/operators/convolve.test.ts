import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ConvolveOptions, convolve } from '../../../src/vision/operators/convolve.ts';
import { channelsFirst, MAX_TENSOR_VALUES, type Tensor, transpose } from '../../../src/vision/operators/tensor.ts';
import { MAX_STEP } from '../../../src/vision/operators/window.ts';
import { createCases, expectClose } from './cases.ts';
import { convolveByDefinition } from './oracle.ts';

const tensor = (shape: number[], data: number[]): Tensor => ({ shape, data: Float64Array.from(data) });
const line = (...data: number[]) => tensor([1, 1, data.length], data);
const ones = (shape: number[]) => tensor(shape, new Array<number>(shape.reduce((product, size) => product * size, 1)).fill(1));

describe('convolution by value', () => {
  it("gives the lecture's numbers", () => {
    const input = tensor([1, 1, 5, 5], [1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0]);
    const { shape, data } = convolve(input, tensor([1, 1, 3, 3], [1, 0, 1, 0, 1, 0, 1, 0, 1]));
    expect(shape).toEqual([1, 1, 3, 3]);
    expect([...data]).toEqual([4, 3, 4, 2, 4, 3, 2, 3, 4]);
  });

  it('takes the sum over all channels of all filters, and a bias for each', () => {
    const input = tensor([1, 3, 1, 2], [1, 2, 10, 20, 100, 200]);
    const filters = tensor([2, 3, 1, 1], [1, 1, 1, 1, 0, -1]);
    expect([...convolve(input, filters, { bias: [0, 1000] }).data]).toEqual([111, 222, 901, 802]);
    // the same in the other order of axes
    const last = convolve(tensor([1, 1, 2, 3], [1, 10, 100, 2, 20, 200]), tensor([1, 1, 3, 2], [1, 1, 1, 0, 1, -1]), {
      layout: 'channels-last',
    });
    expect(last.shape).toEqual([1, 1, 2, 2]);
    expect([...last.data]).toEqual([111, -99, 222, -198]);
  });

  it('is a correlation, and with flip a convolution', () => {
    expect([...convolve(line(1, 2, 3, 4), line(1, 0, -1)).data]).toEqual([-2, -2]);
    expect([...convolve(line(1, 2, 3, 4), line(1, 0, -1), { flip: true }).data]).toEqual([2, 2]);
  });

  it.each([
    ['zero', [0, 0, 1, 2, 3, 4, 0, 0]],
    ['reflect', [3, 2, 1, 2, 3, 4, 3, 2]],
    ['replicate', [1, 1, 1, 2, 3, 4, 4, 4]],
    ['circular', [3, 4, 1, 2, 3, 4, 1, 2]],
  ] as const)('sees %s borders', (border, expected) => {
    expect([...convolve(line(1, 2, 3, 4), line(1), { padding: 2, border }).data]).toEqual(expected);
  });

  it('sees borders wider than the input', () => {
    const around = (border: ConvolveOptions['border'], input: Tensor) => [...convolve(input, line(1), { padding: [[4, 3]], border }).data];
    expect(around('reflect', line(1, 2, 3))).toEqual([1, 2, 3, 2, 1, 2, 3, 2, 1, 2]);
    expect(around('circular', line(1, 2))).toEqual([1, 2, 1, 2, 1, 2, 1, 2, 1]);
    expect(around('reflect', line(7))).toEqual(new Array(8).fill(7));
  });

  it('puts the odd cell of same after, and of same-lower before', () => {
    expect([...convolve(line(1, 2, 3), line(10, 1), { padding: 'same' }).data]).toEqual([12, 23, 30]);
    expect([...convolve(line(1, 2, 3), line(10, 1), { padding: 'same-lower' }).data]).toEqual([1, 12, 23]);
    expect(convolve(ones([1, 1, 7, 8]), ones([1, 1, 3, 3]), { padding: 'same', stride: 3 }).shape).toEqual([1, 1, 3, 3]);
  });

  it('keeps large sums exact', () => {
    const many = 3_000_000;
    expect(convolve({ shape: [1, 1, many], data: new Float32Array(many).fill(16_777_217) }, ones([1, 1, many])).data[0]).toBe(
      many * 16_777_216,
    );
  });

  it('leaves what it is given as it was', () => {
    const input = line(1, 2, 3);
    const filters = line(1, 2);
    convolve(input, filters, { padding: 1, flip: true, bias: [5] });
    expect([[...input.data], [...filters.data]]).toEqual([
      [1, 2, 3],
      [1, 2],
    ]);
  });
});

describe('convolution against its definition', () => {
  it.each([1, 2, 3])('agrees in %i dimensions, whatever the options', (axes) => {
    const cases = createCases(axes);
    for (let round = 0; round < 60; round++) {
      const groups = cases.pick([1, 1, 2, 3]);
      const perGroup = cases.whole(1, 3);
      const outputs = groups * cases.whole(1, 2);
      const window = cases.list(axes, 1, 3);
      const dilation = cases.list(axes, 1, 2);
      const padding = Array.from({ length: axes }, () => [cases.whole(0, 3), cases.whole(0, 3)] as const);
      const sizes = window.map((taps, axis) => Math.max(1, dilation[axis]! * (taps - 1) + 1 - padding[axis]![0]) + cases.whole(0, 3));
      const options = {
        groups,
        stride: cases.list(axes, 1, 3),
        dilation,
        padding,
        border: cases.pick(['zero', 'reflect', 'replicate', 'circular'] as const),
        flip: cases.pick([false, true]),
        bias: cases.pick([undefined, cases.numbers(outputs)]),
      };
      const input = cases.tensor([cases.whole(1, 2), groups * perGroup, ...sizes]);
      const filters = cases.tensor([outputs, perGroup, ...window]);
      const expected = convolveByDefinition(input, filters, options);
      expectClose(convolve(input, filters, options), expected);
      // (N, spatial, C) and (spatial, C/G, O) say the same
      const spatial = window.map((_, axis) => axis + 2);
      const last = convolve(transpose(input, [0, ...spatial, 1]), transpose(filters, [...spatial, 1, 0]), {
        ...options,
        layout: 'channels-last',
      });
      expectClose(channelsFirst(last), expected);
    }
  });
});

const toTf = ({ shape, data }: Tensor) => tf.tensor(Float32Array.from(data), [...shape]);
const fromTf = (result: tf.Tensor): Tensor => ({ shape: result.shape, data: result.dataSync() as Float32Array });

describe('convolution against TensorFlow.js', () => {
  beforeAll(() => tf.setBackend('cpu'));
  const cases = createCases(77);
  const NEAR = 1e-5;

  it('agrees on conv1d, conv2d and conv3d with same and valid padding, strides and dilation', () => {
    for (const padding of ['same', 'valid'] as const) {
      for (const [stride, dilation] of [
        [1, 1],
        [2, 1],
        [3, 1],
        [1, 2],
      ] as const) {
        const options = { layout: 'channels-last', padding, stride, dilation } as const;
        const row = cases.tensor([2, 11, 3]);
        const rowFilters = cases.tensor([4, 3, 2]);
        const tf1 = tf.conv1d(toTf(row) as tf.Tensor3D, toTf(rowFilters) as tf.Tensor3D, stride, padding, 'NWC', dilation);
        expectClose(convolve(row, rowFilters, options), fromTf(tf1), NEAR);
        const image = cases.tensor([2, 9, 10, 3]);
        const filters = cases.tensor([3, 4, 3, 5]);
        const tf2 = tf.conv2d(toTf(image) as tf.Tensor4D, toTf(filters) as tf.Tensor4D, stride, padding, 'NHWC', dilation);
        expectClose(convolve(image, filters, options), fromTf(tf2), NEAR);
        // TensorFlow.js has no dilation here, and pads wrongly where the stride is wider than the window
        if (dilation > 1 || stride > 2) continue;
        const volume = cases.tensor([1, 6, 7, 8, 2]);
        const cubes = cases.tensor([2, 3, 4, 2, 3]);
        const tf3 = tf.conv3d(toTf(volume) as tf.Tensor5D, toTf(cubes) as tf.Tensor5D, stride, padding);
        expectClose(convolve(volume, cubes, options), fromTf(tf3), NEAR);
      }
    }
  });

  it('agrees on depthwise convolution: as many groups as channels', () => {
    const image = cases.tensor([2, 8, 9, 3]);
    const depthwise = cases.tensor([3, 3, 3, 2]);
    const expected = tf.depthwiseConv2d(toTf(image) as tf.Tensor4D, toTf(depthwise) as tf.Tensor4D, 2, 'same');
    const filters = { shape: [3, 3, 1, 6], data: depthwise.data };
    expectClose(convolve(image, filters, { layout: 'channels-last', groups: 3, stride: 2, padding: 'same' }), fromTf(expected), NEAR);
  });

  it('agrees on reflected borders', () => {
    const image = cases.tensor([1, 6, 7, 2]);
    const filters = cases.tensor([3, 3, 2, 2]);
    const padded = tf.mirrorPad(
      toTf(image),
      [
        [0, 0],
        [2, 1],
        [3, 0],
        [0, 0],
      ],
      'reflect',
    ) as tf.Tensor4D;
    const expected = tf.conv2d(padded, toTf(filters) as tf.Tensor4D, 1, 'valid');
    const padding = [
      [2, 1],
      [3, 0],
    ] as const;
    expectClose(convolve(image, filters, { layout: 'channels-last', padding, border: 'reflect' }), fromTf(expected), NEAR);
  });
});

describe('convolution refuses', () => {
  const image = ones([1, 4, 5, 6]);
  it.each([
    [
      'a window that does not fit',
      image,
      ones([1, 4, 7, 3]),
      { padding: [0, 1] },
      'window-too-large',
      { window: '7×3', input: '5×8', most: '5×3', need: 1 },
    ],
    [
      'a dilated window that does not fit',
      image,
      ones([1, 4, 3, 3]),
      { dilation: 3 },
      'window-too-large',
      { window: '7×7', input: '5×6', most: '2×2', need: 1 },
    ],
    ['filters of other channels', image, ones([1, 3, 3, 3]), {}, 'channels-unlike', { expected: 4, got: 3 }],
    ['filters of other channels in a group', image, ones([2, 4, 3, 3]), { groups: 2 }, 'channels-unlike', { expected: 2, got: 4 }],
    ['groups that do not divide', image, ones([3, 2, 3, 3]), { groups: 2 }, 'groups-uneven', { groups: 2, channels: 3 }],
    ['no groups', image, ones([1, 4, 3, 3]), { groups: 0 }, 'groups-uneven', { groups: 0, channels: 4 }],
    ['a short bias', image, ones([2, 4, 3, 3]), { bias: [1] }, 'bias-length', { expected: 2, got: 1 }],
    ['filters with other axes', image, ones([1, 4, 3]), {}, 'filters-axes', { filters: 3, input: 4 }],
    ['too few strides', image, ones([1, 4, 3, 3]), { stride: [1] }, 'axes-count', { option: 'stride', got: 1, expected: 2 }],
    ['a stride of nothing', image, ones([1, 4, 3, 3]), { stride: 0 }, 'axes-range', { option: 'stride', least: 1, most: MAX_STEP }],
    ['a broken dilation', image, ones([1, 4, 3, 3]), { dilation: 1.5 }, 'axes-range', { option: 'dilation', least: 1, most: MAX_STEP }],
    [
      'padding below nothing',
      image,
      ones([1, 4, 3, 3]),
      { padding: [[-1, 0], 0] },
      'axes-range',
      { option: 'padding', least: 0, most: MAX_STEP },
    ],
    ['no spatial axis', ones([1, 4]), ones([1, 4]), {}, 'tensor-axes', { shape: '1×4', least: 3, most: 5 }],
    ['an empty axis', { shape: [1, 4, 0], data: new Float64Array() }, ones([1, 4, 1]), {}, 'tensor-empty', { shape: '1×4×0' }],
    [
      'numbers that do not fill the shape',
      { shape: [1, 1, 3], data: new Float64Array(2) },
      ones([1, 1, 1]),
      {},
      'tensor-length',
      { shape: '1×1×3', expected: 3, got: 2 },
    ],
    ['an absurd output', image, ones([1, 4, 3, 3]), { padding: 100_000 }, 'tensor-too-large', { limit: 67 }],
  ] as [string, Tensor, Tensor, ConvolveOptions, string, Record<string, unknown>][])('%s', (_name, input, filters, options, id, values) => {
    let thrown: unknown;
    try {
      convolve(input, filters, options);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: 'Problem', learner: { id, values } });
    expect(MAX_TENSOR_VALUES).toBe(67_108_864);
  });
});
