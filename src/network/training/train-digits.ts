import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type AdamOptimizer,
  losses,
  type Scalar,
  type Tensor,
  type Tensor2D,
  tensor2d,
  tensor4d,
  tidy,
  train,
} from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { startBackend } from '../backend.ts';
import { createDigitNetwork, DIGIT_CLASSES, DIGIT_SIZE } from '../digit-network.ts';
import { saveLayers } from '../layers-file.ts';
import { registerTrainingKernels } from '../wasm-training/register.ts';
import { BATCH_PARTS, type Batch, createBatches } from './batches.ts';
import { loadCheckpoint, type RunState, saveCheckpoint } from './checkpoint.ts';
import { accuracy } from './evaluate.ts';
import { loadMnist } from './mnist.ts';
import { createDigitPool, createOutlierPool } from './pool.ts';
import { createRandom } from './random.ts';

export interface DigitTraining {
  /** Folder of MNIST's four idx files. */
  data: string;
  epochs: number;
  seed: number;
  /** Where the network and its card are written. */
  out: string;
  /** File that keeps an interrupted run. */
  checkpoint: string;
  print(line: string): void;
}

const DRAWN = 24_000; // pictures of digits that the project draws itself
const OUTLIERS = 24_000; // pictures of what is no digit
const PEAK_RATE = 1.5e-3;
const WARM_UP = 300; // steps
const CHECKPOINT_EVERY = 500; // steps
const PRINT_EVERY = 100; // steps

/** Trains the digit network, or goes on with an interrupted run, and writes weights and card. */
export async function trainDigits(options: DigitTraining): Promise<void> {
  const { data, epochs, seed, print } = options;
  const backend = await startBackend();
  if (backend === 'wasm') registerTrainingKernels();
  print(`backend ${backend}; reading MNIST, drawing ${DRAWN} digits and ${OUTLIERS} other things`);
  const [learning, test] = [await loadMnist(data, 'train'), await loadMnist(data, 't10k')];
  const batches = createBatches(
    learning,
    createDigitPool(DRAWN, createRandom(seed + 101)),
    createOutlierPool(OUTLIERS, createRandom(seed + 202)),
    seed,
  );
  const network = createDigitNetwork(seed);
  const optimizer = train.adam(PEAK_RATE);
  const state = (await loadCheckpoint(options.checkpoint, { seed, epochs }, network, optimizer)) ?? { seed, epochs, step: 0, seconds: 0 };
  if (state.step > 0) print(`going on from step ${state.step}`);

  const steps = epochs * batches.stepsPerEpoch;
  let sum = 0;
  while (state.step < steps) {
    const started = performance.now();
    setRate(optimizer, rateAt(state.step, steps));
    sum += await learn(network, optimizer, batches.at(state.step));
    state.step++;
    state.seconds += (performance.now() - started) / 1000;
    if (state.step % PRINT_EVERY === 0) {
      print(`step ${state.step} of ${steps}, loss ${(sum / PRINT_EVERY).toFixed(4)}, ${Math.round(state.seconds)} s`);
      sum = 0;
    }
    if (state.step % batches.stepsPerEpoch === 0)
      print(`epoch ${state.step / batches.stepsPerEpoch}: test accuracy ${percent(accuracy(network, test))}`);
    if (state.step % CHECKPOINT_EVERY === 0) await saveCheckpoint(options.checkpoint, state, network, optimizer);
  }
  await saveCheckpoint(options.checkpoint, state, network, optimizer);
  await saveLayers(network, options.out);
  await writeFile(join(options.out, 'card.json'), `${JSON.stringify(card(options, state, accuracy(network, test)), null, 2)}\n`);
  print(`written to ${options.out}`);
}

async function learn(network: LayersModel, optimizer: AdamOptimizer, batch: Batch): Promise<number> {
  const loss = tidy(() => {
    const images = tensor4d(batch.images, [batch.size, DIGIT_SIZE, DIGIT_SIZE, 1]);
    const targets = tensor2d(batch.targets, [batch.size, DIGIT_CLASSES]);
    const cost = () => losses.softmaxCrossEntropy(targets, network.apply(images, { training: true }) as Tensor2D) as Tensor as Scalar;
    return optimizer.minimize(cost, true)!;
  });
  const [value] = await loss.data();
  loss.dispose();
  if (!Number.isFinite(value)) throw new Error('the loss is no longer a number: the rate is too high for this data');
  return value!;
}

/** Rises to the peak at first, then falls along half a cosine to a hundredth. */
function rateAt(step: number, steps: number): number {
  if (step < WARM_UP) return (PEAK_RATE * (step + 1)) / WARM_UP;
  const done = (step - WARM_UP) / Math.max(1, steps - WARM_UP);
  return PEAK_RATE * (0.01 + 0.99 * 0.5 * (1 + Math.cos(Math.PI * done)));
}

/** The optimizer reads its rate at each step but offers no setter. */
function setRate(optimizer: AdamOptimizer, rate: number): void {
  (optimizer as unknown as { learningRate: number }).learningRate = rate;
}

function card(options: DigitTraining, state: RunState, testAccuracy: number): object {
  return {
    network: 'digits',
    parameters: 167_478,
    data: {
      mnist: '60,000 training images of MNIST (LeCun, Cortes, Burges), augmented',
      drawn: `${DRAWN} digits that the project draws as strokes and with its fonts`,
      outliers: `${OUTLIERS} letters, signs, scribbles, several digits and textures; target: all ten alike`,
      batch: BATCH_PARTS,
    },
    optimizer: { name: 'Adam', peakRate: PEAK_RATE, schedule: `warm-up of ${WARM_UP} steps, then a cosine` },
    seed: state.seed,
    epochs: state.epochs,
    steps: state.step,
    minutes: Math.round(state.seconds / 6) / 10,
    mnistTestAccuracy: testAccuracy,
    command: `npm run train -- digits --data DIR --epochs ${options.epochs} --seed ${options.seed}`,
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
