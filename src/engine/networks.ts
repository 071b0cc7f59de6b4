import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digits as digitsEntry } from '../../models/digits/network.ts';
import type { ZooEntry } from '../../models/entry.ts';
import { zoo } from '../../models/zoo.ts';
import { type DigitNetwork, loadDigitNetwork } from '../network/digits.ts';

export interface Networks {
  digits: DigitNetwork;
  about: { backend: string; networks: { name: string; parameters: number; accuracy: number }[] };
}

let loading: Promise<Networks> | undefined;

/** The networks of this process, loaded once. */
export function networks(): Promise<Networks> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Networks> {
  const [digits, cards] = await Promise.all([loadDigitNetwork(digitsEntry.folder), Promise.all(zoo.slice(0, 1).map(readCard))]);
  return { digits, about: { backend: digits.backend, networks: cards } };
}

/** What a network's card tells: its size and what was measured. */
async function readCard({ definition: { id }, folder }: ZooEntry) {
  const card = JSON.parse(await readFile(join(folder, 'card.json'), 'utf8')) as { parameters: number; mnistTestAccuracy: number };
  return { name: id, parameters: card.parameters, accuracy: card.mnistTestAccuracy };
}
