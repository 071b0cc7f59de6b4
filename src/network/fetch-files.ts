import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256Of } from './checksum.ts';
import { type Download, DownloadFailed, download } from './download.ts';

/** A file as it must be. */
export interface ExpectedFile {
  /** Below the source, and below the target. */
  path: string;
  bytes: number;
  sha256: string;
}

export interface FetchSettings extends Pick<Download, 'onFailure' | 'patience' | 'pause'> {
  files: readonly ExpectedFile[];
  /** Addresses of folders that hold them all, the next asked when one fails; or a folder of this machine. */
  source: { addresses: readonly string[] } | { folder: string };
  /** Where they go; it is made if it is not there. */
  target: string;
  /** Called as bytes arrive: how many are there, those of an earlier try included, and how many there will be. */
  onBytes?: (done: number, total: number) => void;
}

/**
 * Brings files from an address or a folder. Each is written beside its place, checked, and only then given its name: whatever has its name is
 * whole, so that an interrupted fetch goes on where it was.
 * @throws DownloadFailed in one sentence that names the file and says what each address did; Error likewise where a folder lacks it or holds
 * another; the file system's error, such as ENOSPC
 */
export async function fetchFiles(settings: FetchSettings): Promise<void> {
  const { files, target, onBytes = () => undefined } = settings;
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let whole = 0;
  for (const file of files) {
    const place = join(target, file.path);
    await mkdir(dirname(place), { recursive: true });
    if ((await sha256Of(place).catch(() => undefined)) !== file.sha256) {
      if ('folder' in settings.source) await take(file, settings.source.folder, place);
      else await ask(file, settings.source.addresses, place, settings, (bytes) => onBytes(whole + bytes, total));
    }
    whole += file.bytes;
    onBytes(whole, total);
  }
}

async function ask(
  { path, bytes, sha256 }: ExpectedFile,
  folders: readonly string[],
  place: string,
  { onFailure, patience, pause }: FetchSettings,
  onProgress: (bytes: number) => void,
): Promise<void> {
  const addresses = folders.map((folder) => new URL(path, folder.endsWith('/') ? folder : `${folder}/`).href);
  try {
    await download({
      addresses,
      path: place,
      bytes,
      sha256,
      onProgress,
      ...(onFailure === undefined ? {} : { onFailure }),
      ...(patience === undefined ? {} : { patience }),
      ...(pause === undefined ? {} : { pause }),
    });
  } catch (error) {
    if (!(error instanceof DownloadFailed)) throw error;
    throw new DownloadFailed(`${path} could not be fetched (${error.message})`);
  }
}

async function take({ path, sha256 }: ExpectedFile, folder: string, place: string): Promise<void> {
  const part = `${place}.part`;
  await copyFile(join(folder, path), part).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Error(`${path} is not in the folder ${folder}`) : error;
  });
  if ((await sha256Of(part)) !== sha256) {
    await rm(part);
    throw new Error(`${path} is not the file that it should be: its SHA-256 is another`);
  }
  await rename(part, place);
}
