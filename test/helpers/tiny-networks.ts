import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tensor } from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { startBackend } from '../../src/network/backend.ts';
import { saveLayers } from '../../src/network/layers-file.ts';

/** Classes of the network below, in its outputs' order. */
export const SHADES = ['dark', 'bright'];

/**
 * A network whose answers are known: the mean of a gray picture, range −1…1, decides between dark and bright. Scores are −4·mean and 4·mean,
 * so white gives bright with 1/(1 + e⁻⁸).
 */
export async function createShadeNetwork({ side = 8, softmax = false } = {}): Promise<LayersModel> {
  await startBackend();
  const network = sequential({ name: 'shade' });
  network.add(layers.globalAveragePooling2d({ name: 'mean', inputShape: [side, side, 1] }));
  network.add(layers.dense({ name: 'scores', units: 2, ...(softmax ? { activation: 'softmax' } : {}) }));
  network.getLayer('scores').setWeights([tensor([[-4, 4]]), tensor([0, 0])]);
  return network;
}

/** The same as the files that `models add` takes: a folder, and the labels' file. */
export async function writeShadeNetwork(folder: string, options?: { side?: number; softmax?: boolean }): Promise<string> {
  await saveLayers(await createShadeNetwork(options), folder);
  const labels = join(folder, 'labels.txt');
  await writeFile(labels, `${SHADES.join('\n')}\n`);
  return labels;
}
