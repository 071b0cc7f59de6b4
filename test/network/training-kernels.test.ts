import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import {
  add,
  conv2d,
  depthwiseConv2d,
  grads,
  losses,
  matMul,
  maxPool,
  memory,
  mul,
  ones,
  relu,
  reshape,
  setBackend,
  sum,
  type Tensor,
  type Tensor4D,
  tensor,
  tidy,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/network/training/random.ts';
import { registerTrainingKernels } from '../../src/network/wasm-training/register.ts';

beforeAll(async () => {
  await setBackend('wasm');
  registerTrainingKernels();
});

/** Gradients of Σ f(inputs) · weights for each input, on one backend. */
async function gradientsOn(backend: string, shapes: number[][], f: (...inputs: Tensor[]) => Tensor): Promise<Float32Array[]> {
  await setBackend(backend);
  const random = createRandom(5);
  const inputs = shapes.map((shape) =>
    tensor(
      Float32Array.from({ length: size(shape) }, () => random.normal()),
      shape,
    ),
  );
  const weights = tensor(Float32Array.from({ length: f(...inputs).size }, () => random.normal()));
  const results = grads((...args: Tensor[]) => sum(mul(reshape(f(...args), [-1]), weights)))(inputs);
  const values = results.map((result) => result.dataSync() as Float32Array);
  await setBackend('wasm');
  return values;
}

function size(shape: number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

async function expectSameAsCpu(shapes: number[][], f: (...inputs: Tensor[]) => Tensor): Promise<void> {
  const expected = await gradientsOn('cpu', shapes, f);
  const actual = await gradientsOn('wasm', shapes, f);
  actual.forEach((values, input) => {
    expect(values.length).toBe(expected[input]!.length);
    values.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[input]![i]!, 3);
    });
  });
}

describe('gradients that the WebAssembly backend is given', () => {
  for (const [name, kernel, stride, pad] of [
    ['3×3, same', [3, 3], 1, 'same'],
    ['3×3, valid', [3, 3], 1, 'valid'],
    ['2×4, same (uneven padding)', [2, 4], 1, 'same'],
    ['3×3, stride 2, same', [3, 3], 2, 'same'],
    ['3×3, stride 2, a column left unreached', [3, 3], 2, 'valid'],
    ['3×3, stride 3, same', [3, 3], 3, 'same'],
    ['2×2, stride 3: a window that steps over cells', [2, 2], 3, 'valid'],
    ['1×1, stride 2', [1, 1], 2, 'same'],
    ['7×7, stride 2, same', [7, 7], 2, 'same'],
    ['5×5, padding 2', [5, 5], 1, 2],
    ['2×2, padding 2: wider than the window reaches', [2, 2], 1, 2],
  ] as const) {
    it(`agree with the JavaScript backend for a convolution: ${name}`, async () => {
      const convolve = (x: Tensor, filter: Tensor) => conv2d(x as Tensor4D, filter as Tensor4D, stride, pad);
      await expectSameAsCpu(
        [
          [2, 8, 7, 3],
          [...kernel, 3, 4],
        ],
        convolve,
      );
    });
  }

  for (const [name, multiplier, stride, pad] of [
    ['stride 1, same', 1, 1, 'same'],
    ['stride 2, same', 1, 2, 'same'],
    ['stride 2, valid, two filters a channel', 2, 2, 'valid'],
    ['padding 1', 3, 1, 1],
  ] as const) {
    it(`agree for a depthwise convolution: ${name}`, async () => {
      const convolve = (x: Tensor, filter: Tensor) => depthwiseConv2d(x as Tensor4D, filter as Tensor4D, stride, pad);
      await expectSameAsCpu(
        [
          [2, 8, 7, 3],
          [3, 3, 3, multiplier],
        ],
        convolve,
      );
    });
  }

  it('leave no tensor behind', async () => {
    await setBackend('wasm');
    const count = () => memory().numTensors;
    const before = count();
    tidy(() => {
      const x = ones([2, 9, 9, 4]) as Tensor4D;
      const f = (picture: Tensor, filter: Tensor, depthwise: Tensor) =>
        sum(
          maxPool(
            relu(depthwiseConv2d(conv2d(picture as Tensor4D, filter as Tensor4D, 2, 'same'), depthwise as Tensor4D, 1, 'same')) as Tensor4D,
            2,
            1,
            'same',
          ),
        );
      for (const gradient of grads(f as never)([x, ones([3, 3, 4, 4]), ones([3, 3, 4, 1])])) gradient.dataSync();
    });
    expect(count()).toBe(before);
  });

  it('agree for max pooling, also where windows overlap or end early', async () => {
    await expectSameAsCpu([[2, 8, 8, 3]], (x) => maxPool(x as Tensor4D, 2, 2, 'valid'));
    await expectSameAsCpu([[2, 7, 9, 3]], (x) => maxPool(x as Tensor4D, 3, 2, 'same'));
    // channels that fill vectors, even and odd sizes
    await expectSameAsCpu([[3, 8, 6, 8]], (x) => maxPool(x as Tensor4D, 2, 2, 'valid'));
    await expectSameAsCpu([[2, 7, 9, 4]], (x) => maxPool(x as Tensor4D, 2, 2, 'valid'));
    await expectSameAsCpu([[2, 7, 9, 4]], (x) => maxPool(x as Tensor4D, 2, 2, 'same'));
  });

  for (const [channels, filters] of [
    [5, 28],
    [2, 12],
    [1, 32],
    [4, 6],
  ] as const) {
    it(`agree for ${channels} channels and ${filters} filters, whether they fill vectors or not`, async () => {
      for (const [stride, pad] of [
        [1, 'same'],
        [2, 'valid'],
      ] as const)
        await expectSameAsCpu(
          [
            [3, 6, 7, channels],
            [3, 3, channels, filters],
          ],
          (x, filter) => conv2d(x as Tensor4D, filter as Tensor4D, stride, pad),
        );
    });
  }

  it('send the gradient of equal cells to the first one only, also in vectors', async () => {
    const equal = grads((x: Tensor) => sum(maxPool(x as Tensor4D, 2, 2, 'valid')))([ones([1, 2, 2, 4])])[0]!;
    expect([...equal.dataSync()]).toEqual([1, 1, 1, 1, ...new Array(12).fill(0)]);
    const gradient = grads((x: Tensor) => sum(maxPool(x as Tensor4D, 2, 2, 'valid')))([tensor([7, 7, 7, 7], [1, 2, 2, 1])])[0]!;
    expect([...gradient.dataSync()]).toEqual([1, 0, 0, 0]);
  });

  it('agree for products of matrices, transposed or not, and for sums', async () => {
    await expectSameAsCpu(
      [
        [4, 5],
        [5, 3],
      ],
      (a, b) => matMul(a as never, b as never),
    );
    await expectSameAsCpu(
      [
        [5, 4],
        [3, 5],
      ],
      (a, b) => matMul(a as never, b as never, true, true),
    );
    await expectSameAsCpu([[3, 4, 5], [5]], (x, bias) => add(x, bias));
  });

  it('match finite differences through a whole small network', async () => {
    await setBackend('wasm');
    const random = createRandom(9);
    const draw = (shape: number[]) =>
      tensor(
        Float32Array.from({ length: size(shape) }, () => random.normal() * 0.5),
        shape,
      );
    const image = draw([2, 8, 8, 1]);
    const wanted = tensor([1, 0, 0, 1], [2, 2]);
    const filter = draw([3, 3, 1, 4]);
    const matrix = draw([64, 2]);
    const loss = (kernel: Tensor, weights: Tensor) => {
      const hidden = relu(maxPool(conv2d(image as Tensor4D, kernel as Tensor4D, 1, 'same'), 2, 2, 'valid'));
      return losses.softmaxCrossEntropy(wanted, matMul(reshape(hidden, [2, 64]), weights as never)) as Tensor;
    };
    const [byFilter] = grads(loss as never)([filter, matrix]);
    const values = filter.dataSync().slice();
    for (const at of [0, 7, 19, 35]) {
      const shifted = (step: number) => {
        const moved = values.slice();
        moved[at]! += step;
        return loss(tensor(moved, [3, 3, 1, 4]), matrix).dataSync()[0]!;
      };
      expect(byFilter!.dataSync()[at]).toBeCloseTo((shifted(1e-2) - shifted(-1e-2)) / 2e-2, 2);
    }
  });
});
