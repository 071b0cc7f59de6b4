import { join } from 'node:path';
import { type DataSource, findSource, folderOfSet } from './network/training/data-source.ts';
import { fetchPublicSet, PUBLIC_SETS, type PublicSet } from './network/training/public-sets.ts';
import type { DatasetName } from './network/training/recipe.ts';
import { type ProgressBar, showProgress } from './progress-bar.ts';
import { projectRoot } from './project-root.ts';

/** Where public sets lie when no folder is named, and are downloaded to. */
const SETS = join(projectRoot, 'data', 'sets');
const MEGABYTE = 1e6;
/** Where there is no terminal, a line after so much more, bytes. */
const LINE_EVERY = 10 * MEGABYTE;

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
    let bar: ProgressBar | undefined;
    try {
      await fetchPublicSet(sets[data], folder, {
        onProgress: ({ title, received, total }) => {
          bar ??= showProgress({
            total,
            lineEvery: LINE_EVERY,
            done: (bytes) => `${title}: ${megabytes(bytes)} of ${megabytes(total)} MB`,
          });
          bar.update(received, 'downloading');
        },
        onFailure: (sentence) => {
          const line = `${sentence}; trying the next address`;
          if (bar === undefined) console.error(line);
          else bar.say(line);
        },
        ...(patience === undefined ? {} : { patience }),
      });
    } finally {
      bar?.end();
    }
  }
  return { kind: 'set', folder };
}

const megabytes = (bytes: number) => (bytes / MEGABYTE).toFixed(bytes < 100 * MEGABYTE ? 1 : 0);
