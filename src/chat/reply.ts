/**
 * A reply in neutral words: what a command answers, before any platform turns it into its own messages.
 * Texts may hold two inline marks and nothing else: `code` and **bold** (see inline.ts).
 */

export type Block =
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'code'; text: string; language?: string }
  /** A formula. `plain` is readable as it stands, for platforms without LaTeX. */
  | { type: 'math'; latex: string; plain: string }
  | { type: 'table'; header: string[]; rows: string[][] }
  | { type: 'list'; items: string[]; ordered?: boolean }
  | { type: 'spoiler'; text: string };

export interface Media {
  /** A file name with its extension, e.g. `convolve.png`. */
  name: string;
  /** MIME type: `image/png`, `image/jpeg`, `image/gif` or `text/csv`. */
  type: string;
  bytes: Uint8Array;
  /** Pixels; 0 for what is not a picture. */
  width: number;
  height: number;
  /** What the picture shows, in the learner's language, for those who cannot see it. */
  alt: string;
  /** True where every pixel matters: a platform that recompresses photos must send this one as a file. */
  exact?: boolean;
}

export interface Button {
  label: string;
  /** What pressing it means: a route (see route.ts), at most 64 bytes. */
  route?: string;
  /** Or an address to open. */
  link?: string;
}

/** A form of one field, shown as a dialog where the platform has dialogs, else asked for as the next message. */
export interface Form {
  title: string;
  label: string;
  placeholder?: string;
  maxLength?: number;
}

/** A question that can be answered: the blocks of the reply say the same in full. */
export interface Quiz {
  /** The code that brings exactly this question back, e.g. `pad:8f3a`. */
  code: string;
  /** The question as one short plain text, for platforms with native quizzes. */
  question: string;
  choices?: { label: string; route: string }[];
  /** Index into choices. Adapters may pass it to a native quiz; they never show it otherwise. */
  correct?: number;
  /** Said after answering by a native quiz. */
  explanation?: string;
  /** A typed answer: `route` is pressed with what the learner typed as its form value. */
  typed?: { route: string; label: string; form: Form };
}

export interface Reply {
  blocks: Block[];
  media?: Media[];
  /** Rows of buttons. A quiz's choices are not repeated here. */
  buttons?: Button[][];
  quiz?: Quiz;
  /** Who sees it: everyone here (the default), or only the person who asked, where the platform can do that. */
  audience?: 'everyone' | 'asker';
  /** It holds a person's own data: where a reply in a group is seen by all, it goes to their direct chat instead. */
  direct?: boolean;
  /** The same result as plain data, for scripts and tests. */
  facts?: Record<string, unknown>;
  /** Set when the reply says that something was refused or failed. `id` is a text key, or `fault`. */
  error?: { id: string; message: string };
  /** Its formulas are worth typesetting where the platform shows them as plain text by itself: a picture is made, so not for short answers. */
  typeset?: boolean;
  /** Only what the replaced message shows changes: the reply takes the place of the message whose button was pressed. */
  replace?: boolean;
}

export const heading = (text: string): Block => ({ type: 'heading', text });
export const paragraph = (text: string): Block => ({ type: 'paragraph', text });
export const math = (latex: string, plain: string): Block => ({ type: 'math', latex, plain });
export const list = (items: string[], ordered = false): Block => ({ type: 'list', items, ordered });
export const table = (header: string[], rows: string[][]): Block => ({ type: 'table', header, rows });
