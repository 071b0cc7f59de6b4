import { createHash } from 'node:crypto';
import { mkdir, open, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import type { Attachment } from '../../chat/chat.ts';
import { LearnerError } from '../../chat/errors.ts';
import type { Media } from '../../chat/reply.ts';

const MIB = 1024 * 1024;

/** A file of this machine as a picture that a person attached; it is read only when a command wants it. */
export function attachmentOf(path: string): Attachment {
  return {
    name: basename(path),
    async fetch(maxBytes) {
      const size = await stat(path).then(
        (stats) => (stats.isFile() ? stats.size : undefined),
        () => undefined,
      );
      if (size === undefined) throw new LearnerError('terminal-no-file', { path });
      if (size > maxBytes) throw new LearnerError('picture-too-large', { limit: Math.floor(maxBytes / MIB) });
      const file = await open(path).catch(() => {
        throw new LearnerError('terminal-no-file', { path });
      });
      try {
        return new Uint8Array(await file.readFile());
      } finally {
        await file.close();
      }
    },
  };
}

/** Writes a reply's picture into the folder and gives its path; equal pictures have equal names. */
export async function saveMedia(folder: string, media: Media): Promise<string> {
  await mkdir(folder, { recursive: true });
  const hash = createHash('sha1').update(media.bytes).digest('hex').slice(0, 8);
  const extension = extname(media.name);
  const path = resolve(join(folder, `${basename(media.name, extension)}-${hash}${extension}`));
  await writeFile(path, media.bytes);
  return path;
}
