import { createDigitNetwork, DIGIT_SIZE } from '../../src/network/digit-network.ts';
import { DIGITS } from '../classes.ts';
import { zooEntry } from '../entry.ts';

/** Reads one handwritten digit: the lecture's network for MNIST, trained to read what people write, photograph and print. */
export const digits = zooEntry(
  {
    id: 'digits',
    input: { height: DIGIT_SIZE, width: DIGIT_SIZE, channels: 1, range: [0, 1] },
    classes: DIGITS,
    create: (seed) => createDigitNetwork(seed),
  },
  {
    data: 'mnist',
    change: 'hand',
    epochs: 20,
    batch: 64,
    optimizer: { name: 'adam', rate: 1.5e-3, schedule: 'cosine', warmUp: 300 },
    average: 0.999,
  },
);
