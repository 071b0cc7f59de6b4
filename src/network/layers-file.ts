import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { io } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { writeWhole } from './whole-file.ts';

const WEIGHTS_FILE = 'weights.bin';

/**
 * Writes a network as TensorFlow.js Layers files into a folder: `model.json` (layers) and `weights.bin` (float32).
 * @throws the file system's error; files that lay there are kept
 */
export async function saveLayers(network: LayersModel, folder: string): Promise<void> {
  await network.save(
    io.withSaveHandler(async (parts) => {
      const { modelTopology, weightSpecs, weightData } = parts;
      const description = { modelTopology, weightsManifest: [{ paths: [WEIGHTS_FILE], weights: weightSpecs }] };
      await writeWhole(join(folder, WEIGHTS_FILE), new Uint8Array(io.CompositeArrayBuffer.join(weightData)));
      await writeWhole(join(folder, 'model.json'), `${JSON.stringify(description)}\n`);
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
    }),
  );
}

/** Reads a network from `model.json` and the weight files that it names. The backend must have been started. */
export async function loadLayers(folder: string): Promise<LayersModel> {
  const description = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')) as io.ModelJSON;
  const groups = description.weightsManifest;
  const files = await Promise.all(groups.flatMap(({ paths }) => paths).map((path) => readFile(join(folder, path))));
  return loadLayersModel(
    io.fromMemory({
      modelTopology: description.modelTopology,
      weightSpecs: groups.flatMap(({ weights }) => weights),
      weightData: new Uint8Array(Buffer.concat(files)).buffer,
    }),
  );
}
