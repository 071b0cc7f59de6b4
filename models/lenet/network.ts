import { layers, sequential } from '@tensorflow/tfjs-layers';
import { DIGITS } from '../classes.ts';
import { zooEntry } from '../entry.ts';

/**
 * LeNet-5 as the lecture has it (LeCun et al., 1998): 1×32×32 → 5×5 convolution to 6, sigmoid, 2×2 average pooling → 5×5 convolution to 16,
 * sigmoid, pooling → 400 → 120 → 84 → 10 scores. 61,706 parameters.
 */
export const lenet = zooEntry(
  {
    id: 'lenet',
    input: { height: 32, width: 32, channels: 1, range: [0, 1] },
    classes: DIGITS,
    create(seed) {
      const network = sequential({ name: 'lenet' });
      const initial = (offset: number) => ({ kernelInitializer: { className: 'GlorotNormal', config: { seed: seed + offset } } as never });
      network.add(
        layers.conv2d({ name: 'conv1', filters: 6, kernelSize: 5, activation: 'sigmoid', inputShape: [32, 32, 1], ...initial(1) }),
      );
      network.add(layers.averagePooling2d({ name: 'pool1', poolSize: 2 }));
      network.add(layers.conv2d({ name: 'conv2', filters: 16, kernelSize: 5, activation: 'sigmoid', ...initial(2) }));
      network.add(layers.averagePooling2d({ name: 'pool2', poolSize: 2 }));
      network.add(layers.flatten({ name: 'flatten' }));
      network.add(layers.dense({ name: 'hidden1', units: 120, activation: 'sigmoid', ...initial(3) }));
      network.add(layers.dense({ name: 'hidden2', units: 84, activation: 'sigmoid', ...initial(4) }));
      network.add(layers.dense({ name: 'scores', units: 10, ...initial(5) }));
      return network;
    },
  },
  {
    data: 'mnist',
    border: 2,
    epochs: 20,
    batch: 64,
    optimizer: { name: 'adam', rate: 3e-3, schedule: 'cosine', warmUp: 300 },
  },
);
