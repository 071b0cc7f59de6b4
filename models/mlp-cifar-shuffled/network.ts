import { zooEntry } from '../entry.ts';
import { mlpCifarDefinition, mlpCifarRecipe } from '../mlp-cifar/network.ts';
import { SHUFFLED_PIXELS } from '../shuffled-pixels.ts';

/** The fully connected classifier trained on pictures whose pixels stand in another order, the same one in all. */
export const mlpCifarShuffled = zooEntry(mlpCifarDefinition('mlp-cifar-shuffled'), { ...mlpCifarRecipe, pixelOrder: SHUFFLED_PIXELS });
