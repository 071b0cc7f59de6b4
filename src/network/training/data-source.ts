import { join } from 'node:path';
import type { NetworkDefinition } from '../definition.ts';
import { holdsCifar10 } from './cifar10.ts';
import { firstOf, type LabeledPictures } from './dataset.ts';
import { holdsMnist } from './mnist.ts';
import { type Halves, holdsFolders, loadPictureFolder } from './picture-folder.ts';
import { createDigitPool } from './pool.ts';
import { createRandom } from './random.ts';
import type { DatasetName, Recipe } from './recipe.ts';
import { asTheNetworkTakesThem, loadSet } from './recipe-data.ts';

/** The word for digits that the project draws, in place of a folder. */
export const DRAWN_DATA = 'drawn';

/** Where pictures to learn from and to test on come from. */
export type DataSource =
  /** The set that the recipe names. */
  | { kind: 'set'; folder: string }
  /** Digits that the project draws. */
  | { kind: 'drawn' }
  /** Pictures of one's own, in a folder a class. */
  | { kind: 'pictures'; folder: string };

/** Drawn digits to learn from and to test on, where no other number is asked for. */
export const DRAWN_DIGITS = { train: 12_000, test: 2000 };
/** Drawn digits never have a seed of training in common with those that are tested on. */
const TEST_SEED = 1_000_003;

/** The folder that holds a set's files: this one, or the one in it that is named after the set. */
export async function folderOfSet(data: DatasetName, folder: string): Promise<string | undefined> {
  const holds = data === 'mnist' ? holdsMnist : holdsCifar10;
  for (const candidate of [folder, join(folder, data)]) if (await holds(candidate)) return candidate;
  return undefined;
}

/**
 * Tells what a folder, or the word `drawn`, gives to learn from.
 * @throws Error in one sentence where there is nothing of use
 */
export async function findSource(given: string, data: DatasetName): Promise<DataSource> {
  if (given === DRAWN_DATA) return { kind: 'drawn' };
  const folder = await folderOfSet(data, given);
  if (folder !== undefined) return { kind: 'set', folder };
  if (await holdsFolders(given)) return { kind: 'pictures', folder: given };
  const files = data === 'mnist' ? 'train-images-idx3-ubyte.gz and its companions' : 'data_batch_1.bin and its companions';
  throw new Error(`${given} has neither the files of ${data} (${files}) nor folders of pictures by class`);
}

export interface LoadSettings {
  recipe: Recipe;
  definition: NetworkDefinition;
  /** Makes drawn digits, and the order and choice of pictures from folders. */
  seed: number;
  /** Learns from no more than so many pictures. */
  limit?: number;
  onWarning?(sentence: string): void;
}

/**
 * Reads, or draws, the pictures to learn from and to test on, as the recipe's network takes them.
 * @throws Error in one sentence where they cannot be had or do not fit the network
 */
export async function loadHalves(source: DataSource, settings: LoadSettings): Promise<Halves> {
  const { recipe, definition, limit = Number.POSITIVE_INFINITY } = settings;
  const halves = await readHalves(source, settings);
  for (const half of ['train', 'test'] as const) checkClasses(halves[half], definition.classes, half);
  return { train: asTheNetworkTakesThem(recipe, firstOf(halves.train, limit)), test: asTheNetworkTakesThem(recipe, halves.test) };
}

async function readHalves(source: DataSource, { recipe, definition, seed, limit, onWarning }: LoadSettings): Promise<Halves> {
  const { height, width, channels } = definition.input;
  const border = 2 * (recipe.border ?? 0);
  switch (source.kind) {
    case 'set':
      return {
        train: await loadSet(recipe.data, 'train', source.folder),
        test: await loadSet(recipe.data, 'test', source.folder),
      };
    case 'drawn':
      if (recipe.data !== 'mnist')
        throw new Error(
          `${definition.id} learns ${definition.classes.join(', ')}: drawn digits do not fit it, so give its pictures with --data FOLDER`,
        );
      return {
        train: drawDigitSet(Math.min(limit ?? DRAWN_DIGITS.train, DRAWN_DIGITS.train), seed),
        test: drawDigitSet(Math.min(limit ?? DRAWN_DIGITS.test, DRAWN_DIGITS.test), seed + TEST_SEED),
      };
    case 'pictures':
      return loadPictureFolder({
        folder: source.folder,
        classes: definition.classes,
        height: height - border,
        width: width - border,
        channels,
        seed,
        ...(onWarning === undefined ? {} : { onWarning }),
      });
  }
}

/** Digits as people write and print them, 28×28, in the form that MNIST has. */
export const drawDigitSet = (count: number, seed: number): LabeledPictures => ({
  ...createDigitPool(count, createRandom(seed)),
  height: 28,
  width: 28,
  channels: 1,
});

/** Nothing can be learned of a class that no picture shows. */
function checkClasses({ count, labels }: LabeledPictures, classes: readonly string[], half: 'train' | 'test'): void {
  const shown = new Set(labels.subarray(0, count));
  const missing = classes.filter((_, label) => !shown.has(label));
  if (missing.length === 0) return;
  const pictures = half === 'train' ? 'pictures to learn from' : 'test pictures';
  throw new Error(`none of the ${count} ${pictures} shows ${missing.length === 1 ? 'the class' : 'the classes'} ${missing.join(', ')}`);
}
