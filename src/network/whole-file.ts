import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

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
