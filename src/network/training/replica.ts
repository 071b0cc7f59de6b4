/** A thread of data-parallel training: computes the loss and gradients of its part of each batch with the weights that it is shown. */
import { parentPort, workerData } from 'node:worker_threads';
import { tensor } from '@tensorflow/tfjs-core';
import { type LayersModel, models } from '@tensorflow/tfjs-layers';
import { startBackend } from '../backend.ts';
import { registerTrainingKernels } from '../wasm-training/register.ts';
import type { Batch } from './batch.ts';
import { quickenBatchNormalization } from './batch-normalization.ts';
import { type Hits, lossGradients, trainableVariables } from './loss-gradients.ts';

/** What the threads share: all weights, written by the trainer before each step; a replica's gradients and statistics, read after it. */
export interface ReplicaData {
  /** The layers as JSON, without weights. */
  topology: string;
  weights: SharedArrayBuffer;
  /** The gradients of all trainable weights, then the values of the others (moving statistics), each in the network's order. */
  results: SharedArrayBuffer;
}

/** What a replica found of its part of a batch. */
export interface ReplicaResult {
  loss: number;
  hits: Hits;
}

export type ReplicaAnswer = { ready: true } | ReplicaResult | { failure: string };

if (parentPort !== null) void serve(parentPort, workerData as ReplicaData);

async function serve(port: NonNullable<typeof parentPort>, { topology, weights, results }: ReplicaData): Promise<void> {
  const answer = (message: ReplicaAnswer) => port.postMessage(message);
  try {
    if ((await startBackend()) === 'wasm') registerTrainingKernels();
    const network = (await models.modelFromJSON(JSON.parse(topology))) as LayersModel;
    quickenBatchNormalization(network);
    port.on('message', (batch: Batch) => {
      void learn(network, batch, new Float32Array(weights), new Float32Array(results)).then(answer, (error: Error) =>
        answer({ failure: error.message }),
      );
    });
    answer({ ready: true });
  } catch (error) {
    answer({ failure: (error as Error).message });
  }
}

async function learn(network: LayersModel, batch: Batch, weights: Float32Array, results: Float32Array): Promise<ReplicaResult> {
  let from = 0;
  for (const weight of network.weights) {
    const size = weight.shape.reduce<number>((product, length) => product * length!, 1);
    // a copy: the backend does not take memory that another thread may write to
    const value = tensor(weights.slice(from, from + size), weight.shape as number[]);
    weight.write(value);
    value.dispose();
    from += size;
  }
  const { loss, hits, gradients } = await lossGradients(network, batch);
  let to = 0;
  const put = (values: Float32Array) => {
    results.set(values, to);
    to += values.length;
  };
  for (const { name } of trainableVariables(network)) {
    put((await gradients[name]!.data()) as Float32Array);
    gradients[name]!.dispose();
  }
  for (const weight of network.nonTrainableWeights) put((await weight.read().data()) as Float32Array);
  return { loss, hits };
}
