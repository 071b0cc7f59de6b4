import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/project-root.ts';

/** What was measured of a network that ships. */
export interface Measured {
  parameters: number;
  /** On its training and its test pictures. */
  train: { accuracy: number; loss: number };
  test: { accuracy: number; loss: number };
  /** Mean loss of each epoch. */
  losses: number[];
}

/** A shipped network's card: its numbers are measured by `npm run train`, never typed. */
export const measuredOf = (network: string): Measured =>
  JSON.parse(readFileSync(join(projectRoot, 'models', network, 'card.json'), 'utf8')) as Measured;

/** A share 0…1 as per cent with so many decimals, 2 if not given. */
export const percentOf = (share: number, decimals = 2): number => Number((100 * share).toFixed(decimals));
