/** `npm run train -- NETWORK …`: trains a network of the zoo, or goes on with an interrupted run, and writes its weights and card. */
import { access, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { Argument, Command, InvalidArgumentError } from 'commander';
import type { ZooEntry } from '../models/entry.ts';
import { zoo } from '../models/zoo.ts';
import { sourceOf } from './data-sets.ts';
import { describeAgain, describeNetwork } from './describe-network.ts';
import { startBackend } from './network/backend.ts';
import { fileReason } from './network/file-reason.ts';
import { saveLayers } from './network/layers-file.ts';
import { type RunState, setAside } from './network/training/checkpoint.ts';
import { type DataSource, loadHalves } from './network/training/data-source.ts';
import { firstOf } from './network/training/dataset.ts';
import { type Evaluation, evaluate } from './network/training/evaluate.ts';
import type { Recipe } from './network/training/recipe.ts';
import { recipeBatches } from './network/training/recipe-data.ts';
import { Divergence, type TrainingStep, trainNetwork } from './network/training/trainer.ts';
import { registerTrainingKernels } from './network/wasm-training/register.ts';
import { makeWritable } from './network/whole-file.ts';
import { duration, type ProgressBar, showProgress } from './progress-bar.ts';
import { projectRoot } from './project-root.ts';

interface Options {
  data?: string;
  epochs?: number;
  seed: number;
  threads: number;
  rate?: number;
  limit?: number;
  out?: string;
  describe?: boolean;
}

/** Between lines of the progress, where there is no terminal to redraw one on. */
const LINE_EVERY = 100; // steps
/** Loss and right answers are shown as their means over so many steps. */
const RECENT = 50;
/** Pictures that the accuracy after each epoch is measured on. */
const QUICK_TEST = 2000;
const CHECKPOINT_EVERY = 200; // steps
/** Where networks go that were trained otherwise than by their recipe. */
const TRIALS = 'trained';
/** Of the networks that ship. */
const RECIPE_SEED = 1;
/** npm passes a Ctrl+C on that the terminal has sent already; one that comes later is meant. */
const SAME_INTERRUPT_MS = 1000;
/** What a shell says of a program that was interrupted. */
const INTERRUPTED = 130;

const program = new Command('train')
  .description('Trains a network of the zoo; an interrupted run goes on where it was.')
  .addArgument(new Argument('<network>').choices(zoo.map(({ definition }) => definition.id)))
  .option(
    '--data <folder>',
    "folder with the set's files, or with folders mnist and cifar10, or with a folder of pictures for each class; `drawn`: digits that the project draws; if not given, the set is downloaded",
  )
  .option('--epochs <number>', "how often every picture is shown; the recipe's own number if not given", wholeNumber)
  .option('--seed <number>', 'makes the run repeatable', wholeNumber, RECIPE_SEED)
  .option('--threads <number>', 'threads that share each batch', wholeNumber, availableParallelism())
  .option('--rate <number>', "largest learning rate; the recipe's own if not given", positiveNumber)
  .option('--limit <number>', 'learns from no more than so many pictures, for a quick try', wholeNumber)
  .option(
    '--out <folder>',
    "where weights, card and checkpoint go; if not given, its folder in models/ where data, epochs, rate and seed are the recipe's own, or else a folder in trained/",
  )
  .option('--describe', "trains nothing: writes the network's README.md and loss picture again from its card.json")
  .action(async (name: string, options: Options) => {
    const entry = zoo.find(({ definition }) => definition.id === name)!;
    const command = repeatCommand(name, options);
    await (options.describe === true ? describeAgain(entry.definition, options.out ?? entry.folder) : trainEntry(entry, options, command));
  });

/** Runs the command line `digits --data DIR …`; a failure is one line on the error stream and exit code 1. */
export async function train(args: string[]): Promise<void> {
  await program.parseAsync(args, { from: 'user' }).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

/** @param again the very command, for whoever wants to go on */
async function trainEntry({ definition, recipe: usual, folder }: ZooEntry, options: Options, again: string): Promise<void> {
  const recipe = withRate(usual, options.rate);
  const { seed, threads, epochs = recipe.epochs } = options;
  const backend = await startBackend();
  if (backend === 'wasm') registerTrainingKernels();
  const source = await sourceOf(options.data, recipe.data);
  const data = source.kind === 'set' ? recipe.data : source.kind;
  // a quick try must not take the place of what ships
  const whole =
    source.kind === 'set' && options.limit === undefined && options.rate === undefined && epochs === usual.epochs && seed === RECIPE_SEED;
  const out = options.out ?? (whole ? folder : join(projectRoot, TRIALS, definition.id));
  const keptIn = out === folder ? join(projectRoot, 'checkpoints') : out;
  for (const place of new Set([out, keptIn])) await makeWritable(place);
  console.log(`${definition.id}: backend ${backend}, ${threads === 1 ? '1 thread' : `${threads} threads`}; reading ${data}`);
  const { train: learning, test } = await loadHalves(source, {
    recipe,
    definition,
    seed,
    ...(options.limit === undefined ? {} : { limit: options.limit }),
    onWarning: console.error,
  });
  const batches = recipeBatches(recipe, definition, learning, seed);
  if (batches.stepsPerEpoch === 0) throw new Error(`${learning.count} pictures are too few for a batch`);
  const network = definition.create(seed);
  const evaluated = (set: typeof test) => evaluate(network, set, definition.input, definition.classes.length);
  const quick = firstOf(test, QUICK_TEST);

  const steps = epochs * batches.stepsPerEpoch;
  const bar = showProgress({ total: steps, lineEvery: LINE_EVERY, done: (step) => `step ${step} of ${steps}` });
  const interrupt = catchInterrupts(bar);
  const recent = createMeans();
  const path = join(keptIn, `${definition.id}.checkpoint`);
  const shownPath = relative(process.cwd(), path);
  let state: RunState;
  try {
    state = await trainNetwork({
      network,
      batches,
      epochs,
      optimizer: recipe.optimizer,
      threads,
      ...(recipe.average === undefined ? {} : { average: recipe.average }),
      checkpoint: {
        path,
        run: JSON.stringify([definition.id, seed, epochs, recipe, ...differentData(source, options.limit)]),
        every: CHECKPOINT_EVERY,
        onFailure: (error) =>
          bar.say(`the checkpoint could not be written (${fileReason(error)}); training goes on, and the last complete one is kept`),
        onUnusable: async (why) => {
          const reason = why === 'broken' ? 'is damaged' : 'belongs to a run with other settings';
          bar.say(`${shownPath} ${reason}: it is kept as ${relative(process.cwd(), await setAside(path))}, and training begins anew`);
        },
      },
      goesOn: () => !interrupt.came(),
      onStart: ({ step }) => {
        if (step > 0) bar.say(`going on from step ${step} of ${steps}`);
      },
      onStep: (step) => {
        recent.add(step);
        bar.update(step.step, progressNote(step, recent, { epochs, stepsPerEpoch: batches.stepsPerEpoch }));
      },
      onEpoch: (epoch, loss, { batchAccuracy, seconds }) => {
        const { accuracy } = evaluated(quick);
        const parts = [
          ...(seconds === null ? [] : [`${seconds.toFixed(1)} s`]),
          `loss ${loss.toFixed(4)}`,
          ...(batchAccuracy === null ? [] : [`${percent(batchAccuracy)} right while learning`]),
          `${percent(accuracy)} of ${quick.count} test pictures`,
        ];
        bar.say(`epoch ${epoch} of ${epochs}: ${parts.join(', ')}`);
        return accuracy;
      },
    });
  } catch (error) {
    if (error instanceof Divergence)
      throw new Error(
        `${error.message}. ${await whatIsLeft(path, shownPath)} Try --rate ${Number((recipe.optimizer.rate / 10).toPrecision(2))}.`,
      );
    throw error;
  } finally {
    bar.end();
    interrupt.release();
  }
  if (state.step < steps) {
    console.log(`stopped after step ${state.step} of ${steps}. ${await whatIsLeft(path, shownPath)} The same command goes on: ${again}`);
    process.exitCode = INTERRUPTED;
    return;
  }

  const tested = evaluated(test);
  const card = {
    network: definition.id,
    parameters: network.countParams(),
    input: definition.input,
    classes: definition.classes,
    output: 'scores' as const,
    data,
    recipe,
    seed,
    epochs,
    steps: state.step,
    threads,
    backend,
    minutes: Math.round(state.seconds / 6) / 10,
    losses: state.losses.map((loss) => Number(loss.toFixed(5))),
    batchAccuracies: state.epochs.map(({ batchAccuracy }) => (batchAccuracy === null ? null : Number(batchAccuracy.toFixed(5)))),
    testAccuracies: state.epochs.map(({ accuracy }) => accuracy ?? null),
    pictures: { train: learning.count, test: test.count },
    train: rounded(evaluated(learning)),
    test: rounded(tested),
    confusion: tested.confusion,
    command: cardCommand(definition.id, source, options, epochs),
  };
  try {
    await saveLayers(network, out);
    await describeNetwork(card, out);
  } catch (error) {
    throw new Error(
      `the network could not be written to ${shown(out)} (${fileReason(error)}). ${await whatIsLeft(path, shownPath)} The same command tries again.`,
    );
  }
  // what it was for lies in the folder now; the same command begins a new run
  await rm(path, { force: true });
  const kept = out === folder || options.out !== undefined ? '' : `; what ships stays in ${shown(folder)}`;
  console.log(`test accuracy ${percent(tested.accuracy)}; written to ${shown(out)}${kept}`);
}

const shown = (path: string) => relative(process.cwd(), path) || path;

const withRate = (recipe: Recipe, rate: number | undefined): Recipe =>
  rate === undefined ? recipe : { ...recipe, optimizer: { ...recipe.optimizer, rate } };

/** What tells a run on other pictures from one on the recipe's own. */
function differentData(source: DataSource, limit: number | undefined): unknown[] {
  if (source.kind === 'set') return limit === undefined ? [] : [limit];
  return [source, limit ?? null];
}

async function whatIsLeft(path: string, shown: string): Promise<string> {
  const kept = await access(path).then(
    () => true,
    () => false,
  );
  return kept ? `The last good state is kept in ${shown}.` : 'No state had been kept yet.';
}

/** What was typed, with the folders of this machine. */
function repeatCommand(id: string, { data, epochs, seed, threads, rate, limit, out }: Options): string {
  const given = Object.entries({ data, epochs, seed, threads, rate, limit, out }).filter(([, value]) => value !== undefined);
  return [`npm run train -- ${id}`, ...given.map(([name, value]) => `--${name} ${quoted(String(value))}`)].join(' ');
}

const quoted = (word: string) => (/^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** The same for a card, which goes from machine to machine. */
function cardCommand(id: string, source: DataSource, { seed, threads, rate, limit }: Options, epochs: number): string {
  const data = source.kind === 'set' ? [] : [`--data ${source.kind === 'drawn' ? 'drawn' : 'FOLDER'}`];
  return [
    `npm run train -- ${id}`,
    ...data,
    `--epochs ${epochs} --seed ${seed} --threads ${threads}`,
    ...(rate === undefined ? [] : [`--rate ${rate}`]),
    ...(limit === undefined ? [] : [`--limit ${limit}`]),
  ].join(' ');
}

/** The first interrupt (Ctrl+C, or a polite kill) lets the step end and the run be kept; a second one ends the program at once. */
function catchInterrupts(bar: ProgressBar) {
  let first: number | undefined;
  const hear = () => {
    if (first === undefined) {
      first = performance.now();
      bar.say('stopping after this step …');
    } else if (performance.now() - first > SAME_INTERRUPT_MS) process.exit(INTERRUPTED);
  };
  process.on('SIGINT', hear).on('SIGTERM', hear);
  return {
    came: () => first !== undefined,
    release: () => process.off('SIGINT', hear).off('SIGTERM', hear),
  };
}

/** Means over the last steps. */
function createMeans() {
  const steps: TrainingStep[] = [];
  return {
    add(step: TrainingStep) {
      steps.push(step);
      if (steps.length > RECENT) steps.shift();
    },
    loss: () => steps.reduce((sum, { loss }) => sum + loss, 0) / steps.length,
    right: () => steps.reduce((sum, { hits }) => sum + hits.right, 0) / steps.reduce((sum, { hits }) => sum + hits.of, 0),
  };
}

function progressNote(
  { step, steps, seconds }: TrainingStep,
  recent: ReturnType<typeof createMeans>,
  { epochs, stepsPerEpoch }: { epochs: number; stepsPerEpoch: number },
): string {
  const epoch = Math.ceil(step / stepsPerEpoch);
  const left = (seconds / step) * (steps - step);
  return `epoch ${epoch} of ${epochs}, loss ${recent.loss().toFixed(4)}, ${percent(recent.right())} right, ${duration(left)} left`;
}

const rounded = ({ accuracy, loss }: Evaluation) => ({ accuracy, loss: Number(loss.toFixed(5)) });

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1 is needed');
  return value;
}

function positiveNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('a number above 0 is needed');
  return value;
}
