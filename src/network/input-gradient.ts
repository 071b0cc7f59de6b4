import { grad, mul, relu, softmax, sum, type Tensor, type Tensor4D, tensor, tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { forward } from './attribution/forward.ts';
import { registerTrainingKernels } from './wasm-training/register.ts';

/**
 * One number that a network computes: a class's score, its probability behind softmax, or one place of one map of a layer
 * (`pool2`: behind pooling, before ReLU).
 */
export type NetworkUnit =
  | { of: 'score' | 'probability'; unit: number }
  | { of: 'conv1' | 'pool1' | 'conv2' | 'pool2'; unit: number; row: number; column: number };

export interface InputGradient {
  value: number;
  /** ∂value/∂pixel, as many numbers as the input has. */
  gradient: Float32Array;
}

/**
 * How each unit changes with the pixels of its input, for several pairs at once.
 * @param inputs height × width × 1 numbers each, row by row
 * @param units one for each input, all `of` the same layer
 * @throws RangeError where the layer has no such unit
 */
export function inputGradients(network: LayersModel, inputs: readonly Float32Array[], units: readonly NetworkUnit[]): InputGradient[] {
  registerTrainingKernels();
  const [, height, width] = network.inputs[0]!.shape as [null, number, number];
  const size = height * width;
  const pixels = new Float32Array(inputs.length * size);
  inputs.forEach((input, index) => {
    pixels.set(input, index * size);
  });
  return tidy(() => {
    const x = tensor4d(pixels, [inputs.length, height, width, 1]);
    let values: Float32Array | undefined;
    // each input only reaches its own unit: the sum's gradient holds all of theirs
    const gradient = grad((input: Tensor) => {
      const output = outputOf(network, input, units[0]!.of);
      const places = units.map((unit, index) => placeOf(unit, output.shape, index));
      values = places.map((place) => output.dataSync()[place]!) as unknown as Float32Array;
      const chosen = new Float32Array(output.size);
      for (const place of places) chosen[place] = 1;
      return sum(mul(output, tensor(chosen, output.shape)));
    })(x).dataSync() as Float32Array;
    return inputs.map((_, index) => ({ value: values![index]!, gradient: gradient.slice(index * size, (index + 1) * size) }));
  });
}

/** The output of the layer that the units are of. */
function outputOf(network: LayersModel, input: Tensor, of: NetworkUnit['of']): Tensor {
  const last = of === 'probability' || of === 'score' ? 'scores' : of;
  const output = forward(network, input as Tensor4D, relu, last);
  return of === 'probability' ? softmax(output) : output;
}

/** Where the unit's number lies in the output of the whole batch. */
function placeOf(unit: NetworkUnit, shape: readonly number[], index: number): number {
  const [, ...sizes] = shape as [number, ...number[]];
  const at = 'row' in unit ? [unit.row, unit.column, unit.unit] : [unit.unit];
  if (at.length !== sizes.length || at.some((place, axis) => !(place >= 0 && place < sizes[axis]!)))
    throw new RangeError('there is no such unit');
  return at.reduce((place, step, axis) => place * sizes[axis]! + step, index);
}
