import type { Language } from './texts.ts';

/** What the router remembers between events; the store implements it, so a restart loses nothing. */
export interface ChatMemory {
  /** What the learner has chosen in /settings. */
  profile(learner: string): Promise<{ language?: Language; timeZone?: string }>;
  /** Keeps a picture and gives its short id; the same bytes have the same id. */
  keepPicture(learner: string, bytes: Uint8Array): Promise<string>;
  picture(id: string): Promise<Uint8Array | undefined>;
  /** The last picture the learner sent in a place: the id of a kept one, or the platform's own reference to one. */
  lastPicture(learner: string, place: string): Promise<{ id?: string; ref?: string } | undefined>;
  setLastPicture(learner: string, place: string, picture: { id?: string; ref?: string }): Promise<void>;
  /** The route that waits for the learner's next plain message as its form value. */
  expectation(learner: string, place: string): Promise<string | undefined>;
  setExpectation(learner: string, place: string, route: string | undefined): Promise<void>;
  /** One row for each event that was handled. */
  logActivity(row: { event: string; learner: string; place: string; what: string; outcome: string; ms: number }): Promise<void>;
}
