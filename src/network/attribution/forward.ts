import { add, conv2d, matMul, type Tensor, type Tensor2D, type Tensor4D } from '@tensorflow/tfjs-core';
import type { LayersModel, layers } from '@tensorflow/tfjs-layers';

type Layer = layers.Layer;
/** What stands for ReLU; its forward pass must be ReLU's, its backward pass may differ. */
export type Relu = (sums: Tensor) => Tensor;

/**
 * Runs pictures through a chain of layers, up to and with the layer named. Convolutions and linear layers are written out here: the
 * layers' own fused kernels would compute the gradients of all weights too, and leave no place for another ReLU.
 * @param pictures batch × height × width × channels
 * @param until a layer's name; the last layer if not given
 * @throws RangeError for a layer that the network has not, or one with an activation that is not linear or ReLU
 */
export function forward(network: LayersModel, pictures: Tensor4D, relu: Relu, until = network.layers.at(-1)!.name): Tensor {
  let output: Tensor = pictures;
  for (const layer of network.layers) {
    output = activated(layer, sumsOf(layer, output), relu);
    if (layer.name === until) return output;
  }
  throw new RangeError(`the network has no layer ${until}`);
}

/** What the layer gives before its activation. */
function sumsOf(layer: Layer, input: Tensor): Tensor {
  const [kernel, bias] = layer.getWeights();
  switch (layer.getClassName()) {
    case 'Conv2D': {
      const { strides, padding, dilationRate } = layer.getConfig() as { strides: Pair; padding: 'same' | 'valid'; dilationRate: Pair };
      return biased(conv2d(input as Tensor4D, kernel as Tensor4D, strides, padding, 'NHWC', dilationRate), bias);
    }
    case 'Dense':
      return biased(matMul(input as Tensor2D, kernel as Tensor2D), bias);
    case 'ReLU':
      return input;
    default:
      return layer.apply(input) as Tensor;
  }
}

type Pair = [number, number];

const biased = (sums: Tensor, bias: Tensor | undefined) => (bias === undefined ? sums : add(sums, bias));

function activated(layer: Layer, sums: Tensor, relu: Relu): Tensor {
  const { activation = 'linear' } = layer.getConfig() as { activation?: string };
  if (layer.getClassName() === 'ReLU' || activation === 'relu') return relu(sums);
  if (activation !== 'linear') throw new RangeError(`${layer.name} has the activation ${activation}`);
  return sums;
}
