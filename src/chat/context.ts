import type { Button, Media, Reply } from './reply.ts';
import type { Language, Translate } from './texts.ts';

export interface Person {
  /** `platform:id`, the key of everything remembered about this person. */
  key: string;
  name?: string;
}

export interface Place {
  /** `platform:id`, with `/thread` behind it inside a thread or topic. */
  key: string;
  kind: 'direct' | 'group';
}

/** What the platform can show; adapters state it, replies are shaped by it in the adapters, commands never branch on it. */
export interface Caps {
  /** Dialogs with a field: a typed answer is asked for there, because plain messages are not read. */
  forms: boolean;
  /** Plain messages without a command reach the tutor. */
  plainText: boolean;
  /** Largest picture or file that can be sent, bytes. */
  maxMediaBytes: number;
}

/** The few methods of a logger that rooms use (pino has them). */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Progress {
  /** 0…1. */
  fraction: number;
  note: string;
  /** What there is to see and to press meanwhile: one message is changed with each, and the answer takes its place. */
  preview?: Preview;
}

/** What a longer work shows besides its note, which stands as the message's text. */
export interface Preview {
  media?: Media;
  buttons?: Button[][];
}

export interface Context {
  /** Unique id of the event; the same event delivered again has the same id. */
  event: string;
  who: Person;
  where: Place;
  language: Language;
  /** IANA name, e.g. `Europe/Moscow`. */
  timeZone: string;
  t: Translate;
  caps: Caps;
  /** Sends a further message before the reply that `run` returns. */
  say(reply: Reply): Promise<void>;
  /** Shows how far a longer work is; adapters thin the updates out. */
  progress(progress: Progress): void;
  /** Aborted when the tutor stops or the person cancels. */
  signal: AbortSignal;
  log: Logger;
}
