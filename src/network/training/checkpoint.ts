import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type AdamOptimizer, io } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

/** What a run needs to go on, beside the weights. */
export interface RunState {
  seed: number;
  epochs: number;
  step: number;
  /** Time spent training so far. */
  seconds: number;
}

/** Writes weights and the optimizer's moments; a kill at any moment leaves the last complete file. */
export async function saveCheckpoint(path: string, state: RunState, network: LayersModel, optimizer: AdamOptimizer): Promise<void> {
  const weights = network.getWeights().map((tensor, index) => ({ name: `weight-${index}`, tensor }));
  const moments = (await optimizer.getWeights()).map(({ tensor }, index) => ({ name: `moment-${index}`, tensor }));
  const { data, specs } = await io.encodeWeights([...weights, ...moments]);
  const header = Buffer.from(JSON.stringify({ state, weights: weights.length, specs }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, Buffer.concat([length, header, Buffer.from(data)]));
  await rename(`${path}.part`, path);
}

/** Restores a run into its network and optimizer; undefined where there is no checkpoint, or it belongs to another run. */
export async function loadCheckpoint(
  path: string,
  wanted: { seed: number; epochs: number },
  network: LayersModel,
  optimizer: AdamOptimizer,
): Promise<RunState | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return undefined;
  const end = 4 + bytes.readUInt32LE(0);
  const { state, weights, specs } = JSON.parse(bytes.subarray(4, end).toString()) as {
    state: RunState;
    weights: number;
    specs: io.WeightsManifestEntry[];
  };
  if (state.seed !== wanted.seed || state.epochs !== wanted.epochs) return undefined;
  const named = io.decodeWeights(new Uint8Array(bytes.subarray(end)).buffer, specs);
  const tensors = specs.map(({ name }) => ({ name, tensor: named[name]! }));
  network.setWeights(tensors.slice(0, weights).map(({ tensor }) => tensor));
  await optimizer.setWeights(tensors.slice(weights));
  return state;
}
