import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Chat } from '../../chat/chat.ts';
import type { Logger } from '../../chat/context.ts';
import type { ClientFrame } from './client/wire.ts';
import type { Conversations } from './conversation.ts';
import { parseFrame } from './frames.ts';
import { hostAllowed, originAllowed } from './guard.ts';
import { personOf, secretOf } from './identity.ts';
import { MAX_BAD_FRAMES, MAX_BUFFERED_BYTES, MAX_CONNECTIONS, MAX_FRAME_BYTES, PING_EVERY_MS } from './limits.ts';
import type { Connection } from './places.ts';

/** Close codes of RFC 6455. */
const GOING_AWAY = 1001;
const POLICY_VIOLATION = 1008;

export interface SocketParts {
  server: Server;
  host: string;
  chat: Chat;
  conversations: Conversations;
  log: Logger;
}

/** Takes the pages' sockets at `/socket`: only from the server's own page, one frame at a time for each. Returns what closes them all. */
export function serveSockets({ server, host, chat, conversations, log }: SocketParts): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: { threshold: 2048 } });
  const alive = new WeakSet<WebSocket>();
  const pings = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.has(socket)) socket.terminate();
      alive.delete(socket);
      socket.ping();
    }
  }, PING_EVERY_MS);
  pings.unref();

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', (err) => log.debug({ err }, 'a connection to the web chat broke'));
    const secret = secretOf(request.headers.cookie);
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== '/socket') return refuse(socket, '404 Not Found');
    if (!hostAllowed(request.headers.host, host) || !originAllowed(request.headers.origin, request.headers.host))
      return refuse(socket, '403 Forbidden');
    if (secret === undefined) return refuse(socket, '401 Unauthorized');
    if (sockets.clients.size >= MAX_CONNECTIONS) return refuse(socket, '503 Service Unavailable');
    sockets.handleUpgrade(request, socket, head, (opened) => serveOne(opened, personOf(secret)));
  });

  function serveOne(socket: WebSocket, person: string): void {
    alive.add(socket);
    let bad = 0;
    let inTurn = Promise.resolve();
    const connection: Connection = {
      person,
      name: '',
      hint: 'en',
      language: 'en',
      send(frame) {
        if (socket.readyState !== socket.OPEN) return;
        if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.terminate();
        else socket.send(JSON.stringify(frame));
      },
    };
    const t = () => chat.translate(connection.language);

    function take(data: RawData, isBinary: boolean): Promise<void> | void {
      const frame = isBinary ? undefined : parseFrame(data.toString());
      if (frame !== undefined) return serveFrame(connection, frame);
      bad++;
      connection.send({ type: 'refused', text: t()('web-bad-frame') });
      if (bad >= MAX_BAD_FRAMES) socket.close(POLICY_VIOLATION);
    }

    socket.on('pong', () => alive.add(socket));
    socket.on('message', (data, isBinary) => {
      inTurn = inTurn
        .then(() => take(data, isBinary))
        .catch((err: unknown) => {
          log.error({ err, person }, 'the web chat could not take a message; check the database');
          connection.send({ type: 'refused', text: t()('web-fault') });
        });
    });
    socket.on('error', (err) => log.debug({ err }, 'a socket of the web chat broke'));
    socket.on('close', () => {
      // after what is still under way, so that a page that leaves while it enters does not stay behind
      inTurn = inTurn.then(() => conversations.leave(connection));
    });
  }

  function serveFrame(connection: Connection, frame: ClientFrame): Promise<void> {
    switch (frame.type) {
      case 'hello':
        return conversations.enter(connection, frame);
      case 'say':
        return conversations.say(connection, frame);
      case 'press':
        return conversations.press(connection, frame);
      case 'name':
        return conversations.rename(connection, frame.name);
      case 'language':
        return conversations.changeLanguage(connection, frame.id, frame.language);
    }
  }

  return () => {
    clearInterval(pings);
    for (const socket of sockets.clients) socket.close(GOING_AWAY);
    // a page that does not say goodbye is not waited for
    setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, 500).unref();
    sockets.close();
  };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
