import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { io, type Optimizer, type Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

/** What a run needs to go on, beside the weights. */
export interface RunState {
  /** The network, data and settings of the run as one word: a checkpoint of another run is not taken. */
  run: string;
  step: number;
  /** Time spent training so far. */
  seconds: number;
  /** Mean loss of each epoch that has ended. */
  losses: number[];
  /** Sum of the losses of the steps of the epoch under way. */
  lossSum: number;
}

/** The tensors of a run: the weights, the optimizer's own numbers, and the running averages of weights where they are kept. */
export interface RunTensors {
  network: LayersModel;
  optimizer: Optimizer;
  averages: readonly Tensor[];
}

/**
 * Writes a run's state; a kill at any moment leaves the last complete file.
 * @throws the file system's error, such as ENOSPC on a full disk; the last complete file is kept
 */
export async function saveCheckpoint(path: string, state: RunState, { network, optimizer, averages }: RunTensors): Promise<void> {
  const named = (group: string, tensors: readonly Tensor[]) => tensors.map((tensor, index) => ({ name: `${group}-${index}`, tensor }));
  const weights = named('weight', network.getWeights());
  const moments = named(
    'moment',
    (await optimizer.getWeights()).map(({ tensor }) => tensor),
  );
  const { data, specs } = await io.encodeWeights([...weights, ...moments, ...named('average', averages)]);
  const header = Buffer.from(JSON.stringify({ state, weights: weights.length, moments: moments.length, specs }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, Buffer.concat([length, header, Buffer.from(data)]));
  await rename(`${path}.part`, path);
}

/** Restores a run into its network, optimizer and averages; undefined where there is no checkpoint, it is broken, or it belongs to another run. */
export async function loadCheckpoint(
  path: string,
  run: string,
  { network, optimizer }: Omit<RunTensors, 'averages'>,
): Promise<{ state: RunState; averages: Tensor[] } | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined || bytes.length < 4) return undefined;
  const end = 4 + bytes.readUInt32LE(0);
  let header: { state: RunState; weights: number; moments: number; specs: io.WeightsManifestEntry[] };
  let tensors: { name: string; tensor: Tensor }[];
  try {
    header = JSON.parse(bytes.subarray(4, end).toString());
    if (header.state.run !== run) return undefined;
    const named = io.decodeWeights(new Uint8Array(bytes.subarray(end)).buffer, header.specs);
    tensors = header.specs.map(({ name }) => ({ name, tensor: named[name]! }));
  } catch {
    return undefined;
  }
  const { weights, moments, state } = header;
  network.setWeights(tensors.slice(0, weights).map(({ tensor }) => tensor));
  await optimizer.setWeights(tensors.slice(weights, weights + moments));
  return { state, averages: tensors.slice(weights + moments).map(({ tensor }) => tensor) };
}
