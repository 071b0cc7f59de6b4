import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { io } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';

const WEIGHTS_FILE = 'weights.bin';

/** Writes a network as TensorFlow.js Layers files into a folder: `model.json` (layers) and `weights.bin` (float32). */
export async function saveLayers(network: LayersModel, folder: string): Promise<void> {
  await network.save(
    io.withSaveHandler(async (parts) => {
      await mkdir(folder, { recursive: true });
      const { modelTopology, weightSpecs, weightData } = parts;
      const description = { modelTopology, weightsManifest: [{ paths: [WEIGHTS_FILE], weights: weightSpecs }] };
      await writeFile(join(folder, 'model.json'), `${JSON.stringify(description)}\n`);
      await writeFile(join(folder, WEIGHTS_FILE), new Uint8Array(io.CompositeArrayBuffer.join(weightData)));
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
    }),
  );
}

/** Reads a network that `saveLayers` wrote. The backend must have been started. */
export async function loadLayers(folder: string): Promise<LayersModel> {
  const description = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'));
  const weights = await readFile(join(folder, WEIGHTS_FILE));
  return loadLayersModel(
    io.fromMemory({
      modelTopology: description.modelTopology,
      weightSpecs: description.weightsManifest[0].weights,
      weightData: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength) as ArrayBuffer,
    }),
  );
}
