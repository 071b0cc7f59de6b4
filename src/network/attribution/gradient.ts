import { relu } from '@tensorflow/tfjs-core';
import { type Attribution, targetGradients } from './target.ts';

/**
 * Gradient of the target with respect to the input, with its signs (Simonyan, Vedaldi and Zisserman, 2013): how much the number rises
 * for each unit that a pixel rises. The weights stay as they are. Where a ReLU stands at 0 or cells of a pool are equal there is a kink,
 * and the gradient is that of one side.
 * @param inputs height × width × channels each, row by row; the results have the same shape
 */
export const gradient: Attribution = (network, inputs, target) => targetGradients(network, inputs, target, relu);
