import { setImmediate } from 'node:timers/promises';
import { add, keep, mul, type Optimizer, type Tensor, tidy } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Batches } from './batch.ts';
import { quickenBatchNormalization } from './batch-normalization.ts';
import { type EpochRecord, loadCheckpoint, type RunState, saveCheckpoint, type Unusable } from './checkpoint.ts';
import { lossGradients, trainableVariables } from './loss-gradients.ts';
import { createOptimizer, type OptimizerSettings, rateAt, setRate } from './optimizers.ts';
import { createReplicas } from './replicas.ts';

export interface TrainingSettings {
  network: LayersModel;
  batches: Batches;
  epochs: number;
  optimizer: OptimizerSettings;
  /** Threads that share each batch; 1 trains in this one. */
  threads?: number;
  /** Each step moves running averages of the weights by 1 − average; they replace the weights in the end (Polyak and Juditsky, 1992). 0: none. */
  average?: number;
  /** Where an interrupted run is kept, as which run, and after how many steps each time. */
  checkpoint?: CheckpointSettings;
  /** Called before each step; `false` ends training there. */
  goesOn?(): boolean;
  onStart?(state: Readonly<RunState>): void;
  onStep?(step: TrainingStep): void | Promise<void>;
  /**
   * Called after each epoch, with the weights that would be kept now in the network. A number that it gives back is kept as the accuracy on pictures
   * that are not learned from, 0…1.
   */
  onEpoch?(epoch: number, meanLoss: number, record: Readonly<EpochRecord>): unknown;
}

export interface CheckpointSettings {
  path: string;
  /** The network, data and settings of the run as one word. */
  run: string;
  /** Steps from one to the next. */
  every: number;
  /** Could not be written: the last complete one is still there, and training goes on. */
  onFailure(error: Error): void;
  /** There was a file that this run cannot go on with; training begins anew, and will write over it. */
  onUnusable?(why: Unusable): void | Promise<void>;
}

export interface TrainingStep {
  /** 1 after the first. */
  step: number;
  steps: number;
  loss: number;
  /** Right answers to its batch, and how many pictures there were to judge. */
  hits: { right: number; of: number };
  rate: number;
  /** Time spent training so far. */
  seconds: number;
}

/**
 * Cross-entropy at which a run is lost, nats. Guessing one of ten costs ln 10 = 2.3; so far above it the weights were thrown where they do not
 * come back from: the next losses are larger still, or every ReLU is dead and the loss stays at 2.3.
 */
export const RUNAWAY_LOSS = 15;

/** The loss is no longer a number, or has run away for a whole epoch. The last checkpoint before it stays. */
export class Divergence extends Error {
  readonly step: number;
  readonly rate: number;
  constructor(step: number, rate: number, loss = Number.NaN) {
    const what = Number.isFinite(loss) ? `the mean loss has run away to ${loss.toPrecision(3)}` : 'the loss is no longer a number';
    super(`${what} after step ${step}: a learning rate of ${Number(rate.toPrecision(3))} is too high for this network and data`);
    this.step = step;
    this.rate = rate;
  }
}

/**
 * Trains the network in place by gradient descent on softmax cross-entropy, or goes on with an interrupted run.
 * @returns the run's state when it ended
 * @throws Divergence when the loss is no longer a number, or larger than RUNAWAY_LOSS for an epoch; the network then holds weights that are of no use
 */
export async function trainNetwork(settings: TrainingSettings): Promise<RunState> {
  const { network, batches, epochs, checkpoint, threads = 1, average = 0 } = settings;
  const optimizer = createOptimizer(settings.optimizer);
  quickenBatchNormalization(network);
  const restored = checkpoint === undefined ? undefined : await restore(checkpoint, network, optimizer);
  const state: RunState = restored?.state ?? beginning(checkpoint?.run ?? '');
  const averages = average === 0 ? undefined : createAverages(network, average, restored?.averages);
  let lastLoss = 0;
  const save = async () => {
    if (checkpoint === undefined || lastLoss > RUNAWAY_LOSS) return;
    // the loss was still a number when the last step made the weights useless
    if (!(await allFinite(network))) throw new Divergence(state.step, rateAt(settings.optimizer, state.step - 1, steps));
    await saveCheckpoint(checkpoint.path, state, { network, optimizer, averages: averages?.values ?? [] }).catch(checkpoint.onFailure);
  };
  settings.onStart?.(state);

  const replicas = threads > 1 ? await createReplicas(network, threads) : undefined;
  const steps = epochs * batches.stepsPerEpoch;
  let saved = state.step;
  try {
    while (state.step < steps && settings.goesOn?.() !== false) {
      const started = performance.now();
      const rate = rateAt(settings.optimizer, state.step, steps);
      const batch = batches.at(state.step);
      const { loss, hits, gradients } = await (replicas === undefined ? lossGradients(network, batch) : replicas.gradients(batch));
      if (!Number.isFinite(loss)) throw new Divergence(state.step + 1, rate);
      step(network, optimizer, gradients, rate, settings.optimizer.decay ?? 0);
      averages?.move(state.step);
      state.step++;
      state.lossSum += loss;
      lastLoss = loss;
      state.hits = { right: state.hits.right + hits.right, of: state.hits.of + hits.of };
      state.seconds += (performance.now() - started) / 1000;
      await settings.onStep?.({ step: state.step, steps, loss, hits, rate, seconds: state.seconds });
      if (state.step % batches.stepsPerEpoch === 0) {
        const record = endEpoch(state, batches.stepsPerEpoch);
        if (state.losses.at(-1)! > RUNAWAY_LOSS) throw new Divergence(state.step, settings.optimizer.rate, state.losses.at(-1)!);
        averages?.exchange();
        const accuracy = await settings.onEpoch?.(state.losses.length, state.losses.at(-1)!, record);
        averages?.exchange();
        if (typeof accuracy === 'number') record.accuracy = accuracy;
      }
      if (checkpoint !== undefined && (state.step - saved >= checkpoint.every || state.step === steps)) {
        await save();
        saved = state.step;
      }
      // steps of a backend in this thread wait for nothing: without a pause no timer, message or signal would be heard
      await setImmediate();
    }
    if (state.step > saved) await save();
    averages?.exchange();
    return state;
  } finally {
    averages?.dispose();
    optimizer.dispose();
    await replicas?.stop();
  }
}

const beginning = (run: string): RunState => ({
  run,
  step: 0,
  seconds: 0,
  losses: [],
  lossSum: 0,
  epochs: [],
  hits: { right: 0, of: 0 },
});

async function restore({ path, run, onUnusable }: CheckpointSettings, network: LayersModel, optimizer: Optimizer) {
  const found = await loadCheckpoint(path, run, { network, optimizer });
  if (typeof found !== 'string') return found;
  await onUnusable?.(found);
  return undefined;
}

/** Moves the sums of the epoch that ends here to the records of those that have ended. */
function endEpoch(state: RunState, steps: number): EpochRecord {
  const { right, of } = state.hits;
  // the time of an epoch whose predecessors' times are not known cannot be told
  const before = state.epochs.reduce<number | null>((sum, { seconds }) => (sum === null || seconds === null ? null : sum + seconds), 0);
  const record: EpochRecord = { batchAccuracy: of === 0 ? null : right / of, seconds: before === null ? null : state.seconds - before };
  state.losses.push(state.lossSum / steps);
  state.epochs.push(record);
  state.lossSum = 0;
  state.hits = { right: 0, of: 0 };
  return record;
}

async function allFinite(network: LayersModel): Promise<boolean> {
  const values = await Promise.all(network.getWeights().map((weight) => weight.data()));
  return values.every((numbers) => (numbers as Float32Array).every(Number.isFinite));
}

function step(network: LayersModel, optimizer: Optimizer, gradients: Record<string, Tensor>, rate: number, decay: number): void {
  if (decay > 0) {
    for (const variable of trainableVariables(network)) {
      // biases and the scales of normalization have one axis and stay as they are
      if (variable.rank > 1) tidy(() => variable.assign(mul(variable, 1 - rate * decay)));
    }
  }
  setRate(optimizer, rate);
  optimizer.applyGradients(gradients);
  for (const gradient of Object.values(gradients)) gradient.dispose();
}

function createAverages(network: LayersModel, average: number, restored: Tensor[] = []) {
  let values = network.weights.map((weight, index) => keep(restored[index] ?? weight.read().clone()));
  return {
    get values() {
      return values;
    },
    /** At first the average follows quickly, so that the first, untrained weights do not linger. */
    move(step: number) {
      const kept = Math.min(average, (1 + step) / (10 + step));
      values = network.weights.map((weight, index) => {
        const moved = tidy(() => add(mul(values[index]!, kept), mul(weight.read(), 1 - kept)));
        values[index]!.dispose();
        return keep(moved);
      });
    },
    /** Averages and weights change places. */
    exchange() {
      const weights = network.weights.map((weight) => keep(weight.read().clone()));
      network.weights.forEach((weight, index) => {
        weight.write(values[index]!);
        values[index]!.dispose();
      });
      values = weights;
    },
    dispose() {
      for (const value of values) value.dispose();
    },
  };
}
