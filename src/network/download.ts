import { open, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { sha256Of } from './checksum.ts';

export interface Download {
  /** Where the file can be had; the next is asked when one fails. */
  addresses: readonly string[];
  /** Its folder must be there. */
  path: string;
  /** Length of the whole file, and its SHA-256 as 64 hexadecimal digits. */
  bytes: number;
  sha256: string;
  /** Called as bytes arrive, with how many are there, those of an earlier try included. */
  onProgress?(received: number): void;
  /** An address has failed, and why, in one sentence; the next one is asked. */
  onFailure?(sentence: string): void;
  /** An address that sends nothing for so long has failed, milliseconds. */
  patience?: number;
  /** Until an address that is busy, or closed the connection, is asked again, milliseconds; twice as long each time. */
  pause?: number;
}

const PATIENCE_MS = 30_000;
const PAUSE_MS = 500;
/** Tries in a row that bring nothing, until an address is given up. */
const IDLE_TRIES = 3;

/** No address gave the file. */
export class DownloadFailed extends Error {}

/**
 * Downloads a file from the first address that gives it whole: beside its place as `.part`, which a later call goes on with, and moved there
 * when its checksum is right.
 * @throws DownloadFailed with every address's reason; the file system's error, such as ENOSPC
 */
export async function download(wanted: Download): Promise<void> {
  const { addresses, path, sha256 } = wanted;
  const part = `${path}.part`;
  const reasons: string[] = [];
  for (const [index, address] of addresses.entries()) {
    // what an earlier call left may be the beginning of something else: then the same address is asked for all of it
    const attempts = (await sizeOf(part)) > 0 ? 2 : 1;
    let reason: string | undefined;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      reason = await tryAddress(address, part, wanted);
      if (reason !== undefined) break;
      if ((await sha256Of(part)) === sha256) {
        await rename(part, path);
        return;
      }
      await rm(part, { force: true });
    }
    reasons.push(`${new URL(address).host}: ${reason ?? 'what it sends has the wrong checksum'}`);
    if (index + 1 < addresses.length) wanted.onFailure?.(reasons.at(-1)!);
  }
  throw new DownloadFailed(reasons.join('; '));
}

/** Brings the part to its full length; the reason where that failed. */
async function tryAddress(address: string, part: string, wanted: Download): Promise<string | undefined> {
  const { pause = PAUSE_MS } = wanted;
  for (let idle = 0; ; ) {
    const before = await sizeOf(part);
    try {
      await receive(address, part, before, wanted);
      return undefined;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOSPC' || code === 'EACCES' || code === 'EROFS') throw error;
      // a connection kept from before may turn out to be closed: nothing came, but the address is there
      const passing = error instanceof Busy || CLOSED.has((error as { cause?: { code?: string } }).cause?.code ?? code ?? '');
      const progressed = (await sizeOf(part)) > before;
      idle = progressed ? 0 : idle + 1;
      if (error instanceof Refused || (!progressed && !passing) || idle === IDLE_TRIES) return reasonOf(error as Error);
      await wait(pause * 2 ** Math.max(0, idle - 1));
    }
  }
}

/** The server's answer is no file, or not the rest of it. */
class Refused extends Error {}

/** The server asks for time. */
class Busy extends Error {}

async function receive(address: string, part: string, from: number, wanted: Download): Promise<void> {
  const { bytes, onProgress, patience = PATIENCE_MS } = wanted;
  const watch = new AbortController();
  let timer = setTimeout(() => watch.abort(new Refused('no answer')), patience);
  try {
    const response = await fetch(address, { signal: watch.signal, headers: headersFor(from) });
    // nothing is left to send: the part has the whole file's length, or more, and the checksum decides
    if (response.status === 416 && from > 0) return;
    if (!response.ok || response.body === null) {
      const answer = `it answers ${response.status} ${response.statusText}`.trimEnd();
      throw response.status === 429 || response.status >= 500 ? new Busy(answer) : new Refused(answer);
    }
    const goesOn = response.status === 206;
    let received = goesOn ? from : 0;
    const file = await open(part, goesOn ? 'a' : 'w');
    try {
      // chunk by chunk: a pipeline that fails would drop what it has not written yet
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        clearTimeout(timer);
        timer = setTimeout(() => watch.abort(new Error('it stopped sending')), patience);
        received += chunk.length;
        if (received > bytes) throw new Refused(`it sends more than ${bytes} bytes`);
        onProgress?.(received);
        await file.write(chunk);
      }
    } finally {
      await file.close();
    }
    if (received < bytes) throw new Error(`it sent ${received} of ${bytes} bytes`);
  } finally {
    clearTimeout(timer);
  }
}

/** The rest of a file that is not packed on the way. */
const headersFor = (from: number) => ({ 'accept-encoding': 'identity', ...(from > 0 ? { range: `bytes=${from}-` } : {}) });

const CLOSED = new Set(['ECONNRESET', 'UND_ERR_SOCKET']);

const CODES: Record<string, string> = {
  ENOTFOUND: 'no such server can be found',
  EAI_AGAIN: 'no such server can be found',
  ECONNREFUSED: 'it refuses the connection',
  ECONNRESET: 'it closed the connection',
  UND_ERR_SOCKET: 'it closed the connection',
};

/** What went wrong below `fetch failed`, if it says. */
function reasonOf(error: Error): string {
  const cause = error.cause as (Error & { code?: string }) | undefined;
  return CODES[cause?.code ?? ''] ?? cause?.message ?? error.message;
}

const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );
