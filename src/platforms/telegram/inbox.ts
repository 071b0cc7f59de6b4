import type { Update } from 'grammy/types';
import type { AdapterMemory } from '../../chat/chat.ts';

const PREFIX = 'inbox:';
const OFFSET = 'offset';

/**
 * Updates that were fetched and are not answered yet. Fetching the next ones tells Telegram to forget these, so they are written down first:
 * a process that is killed answers them after its restart.
 */
export function createInbox(memory: AdapterMemory) {
  const keyOf = (id: number) => `${PREFIX}${String(id).padStart(12, '0')}`;
  return {
    /** Writes the updates down; gives those that are new. */
    async receive(updates: readonly Update[]): Promise<Update[]> {
      const offset = Number((await memory.get(OFFSET)) ?? 0);
      const fresh = updates.filter((update) => update.update_id >= offset);
      for (const update of fresh) await memory.set(keyOf(update.update_id), JSON.stringify(update));
      const last = fresh.at(-1);
      if (last !== undefined) await memory.set(OFFSET, String(last.update_id + 1));
      return fresh;
    },
    async done(id: number): Promise<void> {
      await memory.delete(keyOf(id));
    },
    /** What was left unanswered by an earlier run. */
    async pending(): Promise<Update[]> {
      return (await memory.list(PREFIX)).map(({ value }) => JSON.parse(value) as Update);
    },
    async offset(): Promise<number> {
      return Number((await memory.get(OFFSET)) ?? 0);
    },
  };
}
