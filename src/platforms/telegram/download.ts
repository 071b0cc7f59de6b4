import type { Api } from 'grammy';
import type { Attachment } from '../../chat/chat.ts';
import { LearnerError } from '../../chat/errors.ts';
import type { AttachmentMaker } from './incoming.ts';
import { DOWNLOAD_TIMEOUT_MS, MAX_DOWNLOAD_BYTES } from './limits.ts';

const MIB = 1024 * 1024;

/** Pictures by their file id: fetched when a command wants them, with a cap on bytes and time. The token never leaves this file. */
export function createDownloads(api: Api, settings: { token: string; api: string }): AttachmentMaker {
  return ({ fileId, name, size, type }): Attachment => ({
    name,
    ref: fileId,
    ...(size === undefined ? {} : { size }),
    ...(type === undefined ? {} : { type }),
    async fetch(maxBytes, signal) {
      const limit = Math.min(maxBytes, MAX_DOWNLOAD_BYTES);
      if ((size ?? 0) > limit) throw tooLarge(limit);
      try {
        const file = await api.getFile(fileId);
        if ((file.file_size ?? 0) > limit) throw tooLarge(limit);
        const response = await fetch(`${settings.api}/file/bot${settings.token}/${file.file_path}`, {
          signal: AbortSignal.any([signal, AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS)]),
        });
        if (!response.ok || response.body === null) throw new LearnerError('picture-not-fetched');
        return await readCapped(response.body, limit);
      } catch (error) {
        if (error instanceof LearnerError) throw error;
        // the address holds the token: the error is not passed on
        throw new LearnerError('picture-not-fetched');
      }
    },
  });
}

async function readCapped(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of body) {
    total += chunk.length;
    if (total > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const tooLarge = (limit: number) => new LearnerError('picture-too-large', { limit: Math.floor(limit / MIB) });
