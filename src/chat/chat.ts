/**
 * What adapters and the router say to each other. An adapter turns the platform's events into `Incoming`, acknowledges as `plan` says,
 * calls `handle`, and shows the replies that come through its `Surface`.
 */
import type { Acknowledgement, Command } from './command.ts';
import type { Caps, Logger, Progress } from './context.ts';
import type { Form, Reply } from './reply.ts';
import type { Language, Texts, Translate } from './texts.ts';
import type { Typeset } from './typeset.ts';

/** The largest upload that is read, bytes. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

/** A picture on the platform's side. */
export interface Attachment {
  name: string;
  /** MIME type and bytes as the platform states them; never trusted. */
  type?: string;
  size?: number;
  /** By this the platform's adapter can fetch it again later (`Surface.open`), e.g. a Telegram file id. */
  ref?: string;
  /** @throws LearnerError `picture-too-large` {limit} above maxBytes, `picture-not-fetched` when the platform does not give it */
  fetch(maxBytes: number, signal: AbortSignal): Promise<Uint8Array>;
}

export interface Incoming {
  /** Unique and the same for the same event delivered twice, e.g. `telegram:8412`. */
  id: string;
  platform: string;
  /** `language` is the platform's hint, a BCP 47 tag. */
  who: { id: string; name?: string; language?: string };
  where: { id: string; kind: 'direct' | 'group'; thread?: string };
  content:
    | {
        kind: 'text';
        text: string;
        attachments: Attachment[];
        /** Pictures of the message this one replies to. */
        repliedTo: Attachment[];
        /** In a group: the message mentions the tutor or replies to it. */
        addressed: boolean;
      }
    /** A command with values that the platform has typed already. */
    | { kind: 'command'; name: string; values: Record<string, string | number | boolean | Attachment>; target: Attachment[] }
    /** A button, or a form that a button opened, with what was typed. */
    | { kind: 'press'; route: string; form?: string }
    /** An answer to the open question, said outright. */
    | { kind: 'answer'; text: string };
}

/** Where the replies to one event go. */
export interface Surface {
  caps: Caps;
  send(reply: Reply): Promise<void>;
  /** Called often; the adapter shows what its limits allow. */
  progress(progress: Progress): void;
  /** Fetches a picture again by the `ref` of an earlier attachment. */
  open?(ref: string): Attachment;
}

/** What an adapter must know before any work is done. */
export interface Plan {
  /** The tutor will answer (in groups most messages are not for it). */
  answers: boolean;
  acknowledge: Acknowledgement;
  /** It may work for long: what the same person says next does not wait for it. */
  long?: boolean;
  /** The press needs this form first: a platform with dialogs opens it now and presses again with the value. */
  form?: Form;
}

export interface Chat {
  /** In the order of /help. */
  commands: readonly Command<unknown>[];
  texts: Texts;
  /** Fast and synchronous: nothing is read or computed. */
  plan(incoming: Incoming): Plan;
  /** Never rejects: what goes wrong is told to the person and logged. Resolves when everything has been sent. */
  handle(incoming: Incoming, surface: Surface): Promise<void>;
  /** The language to speak with someone: their own choice, else the hint. */
  languageOf(who: Incoming['who'], platform: string): Promise<Language>;
  /** Texts for who asked, for the adapter's own words. */
  translate(language: Language): Translate;
}

/** A small key-value memory that survives restarts, one for each adapter (poll → quiz, unanswered events, transcripts). */
export interface AdapterMemory {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
  /** Entries whose key starts with the prefix, in the order of their keys. */
  list(prefix: string): Promise<{ key: string; value: string }[]>;
}

/** What every adapter is started with. */
export interface AdapterParts {
  chat: Chat;
  memory: AdapterMemory;
  log: Logger;
  /** For platforms that have no formulas of their own. */
  typeset?: Typeset;
}

/** What became of a message that nobody asked for. `closed`: the person takes none; `later`: the platform is not connected now, nothing was sent. */
export type Delivery = 'sent' | 'closed' | 'later';

/** A running platform. */
export interface Adapter {
  /** One line for the person who runs the tutor, e.g. the web chat's address. */
  status: string;
  /** Sends a reply that nobody asked for to a person's direct chat. `id` is the person's as in `Incoming.who`. Rejects when it may have failed. */
  deliver(to: { id: string; language: Language }, reply: Reply): Promise<Delivery>;
  /** Deletes what the adapter keeps of a person (the id is that of `Incoming.who`) besides the platform itself. */
  forget?(id: string): Promise<void>;
  /** Stops taking events, finishes what is being answered (at most a few seconds), closes. */
  stop(): Promise<void>;
}
