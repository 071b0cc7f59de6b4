import { access, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { matMul, memory, mul, reshape, type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../../src/network/backend.ts';
import type { Batches } from '../../../src/network/training/batch.ts';
import { loadCheckpoint, type RunState, saveCheckpoint } from '../../../src/network/training/checkpoint.ts';
import { evaluate } from '../../../src/network/training/evaluate.ts';
import { countHits, lossGradients } from '../../../src/network/training/loss-gradients.ts';
import { createOptimizer, OPTIMIZERS, type OptimizerSettings, rateAt } from '../../../src/network/training/optimizers.ts';
import { Divergence, type TrainingSettings, trainNetwork } from '../../../src/network/training/trainer.ts';
import { registerTrainingKernels } from '../../../src/network/wasm-training/register.ts';
import { temporaryFolders } from '../../helpers/temporary-folder.ts';
import { drawnSet, TINY_INPUT, tinyBatches, tinyNetwork, weightsOf } from './tiny.ts';

const temporaryFolder = temporaryFolders();
const adam: OptimizerSettings = { name: 'adam', rate: 0.01, schedule: 'cosine', warmUp: 2 };

beforeAll(async () => {
  if ((await startBackend()) === 'wasm') registerTrainingKernels();
});

describe('the learning rate', () => {
  const settings = { name: 'sgd', rate: 0.1, warmUp: 4 } as const;
  const rates = (schedule: OptimizerSettings['schedule']) => [0, 1, 3, 4, 9, 14].map((step) => rateAt({ ...settings, schedule }, step, 14));

  it('stays, or rises and falls along half a cosine, or in straight lines', () => {
    const close = (values: number[]) => values.map((value) => expect.closeTo(value, 6));
    expect(rates('constant')).toEqual([0.1, 0.1, 0.1, 0.1, 0.1, 0.1]);
    expect(rates(undefined)).toEqual(rates('constant'));
    expect(rates('cosine')).toEqual(close([0.025, 0.05, 0.1, 0.1, 0.0505, 0.001]));
    expect(rates('one-cycle')).toEqual(close([0.025, 0.05, 0.1, 0.1, 0.0505, 0.001]));
    expect(rateAt({ ...settings, schedule: 'cosine' }, 6, 14)).toBeCloseTo(0.1 * (0.01 + 0.99 * 0.5 * (1 + Math.cos(Math.PI / 5))), 6);
    expect(rateAt({ ...settings, schedule: 'one-cycle' }, 6, 14)).toBeCloseTo(0.1 * (0.01 + 0.99 * 0.8), 6);
  });
});

describe('right answers to a batch', () => {
  it('are counted by the largest score, without pictures that show no class', () => {
    const scores = Float32Array.of(1, 2, 0, 5, 1, 1, 0, 0, 9, 3, 2, 1);
    const targets = Float32Array.of(0.1, 0.8, 0.1, 0, 0, 1, 1 / 3, 1 / 3, 1 / 3, 1, 0, 0);
    expect(countHits(scores, { size: 4, targets })).toEqual({ right: 2, of: 3 });
  });

  it('come with the loss, and leave no tensors behind', async () => {
    const network = tinyNetwork(1);
    const batch = tinyBatches().at(0);
    const before = memory().numTensors;
    const { loss, hits, gradients } = await lossGradients(network, batch);
    expect(memory().numTensors - before).toBe(Object.keys(gradients).length);
    expect(loss).toBeGreaterThan(0);
    expect(hits.of).toBe(16);
  });
});

describe('a checkpoint', () => {
  const state: RunState = {
    run: 'this one',
    step: 7,
    seconds: 1.5,
    losses: [2.1],
    lossSum: 0.4,
    epochs: [{ batchAccuracy: 0.5, seconds: 1, accuracy: 0.6 }],
    hits: { right: 3, of: 16 },
  };
  const step = async (network: LayersModel, optimizer: ReturnType<typeof createOptimizer>, index: number) =>
    optimizer.applyGradients((await lossGradients(network, tinyBatches().at(index))).gradients);
  const averagesOf = (network: LayersModel): Tensor[] => network.getWeights().map((weight) => mul(weight, 0.5));

  it.each(OPTIMIZERS)('brings back weights, averages and what %s keeps', async (name) => {
    const path = join(await temporaryFolder(), 'run.checkpoint');
    const [network, optimizer] = [tinyNetwork(1), createOptimizer({ name, rate: 0.01 })];
    for (const index of [0, 1]) await step(network, optimizer, index);
    const averages = averagesOf(network);
    await saveCheckpoint(path, state, { network, optimizer, averages });

    const [other, fresh] = [tinyNetwork(2), createOptimizer({ name, rate: 0.01 })];
    const found = await loadCheckpoint(path, 'this one', { network: other, optimizer: fresh });
    if (typeof found !== 'object') throw new Error('nothing was restored');
    expect(found.state).toEqual(state);
    expect(weightsOf(other)).toEqual(weightsOf(network));
    expect(found.averages.map((average) => [...average.dataSync()])).toEqual(averages.map((average) => [...average.dataSync()]));
    for (const index of [2, 3]) {
      await step(network, optimizer, index);
      await step(other, fresh, index);
    }
    expect(weightsOf(other)).toEqual(weightsOf(network));
  });

  it('of another run, another network, or damaged, changes nothing and says why', async () => {
    const path = join(await temporaryFolder(), 'run.checkpoint');
    const [network, optimizer] = [tinyNetwork(1), createOptimizer(adam)];
    await saveCheckpoint(path, state, { network, optimizer, averages: [] });
    const load = (run: string, into = tinyNetwork(2)) => loadCheckpoint(path, run, { network: into, optimizer: createOptimizer(adam) });
    expect(await load('another one')).toBe('foreign');
    expect(await load('this one', tinyNetwork(2, { normalized: true }))).toBe('foreign');
    const bytes = await readFile(path);
    const untouched = tinyNetwork(2);
    for (const damaged of [
      bytes.subarray(0, -4),
      bytes.subarray(0, 40),
      bytes.subarray(0, 2),
      Buffer.from('something else'),
      Buffer.alloc(0),
    ]) {
      await writeFile(path, damaged);
      expect(await load('this one', untouched)).toBe('broken');
    }
    expect(weightsOf(untouched)).toEqual(weightsOf(tinyNetwork(2)));
    expect(await loadCheckpoint(`${path}-none`, 'this one', { network, optimizer })).toBeUndefined();
  });

  it('of an earlier version, which knew losses alone, is taken', async () => {
    const path = join(await temporaryFolder(), 'run.checkpoint');
    const [network, optimizer] = [tinyNetwork(1), createOptimizer(adam)];
    const { epochs: _, hits: __, ...earlier } = state;
    await saveCheckpoint(path, earlier as RunState, { network, optimizer, averages: [] });
    expect(await loadCheckpoint(path, 'this one', { network, optimizer })).toMatchObject({
      state: { ...earlier, epochs: [{ batchAccuracy: null, seconds: null }], hits: { right: 0, of: 0 } },
    });
  });
});

/** Trains a tiny network for two epochs of six steps. */
async function run(settings: Partial<TrainingSettings> = {}) {
  const network = settings.network ?? tinyNetwork(1);
  const state = await trainNetwork({ network, batches: tinyBatches(), epochs: 2, optimizer: adam, ...settings });
  return { network, state };
}
const checkpointAt = (path: string, every = 4) => ({
  path,
  run: 'this one',
  every,
  onFailure: (error: Error) => {
    throw error;
  },
});

describe('training', () => {
  it('lowers the loss on drawn digits, and keeps what was measured of each epoch', async () => {
    const seen: number[] = [];
    const { network, state } = await run({
      batches: tinyBatches(320, 32),
      epochs: 3,
      onStep: ({ step }) => void seen.push(step),
      onEpoch: (epoch) => epoch / 10,
    });
    expect(seen).toEqual(Array.from({ length: 30 }, (_, step) => step + 1));
    expect(state.losses[2]!).toBeLessThan(state.losses[0]! / 2);
    expect(state.epochs.map(({ accuracy }) => accuracy)).toEqual([0.1, 0.2, 0.3]);
    expect(state.epochs[2]!.batchAccuracy!).toBeGreaterThan(0.7);
    expect(evaluate(network, drawnSet(200, 77), TINY_INPUT, 10).accuracy).toBeGreaterThan(0.6);
  });

  it('keeps running averages of the weights, as the formula says', async () => {
    const passed: number[][] = [];
    const network = tinyNetwork(1);
    const first = weightsOf(network);
    await run({ network, average: 0.5, onStep: () => void passed.push(weightsOf(network)) });
    let expected = first;
    passed.forEach((weights, step) => {
      const kept = Math.min(0.5, (1 + step) / (10 + step));
      expected = expected.map((value, at) => kept * value + (1 - kept) * weights[at]!);
    });
    const differences = weightsOf(network).map((value, at) => Math.abs(value - expected[at]!));
    expect(Math.max(...differences)).toBeLessThan(1e-5);
  });

  it('goes on after a stop as if nothing had been: weights, averages and records', async () => {
    const folder = await temporaryFolder();
    const settings = { average: 0.9, onEpoch: (epoch: number) => epoch };
    const whole = await run(settings);
    const checkpoint = checkpointAt(join(folder, 'run.checkpoint'));
    let steps = 0;
    await run({ ...settings, checkpoint, goesOn: () => steps++ < 7 });
    const started: number[] = [];
    const rest = await run({ ...settings, network: tinyNetwork(9), checkpoint, onStart: ({ step }) => void started.push(step) });
    expect(started).toEqual([7]);
    expect(weightsOf(rest.network)).toEqual(weightsOf(whole.network));
    expect(rest.state.losses).toEqual(whole.state.losses);
    expect(rest.state.epochs.map(({ batchAccuracy }) => batchAccuracy)).toEqual(
      whole.state.epochs.map(({ batchAccuracy }) => batchAccuracy),
    );
  });

  it('goes on when the disk is full, and keeps the last complete checkpoint', async () => {
    const path = join(await temporaryFolder(), 'run.checkpoint');
    const failures: string[] = [];
    const checkpoint = { ...checkpointAt(path), onFailure: (error: Error) => void failures.push(error.message) };
    const fill = async (step: number) => {
      // a file that can take no byte, as on a disk without room
      if (step === 6) await symlink('/dev/full', `${path}.part`);
      if (step === 10) expect((await readFile(path)).includes('"step":4')).toBe(true);
    };
    const { state } = await run({ checkpoint, onStep: ({ step }) => fill(step) });
    expect(state.step).toBe(12);
    expect(failures).toEqual([expect.stringContaining('ENOSPC')]);
    expect((await readFile(path)).includes('"step":12')).toBe(true);
    await expect(access(`${path}.part`)).rejects.toThrow();
  });

  it('says why a checkpoint is of no use, and begins anew', async () => {
    const path = join(await temporaryFolder(), 'run.checkpoint');
    await writeFile(path, 'something else');
    const said: string[] = [];
    const { state } = await run({ checkpoint: { ...checkpointAt(path), onUnusable: (why) => void said.push(why) }, epochs: 1 });
    expect(said).toEqual(['broken']);
    expect(state.step).toBe(6);
  });

  it('stops when the loss is no number any more, and leaves the last good checkpoint', async () => {
    const path = join(await temporaryFolder(), 'run.checkpoint');
    const batches = tinyBatches();
    const spoiled: Batches = {
      ...batches,
      at: (step) => (step === 9 ? { ...batches.at(step), targets: batches.at(step).targets.fill(Number.NaN) } : batches.at(step)),
    };
    const failing = run({ batches: spoiled, checkpoint: checkpointAt(path) });
    await expect(failing).rejects.toThrow(/no longer a number after step 10: a learning rate of 0\.00\d+ is too high/);
    await expect(failing).rejects.toBeInstanceOf(Divergence);
    expect((await readFile(path)).includes('"step":8')).toBe(true);
  });

  it('does not keep weights that the last step made useless, though its loss was a number', async () => {
    const path = join(await temporaryFolder(), 'run.checkpoint');
    const failing = run({ optimizer: { name: 'sgd', rate: Number.MAX_VALUE }, checkpoint: checkpointAt(path, 1) });
    await expect(failing).rejects.toThrow('no longer a number after step 1');
    await expect(access(path)).rejects.toThrow();
  });
});

describe('threads that share each batch', () => {
  it('end in the same weights each time, and nearly in those of one thread', async () => {
    const [alone, shared, again] = [await run(), await run({ threads: 2 }), await run({ threads: 2 })];
    expect(weightsOf(shared.network)).toEqual(weightsOf(again.network));
    expect(shared.state.epochs.map(({ batchAccuracy }) => batchAccuracy)).toEqual(
      alone.state.epochs.map(({ batchAccuracy }) => batchAccuracy),
    );
    const own = weightsOf(alone.network);
    const differences = weightsOf(shared.network).map((value, at) => Math.abs(value - own[at]!));
    expect(Math.max(...differences)).toBeLessThan(1e-3);
  });

  it('train batch normalization, whose averages move', async () => {
    const { network, state } = await run({ network: tinyNetwork(1, { normalized: true }), threads: 2 });
    expect(state.losses[1]!).toBeLessThan(state.losses[0]!);
    expect(network.nonTrainableWeights.flatMap((weight) => [...weight.read().dataSync()]).slice(0, 4)).not.toEqual([0, 0, 0, 0]);
  });
});

describe('evaluation', () => {
  it('counts answers by label, and means the cross-entropy', () => {
    // the score of class k is k·(the picture's only pixel): white pictures are 2, black ones a draw, which goes to 0
    const network = tinyNetwork(1);
    const pixel = { ...TINY_INPUT, height: 1, width: 1 };
    const scores = (batch: Tensor) => matMul(reshape(batch, [-1, 1]), tensor([[0, 1, 2]]));
    Object.assign(network, { predict: scores });
    const set = {
      count: 4,
      height: 1,
      width: 1,
      channels: 1 as const,
      images: Uint8Array.of(255, 255, 0, 0),
      labels: Uint8Array.of(2, 1, 0, 1),
    };
    const { accuracy, loss, confusion } = evaluate(network, set, pixel, 3);
    expect(accuracy).toBe(0.5);
    expect(confusion).toEqual([
      [1, 0, 0],
      [1, 0, 1],
      [0, 0, 1],
    ]);
    const log = Math.log(1 + Math.E + Math.E ** 2);
    expect(loss).toBeCloseTo((log - 2 + (log - 1) + 2 * Math.log(3)) / 4, 5);
  });
});
