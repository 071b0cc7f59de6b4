import { convCifar } from './conv-cifar/network.ts';
import { convCifarShuffled } from './conv-cifar-shuffled/network.ts';
import { digits } from './digits/network.ts';
import { digitsLecture } from './digits-lecture/network.ts';
import type { ZooEntry } from './entry.ts';
import { lenet } from './lenet/network.ts';
import { mlpCifar } from './mlp-cifar/network.ts';
import { mlpCifarShuffled } from './mlp-cifar-shuffled/network.ts';
import { mlpDigits } from './mlp-digits/network.ts';
import { objects } from './objects/network.ts';

/** Every network that the project trains and ships. */
export const zoo: readonly ZooEntry[] = [
  digits,
  digitsLecture,
  lenet,
  mlpDigits,
  objects,
  mlpCifar,
  convCifar,
  mlpCifarShuffled,
  convCifarShuffled,
];
