import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { APPLICATION, BOT, GUILD, guildJson, TOKEN } from './shapes.ts';

/** The gateway's operations. */
const DISPATCH = 0;
const HEARTBEAT = 1;
const IDENTIFY = 2;
const RESUME = 6;
const RECONNECT = 7;
const INVALID_SESSION = 9;
const HELLO = 10;
const HEARTBEAT_ACK = 11;
/** Guilds, the only intent that the tutor needs. */
const GUILDS = 1;

interface Said {
  op: number;
  d: { token?: string; intents?: number; session_id?: string; seq?: number; properties?: object } | number | null;
}

/**
 * Discord's gateway: one session, whose events are numbered and given again to a connection that resumes it. What a client does wrong is
 * added to `problems`; one whose heartbeats stop is thrown out.
 */
export function createGateway(server: Server, host: () => string, problems: string[]) {
  const sockets = new Set<WebSocket>();
  const events: { t: string; s: number; d: unknown }[] = [];
  let session: string | undefined;
  let sequence = 0;
  const counts = { identified: 0, resumed: 0, heartbeats: 0, thrownOut: 0 };
  const settings = { heartbeatMs: 41_250, closeWith: undefined as number | undefined };

  const gateway = new WebSocketServer({ server });
  gateway.on('connection', (socket) => {
    const send = (message: object) => socket.readyState === socket.OPEN && socket.send(JSON.stringify(message));
    let authenticated = false;
    let beatAt = Date.now();
    const { heartbeatMs } = settings;
    const watch = setInterval(() => {
      if (Date.now() - beatAt <= 3 * heartbeatMs) return;
      counts.thrownOut++;
      socket.close(4009, 'Session timed out.');
    }, heartbeatMs);
    socket.on('close', () => {
      clearInterval(watch);
      sockets.delete(socket);
    });
    send({ op: HELLO, d: { heartbeat_interval: heartbeatMs } });

    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data)) as Said;
      switch (op) {
        case HEARTBEAT:
          if (d !== null && (typeof d !== 'number' || d > sequence)) problems.push(`gateway: heartbeat with ${JSON.stringify(d)}`);
          beatAt = Date.now();
          counts.heartbeats++;
          send({ op: HEARTBEAT_ACK });
          return;
        case IDENTIFY:
        case RESUME:
          if (authenticated) problems.push('gateway: identified twice on one connection');
          authenticated = true;
          if (op === IDENTIFY) identify(d as never);
          else resume(d as never);
          return;
        default:
          problems.push(`gateway: an operation ${op} that the tutor has no need of`);
      }
    });

    function identify({ token, intents, properties }: { token: string; intents: number; properties?: object }): void {
      const refused = settings.closeWith ?? (token === TOKEN ? undefined : 4004);
      if (refused !== undefined) {
        socket.close(refused);
        return;
      }
      if (intents !== GUILDS) problems.push(`gateway: intents ${intents}, where Guilds is enough`);
      if (properties === undefined) problems.push('gateway: identified without properties');
      counts.identified++;
      session = `session-${counts.identified}`;
      sequence = 0;
      events.length = 0;
      sockets.add(socket);
      const guilds = [{ id: GUILD, unavailable: true }];
      emit('READY', {
        v: 10,
        user: BOT,
        guilds,
        session_id: session,
        resume_gateway_url: `ws://${host()}`,
        application: { id: APPLICATION, flags: 0 },
      });
      emit('GUILD_CREATE', guildJson());
    }

    function resume({ token, session_id, seq }: { token: string; session_id: string; seq: number }): void {
      const refused = settings.closeWith ?? (token === TOKEN ? undefined : 4004);
      if (refused !== undefined) {
        socket.close(refused);
        return;
      }
      if (session_id !== session) {
        authenticated = false;
        send({ op: INVALID_SESSION, d: false });
        return;
      }
      if (seq > sequence) {
        socket.close(4007, 'Invalid seq.');
        return;
      }
      counts.resumed++;
      sockets.add(socket);
      for (const event of events.filter(({ s }) => s > seq)) send({ op: DISPATCH, ...event });
      sequence++;
      send({ op: DISPATCH, t: 'RESUMED', s: sequence, d: {} });
    }
  });

  function emit(t: string, d: unknown): void {
    sequence++;
    const event = { t, s: sequence, d };
    events.push(event);
    for (const socket of sockets) socket.send(JSON.stringify({ op: DISPATCH, ...event }));
  }

  return {
    counts,
    settings,
    /** Sends an event; a connection that resumes gets those it has missed. */
    emit,
    /** The network between the tutor and the gateway breaks. */
    cut() {
      for (const socket of sockets) socket.terminate();
      sockets.clear();
    },
    /** Discord asks for a new connection, as it does when it deploys. */
    askToReconnect() {
      for (const socket of sockets) socket.send(JSON.stringify({ op: RECONNECT, d: null }));
    },
    /** The session is forgotten: it cannot be resumed. */
    forgetSession() {
      session = undefined;
    },
    close() {
      for (const socket of gateway.clients) socket.terminate();
      gateway.close();
    },
  };
}
