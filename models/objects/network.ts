import { layers, sequential } from '@tensorflow/tfjs-layers';
import { CIFAR10_CLASSES } from '../classes.ts';
import { zooEntry } from '../entry.ts';

/**
 * Knows the ten things of CIFAR-10. 5×5 filters first, that can be looked at, then 3×3; batch normalization (Ioffe and Szegedy, 2015) behind
 * each; the mean over each map in place of wide fully connected layers (Lin et al., 2013).
 * 3×32×32 → 32 → pool → 64 → pool → 96 → 96 → pool → 192 → mean → 10 scores.
 */
export const objects = zooEntry(
  {
    id: 'objects',
    input: { height: 32, width: 32, channels: 3, range: [-1, 1] },
    classes: CIFAR10_CLASSES,
    create(seed) {
      const network = sequential({ name: 'objects' });
      const block = (index: number, filters: number, pooled: boolean, first?: { kernelSize: number; inputShape: number[] }) => {
        const kernelInitializer = { className: 'HeNormal', config: { seed: seed + index } } as never;
        // normalization has a bias of its own
        const conv = { kernelSize: 3, padding: 'same' as const, useBias: false, kernelInitializer, ...first };
        network.add(layers.conv2d({ name: `conv${index}`, filters, ...conv }));
        // the largest of a window stays the largest whether ReLU comes before or after; after, there is a quarter of the work
        if (pooled) network.add(layers.maxPooling2d({ name: `pool${index}`, poolSize: 2 }));
        network.add(layers.batchNormalization({ name: `norm${index}`, momentum: 0.95 }));
        network.add(layers.reLU({ name: `relu${index}` }));
      };
      block(1, 32, true, { kernelSize: 5, inputShape: [32, 32, 3] });
      block(2, 64, true);
      block(3, 96, false);
      block(4, 96, true);
      block(5, 192, false);
      network.add(layers.globalAveragePooling2d({ name: 'mean' }));
      network.add(layers.dense({ name: 'scores', units: 10, kernelInitializer: { className: 'GlorotNormal', config: { seed } } as never }));
      return network;
    },
  },
  {
    data: 'cifar10',
    change: 'photo',
    epochs: 14,
    batch: 128,
    optimizer: { name: 'momentum', rate: 0.1, schedule: 'one-cycle', warmUp: 800, decay: 5e-3 },
    smoothing: 0.1,
    average: 0.998,
  },
);
