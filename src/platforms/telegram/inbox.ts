import type { Update } from 'grammy/types';
import { z } from 'zod';
import type { AdapterMemory } from '../../chat/chat.ts';
import type { Logger } from '../../chat/context.ts';

const PREFIX = 'inbox:';
const SEEN = 'seen';
/** Telegram delivers again at most what one fetch gave; several times that is remembered. */
const MAX_SEEN = 500;
/** What could not be answered within a day nobody waits for any more; Telegram itself keeps updates no longer. */
const KEEP_MS = 24 * 60 * 60 * 1000;
/** An update that ended the process this often is not tried again. */
const MAX_TRIES = 3;

const Entry = z.object({
  update: z.custom<Update>((value) => typeof value === 'object' && value !== null && 'update_id' in value),
  /** When it was fetched, milliseconds. */
  at: z.number(),
  tries: z.number(),
});
type Entry = z.infer<typeof Entry>;

export type Inbox = ReturnType<typeof createInbox>;

/**
 * Updates that were fetched and are not answered yet. Fetching the next ones tells Telegram to forget these, so they are written down first:
 * a process that is killed answers them after its restart, and what Telegram delivers twice is answered once.
 */
export function createInbox(memory: AdapterMemory, log: Logger) {
  // ids say nothing about order after a quiet week, when Telegram starts at a random number: the ones seen are kept, not the highest
  let seen: number[] | undefined;
  const keyOf = (id: number) => `${PREFIX}${String(id).padStart(12, '0')}`;
  const write = (entry: Entry) => memory.set(keyOf(entry.update.update_id), JSON.stringify(entry));

  async function loadSeen(): Promise<number[]> {
    seen ??= z.array(z.number()).safeParse(JSON.parse((await memory.get(SEEN)) ?? '[]')).data ?? [];
    return seen;
  }

  return {
    /** Writes updates down; gives those that are new. */
    async receive(updates: readonly Update[], now: number): Promise<Update[]> {
      const known = await loadSeen();
      const fresh = updates.filter(({ update_id }) => !known.includes(update_id));
      if (fresh.length === 0) return [];
      for (const update of fresh) await write({ update, at: now, tries: 1 });
      seen = [...known, ...fresh.map(({ update_id }) => update_id)].slice(-MAX_SEEN);
      await memory.set(SEEN, JSON.stringify(seen));
      return fresh;
    },

    /** What an earlier run left unanswered, oldest first. */
    async pending(now: number): Promise<Update[]> {
      const known = await loadSeen();
      const left: Update[] = [];
      for (const { key, value } of await memory.list(PREFIX)) {
        const entry = Entry.safeParse(JSON.parse(value)).data;
        if (entry === undefined || now - entry.at > KEEP_MS || entry.tries >= MAX_TRIES) {
          log.warn({ entry: key, tries: entry?.tries }, 'an update is given up: it is too old, or ended the process too often');
          await memory.delete(key);
          continue;
        }
        await write({ ...entry, tries: entry.tries + 1 });
        left.push(entry.update);
      }
      // killed between writing an update and noting that it was seen
      seen = [...known, ...left.map(({ update_id }) => update_id).filter((id) => !known.includes(id))];
      return left;
    },

    async done(id: number): Promise<void> {
      await memory.delete(keyOf(id));
    },
  };
}
