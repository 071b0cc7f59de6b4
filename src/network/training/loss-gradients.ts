import {
  keep,
  losses,
  type NamedTensorMap,
  type Scalar,
  type Tensor,
  type Tensor2D,
  tensor,
  tidy,
  type Variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Batch } from './batch.ts';

/** The variables that training changes, in the layers' order. */
export const trainableVariables = (network: LayersModel): Variable[] => network.trainableWeights.map((weight) => weight.read() as Variable);

/** How many pictures of a batch were answered right, of those that show one of the classes. */
export interface Hits {
  right: number;
  of: number;
}

/** The mean loss of a batch, its right answers, and the loss's gradient for each trainable weight under the weight's name. */
export interface LossAndGradients {
  loss: number;
  hits: Hits;
  gradients: NamedTensorMap;
}

/** Softmax cross-entropy of a batch and its gradients, computed here and now. The caller disposes of the gradients. */
export async function lossGradients(network: LayersModel, batch: Batch): Promise<LossAndGradients> {
  let scores: Tensor2D | undefined;
  const { value, grads } = tidy(() => {
    const images = tensor(batch.images, [batch.size, ...(network.inputs[0]!.shape.slice(1) as number[])]);
    const targets = tensor(batch.targets, [batch.size, batch.targets.length / batch.size]) as Tensor2D;
    const cost = () => {
      scores = keep(network.apply(images, { training: true }) as Tensor2D);
      return losses.softmaxCrossEntropy(targets, scores) as Tensor as Scalar;
    };
    return variableGrads(cost, trainableVariables(network));
  });
  const [[loss], answers] = await Promise.all([value.data(), scores!.data()]);
  value.dispose();
  scores!.dispose();
  return { loss: loss!, hits: countHits(answers as Float32Array, batch), gradients: grads };
}

/** Counts right answers by the largest score, size × classes each; a picture whose classes are all wanted alike shows none of them. */
export function countHits(scores: Float32Array, { size, targets }: Pick<Batch, 'size' | 'targets'>): Hits {
  const classes = targets.length / size;
  const hits = { right: 0, of: 0 };
  for (let picture = 0; picture < size; picture++) {
    const wanted = targets.subarray(picture * classes, (picture + 1) * classes);
    if (wanted.every((probability) => probability === wanted[0])) continue;
    hits.of++;
    if (placeOfLargest(wanted) === placeOfLargest(scores.subarray(picture * classes, (picture + 1) * classes))) hits.right++;
  }
  return hits;
}

function placeOfLargest(values: Float32Array): number {
  let place = 0;
  for (let at = 1; at < values.length; at++) if (values[at]! > values[place]!) place = at;
  return place;
}
