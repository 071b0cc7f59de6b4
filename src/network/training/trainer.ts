import { add, keep, mul, type Optimizer, type Tensor, tidy } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Batches } from './batch.ts';
import { quickenBatchNormalization } from './batch-normalization.ts';
import { loadCheckpoint, type RunState, saveCheckpoint } from './checkpoint.ts';
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
  checkpoint?: { path: string; run: string; every: number; onFailure(error: Error): void };
  /** Called before each step; `false` ends training there. */
  goesOn?(): boolean;
  onStart?(state: Readonly<RunState>): void;
  onStep?(step: TrainingStep): void | Promise<void>;
  /** Called after each epoch, with the weights that would be kept now in the network. */
  onEpoch?(epoch: number, meanLoss: number): void | Promise<void>;
}

export interface TrainingStep {
  /** 1 after the first. */
  step: number;
  steps: number;
  loss: number;
  rate: number;
  /** Time spent training so far. */
  seconds: number;
}

/** The loss is no longer a number. The last checkpoint before it stays. */
export class Divergence extends Error {
  readonly step: number;
  readonly rate: number;
  constructor(step: number, rate: number) {
    super(`the loss is no longer a number after step ${step}: a learning rate of ${rate} is too high for this network and data`);
    this.step = step;
    this.rate = rate;
  }
}

/**
 * Trains the network in place by gradient descent on softmax cross-entropy, or goes on with an interrupted run.
 * @returns the run's state when it ended
 * @throws Divergence when the loss is no longer a number; the network then holds weights that are of no use
 */
export async function trainNetwork(settings: TrainingSettings): Promise<RunState> {
  const { network, batches, epochs, checkpoint, threads = 1, average = 0 } = settings;
  const optimizer = createOptimizer(settings.optimizer);
  quickenBatchNormalization(network);
  const restored = checkpoint === undefined ? undefined : await loadCheckpoint(checkpoint.path, checkpoint.run, { network, optimizer });
  const state: RunState = restored?.state ?? { run: checkpoint?.run ?? '', step: 0, seconds: 0, losses: [], lossSum: 0 };
  const averages = average === 0 ? undefined : createAverages(network, average, restored?.averages);
  const save = async () => {
    if (checkpoint === undefined) return;
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
      const { loss, gradients } = await (replicas === undefined ? lossGradients(network, batch) : replicas.gradients(batch));
      if (!Number.isFinite(loss)) throw new Divergence(state.step + 1, rate);
      step(network, optimizer, gradients, rate, settings.optimizer.decay ?? 0);
      averages?.move(state.step);
      state.step++;
      state.lossSum += loss;
      state.seconds += (performance.now() - started) / 1000;
      await settings.onStep?.({ step: state.step, steps, loss, rate, seconds: state.seconds });
      if (state.step % batches.stepsPerEpoch === 0) {
        state.losses.push(state.lossSum / batches.stepsPerEpoch);
        state.lossSum = 0;
        averages?.exchange();
        await settings.onEpoch?.(state.losses.length, state.losses.at(-1)!);
        averages?.exchange();
      }
      if (checkpoint !== undefined && (state.step - saved >= checkpoint.every || state.step === steps)) {
        await save();
        saved = state.step;
      }
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
