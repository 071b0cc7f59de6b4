import { convCifarDefinition, convCifarRecipe } from '../conv-cifar/network.ts';
import { zooEntry } from '../entry.ts';
import { SHUFFLED_PIXELS } from '../shuffled-pixels.ts';

/** The convolutional network trained on pictures whose pixels stand in another order, the same one in all: it can see no neighbors. */
export const convCifarShuffled = zooEntry(convCifarDefinition('conv-cifar-shuffled'), { ...convCifarRecipe, pixelOrder: SHUFFLED_PIXELS });
