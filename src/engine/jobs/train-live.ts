import { digits } from '../../../models/digits/network.ts';
import type { ZooEntry } from '../../../models/entry.ts';
import { lenet } from '../../../models/lenet/network.ts';
import { mlpDigits } from '../../../models/mlp-digits/network.ts';
import { startBackend } from '../../network/backend.ts';
import { firstOf, type LabeledPictures, withBorder } from '../../network/training/dataset.ts';
import { drawnSet } from '../../network/training/drawn-set.ts';
import { type LiveEnd, type LiveLook, type LiveState, runLive } from '../../network/training/live-run.ts';
import { registerTrainingKernels } from '../../network/wasm-training/register.ts';
import { drawTrainingFigure, smoothed, type TrainingFigureInput } from '../../render/training-figure.ts';
import type { Plane } from '../../vision/picture.ts';
import { liveJob, type Rendered } from '../job.ts';
import type { LiveNetworkName, LiveOptimizerName } from '../live-networks.ts';
import { type FigureStyle, rendered } from './figure-style.ts';

export interface TrainLiveInput extends FigureStyle {
  network: LiveNetworkName;
  optimizer: LiveOptimizerName;
  /** How the network and the optimizer are called in the figure. */
  names: { network: string; optimizer: string };
  rate: number;
  /** Pictures a step. */
  batch: number;
  /** Drawn digits to learn from. */
  pictures: number;
  /** How often each of them is shown. */
  epochs: number;
  seed: number;
}

/** A moment of the run; without a figure while the digits are still being drawn. */
export interface TrainLivePreview {
  fraction: number;
  learning?: { figure: Rendered; step: number; steps: number; loss?: number; accuracy: number };
}

export interface TrainLiveOutput {
  figure: Rendered;
  end: LiveEnd;
  step: number;
  steps: number;
  parameters: number;
  /** Of the first batch, and smoothed over the last ones; undefined without a step. */
  firstLoss?: number;
  loss?: number;
  /** Share of the test digits read correctly, and the loss on them; undefined where the loss ran away. */
  test?: { accuracy: number; loss: number };
  /** How many there were. */
  testPictures: number;
  losses: number[];
  accuracies: { step: number; accuracy: number }[];
  /** What the network says of the test picture that is shown. */
  picture: { label: number; probabilities: number[] };
  seconds: number;
}

const ENTRIES: Record<LiveNetworkName, ZooEntry> = { digits, lenet, mlp: mlpDigits };
/** The sets of digits that everyone's runs share. */
const SEEDS = { learning: 1011, test: 2022 };
const TEST = { most: 1000, least: 50 };
const PREVIEW_EVERY_MS = 1000;
/** Drawing takes no more than this share of the time. */
const DRAWING_SHARE = 0.25;
/** A minute of work; on a busy machine people wait up to four for it. */
const MAX_MS = { worked: 60_000, waited: 240_000 };

/** Trains a network from scratch on digits that the project draws, showing it about once a second. */
export const trainLive = liveJob<TrainLiveInput, TrainLiveOutput, TrainLivePreview>({
  timeoutMs: 480_000,
  async run(input, { onPreview, stopAsked }) {
    const { definition, recipe } = ENTRIES[input.network];
    const started = performance.now();
    if ((await startBackend()) === 'wasm') registerTrainingKernels();
    const goesOn = () => !stopAsked();
    const testCount = Math.min(TEST.most, Math.max(TEST.least, Math.round(input.pictures / 4)));
    let shown = 0;
    const drawing = (from: number, to: number) => ({
      onProgress(fraction: number) {
        if (performance.now() - shown < PREVIEW_EVERY_MS) return;
        shown = performance.now();
        onPreview({ fraction: from + fraction * (to - from) });
      },
    });
    // the few test digits come whole even when the run is stopped now: the picture shows one
    const test = await drawnSet(testCount, SEEDS.test, drawing(0, 0.3));
    const learning = await drawnSet(input.pictures, SEEDS.learning, { ...drawing(0.3, 1), goesOn });
    const border = recipe.border ?? 0;
    const picture = planeOf(firstOf(test, 1));
    const label = test.labels[0]!;
    const dense = input.network === 'mlp';
    const draw = (
      state: TrainingFigureInput['state'],
      seen: Pick<LiveState, 'step' | 'steps' | 'losses' | 'accuracies'>,
      look: LiveLook,
      shownStep = seen.step,
    ) =>
      rendered(
        drawTrainingFigure({
          ...input,
          network: input.names.network,
          optimizer: input.names.optimizer,
          state,
          step: seen.step,
          steps: seen.steps,
          losses: seen.losses,
          accuracies: seen.accuracies,
          ...look,
          shownStep,
          dense,
          picture,
          label,
        }),
      );
    let next = 0;
    /** The last step that was drawn under way: a run that ends by a loss run away shows what was seen then. */
    let looked = 0;
    const result = await runLive({
      definition,
      learning: withBorder(learning, border),
      test: withBorder(test, border),
      rate: input.rate,
      batch: input.batch,
      optimizer: input.optimizer,
      epochs: input.epochs,
      seed: input.seed,
      maxMs: MAX_MS,
      goesOn,
      async onStep(seen) {
        const before = performance.now();
        if (before < next) return;
        const { step, steps } = seen;
        looked = step;
        const figure = await draw('learning', seen, seen.look());
        const loss = smoothed(seen.losses).at(-1);
        onPreview({
          fraction: step / steps,
          learning: { figure, step, steps, accuracy: seen.accuracies.at(-1)!.accuracy, ...(loss === undefined ? {} : { loss }) },
        });
        const after = performance.now();
        next = before + Math.max(PREVIEW_EVERY_MS, (after - before) / DRAWING_SHARE);
      },
    });
    const { end, step, steps, look } = result;
    const losses = [...result.losses];
    const loss = smoothed(losses.filter(Number.isFinite)).at(-1);
    return {
      figure: await draw(end, result, look, end === 'diverged' ? looked : step),
      end,
      step,
      steps,
      parameters: result.parameters,
      ...(losses[0] === undefined ? {} : { firstLoss: losses[0] }),
      ...(loss === undefined ? {} : { loss }),
      ...(result.test === undefined ? {} : { test: result.test }),
      testPictures: test.count,
      losses,
      accuracies: [...result.accuracies],
      picture: { label, probabilities: look.probabilities },
      seconds: (performance.now() - started) / 1000,
    };
  },
});

function planeOf({ width, height, images }: LabeledPictures): Plane {
  return { width, height, data: Float32Array.from(images, (value) => value / 255) };
}
