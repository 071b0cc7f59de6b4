import type { Api } from 'grammy';
import type { Attachment } from '../../chat/chat.ts';
import type { Logger } from '../../chat/context.ts';
import { LearnerError } from '../../chat/errors.ts';
import { fitForLog, isRefused } from './failures.ts';
import type { AttachmentMaker } from './incoming.ts';
import { DOWNLOAD_TIMEOUT_MS, MAX_DOWNLOAD_BYTES } from './limits.ts';

const MIB = 1024 * 1024;

/** Pictures by their file id: fetched when a command wants them, with a cap on bytes and time. */
export function createDownloads(api: Api, settings: { token: string; api: string }, log: Logger): AttachmentMaker {
  return ({ fileId, name, size, type }): Attachment => ({
    name,
    ref: fileId,
    ...(size === undefined ? {} : { size }),
    ...(type === undefined ? {} : { type }),
    async fetch(maxBytes, stopping) {
      const limit = Math.min(maxBytes, MAX_DOWNLOAD_BYTES);
      if ((size ?? 0) > limit) throw tooLarge(limit);
      const signal = AbortSignal.any([stopping, AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS)]);
      try {
        const file = await api.getFile(fileId, signal as never);
        if ((file.file_size ?? 0) > limit) throw tooLarge(limit);
        if (file.file_path === undefined) throw new Error('Telegram gives no address for the file');
        const response = await fetch(`${settings.api}/file/bot${settings.token}/${encodeURI(file.file_path)}`, { signal });
        if (!response.ok || response.body === null) throw new Error(`Telegram answered ${response.status}`);
        return await readCapped(response.body, limit);
      } catch (error) {
        if (error instanceof LearnerError) throw error;
        // getFile refuses by itself what it cannot give out
        if (isRefused(error, /too big/i)) throw tooLarge(limit);
        log.warn({ reason: fitForLog(error).message }, 'Telegram: a picture could not be fetched; the person is asked to send it again');
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
