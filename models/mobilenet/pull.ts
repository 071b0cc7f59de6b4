import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { type FetchSettings, fetchFiles } from '../../src/network/fetch-files.ts';
import { saveLayers } from '../../src/network/layers-file.ts';
import type { NetworkCard } from '../../src/network/loaded-network.ts';
import { createMobileNet, imageNetClasses, MOBILENET, mobileNetChecksums } from './network.ts';

const FLOAT = 4; // bytes

/**
 * Makes MobileNet's folder complete: fetches the weights, each file checked, and writes `model.json`, `weights.bin` and `card.json`. What an
 * interrupted try left is used. The backend must have been started.
 * @throws Error in one sentence, see `fetchFiles`
 */
export async function pullMobileNet(folder: string, settings: Pick<FetchSettings, 'source' | 'onBytes'>): Promise<void> {
  const network = createMobileNet();
  try {
    const weighted = network.layers.filter((layer) => layer.weights.length > 0);
    const files = mobileNetChecksums().map((file, index) => ({ ...file, bytes: FLOAT * weighted[index]!.countParams() }));
    await fetchFiles({ ...settings, files, target: folder });
    for (const [index, layer] of weighted.entries()) setWeights(layer, await readFile(join(folder, files[index]!.path)));
    await saveLayers(network, folder);
    const card: NetworkCard & { source: string } = {
      network: MOBILENET.id,
      input: MOBILENET.input,
      classes: imageNetClasses(),
      output: 'probabilities',
      parameters: MOBILENET.parameters,
      source: MOBILENET.address,
    };
    await writeFile(join(folder, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
    await Promise.all(files.map(({ path }) => rm(join(folder, path))));
  } finally {
    network.dispose();
  }
}

/** A file holds a layer's numbers one weight after the other: a kernel and its bias, or normalization's scale, shift, mean and variance. */
function setWeights(layer: LayersModel['layers'][number], bytes: Buffer): void {
  const numbers = new Float32Array(new Uint8Array(bytes).buffer);
  let from = 0;
  const tensors = layer.weights.map(({ shape }) => {
    const size = (shape as number[]).reduce((product, length) => product * length, 1);
    const part = tensor(numbers.subarray(from, from + size), shape as number[]);
    from += size;
    return part;
  });
  layer.setWeights(tensors);
  for (const part of tensors) part.dispose();
}
