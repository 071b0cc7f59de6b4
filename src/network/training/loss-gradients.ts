import {
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

/** The mean loss of a batch, and its gradient for each trainable weight under the weight's name. */
export interface LossAndGradients {
  loss: number;
  gradients: NamedTensorMap;
}

/** Softmax cross-entropy of a batch and its gradients, computed here and now. The caller disposes of the gradients. */
export async function lossGradients(network: LayersModel, batch: Batch): Promise<LossAndGradients> {
  const { value, grads } = tidy(() => {
    const images = tensor(batch.images, [batch.size, ...(network.inputs[0]!.shape.slice(1) as number[])]);
    const targets = tensor(batch.targets, [batch.size, batch.targets.length / batch.size]) as Tensor2D;
    const cost = () => losses.softmaxCrossEntropy(targets, network.apply(images, { training: true }) as Tensor2D) as Tensor as Scalar;
    return variableGrads(cost, trainableVariables(network));
  });
  const [loss] = await value.data();
  value.dispose();
  return { loss: loss!, gradients: grads };
}
