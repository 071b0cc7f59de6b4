import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Adapter, AdapterMemory, AdapterParts } from '../../chat/chat.ts';
import { projectRoot } from '../../project-root.ts';
import { createConversations } from './conversation.ts';
import { createHttp } from './http.ts';
import { RATE_LIMIT, STOP_TIMEOUT_MS } from './limits.ts';
import { createMediaStore } from './media.ts';
import { createRateLimit } from './rate-limit.ts';
import { serveSockets } from './socket.ts';
import { loadStaticFiles } from './static-files.ts';

export interface WebSettings {
  /** The address to listen on, e.g. `127.0.0.1`; only loopback addresses are guarded against foreign host names. */
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Where pictures of conversations are kept; `data/pictures/web` by default. */
  mediaFolder?: string;
}

export interface WebAdapter extends Adapter {
  /** Where the page is, e.g. `http://127.0.0.1:3000`. */
  url: string;
}

/**
 * Starts the web chat.
 * @throws Error that says what to do, when the port is taken or the page has not been built
 */
export async function startWeb(settings: WebSettings, parts: AdapterParts): Promise<WebAdapter> {
  const { host, port, mediaFolder = join(projectRoot, 'data/pictures/web') } = settings;
  const { chat, memory, log } = parts;
  const [statics, media] = await Promise.all([loadStaticFiles(), mediaKey(memory).then((key) => createMediaStore(mediaFolder, key))]);
  const conversations = createConversations(parts, media, createRateLimit(RATE_LIMIT));
  const http = createHttp({ chat, log, media, statics, uploads: createRateLimit(RATE_LIMIT), host });
  const server = createAdaptorServer({ fetch: http.fetch, overrideGlobalObjects: false }) as Server;
  const closeSockets = serveSockets({ server, host, chat, conversations, log });
  await listen(server, host, port);
  server.on('error', (err) => log.error({ err }, 'the web chat’s server failed'));
  await conversations.resume();
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;

  return {
    url,
    status: `web chat: ${url}`,
    async deliver({ id, language }, reply) {
      await conversations.deliver(id, reply, language);
      return 'sent';
    },
    forget: (id) => conversations.forget(id),
    async stop() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      const late = new Promise<void>((resolve) => {
        setTimeout(resolve, STOP_TIMEOUT_MS).unref();
      });
      await Promise.race([conversations.settled(), late]);
      closeSockets();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 500).unref();
      await Promise.race([closed, late]);
      server.closeAllConnections();
    },
  };
}

/** The key that makes the pictures' names unguessable; made once for each installation. */
async function mediaKey(memory: AdapterMemory): Promise<string> {
  const known = await memory.get('media-key');
  if (known !== undefined) return known;
  const made = randomBytes(32).toString('hex');
  await memory.set('media-key', made);
  return made;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `Port ${port} is taken by another program: stop that one, or choose another port with PORT.`,
        EACCES: `Port ${port} may not be used without more rights: choose one above 1024 with PORT.`,
        EADDRNOTAVAIL: `${host} is no address of this machine: choose another with HOST.`,
      };
      reject(new Error(reasons[cause.code ?? ''] ?? `The web chat could not listen on ${host}:${port}: ${cause.message}`, { cause }));
    });
    server.listen(port, host, resolve);
  });
}
