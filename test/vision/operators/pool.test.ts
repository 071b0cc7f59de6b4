import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { averagePool, columnOrder, maxPool, type PoolOptions } from '../../../src/vision/operators/pool.ts';
import { channelsLast, type Tensor, transpose } from '../../../src/vision/operators/tensor.ts';
import { createCases, expectClose } from './cases.ts';
import { poolByDefinition } from './oracle.ts';

const line = (...data: number[]): Tensor => ({ shape: [1, 1, data.length], data: Float64Array.from(data) });
const LECTURE: Tensor = { shape: [1, 1, 4, 4], data: Uint8Array.of(1, 1, 2, 4, 5, 6, 7, 8, 3, 2, 1, 0, 1, 2, 3, 4) };

describe('pooling by value', () => {
  it("gives the lecture's numbers", () => {
    expect([...maxPool(LECTURE, { window: 2 }).output.data]).toEqual([6, 8, 3, 4]);
    expect([...averagePool(LECTURE, { window: 2 }).data]).toEqual([3.25, 5.25, 2, 2]);
    expect([...maxPool(LECTURE, { window: 2 }).indices]).toEqual([5, 7, 8, 15]);
    expect([...columnOrder(maxPool(LECTURE, { window: 2 }).indices, LECTURE.shape)]).toEqual([5, 13, 2, 15]);
  });

  it('pools each channel by itself, in either layout', () => {
    const input: Tensor = { shape: [1, 2, 3], data: Float64Array.of(1, 2, 3, 30, 20, 10) };
    expect([...maxPool(input, { window: 2, stride: 1 }).output.data]).toEqual([2, 3, 30, 20]);
    const last: Tensor = { shape: [1, 3, 2], data: Float64Array.of(1, 30, 2, 20, 3, 10) };
    const pooled = maxPool(last, { window: 2, stride: 1, layout: 'channels-last' });
    expect(pooled.output.shape).toEqual([1, 2, 2]);
    expect([...pooled.output.data]).toEqual([2, 30, 3, 20]);
    expect([...pooled.indices]).toEqual([2, 1, 4, 3]);
  });

  it('never chooses the padding, and counts it only when told to', () => {
    expect([...maxPool(line(-5, -2, -3), { window: 2, padding: 1 }).output.data]).toEqual([-5, -2]);
    expect([...averagePool(line(4, 6, 8), { window: 2, padding: 1 }).data]).toEqual([4, 7]);
    expect([...averagePool(line(4, 6, 8), { window: 2, padding: 1, countPadding: true }).data]).toEqual([2, 7]);
  });

  it('rounds up only while the last window begins inside', () => {
    const size = (input: number, options: PoolOptions) => averagePool(line(...new Array<number>(input).fill(1)), options).shape[2];
    expect(size(4, { window: 3, stride: 2 })).toBe(1);
    expect(size(4, { window: 3, stride: 2, ceil: true })).toBe(2);
    // it would begin behind the input
    expect(size(2, { window: 1, stride: 2, ceil: true })).toBe(1);
    expect(size(2, { window: 3, stride: 3, padding: 1, ceil: true })).toBe(1);
    // cells beyond the padding are never counted, those of the padding may be
    expect([...averagePool(line(3, 3, 3, 3), { window: 3, stride: 2, ceil: true, countPadding: true }).data]).toEqual([3, 3]);
    expect([...averagePool(line(3, 3, 3, 3), { window: 4, stride: 3, padding: 1, ceil: true, countPadding: true }).data]).toEqual([
      2.25, 2,
    ]);
  });

  it('finds the first of equals, and what is nowhere near a number', () => {
    const flat: Tensor = { shape: [1, 1, 2, 2], data: Float64Array.of(7, 7, 7, 7) };
    expect([...maxPool(flat, { window: 2 }).indices]).toEqual([0]);
    const below: Tensor = { shape: [1, 1, 2, 2], data: Float64Array.of(1, 7, 7, 1) };
    expect([...maxPool(below, { window: 2 }).indices]).toEqual([1]);
    const least = maxPool(line(Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY), { window: 2 });
    expect([least.output.data[0], least.indices[0]]).toEqual([Number.NEGATIVE_INFINITY, 0]);
    expect([...maxPool(line(1, Number.NaN, 3, 4, 5, 6), { window: 3 }).output.data]).toEqual([Number.NaN, 6]);
    // taps two apart may both miss a single cell
    const nothing = maxPool(line(4), { window: 2, dilation: 2, stride: 1, padding: 1 });
    expect([[...nothing.output.data], [...nothing.indices]]).toEqual([[Number.NEGATIVE_INFINITY], [-1]]);
    expect([...averagePool(line(4), { window: 2, dilation: 2, stride: 1, padding: 1 }).data]).toEqual([0]);
  });
});

describe('pooling against its definition', () => {
  it.each([1, 2, 3])('agrees in %i dimensions, whatever the options', (axes) => {
    const cases = createCases(20 + axes);
    for (let round = 0; round < 80; round++) {
      const window = cases.list(axes, 1, 4);
      const dilation = cases.list(axes, 1, 3);
      const span = window.map((taps, axis) => dilation[axis]! * (taps - 1) + 1);
      const padding = span.map((cells) => [cases.whole(0, cells - 1), cases.whole(0, cells - 1)] as const);
      const sizes = span.map((cells, axis) => Math.max(1, cells - padding[axis]![0]) + cases.whole(0, 4));
      const slide = { stride: cases.list(axes, 1, 4), dilation, padding, ceil: cases.pick([false, true]) };
      const input = cases.tensor([cases.whole(1, 2), cases.whole(1, 3), ...sizes]);
      // few different numbers, so that there are equals
      if (round % 2 === 0)
        input.data.forEach((value, index) => {
          input.data[index] = Math.round(value * 2);
        });
      const countPadding = cases.pick([false, true]);
      const options = { ...slide, window };
      const largest = poolByDefinition(input, window, slide, (cells) => Math.max(...cells.map(({ value }) => value)));
      const places = poolByDefinition(input, window, slide, (cells) => {
        const most = Math.max(...cells.map(({ value }) => value));
        return cells.find(({ value }) => value === most)?.flat ?? -1;
      });
      const means = poolByDefinition(input, window, slide, (cells, padded) => {
        const count = countPadding ? padded : cells.length;
        return count === 0 ? 0 : cells.reduce((sum, { value }) => sum + value, 0) / count;
      });
      const { output, indices } = maxPool(input, options);
      expectClose(output, largest);
      expect([...indices]).toEqual([...places.data]);
      expectClose(averagePool(input, { ...options, countPadding }), means);
      const last = channelsLast(
        transpose(
          input,
          input.shape.map((_, axis) => axis),
        ),
      );
      expectClose(maxPool(last, { ...options, layout: 'channels-last' }).output, channelsLast(output));
      expectClose(
        averagePool(last, { ...options, countPadding, layout: 'channels-last' }),
        channelsLast(
          transpose(
            means,
            input.shape.map((_, axis) => axis),
          ),
        ),
      );
    }
  });
});

describe('pooling against TensorFlow.js', () => {
  beforeAll(() => tf.setBackend('cpu'));
  const toTf = ({ shape, data }: Tensor) => tf.tensor(Float32Array.from(data), [...shape]);

  it('agrees on maxPool, avgPool, their 3D forms and maxPoolWithArgmax', () => {
    const cases = createCases(9);
    for (const padding of ['same', 'valid'] as const) {
      for (const stride of [1, 2, 3]) {
        const options = { window: 3, stride, padding, layout: 'channels-last' } as const;
        const image = cases.tensor([2, 8, 9, 3]);
        const picture = toTf(image) as tf.Tensor4D;
        const equal = (result: Tensor, expected: tf.Tensor) =>
          expectClose(result, { shape: expected.shape, data: expected.dataSync() }, 1e-5);
        const { output, indices } = maxPool(image, options);
        equal(output, tf.maxPool(picture, 3, stride, padding));
        equal(averagePool(image, options), tf.avgPool(picture, 3, stride, padding));
        expect([...indices]).toEqual([...tf.maxPoolWithArgmax(picture, 3, stride, padding, true).indexes!.dataSync()]);
        const volume = cases.tensor([1, 5, 6, 7, 2]);
        const block = toTf(volume) as tf.Tensor5D;
        equal(maxPool(volume, options).output, tf.maxPool3d(block, 3, stride, padding));
        equal(averagePool(volume, options), tf.avgPool3d(block, 3, stride, padding));
      }
    }
  });
});

describe('pooling refuses', () => {
  it.each([
    [
      'a window that does not fit, saying what would',
      { window: 5 },
      'window-too-large',
      { window: '5×5', input: '4×4', most: '4×4', need: 1 },
    ],
    ['padding as wide as the window', { window: 2, padding: 2 }, 'pool-padding', { padding: 2, window: 2, most: 1 }],
    ['a window with other axes', { window: [2, 2, 2] }, 'axes-count', { option: 'window', got: 3, expected: 2 }],
    ['a window of nothing', { window: 0 }, 'axes-range', { option: 'window', least: 1 }],
  ] as [string, PoolOptions, string, Record<string, unknown>][])('%s', (_name, options, id, values) => {
    for (const pool of [maxPool, averagePool])
      expect(() => pool(LECTURE, options)).toThrowError(
        expect.objectContaining({ learner: { id, values: expect.objectContaining(values) } }),
      );
  });
});
