import { layers, type Sequential, sequential } from '@tensorflow/tfjs-layers';

/** Width and height of what the network sees. */
export const DIGIT_SIZE = 28;
/** How many answers it can give: the digits 0…9. */
export const DIGIT_CLASSES = 10;

/**
 * The lecture's MNIST network: 1×28×28 → 3×3 convolution to 32 → 2×2 max pooling → ReLU → the same once more → 1,568 → 100, ReLU →
 * 10 scores. 167,478 parameters. The last layer gives scores, not probabilities: training and explanations start from these.
 * @param seed makes the first weights (He initialization) repeatable
 */
export function createDigitNetwork(seed: number): Sequential {
  const network = sequential({ name: 'digits' });
  const initializer = (offset: number) => ({ className: 'HeNormal', config: { seed: seed + offset } });
  const conv = (index: number) =>
    layers.conv2d({
      name: `conv${index}`,
      filters: 32,
      kernelSize: 3,
      padding: 'same',
      kernelInitializer: initializer(index) as never,
      ...(index === 1 ? { inputShape: [DIGIT_SIZE, DIGIT_SIZE, 1] } : {}),
    });
  network.add(conv(1));
  network.add(layers.maxPooling2d({ name: 'pool1', poolSize: 2 }));
  network.add(layers.reLU({ name: 'relu1' }));
  network.add(conv(2));
  network.add(layers.maxPooling2d({ name: 'pool2', poolSize: 2 }));
  network.add(layers.reLU({ name: 'relu2' }));
  network.add(layers.flatten({ name: 'flatten' }));
  network.add(layers.dense({ name: 'hidden', units: 100, activation: 'relu', kernelInitializer: initializer(3) as never }));
  network.add(layers.dense({ name: 'scores', units: DIGIT_CLASSES, kernelInitializer: initializer(4) as never }));
  return network;
}
