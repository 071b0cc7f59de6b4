import type { ClientFrame, PressFrame, SayFrame, ServerFrame } from './wire.ts';

/** Waits before another try to connect, milliseconds: longer each time, then always the last. */
const RETRY_MS = [300, 700, 1500, 3000, 6000, 10_000];
const OUTBOX_KEY = 'convtutor-outbox';

export type Sendable = SayFrame | PressFrame;

export interface Outgoing {
  frame: Sendable;
  place: string;
  at: number;
}

export interface ConnectionHandlers {
  onFrame(frame: ServerFrame): void;
  onState(state: 'connecting' | 'open' | 'offline'): void;
  /** The hello for this moment: which room, which language, what is known already. */
  hello(): Extract<ClientFrame, { type: 'hello' }>;
  /** Prepares the session (cookie, texts) before a socket is opened. */
  session(): Promise<void>;
}

export interface Connection {
  start(): void;
  /** Sends now or as soon as there is a connection; sent again after a reconnect until the server has taken it. */
  post(frame: Sendable): void;
  /** Sends now or not at all. */
  tell(frame: ClientFrame): void;
  /** The server has taken or refused it, or the person has given it up. */
  settle(id: string): void;
  /** Messages of this place that the server has not taken yet, also from before a reload. */
  unsent(): Outgoing[];
}

/** One socket that comes back by itself, and the messages that wait for it. `place` tells apart the outboxes of rooms. */
export function createConnection(place: string, handlers: ConnectionHandlers): Connection {
  let socket: WebSocket | undefined;
  let ready = false;
  let preparing = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const outbox = new Map(readOutbox().map((outgoing) => [outgoing.frame.id, outgoing]));
  const here = () => [...outbox.values()].filter((outgoing) => outgoing.place === place);

  async function connect(): Promise<void> {
    clearTimeout(timer);
    handlers.onState('connecting');
    preparing = true;
    try {
      await handlers.session();
    } catch {
      later();
      return;
    } finally {
      preparing = false;
    }
    const opened = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/socket`);
    socket = opened;
    opened.onopen = () => opened.send(JSON.stringify(handlers.hello()));
    opened.onmessage = ({ data }) => {
      const frame = JSON.parse(String(data)) as ServerFrame;
      if (frame.type === 'ready') {
        ready = true;
        tries = 0;
        handlers.onState('open');
      }
      handlers.onFrame(frame);
      if (frame.type === 'ready') for (const outgoing of here()) opened.send(JSON.stringify(outgoing.frame));
    };
    opened.onclose = () => {
      if (socket !== opened) return;
      socket = undefined;
      ready = false;
      later();
    };
  }

  function later(): void {
    handlers.onState('offline');
    timer = setTimeout(() => void connect(), RETRY_MS[Math.min(tries++, RETRY_MS.length - 1)]);
  }

  function keep(): void {
    try {
      sessionStorage.setItem(OUTBOX_KEY, JSON.stringify([...outbox.values()]));
    } catch {
      // forbidden or full: the outbox then lasts as long as the page
    }
  }

  // a phone that wakes up or finds its network again need not wait
  const hurry = () => {
    if (socket === undefined && !preparing && document.visibilityState === 'visible') {
      tries = 0;
      void connect();
    }
  };
  addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);

  return {
    start: () => void connect(),
    post(frame) {
      outbox.set(frame.id, { frame, place, at: Date.now() });
      keep();
      if (ready) socket?.send(JSON.stringify(frame));
    },
    tell(frame) {
      if (ready) socket?.send(JSON.stringify(frame));
    },
    settle(id) {
      if (outbox.delete(id)) keep();
    },
    unsent: here,
  };
}

function readOutbox(): Outgoing[] {
  try {
    return JSON.parse(sessionStorage.getItem(OUTBOX_KEY) ?? '[]') as Outgoing[];
  } catch {
    return [];
  }
}
