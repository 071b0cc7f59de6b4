import { layers, sequential } from '@tensorflow/tfjs-layers';
import type { NetworkDefinition } from '../../src/network/definition.ts';
import type { Recipe } from '../../src/network/training/recipe.ts';
import { CIFAR10_CLASSES } from '../classes.ts';
import { zooEntry } from '../entry.ts';

/** The lecture's network for MNIST, fitted to 32×32 pictures in color: 3→32→32, 2,048 → 100 → 10. */
export const convCifarDefinition = (id: string): NetworkDefinition => ({
  id,
  input: { height: 32, width: 32, channels: 3, range: [-1, 1] },
  classes: CIFAR10_CLASSES,
  create(seed) {
    const network = sequential({ name: id });
    const initial = (offset: number) => ({ kernelInitializer: { className: 'HeNormal', config: { seed: seed + offset } } as never });
    const conv = { filters: 32, kernelSize: 3, padding: 'same' as const };
    network.add(layers.conv2d({ name: 'conv1', ...conv, inputShape: [32, 32, 3], ...initial(1) }));
    network.add(layers.maxPooling2d({ name: 'pool1', poolSize: 2 }));
    network.add(layers.reLU({ name: 'relu1' }));
    network.add(layers.conv2d({ name: 'conv2', ...conv, ...initial(2) }));
    network.add(layers.maxPooling2d({ name: 'pool2', poolSize: 2 }));
    network.add(layers.reLU({ name: 'relu2' }));
    network.add(layers.flatten({ name: 'flatten' }));
    network.add(layers.dense({ name: 'hidden', units: 100, activation: 'relu', ...initial(3) }));
    network.add(layers.dense({ name: 'scores', units: 10, ...initial(4) }));
    return network;
  },
});

/** The recipe of the fully connected classifier that it is compared with, and nothing that would know about neighbors. */
export const convCifarRecipe: Recipe = {
  data: 'cifar10',
  epochs: 8,
  batch: 64,
  optimizer: { name: 'adam', rate: 1e-3, schedule: 'cosine', decay: 0.1 },
};

export const convCifar = zooEntry(convCifarDefinition('conv-cifar'), convCifarRecipe);
