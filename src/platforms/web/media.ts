import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MEDIA_CAP_BYTES } from './limits.ts';

const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  csv: 'text/csv; charset=utf-8',
  // anything else is only ever offered for download
  bin: 'application/octet-stream',
};
const ID = /^[\w-]{22}\.(png|jpg|gif|webp|avif|csv|bin)$/;

export interface MediaStore {
  /** Keeps the bytes and gives their id, e.g. `Qm3…x.png`; the same bytes have the same id, and nobody can guess it. */
  keep(bytes: Uint8Array, statedType?: string): Promise<string>;
  /** Keeps the bytes under a name of their own until they are dropped: for what is shown for a moment only. */
  keepBriefly(bytes: Uint8Array, statedType?: string): Promise<string>;
  /** Removes what was kept briefly. */
  drop(id: string): Promise<void>;
  /** Undefined when there is no such file, or no longer. */
  read(id: string): Promise<Uint8Array | undefined>;
  /** The MIME type that the id is served with. */
  typeOf(id: string): string;
  has(id: string): Promise<boolean>;
}

/**
 * Pictures and files as files in a folder, named by a keyed hash of their content.
 * Above `capBytes` in all the ones that were kept longest ago are removed.
 */
export async function createMediaStore(folder: string, key: string, capBytes = MEDIA_CAP_BYTES): Promise<MediaStore> {
  await mkdir(folder, { recursive: true });
  let total = 0;
  for (const { size } of await list(folder)) total += size;
  let trimming: Promise<void> | undefined;

  async function trim(): Promise<void> {
    const files = (await list(folder)).sort((a, b) => a.mtimeMs - b.mtimeMs);
    total = files.reduce((sum, { size }) => sum + size, 0);
    for (const { path, size } of files) {
      // down to nine tenths, so that not every further picture trims again
      if (total <= capBytes * 0.9) break;
      await rm(path, { force: true });
      total -= size;
    }
  }

  async function write(path: string, bytes: Uint8Array): Promise<void> {
    const unfinished = `${path}.${process.hrtime.bigint()}.part`;
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
    total += bytes.length;
    if (total > capBytes) {
      trimming ??= trim().finally(() => {
        trimming = undefined;
      });
      await trimming;
    }
  }

  return {
    async keep(bytes, statedType) {
      const hash = createHmac('sha256', key).update(bytes).digest('base64url').slice(0, 22);
      const id = `${hash}.${sniffExtension(bytes, statedType)}`;
      const path = join(folder, id);
      const known = await stat(path).catch(() => undefined);
      if (known !== undefined) {
        await utimes(path, new Date(), new Date());
        return id;
      }
      await write(path, bytes);
      return id;
    },
    async keepBriefly(bytes, statedType) {
      const id = `${randomBytes(18).toString('base64url').slice(0, 22)}.${sniffExtension(bytes, statedType)}`;
      await write(join(folder, id), bytes);
      return id;
    },
    async drop(id) {
      const path = join(folder, id);
      const size = (await stat(path).catch(() => undefined))?.size ?? 0;
      await rm(path, { force: true });
      total -= size;
    },
    async read(id) {
      if (!ID.test(id)) return undefined;
      return readFile(join(folder, id)).catch(() => undefined);
    },
    typeOf: (id) => TYPES[id.split('.').pop() ?? ''] ?? 'application/octet-stream',
    async has(id) {
      return ID.test(id) && (await stat(join(folder, id)).catch(() => undefined)) !== undefined;
    },
  };
}

/** The type by the content's first bytes; what a person or a browser claims is not believed. */
function sniffExtension(bytes: Uint8Array, statedType: string | undefined): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (/^ftypavi[fs]/.test(head.slice(4))) return 'avif';
  return statedType?.split(';')[0] === 'text/csv' ? 'csv' : 'bin';
}

async function list(folder: string): Promise<{ path: string; size: number; mtimeMs: number }[]> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const path = join(folder, name);
      const stats = await stat(path).catch(() => undefined);
      return stats?.isFile() ? [{ path, size: stats.size, mtimeMs: stats.mtimeMs }] : [];
    }),
  );
  return files.flat();
}
