import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import type { NetworkInput } from '../../../src/network/definition.ts';
import { drawDigits } from '../../../src/network/drawn-digits.ts';
import { createBatches } from '../../../src/network/training/batches.ts';
import type { LabeledPictures } from '../../../src/network/training/dataset.ts';

export const TINY_INPUT: NetworkInput = { height: 28, width: 28, channels: 1, range: [0, 1] };

/** A convolution of four filters, pooling, scores: 1,960 + 10 weights at the scores; with batch normalization two more kinds of them. */
export function tinyNetwork(seed: number, { normalized = false } = {}): LayersModel {
  const kernelInitializer = { className: 'HeNormal', config: { seed } } as never;
  const network = sequential();
  network.add(layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', inputShape: [28, 28, 1], kernelInitializer }));
  network.add(layers.maxPooling2d({ poolSize: 4 }));
  if (normalized) network.add(layers.batchNormalization());
  network.add(layers.reLU());
  network.add(layers.flatten());
  network.add(layers.dense({ units: 10, kernelInitializer }));
  return network;
}

/** Digits that the project draws with strokes. */
export function drawnSet(count: number, seed: number): LabeledPictures {
  const digits = drawDigits(count, seed);
  const images = new Uint8Array(count * 784);
  digits.forEach(({ input }, at) => {
    images.set(
      input.map((ink) => Math.round(255 * ink)),
      at * 784,
    );
  });
  return { count, height: 28, width: 28, channels: 1, images, labels: Uint8Array.from(digits, ({ label }) => label) };
}

export const tinyBatches = (count = 96, size = 16) =>
  createBatches({ data: drawnSet(count, 3), input: TINY_INPUT, classes: 10, size, seed: 5 });

export const weightsOf = (network: LayersModel): number[] => network.getWeights().flatMap((weight) => [...weight.dataSync()]);
