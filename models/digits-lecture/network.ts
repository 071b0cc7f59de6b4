import { createDigitNetwork, DIGIT_SIZE } from '../../src/network/digit-network.ts';
import { DIGITS } from '../classes.ts';
import { zooEntry } from '../entry.ts';

/** The lecture's network for MNIST by the lecture's own recipe: pixels −1…1, Adam at 0.001, batches of 64, 10 epochs, pictures as they are. */
export const digitsLecture = zooEntry(
  {
    id: 'digits-lecture',
    input: { height: DIGIT_SIZE, width: DIGIT_SIZE, channels: 1, range: [-1, 1] },
    classes: DIGITS,
    create: (seed) => createDigitNetwork(seed),
  },
  { data: 'mnist', epochs: 10, batch: 64, optimizer: { name: 'adam', rate: 1e-3 } },
);
