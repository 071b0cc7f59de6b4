/** `npm run evaluate`: measures the networks that ship on their test pictures, beside what is expected of them and what their cards say. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import type { ZooEntry } from '../models/entry.ts';
import { COMPARISONS, GOALS, type Goal } from '../models/goals.ts';
import { zoo } from '../models/zoo.ts';
import { sourceOf } from './data-sets.ts';
import { startBackend } from './network/backend.ts';
import { loadLayers } from './network/layers-file.ts';
import { firstOf, type LabeledPictures } from './network/training/dataset.ts';
import { evaluate } from './network/training/evaluate.ts';
import type { DatasetName } from './network/training/recipe.ts';
import { asTheNetworkTakesThem, loadSet } from './network/training/recipe-data.ts';
import type { TrainedCard } from './network/training/trained-card.ts';

/** Of CIFAR-10's test pictures, the ones that networks are compared on beside all of them. */
const FIRST = 1000;
/** Backends round differently: a card may differ by so much, five of 10,000 pictures. */
const CARD_TOLERANCE = 0.0005;

/** A network's answers to test pictures. */
export interface Score {
  pictures: number;
  /** Share of right answers, 0…1. */
  accuracy: number;
  loss: number;
}

export interface Measured {
  network: string;
  parameters: number;
  all: Score;
  /** On the first 1,000 pictures, where they are told apart. */
  first?: Score;
  /** How its card differs from what was measured, in words; nothing where it agrees. */
  card: string[];
}

/** A network that could not be measured, and why. */
export interface Missing {
  network: string;
  reason: string;
}

/**
 * Measures a network from the weights in its folder.
 * @throws Error in one sentence where they are missing or of no use
 */
export async function measure({ definition, recipe, folder }: ZooEntry, set: LabeledPictures): Promise<Measured> {
  const { id, input, classes } = definition;
  const network = await loadLayers(folder).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? `no weights in ${folder}: npm run train -- ${id} makes them` : error.message);
  });
  const pictures = asTheNetworkTakesThem(recipe, set);
  const score = (some: LabeledPictures): Score => {
    const { accuracy, loss } = evaluate(network, some, input, classes.length);
    return { pictures: some.count, accuracy, loss };
  };
  const all = score(pictures);
  const parameters = network.countParams();
  const first = recipe.data === 'cifar10' ? { first: score(firstOf(pictures, FIRST)) } : {};
  network.dispose();
  return { network: id, parameters, all, ...first, card: await differencesOfCard(folder, { id, parameters, accuracy: all.accuracy }) };
}

async function differencesOfCard(folder: string, measured: { id: string; parameters: number; accuracy: number }): Promise<string[]> {
  let card: Partial<TrainedCard>;
  try {
    card = JSON.parse(await readFile(join(folder, 'card.json'), 'utf8')) as Partial<TrainedCard>;
  } catch {
    return ['is missing or no JSON'];
  }
  const differences: string[] = [];
  if (card.network !== measured.id) differences.push(`is of ${card.network}`);
  if (card.parameters !== measured.parameters) differences.push(`says ${card.parameters} parameters`);
  if (card.test === undefined) differences.push('says no test accuracy');
  else if (Math.abs(card.test.accuracy - measured.accuracy) > CARD_TOLERANCE) differences.push(`says ${percent(card.test.accuracy)}`);
  return differences;
}

/** Whether a network reaches its goal; undefined where none is set. */
export function reaches({ network, parameters, all, first }: Measured, goals: Readonly<Record<string, Goal>> = GOALS): boolean | undefined {
  const goal = goals[network];
  if (goal === undefined) return undefined;
  const score = goal.on === 'first' ? (first ?? all) : all;
  return score.accuracy >= goal.accuracy && parameters <= (goal.parameters ?? Number.POSITIVE_INFINITY);
}

const WIDTHS = [21, 12, 13, 9, 9, 11, 9];
const row = (cells: readonly string[]) =>
  cells
    .map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0))
    .join('')
    .trimEnd();
const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
const number = (value: number) => value.toLocaleString('en');

export const HEAD = row(['network', 'parameters', 'pictures', 'right', 'loss', 'goal', 'reached', 'card']);

/** A network's lines of the table. */
export function linesOf(measured: Measured, goals: Readonly<Record<string, Goal>> = GOALS): string[] {
  const { network, parameters, all, first, card } = measured;
  const goal = goals[network];
  const reached = reaches(measured, goals);
  const lineOf = (score: Score, pictures: string, on: Goal['on'], rest: { name: string; parameters: string; card: string }) => {
    const judged = goal !== undefined && (goal.on === on || (first === undefined && on === 'all'));
    return row([
      rest.name,
      rest.parameters,
      pictures,
      percent(score.accuracy),
      score.loss.toFixed(4),
      judged ? `≥ ${(goal.accuracy * 100).toFixed(1)} %` : '',
      judged ? (reached === true ? 'yes' : 'NO') : '',
      rest.card,
    ]);
  };
  const named = { name: network, parameters: number(parameters), card: card.length === 0 ? 'agrees' : `DIFFERS: ${card.join(', ')}` };
  if (first === undefined) return [lineOf(all, number(all.pictures), 'all', named)];
  return [
    lineOf(first, `first ${number(first.pictures)}`, 'first', named),
    lineOf(all, number(all.pictures), 'all', { name: '', parameters: '', card: '' }),
  ];
}

/** How two networks compare, in a line; undefined where one of them is missing. */
export function comparison([one, other]: readonly [string, string], measured: readonly Measured[]): string | undefined {
  const [before, after] = [one, other].map((name) => measured.find(({ network }) => network === name)?.all);
  if (before === undefined || after === undefined) return undefined;
  const right = `right ${percent(before.accuracy)} → ${percent(after.accuracy)}`;
  return `${one} → ${other}: ${right}, loss ${before.loss.toFixed(4)} → ${after.loss.toFixed(4)}`;
}

const names = zoo.map(({ definition }) => definition.id);
const program = new Command('evaluate')
  .description('Measures the networks that ship: exit code 1 where a goal is missed, cannot be measured, or a card does not agree.')
  .argument('[networks...]', `of ${names.join(', ')}; all if not given`)
  .option('--data <folder>', 'folder with mnist and cifar10, or with the files of one; downloaded if not given')
  .action(evaluateCommand);

/** Runs the command line `[NETWORK …] [--data DIR]`. */
export async function evaluateNetworks(args: string[]): Promise<void> {
  await program.parseAsync(args, { from: 'user' }).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

async function evaluateCommand(wanted: string[], options: { data?: string }): Promise<void> {
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: no such network; there are ${names.join(', ')}`);
  const entries = zoo.filter(({ definition }) => wanted.length === 0 || wanted.includes(definition.id));
  console.log(`backend ${await startBackend()}\n\n${HEAD}`);
  const measured: Measured[] = [];
  const missing: Missing[] = [];
  const setOf = readOnce(options.data);
  for (const entry of entries) {
    try {
      const found = await measure(entry, await setOf(entry.recipe.data));
      measured.push(found);
      console.log(linesOf(found).join('\n'));
    } catch (error) {
      missing.push({ network: entry.definition.id, reason: (error as Error).message });
      console.log(row([entry.definition.id, 'MISSING']));
    }
  }
  const compared = COMPARISONS.flatMap((pair) => comparison(pair, measured) ?? []);
  if (compared.length > 0) console.log(`\n${compared.join('\n')}`);
  if (missing.length > 0) console.log(`\n${missing.map(({ network, reason }) => `${network} is missing: ${reason}`).join('\n')}`);
  const failed = measured.some((found) => reaches(found) === false || found.card.length > 0);
  if (failed || missing.some(({ network }) => GOALS[network] !== undefined)) process.exitCode = 1;
}

/** Test pictures of each set, read when they are first asked for. */
function readOnce(given: string | undefined): (data: DatasetName) => Promise<LabeledPictures> {
  const sets = new Map<DatasetName, Promise<LabeledPictures>>();
  const read = async (data: DatasetName) => {
    const source = await sourceOf(given, data);
    if (source.kind !== 'set') throw new Error(`${given} has no test pictures of ${data}`);
    return loadSet(data, 'test', source.folder);
  };
  return (data) => {
    const set = sets.get(data) ?? read(data);
    sets.set(data, set);
    return set;
  };
}
