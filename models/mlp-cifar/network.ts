import type { NetworkDefinition } from '../../src/network/definition.ts';
import type { Recipe } from '../../src/network/training/recipe.ts';
import { CIFAR10_CLASSES } from '../classes.ts';
import { zooEntry } from '../entry.ts';
import { createMlp } from '../mlp.ts';

/** The lecture's fully connected classifier, 3072 → 100 → 10 (308,310 parameters): its first weights are templates of colors. */
export const mlpCifarDefinition = (id: string): NetworkDefinition => ({
  id,
  input: { height: 32, width: 32, channels: 3, range: [-1, 1] },
  classes: CIFAR10_CLASSES,
  create: (seed) => createMlp(id, [32, 32, 3], 100, 10, seed),
});

/** Decay keeps the templates smooth. */
export const mlpCifarRecipe: Recipe = {
  data: 'cifar10',
  epochs: 12,
  batch: 64,
  optimizer: { name: 'adam', rate: 5e-4, schedule: 'cosine', decay: 0.3 },
};

export const mlpCifar = zooEntry(mlpCifarDefinition('mlp-cifar'), mlpCifarRecipe);
