import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type NamedTensorMap, tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { projectRoot } from '../../project-root.ts';
import type { Batch } from './batch.ts';
import { type LossAndGradients, trainableVariables } from './loss-gradients.ts';
import type { ReplicaAnswer, ReplicaData, ReplicaResult } from './replica.ts';

export interface Replicas {
  /** The gradients of a batch whose parts the threads computed: their mean, weighted by the parts' sizes. */
  gradients(batch: Batch): Promise<LossAndGradients>;
  stop(): Promise<void>;
}

const sizeOf = (shape: readonly (number | null)[]) => shape.reduce<number>((product, length) => product * length!, 1);

/**
 * Trains one network with several threads: each has the same weights and a part of every batch (synchronous data parallelism). Batch
 * normalization sees its own part alone, so results depend a little on the number of threads; for the same number they are the same.
 */
export async function createReplicas(network: LayersModel, count: number): Promise<Replicas> {
  const all = network.weights.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const weights = new SharedArrayBuffer(4 * all);
  const trainable = trainableVariables(network);
  // `toJSON` gives text for a LayersModel, an object for a Sequential
  const json: unknown = network.toJSON(undefined, false);
  const replicas = Array.from({ length: count }, () => {
    const results = new SharedArrayBuffer(4 * all);
    const data: ReplicaData = { topology: JSON.stringify(json), weights, results };
    const worker = new Worker(join(projectRoot, 'dist/src/network/training/replica.js'), { workerData: data });
    return { worker, results: new Float32Array(results) };
  });
  await Promise.all(replicas.map(({ worker }) => answerOf(worker)));

  return {
    async gradients(batch) {
      const shared = new Float32Array(weights);
      let to = 0;
      for (const weight of network.weights) {
        const values = await weight.read().data();
        shared.set(values as Float32Array, to);
        to += values.length;
      }
      const parts = divided(batch, count);
      const working = replicas.slice(0, parts.length);
      const found = await Promise.all(
        working.map(({ worker }, index) => {
          worker.postMessage(parts[index]);
          return answerOf(worker) as Promise<ReplicaResult>;
        }),
      );
      const shares = parts.map(({ size }) => size / batch.size);
      const mean = new Float32Array(all);
      working.forEach(({ results }, index) => {
        const share = shares[index]!;
        for (let at = 0; at < all; at++) mean[at]! += share * results[at]!;
      });
      const gradients: NamedTensorMap = {};
      let from = 0;
      for (const { name, shape, size } of trainable) {
        gradients[name] = tensor(mean.slice(from, from + size), shape);
        from += size;
      }
      for (const weight of network.nonTrainableWeights) {
        const size = sizeOf(weight.shape);
        const value = tensor(mean.slice(from, from + size), weight.shape as number[]);
        weight.write(value);
        value.dispose();
        from += size;
      }
      return {
        loss: found.reduce((sum, { loss }, index) => sum + shares[index]! * loss, 0),
        hits: found.reduce((sum, { hits }) => ({ right: sum.right + hits.right, of: sum.of + hits.of }), { right: 0, of: 0 }),
        gradients,
      };
    },
    async stop() {
      await Promise.all(replicas.map(({ worker }) => worker.terminate()));
    },
  };
}

/** The next message of a thread: what it found, nothing when it is ready. */
function answerOf(worker: Worker): Promise<ReplicaResult | undefined> {
  return new Promise((resolve, reject) => {
    const done = () => {
      worker.off('message', hear);
      worker.off('error', fail);
    };
    const hear = (answer: ReplicaAnswer) => {
      done();
      if ('failure' in answer) reject(new Error(answer.failure));
      else resolve('loss' in answer ? answer : undefined);
    };
    const fail = (error: Error) => {
      done();
      reject(error);
    };
    worker.on('message', hear);
    worker.on('error', fail);
  });
}

/** A batch in `count` parts of nearly the same size; fewer where it has fewer pictures. */
function divided({ size, images, targets }: Batch, count: number): Batch[] {
  const parts = Math.min(count, size);
  const [pixels, classes] = [images.length / size, targets.length / size];
  return Array.from({ length: parts }, (_, index) => {
    const [from, to] = [Math.round((index * size) / parts), Math.round(((index + 1) * size) / parts)];
    return { size: to - from, images: images.slice(from * pixels, to * pixels), targets: targets.slice(from * classes, to * classes) };
  });
}
