import type { Attachment } from '../../chat/chat.ts';
import type { Logger } from '../../chat/context.ts';
import { LearnerError } from '../../chat/errors.ts';
import { DOWNLOAD_TIMEOUT_MS } from './limits.ts';

const MIB = 1024 * 1024;

/** A picture on Discord's servers; name, type and size are what Discord says of it. */
export interface RemotePicture {
  url: string;
  name?: string;
  type?: string;
  size?: number;
}

/** A picture that is fetched when a command wants it, which is at once: its address expires. Bytes and time are capped. */
export function toAttachment({ url, name = 'picture', type, size }: RemotePicture, log: Logger): Attachment {
  return {
    name,
    ...(type === undefined ? {} : { type }),
    ...(size === undefined ? {} : { size }),
    async fetch(maxBytes, stopping) {
      if ((size ?? 0) > maxBytes) throw tooLarge(maxBytes);
      try {
        const response = await fetch(url, { signal: AbortSignal.any([stopping, AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS)]) });
        if (!response.ok || response.body === null) throw new Error(`answered ${response.status}`);
        return await readCapped(response.body, maxBytes);
      } catch (error) {
        if (error instanceof LearnerError) throw error;
        const reason = error instanceof Error ? error.message : String(error);
        log.warn({ reason, host: new URL(url).host }, 'Discord: a picture could not be fetched; the person is asked to send it again');
        throw new LearnerError('picture-not-fetched');
      }
    },
  };
}

/** Stands for the picture that a message does not have, so that none is taken from elsewhere. */
export const noPicture: Attachment = {
  name: 'none',
  fetch: () => Promise.reject(new LearnerError('discord-no-picture')),
};

async function readCapped(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of body) {
    total += chunk.length;
    if (total > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const tooLarge = (maxBytes: number) => new LearnerError('picture-too-large', { limit: Math.floor(maxBytes / MIB) });
