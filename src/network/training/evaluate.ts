import { argMax, type Tensor, tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { DIGIT_SIZE } from '../digit-network.ts';
import type { LabeledDigits } from './mnist.ts';

const CHUNK = 250; // pictures at a time

/** Share of digits, as they are in the set, whose largest score is that of their label. */
export function accuracy(network: LayersModel, digits: LabeledDigits): number {
  let right = 0;
  for (let from = 0; from < digits.count; from += CHUNK) {
    const count = Math.min(CHUNK, digits.count - from);
    const bytes = digits.images.subarray(from * 784, (from + count) * 784);
    const answers = tidy(() => {
      const input = tensor4d(
        Float32Array.from(bytes, (value) => value / 255),
        [count, DIGIT_SIZE, DIGIT_SIZE, 1],
      );
      return argMax(network.predict(input) as Tensor, 1).dataSync();
    });
    for (let i = 0; i < count; i++) if (answers[i] === digits.labels[from + i]) right++;
  }
  return right / digits.count;
}
