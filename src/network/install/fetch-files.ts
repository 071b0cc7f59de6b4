import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { sha256Of } from '../checksum.ts';

/** A file as it must be. */
export interface ExpectedFile {
  /** Below the source, and below the target. */
  path: string;
  bytes: number;
  sha256: string;
}

export interface FetchSettings {
  files: readonly ExpectedFile[];
  /** The address of the folder that holds them, or a folder of this machine. */
  source: { address: string } | { folder: string };
  /** Where they go; it is made if it is not there. */
  target: string;
  /** Called as bytes arrive: how many are there, those of an earlier try included, and how many there will be. */
  onBytes?: (done: number, total: number) => void;
  /** A server that sends nothing for so long is given up, milliseconds; 30,000 if not given. */
  stallMs?: number;
  /** Between two tries, milliseconds, twice as long each time; 1,000 if not given. */
  pauseMs?: number;
}

const TRIES = 3;

/** What trying again may mend: a lost connection, a server that is busy. */
class Passing extends Error {}

/**
 * Brings files from an address or a folder. Each is written beside its place, checked, and only then given its name: whatever has its name is
 * whole, so that an interrupted fetch goes on where it was.
 * @throws Error in one sentence that names the file: not there, cut off, other content than expected, no connection
 */
export async function fetchFiles(settings: FetchSettings): Promise<void> {
  const { files, target, onBytes = () => undefined } = settings;
  await mkdir(target, { recursive: true });
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let whole = 0;
  for (const file of files) {
    if ((await sha256Of(join(target, file.path)).catch(() => undefined)) !== file.sha256)
      await fetchOne(file, settings, (bytes) => onBytes(whole + bytes, total));
    whole += file.bytes;
    onBytes(whole, total);
  }
}

async function fetchOne(file: ExpectedFile, settings: FetchSettings, onBytes: (bytes: number) => void): Promise<void> {
  const { source, target, pauseMs = 1000 } = settings;
  const place = join(target, file.path);
  for (let attempt = 1; ; attempt++) {
    try {
      if ('folder' in source) await take(file, createReadStream(join(source.folder, file.path)), `${place}.part`, onBytes);
      else await download(file, source.address, `${place}.part`, settings.stallMs ?? 30_000, onBytes);
      await rename(`${place}.part`, place);
      return;
    } catch (error) {
      if (isMissing(error)) throw new Error(`${file.path} is not in the folder ${'folder' in source ? source.folder : target}`);
      if (!(error instanceof Passing) || attempt === TRIES) throw error;
      await wait(pauseMs * 2 ** (attempt - 1));
    }
  }
}

async function download(
  file: ExpectedFile,
  address: string,
  place: string,
  stallMs: number,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const url = new URL(file.path, address.endsWith('/') ? address : `${address}/`).href;
  const stalled = new AbortController();
  const watch = setTimeout(() => stalled.abort(), stallMs);
  try {
    const response = await fetch(url, { signal: stalled.signal });
    if (response.status >= 500 || response.status === 429) throw new Passing(`the server answers ${response.status} for ${url}`);
    if (!response.ok || response.body === null) throw new Error(`the server answers ${response.status} for ${url}`);
    await take(file, Readable.fromWeb(response.body as never), place, (bytes) => {
      watch.refresh();
      onBytes(bytes);
    });
  } catch (error) {
    if (stalled.signal.aborted) throw new Passing(`the server has sent nothing of ${url} for ${stallMs / 1000} seconds`);
    // what the connection itself reports is hidden in the cause
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    if (error instanceof TypeError) throw new Passing(`${url} could not be fetched${code === undefined ? '' : ` (${code})`}`);
    throw error;
  } finally {
    clearTimeout(watch);
  }
}

/** Writes what comes, and sees that it is what was expected. */
async function take(
  { path, bytes: expected, sha256 }: ExpectedFile,
  source: Readable,
  place: string,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const hash = createHash('sha256');
  let bytes = 0;
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > expected) return done(new Error(`${path} has more than its ${expected} bytes`));
      hash.update(chunk);
      onBytes(bytes);
      done(null, chunk);
    },
  });
  await pipeline(source, check, createWriteStream(place));
  if (bytes < expected) throw new Passing(`${path} was cut off after ${bytes} of ${expected} bytes`);
  if (hash.digest('hex') !== sha256) throw new Error(`${path} is not the file that it should be: its SHA-256 is another`);
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
