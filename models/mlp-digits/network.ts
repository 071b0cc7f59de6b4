import { DIGITS } from '../classes.ts';
import { zooEntry } from '../entry.ts';
import { createMlp } from '../mlp.ts';

/** A multilayer perceptron for MNIST, 784 → 200 → 10: 159,010 parameters, nearly as many as the lecture's convolutional network has. */
export const mlpDigits = zooEntry(
  {
    id: 'mlp-digits',
    input: { height: 28, width: 28, channels: 1, range: [0, 1] },
    classes: DIGITS,
    create: (seed) => createMlp('mlp-digits', [28, 28, 1], 200, 10, seed),
  },
  { data: 'mnist', epochs: 10, batch: 64, optimizer: { name: 'adam', rate: 1e-3, schedule: 'cosine' }, average: 0.999 },
);
