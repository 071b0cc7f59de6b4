import { readFile, rename } from 'node:fs/promises';
import { io, type Optimizer, type Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { writeWhole } from '../whole-file.ts';
import { restoreOptimizer } from './optimizers.ts';

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
  /** What else is known of each epoch that has ended. */
  epochs: EpochRecord[];
  /** Right answers to the batches of the epoch under way, and how many of them could be judged. */
  hits: { right: number; of: number };
}

export interface EpochRecord {
  /** Share of right answers to the epoch's own batches, while the weights were still changing, 0…1. */
  batchAccuracy: number | null;
  /** Time that its steps took, seconds. */
  seconds: number | null;
  /** What `onEpoch` measured after it, if it did: accuracy on pictures that are not learned from, 0…1. */
  accuracy?: number;
}

/** The tensors of a run: the weights, the optimizer's own numbers, and the running averages of weights where they are kept. */
export interface RunTensors {
  network: LayersModel;
  optimizer: Optimizer;
  averages: readonly Tensor[];
}

/** Why a checkpoint's file was not taken: it cannot be read as one, or it belongs to a run of other settings. */
export type Unusable = 'broken' | 'foreign';

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
  await writeWhole(path, Buffer.concat([length, header, Buffer.from(data)]));
}

interface Header {
  state: RunState;
  weights: number;
  moments: number;
  specs: io.WeightsManifestEntry[];
}

/**
 * Restores a run into its network, optimizer and averages.
 * @returns undefined where there is no checkpoint, or the word for why the file is of no use: nothing is changed then
 */
export async function loadCheckpoint(
  path: string,
  run: string,
  { network, optimizer }: Omit<RunTensors, 'averages'>,
): Promise<{ state: RunState; averages: Tensor[] } | Unusable | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return undefined;
  let header: Header;
  let tensors: Tensor[];
  try {
    const end = 4 + bytes.readUInt32LE(0);
    header = JSON.parse(bytes.subarray(4, end).toString()) as Header;
    if (header.state.run !== run) return 'foreign';
    const values = new Uint8Array(bytes.subarray(end));
    // a file that was cut off would otherwise give tensors that are too short
    if (values.length !== bytesOf(header.specs)) return 'broken';
    const named = io.decodeWeights(values.buffer, header.specs);
    tensors = header.specs.map(({ name }) => named[name]!);
    if (!fits(network, tensors.slice(0, header.weights))) return 'foreign';
  } catch {
    return 'broken';
  }
  const { weights, moments, state, specs } = header;
  network.setWeights(tensors.slice(0, weights));
  const ofOptimizer = tensors.slice(weights, weights + moments);
  await restoreOptimizer(
    optimizer,
    ofOptimizer.map((tensor, index) => ({ name: specs[weights + index]!.name, tensor })),
  );
  return { state: completed(state), averages: tensors.slice(weights + moments) };
}

/** Puts a run's file out of the way of the run that takes its place; an earlier one that lay there is replaced. */
export async function setAside(path: string): Promise<string> {
  const aside = `${path}.old`;
  await rename(path, aside);
  return aside;
}

const bytesOf = (specs: readonly io.WeightsManifestEntry[]) =>
  specs.reduce((sum, { shape }) => sum + 4 * shape.reduce((product, length) => product * length, 1), 0);

function fits(network: LayersModel, tensors: readonly Tensor[]): boolean {
  const shapes = network.getWeights().map(({ shape }) => String(shape));
  return shapes.length === tensors.length && tensors.every(({ shape }, index) => String(shape) === shapes[index]);
}

/** Checkpoints of earlier versions know losses alone. */
function completed(state: RunState): RunState {
  return {
    ...state,
    epochs: state.epochs ?? state.losses.map(() => ({ batchAccuracy: null, seconds: null })),
    hits: state.hits ?? { right: 0, of: 0 },
  };
}
