import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { softmax, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { NetworkInput } from './definition.ts';
import { loadLayers } from './layers-file.ts';
import { valuesOf } from './values.ts';

/** What a network's `card.json` says of it, whoever trained it. */
export interface NetworkCard {
  network: string;
  input: NetworkInput;
  /** What the outputs stand for, in their order. */
  classes: readonly string[];
  /** Whether the last layer gives scores or, behind its own softmax, probabilities. */
  output: 'scores' | 'probabilities';
  parameters: number;
}

/** A network ready to run. */
export interface LoadedNetwork<Card extends NetworkCard = NetworkCard> {
  card: Card;
  model: LayersModel;
  /**
   * Probabilities of each picture's classes.
   * @param pictures height × width × channels values each, in the input's range
   */
  probabilities(pictures: readonly Float32Array[]): Promise<Float32Array[]>;
}

/**
 * Loads a network from a folder of `model.json`, its weight files and `card.json`. The backend must have been started.
 * @param known what is known of it without a card; the card's own words win
 */
export async function loadNetwork(folder: string, known?: Omit<NetworkCard, 'parameters'>): Promise<LoadedNetwork> {
  const text = await readFile(join(folder, 'card.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || known === undefined) throw error;
    return '{}';
  });
  const model = await loadLayers(folder);
  const card: NetworkCard = { parameters: model.countParams(), ...known, ...JSON.parse(text) };
  const { height, width, channels } = card.input;
  return {
    card,
    model,
    async probabilities(pictures) {
      const size = height * width * channels;
      const pixels = new Float32Array(pictures.length * size);
      pictures.forEach((picture, index) => {
        pixels.set(picture, index * size);
      });
      const values = await valuesOf(
        tidy(() => {
          const output = model.predict(tensor(pixels, [pictures.length, height, width, channels])) as Tensor;
          return card.output === 'scores' ? softmax(output) : output;
        }),
      );
      const { length } = card.classes;
      return pictures.map((_, index) => values.slice(index * length, (index + 1) * length));
    },
  };
}
