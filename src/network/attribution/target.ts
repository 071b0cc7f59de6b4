import { grad, relu as plainRelu, slice, sum, type Tensor, type Tensor4D, tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { forward, type Relu } from './forward.ts';

/** The one number that is explained: a class's score, before softmax, or an output of a layer of maps. All count from 0. */
export type Target = { class: number } | { layer: string; channel: number; row: number; column: number };

/**
 * A method that explains a number by the pixels: for each input (height × width × channels, as the network is given it, row by row)
 * as many numbers.
 */
export type Attribution = (network: LayersModel, inputs: readonly Float32Array[], target: Target) => Float32Array[];

/** The number that each input gives. @throws RangeError where the network has no such number */
export function targetValues(network: LayersModel, inputs: readonly Float32Array[], target: Target): number[] {
  return tidy(() => {
    const values = targetOf(network, picturesOf(network, inputs), target, plainRelu).dataSync();
    return inputs.map((_, index) => values[index]!);
  });
}

/**
 * ∂ target / ∂ input for each input. Inputs do not meet inside the network: the gradient of their targets' sum holds each one's own.
 * @throws RangeError where the network has no such number
 */
export function targetGradients(network: LayersModel, inputs: readonly Float32Array[], target: Target, relu: Relu): Float32Array[] {
  const values = tidy(() =>
    grad((pictures) => sum(targetOf(network, pictures as Tensor4D, target, relu)))(picturesOf(network, inputs)).dataSync(),
  ) as Float32Array;
  const size = values.length / inputs.length;
  return inputs.map((_, index) => values.slice(index * size, (index + 1) * size));
}

/** batch × 1 × … × 1 */
function targetOf(network: LayersModel, pictures: Tensor4D, target: Target, relu: Relu): Tensor {
  const output = 'class' in target ? forward(network, pictures, relu) : forward(network, pictures, relu, target.layer);
  const place = 'class' in target ? [target.class] : [target.row, target.column, target.channel];
  const sizes = output.shape.slice(1);
  if (place.length !== sizes.length || place.some((at, axis) => !Number.isInteger(at) || at < 0 || at >= sizes[axis]!))
    throw new RangeError(`there is no output ${place.join(', ')} among ${sizes.join('×')}`);
  const one = place.map(() => 1);
  return slice(output, [0, ...place], [output.shape[0]!, ...one]);
}

/** batch × height × width × channels */
function picturesOf(network: LayersModel, inputs: readonly Float32Array[]): Tensor4D {
  const [height, width, channels] = network.inputs[0]!.shape.slice(1) as [number, number, number];
  const size = height * width * channels;
  const pixels = new Float32Array(inputs.length * size);
  inputs.forEach((input, index) => {
    if (input.length !== size) throw new RangeError(`an input has ${size} numbers`);
    pixels.set(input, index * size);
  });
  return tensor4d(pixels, [inputs.length, height, width, channels]);
}
