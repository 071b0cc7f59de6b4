import type { AdapterMemory } from '../../chat/chat.ts';
import type { Logger } from '../../chat/context.ts';
import type { Language } from '../../chat/texts.ts';
import type { ServerFrame } from './client/wire.ts';
import { messageFor, openTranscript, type StoredMessage, type Transcript } from './transcript.ts';

/** One open page. */
export interface Connection {
  person: string;
  /** As others see it; empty while the person has not said it. */
  name: string;
  /** The page's language tag, and the language it is shown in. */
  hint: string;
  language: Language;
  place?: Place;
  send(frame: ServerFrame): void;
}

/** A person's direct chat with the tutor, or a room. */
export interface Place {
  /** The person's id, or `room-NAME`. */
  key: string;
  room?: string;
  transcript: Transcript;
  connections: Set<Connection>;
  /** Events being answered. */
  running: Map<string, { person: string; name: string; id: string; shown: 'everyone' | 'asker' }>;
}

/** Places kept in memory though nobody is there. */
const MAX_IDLE_PLACES = 200;

export interface Places {
  /** Reads the place when it is not in memory yet and hands it to `use`, which must hold on to it at once: a connection or a running event. */
  visit<T>(key: string, room: string | undefined, use: (place: Place) => T): Promise<T>;
  all(): Promise<Place[]>;
}

export function createPlaces(memory: AdapterMemory, log: Logger): Places {
  const places = new Map<string, Promise<Place>>();

  async function open(key: string, room: string | undefined): Promise<Place> {
    const transcript = await openTranscript(key, memory, log);
    return { key, transcript, connections: new Set(), running: new Map(), ...(room === undefined ? {} : { room }) };
  }

  async function forgetIdle(): Promise<void> {
    for (const [key, opening] of [...places].slice(0, Math.max(0, places.size - MAX_IDLE_PLACES))) {
      const place = await opening.catch(() => undefined);
      await place?.transcript.written();
      if (place?.connections.size === 0 && place.running.size === 0) places.delete(key);
    }
  }

  return {
    async visit(key, room, use) {
      for (;;) {
        const opening = places.get(key) ?? open(key, room);
        places.delete(key);
        places.set(key, opening);
        try {
          const place = await opening;
          // it may have been forgotten while this waited
          if (places.get(key) !== opening) continue;
          const result = use(place);
          void forgetIdle();
          return result;
        } catch (error) {
          if (places.get(key) === opening) places.delete(key);
          throw error;
        }
      }
    },
    all: () => Promise.all(places.values()),
  };
}

/** Sends a frame to everyone in the place, or to one person's pages there. */
export function broadcast(place: Place, frame: ServerFrame | ((connection: Connection) => ServerFrame | undefined), only?: string): void {
  for (const connection of place.connections) {
    if (only !== undefined && connection.person !== only) continue;
    const made = typeof frame === 'function' ? frame(connection) : frame;
    if (made !== undefined) connection.send(made);
  }
}

/** Shows a new or changed message to those who may see it. */
export function showMessage(place: Place, message: StoredMessage, guestIn: (language: Language) => string): void {
  broadcast(place, (connection) => {
    const made = messageFor(message, { person: connection.person, guest: guestIn(connection.language), shared: place.room !== undefined });
    return made === undefined ? undefined : { type: 'message', message: made };
  });
}
