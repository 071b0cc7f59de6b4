import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DigitNetwork, loadDigitNetwork } from '../network/digits.ts';
import { projectRoot } from '../project-root.ts';

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
  const digits = await loadDigitNetwork();
  const card = JSON.parse(await readFile(join(projectRoot, 'models/digits/card.json'), 'utf8')) as {
    parameters: number;
    mnistTestAccuracy: number;
  };
  return {
    digits,
    about: { backend: digits.backend, networks: [{ name: 'digits', parameters: card.parameters, accuracy: card.mnistTestAccuracy }] },
  };
}
