import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digits as digitsEntry } from '../../models/zoo.ts';
import type { DigitNetwork } from '../network/digits.ts';

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
  const digits = await digitsEntry.load();
  const card = JSON.parse(await readFile(join(digitsEntry.folder, 'card.json'), 'utf8')) as {
    parameters: number;
    mnistTestAccuracy: number;
  };
  return {
    digits,
    about: { backend: digits.backend, networks: [{ name: 'digits', parameters: card.parameters, accuracy: card.mnistTestAccuracy }] },
  };
}
