import { randomUUID } from 'node:crypto';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileReason } from './file-reason.ts';

/**
 * Writes a file beside its place and then moves it there: whatever happens, the file is the old one or the new one, whole. The folder is made.
 * @throws the file system's error, such as ENOSPC on a full disk; the old file is kept, and the disk is given back what the new one took
 */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  const part = `${path}.part`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(part, data);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/**
 * Makes a folder, with those above it, and sees that files can be written there, before hours of work rely on it.
 * @throws Error in one sentence
 */
export async function makeWritable(folder: string): Promise<void> {
  const probe = join(folder, `.${randomUUID()}`);
  try {
    await makeFolder(folder);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw new Error(`nothing can be written to ${folder}: ${fileReason(error)}`);
  }
}

/** One after the other: the file system's own way of making all of them never ends in some places, such as /proc. */
async function makeFolder(folder: string): Promise<void> {
  const there = await access(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return false;
    },
  );
  if (there) return;
  await makeFolder(dirname(folder));
  await mkdir(folder);
}
