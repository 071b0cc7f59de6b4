import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { input, type LayersModel, layers, model, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { NetworkInput } from '../../src/network/definition.ts';
import { projectRoot } from '../../src/project-root.ts';

/** MobileNet v1 of a quarter of its width (Howard et al., 2017), trained by Google on ImageNet. It is fetched, not shipped. */
export const MOBILENET = {
  id: 'mobilenet',
  /** Where Google serves it: `model.json` and a file of weights for each layer. */
  address: 'https://storage.googleapis.com/tfjs-models/tfjs/mobilenet_v1_0.25_224/',
  input: { height: 224, width: 224, channels: 3, range: [-1, 1] } satisfies NetworkInput,
  parameters: 475_544,
} as const;

/** Filters of each pointwise convolution, a quarter of the paper's, and the stride of the depthwise one before it. */
const BLOCKS = [
  [16, 1],
  [32, 2],
  [32, 1],
  [64, 2],
  [64, 1],
  [128, 2],
  [128, 1],
  [128, 1],
  [128, 1],
  [128, 1],
  [128, 1],
  [256, 2],
  [256, 1],
] as const;

/**
 * Its layers with the names that Keras gave them: 3×224×224 → 3×3 convolution to 8 → thirteen times a depthwise 3×3 and a pointwise 1×1
 * convolution, each with batch normalization and ReLU6 → 256×7×7 → mean over each map → 1,000 probabilities.
 */
export function createMobileNet(): LayersModel {
  const picture = input({ name: 'input_1', shape: [MOBILENET.input.height, MOBILENET.input.width, MOBILENET.input.channels] });
  let values: SymbolicTensor = picture;
  const add = (layer: { apply(inputs: SymbolicTensor): unknown }) => {
    values = layer.apply(values) as SymbolicTensor;
  };
  const same = { padding: 'same' as const, useBias: false };
  const normalized = (name: string) => {
    add(layers.batchNormalization({ name: `${name}_bn`, epsilon: 1e-3 }));
    add(layers.activation({ name: `${name}_relu`, activation: 'relu6' }));
  };
  add(layers.conv2d({ name: 'conv1', filters: 8, kernelSize: 3, strides: 2, ...same }));
  normalized('conv1');
  BLOCKS.forEach(([filters, strides], index) => {
    const [depthwise, pointwise] = [`conv_dw_${index + 1}`, `conv_pw_${index + 1}`];
    add(layers.depthwiseConv2d({ name: depthwise, kernelSize: 3, strides, ...same }));
    normalized(depthwise);
    add(layers.conv2d({ name: pointwise, filters, kernelSize: 1, ...same }));
    normalized(pointwise);
  });
  add(layers.globalAveragePooling2d({ name: 'global_average_pooling2d_1' }));
  add(layers.reshape({ name: 'reshape_1', targetShape: [1, 1, 256] }));
  add(layers.dropout({ name: 'dropout', rate: 1e-3 }));
  add(layers.conv2d({ name: 'conv_preds', filters: 1000, kernelSize: 1, padding: 'same' }));
  add(layers.activation({ name: 'act_softmax', activation: 'softmax' }));
  add(layers.reshape({ name: 'reshape_2', targetShape: [1000] }));
  return model({ inputs: picture, outputs: values, name: 'mobilenet_0.25_224' });
}

const linesOf = (file: string) =>
  readFileSync(join(projectRoot, 'models/mobilenet', file), 'utf8')
    .trim()
    .split('\n');

/** What ImageNet's 1,000 classes are called, in the order of the outputs. */
export const imageNetClasses = (): string[] => linesOf('classes.txt');

/** The SHA-256 of each file of weights, in the layers' order. */
export const mobileNetChecksums = (): { path: string; sha256: string }[] =>
  linesOf('checksums.txt').map((line) => {
    const [sha256 = '', path = ''] = line.split(/\s+/);
    return { path, sha256 };
  });
