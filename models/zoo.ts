import { join } from 'node:path';
import { type DigitNetwork, loadDigitNetwork } from '../src/network/digits.ts';
import { projectRoot } from '../src/project-root.ts';

/** A network that ships with the project. */
export interface ZooEntry<Network> {
  id: string;
  /** Holds `model.json`, `weights.bin`, `card.json` and a README. */
  folder: string;
  load(): Promise<Network>;
}

const digitsFolder = join(projectRoot, 'models', 'digits');

/** Reads one handwritten digit. */
export const digits: ZooEntry<DigitNetwork> = { id: 'digits', folder: digitsFolder, load: () => loadDigitNetwork(digitsFolder) };

/** Every network that ships. */
export const zoo: readonly ZooEntry<unknown>[] = [digits];
