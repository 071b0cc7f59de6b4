import { layers, type Sequential, sequential } from '@tensorflow/tfjs-layers';

/** A multilayer perceptron: the picture flattened, one hidden layer with ReLU, scores. `shape` is height, width, channels. */
export function createMlp(name: string, shape: [number, number, number], hidden: number, classes: number, seed: number): Sequential {
  const initial = (offset: number) => ({ kernelInitializer: { className: 'HeNormal', config: { seed: seed + offset } } as never });
  const network = sequential({ name });
  network.add(layers.flatten({ name: 'flatten', inputShape: shape }));
  network.add(layers.dense({ name: 'hidden', units: hidden, activation: 'relu', ...initial(1) }));
  network.add(layers.dense({ name: 'scores', units: classes, ...initial(2) }));
  return network;
}
