import type { Context } from './context.ts';
import type { Options, ValuesOf } from './options.ts';
import type { Form, Reply } from './reply.ts';
import type { Translate } from './texts.ts';

/** The headings of /help. */
export const TOPICS = ['pictures', 'networks', 'numbers', 'questions', 'you'] as const;
export type Topic = (typeof TOPICS)[number];

/** Whether the answer is for everyone here or only for who asked; a platform must know it before any work. */
export type Acknowledgement = 'public' | 'private';

export interface Action<Parts, O extends Options = Options> {
  options: O;
  acknowledge: Acknowledgement;
  /** The action needs one typed value first; it arrives as `form`. */
  form?(t: Translate): Form;
  /** Undefined when what was pressed shows by itself, in the message that it belongs to. */
  run(ctx: Context, values: ValuesOf<O> & { form?: string }, parts: Parts): Promise<Reply | undefined>;
}

/**
 * What a learner can say: one object is the Discord slash command and menu entry, the Telegram command, the web's completion
 * and the terminal's syntax. Its texts stand in the language files: `command-NAME` (what it does, ≤ 100 characters),
 * `command-NAME-name` (its name in that language), `command-NAME-OPTION` for each option, and `command-NAME-menu` with `contextMenu`.
 */
export interface Command<Parts, O extends Options = Options> {
  /** `[a-z0-9_]{1,32}`, valid on every platform. */
  name: string;
  topic: Topic;
  options: O;
  acknowledge: Acknowledgement;
  /** It may work for a minute or more: what the same person says meanwhile is answered meanwhile, not after it. */
  long?: boolean;
  /** Also offered on a message with a picture (Discord: Apps). */
  contextMenu?: boolean;
  /** Example arguments for /help, e.g. `kernel=sobel stride=2`. */
  examples: string[];
  run(ctx: Context, values: ValuesOf<O>, parts: Parts): Promise<Reply>;
  /** What buttons do: the route `NAME.ACTION arguments`. */
  actions?: Record<string, Action<Parts>>;
  /** Looks at a plain message; undefined when it is not meant for this command. */
  listen?(ctx: Context, text: string, parts: Parts): Promise<Reply | undefined>;
}

/** Gives `defineCommand` and `defineAction` for commands that are handed these parts; they only check types. */
export function commandsWith<Parts>() {
  return {
    defineCommand: <O extends Options>(command: Command<Parts, O>): Command<Parts> => command as unknown as Command<Parts>,
    defineAction: <O extends Options>(action: Action<Parts, O>): Action<Parts> => action as unknown as Action<Parts>,
  };
}
