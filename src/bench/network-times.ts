import { performance } from 'node:perf_hooks';
import { memory } from '@tensorflow/tfjs-core';
import { quickenBatchNormalization } from '../network/training/batch-normalization.ts';
import { lossGradients } from '../network/training/loss-gradients.ts';
import { createOptimizer } from '../network/training/optimizers.ts';
import { median } from './median.ts';
import { inputGradientOf, type MeasuredNetwork, noise, outputsOf } from './network-numbers.ts';

/** One network on one backend. Times hold everything: pictures in, numbers out. */
export interface NetworkTimes {
  /** One picture's outputs, median milliseconds. */
  singleMs: number;
  /** Pictures a second in batches of `batch`. */
  perSecond: number;
  batch: number;
  /** One picture's input gradient, median milliseconds. */
  gradientMs: number;
  /** One step of training (loss, gradients, Adam) with `batch` pictures, median milliseconds; a message where the backend cannot. */
  stepMs: number | string;
  /** Bytes of tensors that stay, weights and all, and what the backend has set aside for tensors, where it tells. */
  tensorBytes: number;
  reservedBytes?: number;
  /** Resident memory of the process after all that, bytes. */
  residentBytes: number;
}

/** Runs that are not counted: they compile and reserve. */
const WARM_UP = 2;
const MOST_RUNS = 100;
/** Large pictures come in smaller batches, so that a laptop can hold them. */
const BATCH = 64;
const LARGE = 100; // pixels a side
const LARGE_BATCH = 8;

/** @param seconds about how long each of the four kinds of work is measured; one run at least */
export async function timesOf(network: MeasuredNetwork, seconds: number): Promise<NetworkTimes> {
  const batch = network.shape[0]! > LARGE ? LARGE_BATCH : BATCH;
  const [one, many] = [noise(network, 1), noise(network, batch)];
  const singleMs = await timed(seconds, () => outputsOf(network, one));
  const batchMs = await timed(seconds, () => outputsOf(network, many));
  const gradientMs = await timed(seconds, () => inputGradientOf(network, one));
  const stepMs = await stepTime(network, many, batch, seconds);
  const { numBytes, numBytesInGPUAllocated, numBytesAllocatedInGPU } = memory() as ReturnType<typeof memory> & Record<string, number>;
  const reserved = numBytesInGPUAllocated ?? numBytesAllocatedInGPU;
  return {
    singleMs,
    perSecond: (batch / batchMs) * 1000,
    batch,
    gradientMs,
    stepMs,
    tensorBytes: numBytes,
    ...(reserved === undefined ? {} : { reservedBytes: reserved }),
    residentBytes: process.memoryUsage.rss(),
  };
}

async function stepTime(
  { model, classes }: MeasuredNetwork,
  images: Float32Array,
  size: number,
  seconds: number,
): Promise<number | string> {
  const targets = Float32Array.from({ length: size * classes }, (_, at) => (at % classes === Math.floor(at / classes) % classes ? 1 : 0));
  const optimizer = createOptimizer({ name: 'adam', rate: 1e-4 });
  quickenBatchNormalization(model);
  try {
    return await timed(seconds, async () => {
      const { gradients } = await lossGradients(model, { size, images, targets });
      optimizer.applyGradients(gradients);
      for (const gradient of Object.values(gradients)) gradient.dispose();
    });
  } catch (error) {
    return (error as Error).message;
  } finally {
    optimizer.dispose();
  }
}

async function timed(seconds: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  const started = performance.now();
  for (let run = 0; run < MOST_RUNS; run++) {
    const from = performance.now();
    await work();
    const now = performance.now();
    if (run >= WARM_UP || now - started > seconds * 1000) times.push(now - from);
    if (now - started > seconds * 1000) break;
  }
  return median(times);
}
