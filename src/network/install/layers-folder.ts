import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, normalize } from 'node:path';
import type { io } from '@tensorflow/tfjs-core';
import { fileReason } from '../file-reason.ts';

/** More than this is no network for a chat, bytes. */
const MAX_WEIGHT_BYTES = 256 * 1024 * 1024;

const BYTES: Record<string, number> = { float32: 4, int32: 4, bool: 1, float16: 2, uint16: 2, uint8: 1 };

/**
 * Looks at a TensorFlow.js Layers model without loading it: `model.json` and the files of weights that it names, each as long as it has to be.
 * @throws Error in one sentence: what is missing, cut off, or of another kind
 */
export async function inspectLayersFolder(folder: string): Promise<void> {
  const { format, modelTopology, weightsManifest } = await readDescription(folder);
  if (format === 'graph-model' || isGraph(modelTopology))
    throw new Error('this is a GraphModel, which has lost its layers; convert the original again with the output format tfjs_layers_model');
  if (typeof modelTopology !== 'object' || modelTopology === null)
    throw new Error('model.json holds weights only, no layers (modelTopology is empty); save the model again');
  if (!('model_config' in modelTopology) && !('class_name' in modelTopology))
    throw new Error('model.json describes no Layers model (it has neither model_config nor class_name)');
  if (!Array.isArray(weightsManifest) || weightsManifest.length === 0)
    throw new Error('model.json names no weights (weightsManifest is missing)');
  let all = 0;
  for (const group of weightsManifest) all += await inspectGroup(folder, group);
  if (all > MAX_WEIGHT_BYTES)
    throw new Error(`the weights have ${megabytes(all)} MB, and at most ${megabytes(MAX_WEIGHT_BYTES)} MB are taken`);
}

async function readDescription(folder: string): Promise<Partial<io.ModelJSON>> {
  const text = await readFile(join(folder, 'model.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === 'ENOENT' ? `there is no model.json in ${folder}` : `model.json in ${folder} cannot be read: ${fileReason(error)}`,
    );
  });
  try {
    const description = JSON.parse(text) as unknown;
    if (typeof description === 'object' && description !== null) return description;
  } catch {
    // said below
  }
  throw new Error('model.json is broken or cut off: it is not readable JSON');
}

const isGraph = (topology: unknown) => typeof topology === 'object' && topology !== null && ('node' in topology || 'library' in topology);

/** Bytes of a group of weights. */
async function inspectGroup(folder: string, { paths, weights }: io.WeightsManifestConfig[number]): Promise<number> {
  if (!Array.isArray(paths) || !Array.isArray(weights))
    throw new Error('model.json is broken: a group of weights lacks its paths or its list');
  const foreign = paths.find((path) => isAbsolute(path) || normalize(path).startsWith('..'));
  if (foreign !== undefined) throw new Error(`model.json names weights outside of its folder: ${foreign}`);
  let found = 0;
  for (const path of paths) {
    found += await stat(join(folder, path)).then(
      ({ size }) => size,
      () => {
        throw new Error(`the file ${path} that model.json names is missing`);
      },
    );
  }
  const expected = weights.reduce((sum, weight) => sum + bytesOf(weight), 0);
  if (found !== expected)
    throw new Error(
      `${paths.join(', ')} ${found < expected ? 'is cut off' : 'is too long'}: ${found} bytes, and the weights in model.json take ${expected}`,
    );
  return found;
}

function bytesOf({ name, shape, dtype, quantization }: io.WeightsManifestEntry): number {
  const bytes = BYTES[quantization?.dtype ?? dtype];
  if (bytes === undefined) throw new Error(`the weights ${name} have the type ${dtype}, which no layer here takes`);
  return bytes * shape.reduce((product, size) => product * size, 1);
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
