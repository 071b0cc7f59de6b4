import { setImmediate as letMessagesIn } from 'node:timers/promises';
import { softmax, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Plane } from '../../vision/picture.ts';
import type { NetworkDefinition, NetworkInput } from '../definition.ts';
import { createBatches } from './batches.ts';
import { firstOf, type LabeledPictures } from './dataset.ts';
import { evaluate } from './evaluate.ts';
import type { OptimizerName } from './optimizers.ts';
import { Divergence, RUNAWAY_LOSS, trainNetwork } from './trainer.ts';

/** How a run ended: all its steps were made, it was stopped, it took too long, or the loss ran away. */
export type LiveEnd = 'done' | 'stopped' | 'time' | 'diverged';

export interface LiveSettings {
  definition: NetworkDefinition;
  learning: LabeledPictures;
  test: LabeledPictures;
  rate: number;
  batch: number;
  optimizer: OptimizerName;
  epochs: number;
  /** Makes first weights and order of the pictures repeatable. */
  seed: number;
  /** Training ends at the first step that is over one of these, milliseconds: what the processor worked, and what people waited. */
  maxMs: { worked: number; waited: number };
  goesOn(): boolean;
  /** Called before the first step and after each. */
  onStep(state: LiveState): Promise<void> | void;
}

/** A network as it learns. */
export interface LiveState {
  step: number;
  steps: number;
  /** Loss of each step's batch. */
  losses: readonly number[];
  /** Share of test pictures read correctly after some steps: a part of the set, all of it after the last. */
  accuracies: readonly { step: number; accuracy: number }[];
  /** What the first layer looks for and what the network says of one test picture, as it is now. */
  look(): LiveLook;
}

export interface LiveLook {
  /** Up to 32 kernels of a first convolution, or how the weights of units of a first dense layer have changed; a plane each. */
  filters: Plane[];
  /** Probabilities of the classes for the first test picture. */
  probabilities: number[];
}

export interface LiveResult {
  end: LiveEnd;
  step: number;
  steps: number;
  parameters: number;
  losses: readonly number[];
  accuracies: LiveState['accuracies'];
  /** On the whole test set; of the weights that came out. Undefined where the loss ran away: those weights are of no use. */
  test?: { accuracy: number; loss: number };
  look: LiveLook;
}

/** Test pictures that the accuracy under way is measured on, and how often in a run. */
const QUICK_TEST = 300;
const TEST_TIMES = 12;
/** Steps that are still made after a loss that is too large, to be seen. */
const RUNAWAY_STEPS = 8;
const SHOWN_FILTERS = 32;

/** Trains a fresh network while others look on; the same settings give the same numbers. Everything it took is given back. */
export async function runLive(settings: LiveSettings): Promise<LiveResult> {
  const { definition, learning, test, rate, batch, optimizer, epochs, seed, maxMs } = settings;
  const { input, classes } = definition;
  const network = definition.create(seed);
  const batches = createBatches({ data: learning, input, classes: classes.length, size: batch, seed });
  const steps = epochs * batches.stepsPerEpoch;
  const quick = firstOf(test, QUICK_TEST);
  const every = Math.max(1, Math.ceil(steps / TEST_TIMES));
  const measure = (set: LabeledPictures) => evaluate(network, set, input, classes.length);
  const losses: number[] = [];
  const accuracies: { step: number; accuracy: number }[] = [];
  const picture = firstOf(test, 1);
  const first = firstWeights(network);
  const lookNow = () => lookAt(network, first, picture, input);
  let last = lookNow();
  const look = () => {
    last = lookNow();
    return last;
  };
  const started = performance.now();
  const worked = process.cpuUsage();
  const isOver = () => {
    const { user, system } = process.cpuUsage(worked);
    return (user + system) / 1000 > maxMs.worked || performance.now() - started > maxMs.waited;
  };
  // without pictures there is nothing to do: it was stopped before they were drawn
  let end = (steps === 0 ? 'stopped' : 'done') as LiveEnd;
  /** The first step whose loss was too large. */
  let runaway: number | undefined;
  const goesOn = () => {
    if (end !== 'done') return false;
    if (!settings.goesOn()) end = 'stopped';
    else if (isOver()) end = 'time';
    return end === 'done';
  };
  try {
    accuracies.push({ step: 0, accuracy: measure(quick).accuracy });
    await settings.onStep({ step: 0, steps, losses, accuracies, look });
    await trainNetwork({
      network,
      batches,
      epochs,
      optimizer: { name: optimizer, rate },
      goesOn,
      async onStep({ step, loss }) {
        losses.push(loss);
        if (loss > RUNAWAY_LOSS) runaway ??= step;
        if (runaway === undefined) {
          if (step % every === 0 && step < steps) accuracies.push({ step, accuracy: measure(quick).accuracy });
          await settings.onStep({ step, steps, losses, accuracies, look });
        } else if (step - runaway >= RUNAWAY_STEPS) end = 'diverged';
        await letMessagesIn();
      },
    }).catch((error: unknown) => {
      if (!(error instanceof Divergence)) throw error;
      end = 'diverged';
    });
    if (runaway !== undefined) end = 'diverged';
    const step = losses.length;
    const result = { end, step, steps, parameters: network.countParams(), losses, accuracies };
    if (result.end === 'diverged') return { ...result, look: last };
    const { accuracy, loss } = measure(test);
    if (step > 0) accuracies.push({ step, accuracy });
    return { ...result, test: { accuracy, loss }, look: lookNow() };
  } finally {
    network.dispose();
  }
}

function lookAt(network: LayersModel, first: FirstWeights, picture: LabeledPictures, input: NetworkInput): LiveLook {
  const [low, high] = input.range;
  const pixels = Float32Array.from(picture.images, (value) => low + (value / 255) * (high - low));
  const probabilities = tidy(() => {
    const scores = network.predict(tensor(pixels, [1, picture.height, picture.width, picture.channels])) as Tensor;
    return Array.from(softmax(scores).dataSync());
  });
  return { filters: planesOf(firstWeights(network), first, input), probabilities };
}

interface FirstWeights {
  shape: readonly number[];
  values: Float32Array;
}

function firstWeights(network: LayersModel): FirstWeights {
  const kernel = network.layers.find((layer) => layer.weights.length > 0)!.getWeights()[0]!;
  return { shape: kernel.shape, values: kernel.dataSync().slice() as Float32Array };
}

/**
 * Kernels (height, width, channels, filters) as they are, of several channels the first; of a dense layer (pixels, units) what training has
 * added, because one sees nothing of it among so many random first weights.
 */
function planesOf({ shape, values }: FirstWeights, first: FirstWeights, { height, width, channels }: NetworkInput): Plane[] {
  const count = shape.at(-1)!;
  const conv = shape.length === 4;
  const plane = conv ? { height: shape[0]!, width: shape[1]! } : { height, width };
  const depth = conv ? shape[2]! : channels;
  const weight = (at: number) => (conv ? values[at]! : values[at]! - first.values[at]!);
  return Array.from({ length: Math.min(SHOWN_FILTERS, count) }, (_, filter) => ({
    ...plane,
    data: Float32Array.from({ length: plane.height * plane.width }, (_value, at) => weight(at * depth * count + filter)),
  }));
}
