import { customGrad, mul, relu, step, type Tensor } from '@tensorflow/tfjs-core';
import { type Attribution, targetGradients } from './target.ts';

/** ReLU whose backward pass lets a gradient through only where the input was above 0 and the gradient is above 0. */
const guidedRelu = customGrad((sums, save) => {
  const [input, keep] = [sums as Tensor, save as (tensors: Tensor[]) => void];
  keep([input]);
  return {
    value: relu(input),
    gradFunc: (above: Tensor, saved: Tensor[]) => mul(relu(above), step(saved[0]!)),
  };
});

/**
 * Guided backpropagation (Springenberg et al., 2014): the gradient of the target, but each ReLU on the way back drops what is negative.
 * What is left are the parts that push the target up along open paths only; it is no gradient of anything. A target behind a ReLU is
 * fed through that ReLU too.
 * @param inputs height × width × channels each, row by row; the results have the same shape, with signs
 */
export const guidedBackprop: Attribution = (network, inputs, target) => targetGradients(network, inputs, target, guidedRelu);
