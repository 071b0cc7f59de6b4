import { commandsWith } from '../src/chat/command.ts';
import type { Texts } from '../src/chat/texts.ts';
import type { Engine } from '../src/engine/engine.ts';
import type { Trainings } from '../src/engine/trainings.ts';
import type { Store } from '../src/store/store.ts';

/** What every command is handed besides its context and values. */
export interface Parts {
  engine: Engine;
  /** Networks that learn while people look on. */
  trainings: Trainings;
  store: Store;
  texts: Texts;
  /** The tutor's own version, from package.json. */
  version: string;
  /** A picture by its id: one that buttons need, or one of the project's own samples. */
  picture(id: string): Promise<Uint8Array | undefined>;
  /** Deletes what the platform's adapter keeps of a learner here, such as the conversation on the web. */
  forgetChat(learner: string): Promise<void>;
  /** The time, milliseconds since 1970. */
  now(): number;
}

export const { defineCommand, defineAction } = commandsWith<Parts>();
