import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from 'tar';
import { DownloadFailed } from '../download.ts';
import { type ExpectedFile, type FetchSettings, fetchFiles } from '../fetch-files.ts';
import type { DatasetName } from './recipe.ts';

/** Where a public set can be had. */
export interface PublicSet {
  title: string;
  /** What else its networks can be trained on, in words; nothing if not given. */
  instead?: string;
  /** Folders on the web that hold the files; the next is asked when one fails. */
  mirrors: readonly string[];
  files: readonly ExpectedFile[];
}

export const PUBLIC_SETS: Record<DatasetName, PublicSet> = {
  mnist: {
    title: 'MNIST',
    instead: 'train on digits that the project draws with --data drawn',
    mirrors: ['https://ossci-datasets.s3.amazonaws.com/mnist/', 'https://storage.googleapis.com/cvdf-datasets/mnist/'],
    files: [
      {
        path: 'train-images-idx3-ubyte.gz',
        bytes: 9_912_422,
        sha256: '440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609',
      },
      { path: 'train-labels-idx1-ubyte.gz', bytes: 28_881, sha256: '3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c' },
      { path: 't10k-images-idx3-ubyte.gz', bytes: 1_648_877, sha256: '8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6' },
      { path: 't10k-labels-idx1-ubyte.gz', bytes: 4_542, sha256: 'f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6' },
    ],
  },
  cifar10: {
    title: 'CIFAR-10',
    mirrors: ['https://www.cs.toronto.edu/~kriz/', 'https://storage.googleapis.com/s4tf-hosted-binaries/datasets/CIFAR10/'],
    files: [
      {
        path: 'cifar-10-binary.tar.gz',
        bytes: 170_052_171,
        sha256: 'c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd',
      },
    ],
  },
};

/**
 * Downloads a public set into a folder that does not have it yet. A kill at any moment leaves what a later call goes on with, and nothing that
 * could be taken for the set.
 * @throws Error in one sentence that says what to do where every mirror failed
 */
export async function fetchPublicSet(
  { title, instead, mirrors, files }: PublicSet,
  folder: string,
  settings: Omit<FetchSettings, 'files' | 'source' | 'target'> = {},
): Promise<void> {
  const coming = `${folder}.part`;
  try {
    await fetchFiles({ ...settings, files, source: { addresses: mirrors }, target: coming });
  } catch (error) {
    if (!(error instanceof DownloadFailed)) throw error;
    const advice = ['give a folder that has its files with --data FOLDER', ...(instead === undefined ? [] : [instead])];
    throw new Error(`${title} could not be downloaded: ${error.message}; ${advice.join(', or ')}`);
  }
  const archives = files.map(({ path }) => path).filter((name) => name.endsWith('.tar.gz'));
  for (const name of archives) await unpack(join(coming, name), coming);
  await rename(coming, folder);
  for (const name of archives) await rm(join(folder, name));
}

/** Takes the data files (`*.bin`) out of an archive, without its folders. */
async function unpack(archive: string, folder: string): Promise<void> {
  const unpacked = join(folder, 'unpacked');
  await rm(unpacked, { recursive: true, force: true });
  await mkdir(unpacked, { recursive: true });
  await extract({ file: archive, cwd: unpacked, strip: 1, filter: (path) => path.endsWith('.bin') });
  for (const name of await readdir(unpacked)) await rename(join(unpacked, name), join(folder, name));
  await rm(unpacked, { recursive: true });
}
