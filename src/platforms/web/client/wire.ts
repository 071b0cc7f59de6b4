/**
 * What the page and the server say to each other: JSON frames over one WebSocket, plus the answer of `POST /session`.
 * Only types stand here, because the page and the server are compiled apart.
 */
import type { PageTexts } from './page-texts.ts';

export type Language = 'en' | 'ru';

/** A run of text with one look; the server has already split a reply's text into these. */
export interface WireSpan {
  text: string;
  mark?: 'code' | 'bold';
}

export type WireBlock =
  | { type: 'heading' | 'paragraph' | 'spoiler'; spans: WireSpan[] }
  | { type: 'code'; text: string }
  /** `text` is the readable form; `lines` the formulas as MathML, where they could be typeset. */
  | { type: 'math'; text: string; lines?: WireMath[] }
  | { type: 'table'; header: WireSpan[][]; rows: WireSpan[][][] }
  | { type: 'list'; ordered: boolean; items: WireSpan[][] };

/** An element of MathML: presentation elements and their attributes only. */
export interface WireMath {
  tag: string;
  attributes: Record<string, string>;
  children: (WireMath | string)[];
}

export interface WireMedia {
  /** The name under which the server serves it, e.g. `Qm3….png`; pictures and files alike at `/media/ID`. */
  id: string;
  name: string;
  type: string;
  /** Pixels; 0 where unknown or where it is no picture. */
  width: number;
  height: number;
  alt: string;
}

export interface WireButton {
  label: string;
  route?: string;
  link?: string;
}

export interface WireForm {
  title: string;
  label: string;
  placeholder?: string;
  maxLength?: number;
}

export interface WireQuiz {
  choices: { label: string; route: string }[];
  typed?: { route: string; label: string; form: WireForm };
}

/** What a tutor's message shows. */
export interface WireReply {
  blocks: WireBlock[];
  media: WireMedia[];
  buttons: WireButton[][];
  quiz?: WireQuiz;
  /** It says that something was refused or failed. */
  failed: boolean;
}

export interface WireMessage {
  id: string;
  /** Position in the conversation. */
  seq: number;
  /** Grows with every change in this place; a page that reconnects asks for what changed after the last one it knows. */
  revision: number;
  /** Milliseconds since 1970. */
  at: number;
  /** Absent for the tutor. */
  author?: { id: string; name: string };
  /** Only this page's person sees it, though the room is shared. */
  onlyYou: boolean;
  /** The id that the page gave to its own message. */
  client?: string;
  text: string;
  attachments: WireMedia[];
  replyTo?: { id: string; excerpt: string };
  /** What the tutor answers: who asked, and the button's label or the message. */
  because?: { name: string; label: string; pressed: boolean };
  reply?: WireReply;
  /** Routes that this person has pressed here. */
  pressed: string[];
}

export interface WireOption {
  name: string;
  description: string;
  required: boolean;
  /** Values to offer; the first is not special. */
  values: string[];
  default?: string;
  range?: { min: number; max: number };
}

export interface WireCommand {
  name: string;
  localName: string;
  description: string;
  topic: string;
  options: WireOption[];
}

/** Everything on the page that depends on the language. */
export interface Speech {
  language: Language;
  texts: PageTexts;
  commands: WireCommand[];
}

/** The answer of `POST /session`. */
export interface Session {
  speech: Speech;
  maxUploadBytes: number;
}

export interface Ready {
  type: 'ready';
  you: { id: string; name: string };
  /** Absent in the direct chat. */
  room?: string;
  /** The page forgets what it showed: `messages` is the whole conversation. */
  complete: boolean;
  messages: WireMessage[];
  /** Events of this person that are still being answered. */
  running: string[];
}

export type ServerFrame =
  | Ready
  | { type: 'speech'; speech: Speech }
  | { type: 'message'; message: WireMessage }
  /** The server has the event with this client id and will answer it. */
  | { type: 'accepted'; id: string }
  /** It has not taken the event, and says why. */
  | { type: 'refused'; id?: string; text: string }
  /** `event` is the client id for this person's own events. */
  | { type: 'working'; event: string; own: boolean; name: string }
  | { type: 'progress'; event: string; fraction: number; note: string }
  | { type: 'done'; event: string }
  | { type: 'people'; people: { id: string; name: string }[]; text: string }
  | { type: 'named'; name: string }
  /** The pressed button needs this form first; the page presses again with the value. */
  | { type: 'form'; id: string; message: string; route: string; label: string; form: WireForm };

export interface SayFrame {
  type: 'say';
  id: string;
  text: string;
  attachments: { id: string; name: string }[];
  replyTo?: string;
}

export interface PressFrame {
  type: 'press';
  id: string;
  message: string;
  route: string;
  label: string;
  form?: string;
}

export type ClientFrame =
  | { type: 'hello'; room?: string; language: string; after: number }
  | SayFrame
  | PressFrame
  | { type: 'name'; name: string }
  | { type: 'language'; id: string; language: Language };
