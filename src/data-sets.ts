import { join } from 'node:path';
import { type DataSource, findSource, folderOfSet } from './network/training/data-source.ts';
import { fetchPublicSet, PUBLIC_SETS, type PublicSet } from './network/training/public-sets.ts';
import type { DatasetName } from './network/training/recipe.ts';
import { showTransfer } from './progress-bar.ts';
import { projectRoot } from './project-root.ts';

/** Where public sets lie when no folder is named, and are downloaded to. */
const SETS = join(projectRoot, 'data', 'sets');

export interface ProvideSettings {
  /** Holds a folder for each set. */
  home?: string;
  sets?: Record<DatasetName, PublicSet>;
  patience?: number;
}

/**
 * Tells where pictures come from: what `--data` names, or else the public set that the recipe needs, which is downloaded if it is not there.
 * @throws Error in one sentence that says what to do
 */
export async function sourceOf(given: string | undefined, data: DatasetName, settings: ProvideSettings = {}): Promise<DataSource> {
  if (given !== undefined) return findSource(given, data);
  const { home = SETS, sets = PUBLIC_SETS, patience } = settings;
  const folder = join(home, data);
  if ((await folderOfSet(data, folder)) === undefined) {
    const transfer = showTransfer(sets[data].title);
    try {
      await fetchPublicSet(sets[data], folder, {
        onBytes: transfer.update,
        onFailure: (sentence) => transfer.say(`${sentence}; trying the next address`),
        ...(patience === undefined ? {} : { patience }),
      });
    } finally {
      transfer.end();
    }
  }
  return { kind: 'set', folder };
}
