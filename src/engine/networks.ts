import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { digits as digitsEntry } from '../../models/digits/network.ts';
import { startBackend } from '../network/backend.ts';
import { type DigitNetwork, loadDigitNetwork } from '../network/digits.ts';
import { type LoadedNetwork, loadNetwork } from '../network/loaded-network.ts';
import { createRandom, shuffledOrder } from '../network/training/random.ts';
import type { DatasetName } from '../network/training/recipe.ts';
import { projectRoot } from '../project-root.ts';
import { Problem } from '../vision/problem.ts';
import { type KnownNetwork, knownNetworks } from './known-networks.ts';

export interface Networks {
  digits: DigitNetwork;
  about: { backend: string; networks: { name: string; parameters: number; accuracy: number; data: DatasetName }[] };
}

/** A network with what must be done to a picture before it. */
export interface ReadyNetwork extends LoadedNetwork {
  id: string;
  /** Pixel `order[i]` comes to place i. */
  pixelOrder?: Uint32Array;
}

/** Where networks are installed unless another folder is chosen. */
const INSTALLED = join(projectRoot, 'data', 'networks');
/** Networks kept ready besides the digit network: the two that are compared, and what was asked for before. */
const KEPT = 4;

let root = INSTALLED;

/** Chooses where networks are installed, once a process, before any is asked for. */
export function useInstalledNetworks(folder: string): void {
  root = folder;
}

let loading: Promise<Networks> | undefined;

/** The digit network of this process, loaded once, and what is known of those that can be used. */
export function networks(): Promise<Networks> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Networks> {
  const [digits, known] = await Promise.all([loadDigitNetwork(digitsEntry.folder), networkList()]);
  const measured = known.flatMap(({ id, state, card, data }) =>
    state === 'ready' && data !== undefined && card?.test !== undefined && card.parameters !== undefined
      ? [{ name: id, parameters: card.parameters, accuracy: card.test.accuracy, data }]
      : [],
  );
  return { digits, about: { backend: digits.backend, networks: measured } };
}

/** Every network that can be named, and whether it can be used here. */
export const networkList = (): Promise<KnownNetwork[]> => knownNetworks(root);

interface Kept {
  network: ReadyNetwork;
  /** When its weights were written: others under the same name are loaded anew. */
  version: number;
}

/** The one not asked for longest makes room. A worker runs one job at a time, so none is let go while it computes. */
const kept = new LRUCache<string, Kept>({ max: KEPT, dispose: ({ network }) => network.model.dispose() });

/**
 * A network by its name, loaded when it is asked for first. Valid until the job ends.
 * @throws Problem `network-unknown` {name}, `network-not-trained` {name}, `network-not-installed` {name}, `network-broken` {name}
 */
export async function readyNetwork(id: string): Promise<ReadyNetwork> {
  const list = await networkList();
  const known = list.find((network) => network.id === id);
  if (known === undefined) {
    // removed since it was listed: the text names those that are there
    const names = list.filter(({ state }) => state === 'ready').map((network) => network.id);
    throw new Problem('network-unknown', { name: id, names: names.join(', '), absent: '', missing: 0 });
  }
  if (known.state !== 'ready') throw new Problem(`network-${known.state}`, { name: id });
  const version = (await stat(join(known.folder, 'model.json'))).mtimeMs;
  const found = kept.get(id);
  if (found?.version === version) return found.network;
  const network = await loadKnown(known);
  kept.set(id, { network, version });
  return network;
}

async function loadKnown({ id, folder, card, pixelOrder }: KnownNetwork): Promise<ReadyNetwork> {
  await startBackend();
  const network = await loadNetwork(folder, card).catch(() => {
    throw new Problem('network-broken', { name: id });
  });
  if (pixelOrder === undefined) return { ...network, id };
  const { height, width } = network.card.input;
  return { ...network, id, pixelOrder: shuffledOrder(height * width, createRandom(pixelOrder)) };
}
