import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { ZooEntry } from '../../models/entry.ts';
import { imageNetClasses, MOBILENET } from '../../models/mobilenet/network.ts';
import { zoo } from '../../models/zoo.ts';
import { installedNames, readCard } from '../network/install/installed.ts';
import { inspectLayersFolder } from '../network/install/layers-folder.ts';
import type { NetworkCard } from '../network/loaded-network.ts';
import type { Evaluation } from '../network/training/evaluate.ts';
import type { DatasetName } from '../network/training/recipe.ts';

/** What a card tells besides; only networks that the project trained have been measured. */
export type KnownCard = Omit<NetworkCard, 'parameters'> & {
  /** Not known before there are weights. */
  parameters?: number;
  /** On the whole set, see `data`. */
  train?: Pick<Evaluation, 'accuracy' | 'loss'>;
  test?: Pick<Evaluation, 'accuracy' | 'loss'>;
  /** Mean loss of each epoch while it learned. */
  losses?: readonly number[];
};

/** A network that can be named, and whether it can be used. */
export interface KnownNetwork {
  id: string;
  /** It comes with the tutor, was installed beside, or could be fetched. */
  place: 'shipped' | 'installed' | 'offered';
  state: 'ready' | 'not-trained' | 'not-installed' | 'broken';
  /** What is wrong with a broken one; for whoever runs the tutor. */
  reason?: string;
  folder: string;
  /** What is known of it; a broken one's may be unreadable. */
  card?: KnownCard;
  /** What it was trained and tested on, where the project did that. */
  data?: DatasetName;
  /** It was trained on pictures whose pixels stand in the order that this seed makes. */
  pixelOrder?: number;
}

/** All networks: those that ship, in the zoo's order, those that can be fetched, and those installed. @param root where networks are installed */
export async function knownNetworks(root: string): Promise<KnownNetwork[]> {
  const installed = await installedNames(root);
  const own = installed.filter((name) => name !== MOBILENET.id);
  return Promise.all([
    ...zoo.map(shipped),
    installed.includes(MOBILENET.id) ? installedNetwork(root, MOBILENET.id) : offeredMobileNet(root),
    ...own.map((name) => installedNetwork(root, name)),
  ]);
}

async function shipped({ definition, recipe, folder }: ZooEntry): Promise<KnownNetwork> {
  const { id, input, classes } = definition;
  const about = {
    id,
    place: 'shipped',
    folder,
    data: recipe.data,
    ...(recipe.pixelOrder === undefined ? {} : { pixelOrder: recipe.pixelOrder }),
  } as const;
  const defined: KnownCard = { network: id, input, classes, output: 'scores' };
  const trained = await access(join(folder, 'model.json')).then(
    () => true,
    () => false,
  );
  if (!trained) return { ...about, state: 'not-trained', card: defined };
  // what is known of it stands in its definition, so a card may be missing
  const card = await readCard(folder).catch(() => ({}));
  return { ...about, ...(await stateOf(folder)), card: { ...defined, ...card } };
}

async function installedNetwork(root: string, id: string): Promise<KnownNetwork> {
  const folder = join(root, id);
  const about = { id, place: 'installed', folder } as const;
  try {
    return { ...about, card: await readCard(folder), ...(await stateOf(folder)) };
  } catch {
    return { ...about, state: 'broken', reason: 'its card.json is missing or broken' };
  }
}

async function offeredMobileNet(root: string): Promise<KnownNetwork> {
  const { id, input, parameters } = MOBILENET;
  const card: KnownCard = { network: id, input, classes: imageNetClasses(), output: 'probabilities', parameters };
  return { id, place: 'offered', state: 'not-installed', folder: join(root, id), card };
}

async function stateOf(folder: string): Promise<{ state: 'ready' } | { state: 'broken'; reason: string }> {
  return inspectLayersFolder(folder).then(
    () => ({ state: 'ready' as const }),
    (error: Error) => ({ state: 'broken' as const, reason: error.message }),
  );
}
