import type { NetworkDefinition } from '../definition.ts';
import type { Batches } from './batch.ts';
import { createBatches } from './batches.ts';
import { loadCifar10 } from './cifar10.ts';
import { type LabeledPictures, reordered, withBorder } from './dataset.ts';
import { createDigitBatches } from './digit-batches.ts';
import { flipAndShift } from './flip-and-shift.ts';
import { loadMnist } from './mnist.ts';
import { createDigitPool, createOutlierPool } from './pool.ts';
import { createRandom, shuffledOrder } from './random.ts';
import type { DatasetName, Recipe } from './recipe.ts';

/** Pictures of digits, and of what is no digit, that the project draws for a `hand` recipe. */
export const DRAWN = { digits: 24_000, outliers: 24_000 };

const SHIFT = 3; // pixels, of photos of 32×32

/** Pictures of a set as the recipe's network takes them: with its border, in its order of pixels. */
export function asTheNetworkTakesThem({ border = 0, pixelOrder }: Recipe, pictures: LabeledPictures): LabeledPictures {
  const bordered = withBorder(pictures, border);
  if (pixelOrder === undefined) return bordered;
  return reordered(bordered, shuffledOrder(bordered.height * bordered.width, createRandom(pixelOrder)));
}

/**
 * Reads one half of a set.
 * @param folder holds its files
 * @throws Error in one sentence where a file is missing or is not what its name says
 */
export function loadSet(data: DatasetName, half: 'train' | 'test', folder: string): Promise<LabeledPictures> {
  return data === 'mnist' ? loadMnist(folder, half === 'train' ? 'train' : 't10k') : loadCifar10(folder, half);
}

/** The batches that the recipe learns from. */
export function recipeBatches(recipe: Recipe, { input, classes }: NetworkDefinition, data: LabeledPictures, seed: number): Batches {
  if (recipe.change === 'hand') {
    const drawn = createDigitPool(DRAWN.digits, createRandom(seed + 101));
    return createDigitBatches(data, drawn, createOutlierPool(DRAWN.outliers, createRandom(seed + 202)), seed);
  }
  const { batch, smoothing = 0 } = recipe;
  const change = recipe.change === 'photo' ? { change: flipAndShift({ ...data, shift: SHIFT }) } : {};
  return createBatches({ data, input, classes: classes.length, size: batch, seed, smoothing, ...change });
}
