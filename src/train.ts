/** `npm run train -- NETWORK …`: trains a network of the zoo, or goes on with an interrupted run, and writes its weights and card. */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { Argument, Command, InvalidArgumentError } from 'commander';
import type { ZooEntry } from '../models/entry.ts';
import { zoo } from '../models/zoo.ts';
import { startBackend } from './network/backend.ts';
import { saveLayers } from './network/layers-file.ts';
import { firstOf } from './network/training/dataset.ts';
import { type Evaluation, evaluate } from './network/training/evaluate.ts';
import { loadPictures, recipeBatches } from './network/training/recipe-data.ts';
import { type TrainingStep, trainNetwork } from './network/training/trainer.ts';
import { registerTrainingKernels } from './network/wasm-training/register.ts';
import { projectRoot } from './project-root.ts';

interface Options {
  data: string;
  epochs?: number;
  seed: number;
  threads: number;
  out?: string;
}

/** Between lines of the progress, where there is no terminal to redraw one on. */
const LINE_EVERY = 100; // steps
/** Pictures that the accuracy after each epoch is measured on. */
const QUICK_TEST = 2000;
const CHECKPOINT_EVERY = 200; // steps

const program = new Command('train')
  .description('Trains a network of the zoo; an interrupted run goes on where it was.')
  .addArgument(new Argument('<network>').choices(zoo.map(({ definition }) => definition.id)))
  .requiredOption('--data <folder>', "folder with the set's files, or with folders mnist and cifar10")
  .option('--epochs <number>', "how often every picture is shown; the recipe's own number if not given", wholeNumber)
  .option('--seed <number>', 'makes the run repeatable', wholeNumber, 1)
  .option('--threads <number>', 'threads that share each batch', wholeNumber, availableParallelism())
  .option('--out <folder>', 'where weights and card go: its folder in models/ if not given')
  .action(async (name: string, options: Options) => trainEntry(zoo.find(({ definition }) => definition.id === name)!, options));

/** Runs the command line `digits --data DIR …`; a failure is one line on the error stream and exit code 1. */
export async function train(args: string[]): Promise<void> {
  await program.parseAsync(args, { from: 'user' }).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

async function trainEntry({ definition, recipe, folder }: ZooEntry, options: Options): Promise<void> {
  const { seed, threads, epochs = recipe.epochs, out = folder } = options;
  const backend = await startBackend();
  if (backend === 'wasm') registerTrainingKernels();
  console.log(`${definition.id}: backend ${backend}, ${threads} threads; reading ${recipe.data}`);
  const learning = await loadPictures(recipe, 'train', options.data);
  const test = await loadPictures(recipe, 'test', options.data);
  const batches = recipeBatches(recipe, definition, learning, seed);
  const network = definition.create(seed);
  const evaluated = (set: typeof test) => evaluate(network, set, definition.input, definition.classes.length);
  const quick = firstOf(test, QUICK_TEST);
  const showStep = (step: TrainingStep) => {
    if (step.step % LINE_EVERY === 0 || step.step === step.steps) console.log(progressLine(step));
  };
  const state = await trainNetwork({
    network,
    batches,
    epochs,
    optimizer: recipe.optimizer,
    threads,
    ...(recipe.average === undefined ? {} : { average: recipe.average }),
    checkpoint: {
      path: join(projectRoot, 'checkpoints', `${definition.id}.checkpoint`),
      run: JSON.stringify([definition.id, seed, epochs, recipe]),
      every: CHECKPOINT_EVERY,
      onFailure: (error) => console.error(`the checkpoint could not be written (${error.message}); training goes on`),
    },
    onStart: ({ step }) => {
      if (step > 0) console.log(`going on from step ${step}`);
    },
    onStep: showStep,
    onEpoch: (epoch, loss) =>
      console.log(
        `epoch ${epoch}: loss ${loss.toFixed(4)}, accuracy on ${quick.count} test pictures ${percent(evaluated(quick).accuracy)}`,
      ),
  });
  await saveLayers(network, out);
  const tested = evaluated(test);
  const card = {
    network: definition.id,
    parameters: network.countParams(),
    input: definition.input,
    classes: definition.classes,
    output: 'scores',
    data: recipe.data,
    recipe,
    seed,
    epochs,
    steps: state.step,
    threads,
    backend,
    minutes: Math.round(state.seconds / 6) / 10,
    losses: state.losses.map((loss) => Number(loss.toFixed(5))),
    train: rounded(evaluated(learning)),
    test: rounded(tested),
    confusion: tested.confusion,
    command: `npm run train -- ${definition.id} --data DIR --epochs ${epochs} --seed ${seed} --threads ${threads}`,
  };
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
  console.log(`test accuracy ${percent(tested.accuracy)}; written to ${relative(process.cwd(), out)}`);
}

const rounded = ({ accuracy, loss }: Evaluation) => ({ accuracy, loss: Number(loss.toFixed(5)) });

function progressLine({ step, steps, loss, seconds }: TrainingStep): string {
  const left = (seconds / step) * (steps - step);
  return `step ${step} of ${steps}, loss ${loss.toFixed(4)}, ${Math.round(seconds)} s, about ${Math.round(left / 60)} min left`;
}

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1 is needed');
  return value;
}
