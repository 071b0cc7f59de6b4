import { argMax, logSoftmax, mean, mul, neg, oneHot, sum, type Tensor, tensor, tensor1d, tidy } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { NetworkInput } from '../definition.ts';
import type { LabeledPictures } from './dataset.ts';

export interface Evaluation {
  /** Share of pictures whose largest score is that of their label, 0…1. */
  accuracy: number;
  /** Mean cross-entropy, nats. */
  loss: number;
  /** confusion[label][answer]: how many pictures of a class got each answer. */
  confusion: number[][];
}

const CHUNK = 250; // pictures at a time

/** Runs a network whose last layer gives scores over a set of pictures as they are. */
export function evaluate(network: LayersModel, set: LabeledPictures, { range: [low, high] }: NetworkInput, classes: number): Evaluation {
  const size = set.height * set.width * set.channels;
  const confusion = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  const scale = (high - low) / 255;
  let [right, loss] = [0, 0];
  for (let from = 0; from < set.count; from += CHUNK) {
    const count = Math.min(CHUNK, set.count - from);
    const labels = set.labels.subarray(from, from + count);
    const { answers, crossEntropy } = tidy(() => {
      const values = Float32Array.from(set.images.subarray(from * size, (from + count) * size), (value) => low + value * scale);
      const scores = network.predict(tensor(values, [count, set.height, set.width, set.channels])) as Tensor;
      const wanted = oneHot(tensor1d(Array.from(labels), 'int32'), classes);
      const surprise = neg(sum(mul(logSoftmax(scores), wanted), 1));
      return { answers: argMax(scores, 1).dataSync(), crossEntropy: mean(surprise).dataSync()[0]! };
    });
    loss += crossEntropy * count;
    for (let i = 0; i < count; i++) {
      confusion[labels[i]!]![answers[i]!]!++;
      if (answers[i] === labels[i]) right++;
    }
  }
  return { accuracy: right / set.count, loss: loss / set.count, confusion };
}
