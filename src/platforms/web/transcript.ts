import { randomBytes } from 'node:crypto';
import type { AdapterMemory } from '../../chat/chat.ts';
import type { Logger } from '../../chat/context.ts';
import type { WireMedia, WireMessage, WireReply } from './client/wire.ts';
import { KEPT_MESSAGES } from './limits.ts';

/** A message as it is kept: like the page's, but for every viewer at once. */
export interface StoredMessage {
  id: string;
  seq: number;
  revision: number;
  at: number;
  /** Absent for the tutor. */
  author?: { id: string; name: string };
  /** Only this person sees it. */
  only?: string;
  client?: string;
  text: string;
  attachments: WireMedia[];
  replyTo?: { id: string; excerpt: string };
  because?: { name: string; label: string; pressed: boolean };
  reply?: WireReply;
  /** It shows this event's work as it goes on; the answer takes its place, after a restart too. */
  work?: string;
  /** Routes pressed here, by person. */
  pressed: Record<string, string[]>;
}

type Draft = Omit<StoredMessage, 'id' | 'seq' | 'revision' | 'at' | 'pressed'>;

/** The conversation of one place: the last messages, in memory and in the adapter's memory. */
export interface Transcript {
  messages(): readonly StoredMessage[];
  find(id: string): StoredMessage | undefined;
  add(draft: Draft): StoredMessage;
  change(message: StoredMessage, changes: Partial<Pick<StoredMessage, 'reply' | 'because' | 'pressed' | 'work'>>): StoredMessage;
  /** Deletes all messages. */
  clear(): void;
  /** The highest revision so far. */
  revision(): number;
  /** Resolves when everything so far has been written. */
  written(): Promise<void>;
}

/** Reads the conversation of a place. A message that cannot be written is still shown; that it will be missing later is logged. */
export async function openTranscript(place: string, memory: AdapterMemory, log: Logger): Promise<Transcript> {
  const prefix = `transcript:${place}:`;
  const keyOf = (seq: number) => `${prefix}${String(seq).padStart(10, '0')}`;
  const stored = (await memory.list(prefix)).map(({ value }) => JSON.parse(value) as StoredMessage);
  let revision = stored.reduce((highest, message) => Math.max(highest, message.revision), 0);
  let writing = Promise.resolve();

  function write(action: () => Promise<void>): void {
    writing = writing
      .then(action)
      .catch((err: unknown) => log.error({ err, place }, 'the web chat could not keep a message; check the database'));
  }

  function trim(): void {
    while (stored.length > KEPT_MESSAGES) {
      const { seq } = stored.shift()!;
      write(() => memory.delete(keyOf(seq)));
    }
  }

  return {
    messages: () => stored,
    find: (id) => stored.findLast((message) => message.id === id),
    add(draft) {
      const seq = (stored.at(-1)?.seq ?? 0) + 1;
      const message: StoredMessage = {
        ...draft,
        id: randomBytes(9).toString('base64url'),
        seq,
        revision: ++revision,
        at: Date.now(),
        pressed: {},
      };
      stored.push(message);
      write(() => memory.set(keyOf(seq), JSON.stringify(message)));
      trim();
      return message;
    },
    change(message, changes) {
      Object.assign(message, changes, { revision: ++revision });
      if (stored.includes(message)) write(() => memory.set(keyOf(message.seq), JSON.stringify(message)));
      return message;
    },
    clear() {
      for (const { seq } of stored.splice(0)) write(() => memory.delete(keyOf(seq)));
    },
    revision: () => revision,
    written: () => writing,
  };
}

/** What one person's page shows of a message; undefined when it is for somebody else. */
export function messageFor(message: StoredMessage, viewer: { person: string; guest: string; shared: boolean }): WireMessage | undefined {
  const { only, pressed, client, author, because, work: _work, ...rest } = message;
  if (only !== undefined && only !== viewer.person) return undefined;
  return {
    ...rest,
    onlyYou: viewer.shared && only !== undefined,
    pressed: pressed[viewer.person] ?? [],
    ...(author === undefined ? {} : { author: { id: author.id, name: author.name || viewer.guest } }),
    ...(because === undefined ? {} : { because: { ...because, name: because.name || viewer.guest } }),
    // other people's client ids are of no use to this page
    ...(client !== undefined && author?.id === viewer.person ? { client } : {}),
  };
}
