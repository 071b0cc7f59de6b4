/** `npm run models -- list | pull | add | remove`: networks beside those that ship, in a folder outside of git. */
import { access, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { Argument, Command, CommanderError, InvalidArgumentError } from 'commander';
import { MOBILENET } from '../models/mobilenet/network.ts';
import { pullMobileNet } from '../models/mobilenet/pull.ts';
import { zoo } from '../models/zoo.ts';
import { readConfig } from './config.ts';
import { type KnownNetwork, knownNetworks } from './engine/known-networks.ts';
import { startBackend } from './network/backend.ts';
import type { NetworkInput } from './network/definition.ts';
import { install, installedNames, NETWORK_NAME, uninstall, workshop } from './network/install/installed.ts';
import { readLabels } from './network/install/labels.ts';
import { examineModel } from './network/install/own-model.ts';
import { saveLayers } from './network/layers-file.ts';
import { showTransfer } from './progress-bar.ts';
import { pictureShape } from './vision/picture.ts';

/** How wide names are printed. */
const COLUMN = 24;

/** Runs the command line `pull mobilenet …`; a failure is one line on the error stream and exit code 1. */
export async function models(args: string[]): Promise<void> {
  await program()
    .parseAsync(args, { from: 'user' })
    .catch((error: Error) => {
      // what is wrong with the words themselves has been said already
      if (!(error instanceof CommanderError)) console.error(error.message);
      process.exitCode = error instanceof CommanderError ? error.exitCode : 1;
    });
}

function program(): Command {
  const { networks: root } = readConfig();
  const all = new Command('models').description(
    'Networks for /classify network=…: those that ship, and those that are installed beside them.',
  );
  all.exitOverride();
  all
    .command('list')
    .description('says which networks there are and in what state')
    .action(() => list(root));
  all
    .command('pull')
    .description('fetches a published network, every file checked; an interrupted fetch goes on where it was')
    .addArgument(new Argument('<network>').choices([MOBILENET.id]))
    .option('--from <folder>', 'takes its files of weights from a folder instead')
    .option('--address <url>', 'another address that serves the same files', MOBILENET.address)
    .action((_name: string, options: { from?: string; address: string }) => pull(root, options));
  all
    .command('add')
    .description('installs a TensorFlow.js Layers model of your own')
    .argument('<folder>', 'holds model.json and the weights that it names')
    .requiredOption('--labels <file>', "the classes' names in the outputs' order: one a line, or a JSON list")
    .requiredOption('--range <low,high>', "what a pixel's 0 and 255 become, for example 0,1 or -1,1", pixelRange)
    .option('--name <name>', "what it is called here; the folder's name if not given")
    .action((folder: string, options: { labels: string; range: NetworkInput['range']; name?: string }) => add(root, folder, options));
  all
    .command('remove')
    .description('deletes an installed network')
    .argument('<name>')
    .action((name: string) => remove(root, name));
  return all;
}

async function list(root: string): Promise<void> {
  for (const network of await knownNetworks(root)) console.log(lineOf(network));
}

function lineOf(network: KnownNetwork): string {
  const { id, state, place, card, reason } = network;
  const states = {
    ready: place === 'shipped' ? 'ships' : 'installed',
    'not-trained': `no weights yet: npm run train -- ${id}`,
    'not-installed': `not installed: npm run models -- pull ${id}`,
    broken: `broken: ${reason}`,
  };
  if (card === undefined) return `${id.padEnd(COLUMN)} ${states[state]}`;
  const { input, classes, parameters, test } = card;
  const numbers = [
    pictureShape(input),
    `${classes.length} classes`,
    ...(parameters === undefined ? [] : [`${parameters.toLocaleString('en')} parameters`]),
    ...(test === undefined ? [] : [`${(100 * test.accuracy).toFixed(2)} % of test pictures`]),
  ];
  return `${id.padEnd(COLUMN)} ${numbers.join(', ')}; ${states[state]}`;
}

async function pull(root: string, { from, address }: { from?: string; address: string }): Promise<void> {
  if (from !== undefined)
    await access(from).catch(() => {
      throw new Error(`there is no folder ${from}`);
    });
  if ((await installedNames(root)).includes(MOBILENET.id)) {
    console.log(`${MOBILENET.id} is installed already`);
    return;
  }
  await startBackend();
  const folder = await workshop(root, MOBILENET.id);
  const transfer = showTransfer(MOBILENET.id);
  try {
    const source = from === undefined ? { addresses: [address] } : { folder: resolve(from) };
    await pullMobileNet(folder, { source, onBytes: transfer.update });
  } finally {
    transfer.end();
  }
  const place = await install(root, MOBILENET.id, folder);
  console.log(`installed in ${relative(process.cwd(), place)}; try /classify network=${MOBILENET.id}`);
}

async function add(
  root: string,
  folder: string,
  { labels: file, range, name = nameOf(folder) }: { labels: string; range: NetworkInput['range']; name?: string },
): Promise<void> {
  if (!NETWORK_NAME.test(name))
    throw new Error(`"${name}" cannot be a network's name: up to 24 small letters, digits and hyphens; give another with --name`);
  if (name === MOBILENET.id || zoo.some(({ definition }) => definition.id === name))
    throw new Error(`the tutor has a network called ${name} itself; give yours another name with --name`);
  if ((await installedNames(root)).includes(name)) throw new Error(`there is a network called ${name} already; remove it first`);
  const labels = await readLabels(file);
  await startBackend();
  const { model, card } = await examineModel(folder, { name, labels, range });
  const work = await workshop(root, name);
  await saveLayers(model, work);
  await writeFile(join(work, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
  const place = await install(root, name, work);
  console.log(
    `installed in ${relative(process.cwd(), place)}: ${pictureShape(card.input)} → ${labels.length} ${card.output}; try /classify network=${name}`,
  );
}

async function remove(root: string, name: string): Promise<void> {
  if (zoo.some(({ definition }) => definition.id === name)) throw new Error(`${name} ships with the tutor and cannot be removed`);
  await uninstall(root, name);
  console.log(`${name} is removed`);
}

/** `My_Model v2` → `my-model-v2`. */
const nameOf = (folder: string) =>
  basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function pixelRange(text: string): NetworkInput['range'] {
  const [low, high, ...more] = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (low === undefined || high === undefined || more.length > 0 || !Number.isFinite(low) || !Number.isFinite(high) || low >= high)
    throw new InvalidArgumentError('two numbers with a comma between them are needed, the smaller one first, such as 0,1 or -1,1');
  return [low, high];
}
