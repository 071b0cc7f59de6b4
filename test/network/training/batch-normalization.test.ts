import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { grads, mul, setBackend, sum, type Tensor, tensor, tidy, zeros } from '@tensorflow/tfjs-core';
import { input, type LayersModel, layers, model } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { normalizeBatch, quickenBatchNormalization } from '../../../src/network/training/batch-normalization.ts';
import { createRandom } from '../../../src/network/training/random.ts';
import { registerTrainingKernels } from '../../../src/network/wasm-training/register.ts';

beforeAll(async () => {
  await setBackend('wasm');
  registerTrainingKernels();
});

const SHAPE = [3, 2, 2, 2];
const EPSILON = 1e-3;
const random = createRandom(8);
const numbers = (count: number, around = 0) => Float32Array.from({ length: count }, () => around + random.normal());
const x = numbers(24, 2);
const gamma = numbers(2, 1);
const beta = numbers(2);
const weights = numbers(24);

/** Σ weights · normalized(x), in double precision. */
function costOf(values: ArrayLike<number>, scale: ArrayLike<number>, shift: ArrayLike<number>): number {
  let cost = 0;
  for (let channel = 0; channel < 2; channel++) {
    const own = Array.from(values).filter((_, at) => at % 2 === channel);
    const mean = own.reduce((all, value) => all + value, 0) / own.length;
    const variance = own.reduce((all, value) => all + (value - mean) ** 2, 0) / own.length;
    own.forEach((value, row) => {
      cost += weights[2 * row + channel]! * ((scale[channel]! * (value - mean)) / Math.sqrt(variance + EPSILON) + shift[channel]!);
    });
  }
  return cost;
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, digits = 4): void {
  expect(actual.length).toBe(expected.length);
  Array.from(actual).forEach((value, at) => {
    expect(value).toBeCloseTo(expected[at]!, digits);
  });
}

describe('batch normalization', () => {
  it('has the gradients that finite differences have', () => {
    const inputs = [tensor(x, SHAPE), tensor(gamma), tensor(beta)];
    const cost = (...[values, scale, shift]: Tensor[]) =>
      sum(mul(normalizeBatch(values!, scale!, shift!, EPSILON).output, tensor(weights, SHAPE)));
    expect(tidy(() => cost(...inputs).dataSync()[0])).toBeCloseTo(costOf(x, gamma, beta), 3);
    const found = grads(cost)(inputs).map((gradient) => gradient.dataSync());
    [x, gamma, beta].forEach((values, which) => {
      const slopes = Array.from(values, (_, at) => {
        const moved = (by: number) => {
          const all = [x, gamma, beta].map((list) => Array.from(list));
          all[which]![at]! += by;
          return costOf(all[0]!, all[1]!, all[2]!);
        };
        return (moved(1e-4) - moved(-1e-4)) / 2e-4;
      });
      expectClose(found[which]!, slopes, 3);
    });
  });

  /** A network of the layer alone, with these weights. */
  function network(): LayersModel {
    const picture = input({ shape: SHAPE.slice(1) });
    const norm = layers.batchNormalization({ momentum: 0.9, epsilon: EPSILON });
    const made = model({ inputs: picture, outputs: norm.apply(picture) as never });
    made.setWeights([tensor(gamma), tensor(beta), tensor([0.5, -0.5]), tensor([2, 3])]);
    return made;
  }
  const train = (made: LayersModel) => tidy(() => (made.apply(tensor(x, SHAPE), { training: true }) as Tensor).dataSync());
  const weightsOf = (made: LayersModel) => made.getWeights().flatMap((weight) => [...weight.dataSync()]);

  it('gives what the library’s own layer gives, and moves its mean alike', () => {
    const [own, quick] = [network(), network()];
    quickenBatchNormalization(quick);
    for (let step = 0; step < 3; step++) expectClose(train(quick), train(own));
    expectClose(weightsOf(quick).slice(0, 6), weightsOf(own).slice(0, 6));
    expect(weightsOf(quick)[4]).not.toBeCloseTo(0.5, 2);
  });

  it('moves averages by a share of the batch’s mean and of the population’s variance', () => {
    const made = network();
    quickenBatchNormalization(made);
    train(made);
    const expected = [0, 1].map((channel) => {
      const own = Array.from(x).filter((_, at) => at % 2 === channel);
      const mean = own.reduce((all, value) => all + value, 0) / own.length;
      return { mean, variance: own.reduce((all, value) => all + (value - mean) ** 2, 0) / (own.length - 1) };
    });
    const moved = [0.5, -0.5].map((old, channel) => 0.9 * old + 0.1 * expected[channel]!.mean);
    const movedVariance = [2, 3].map((old, channel) => 0.9 * old + 0.1 * expected[channel]!.variance);
    expectClose(weightsOf(made).slice(4), [...moved, ...movedVariance]);
  });

  it('outside of training uses the averages, as before', () => {
    const [own, quick] = [network(), network()];
    quickenBatchNormalization(quick);
    const answer = (made: LayersModel) => tidy(() => (made.predict(zeros(SHAPE)) as Tensor).dataSync());
    expectClose(answer(quick), answer(own));
    expectClose(weightsOf(quick), weightsOf(own));
  });
});
