import type { Knex } from 'knex';
import { contentId } from './content-id.ts';

/** States kept; beyond it those that were used longest ago are let go. */
const MAX_STATES = 50_000;
/** Old ones are looked for only so often: once in so many new ones. */
const TRIM_EVERY = 500;

/** What buttons need that does not fit into a route, such as a typed kernel, found by a short id made of its content. */
export function createButtonStates(database: Knex, { maxStates = MAX_STATES, trimEvery = TRIM_EVERY } = {}) {
  let sinceTrim = 0;
  async function trim(): Promise<void> {
    const first = await database('button_states')
      .orderBy('used_at', 'desc')
      .offset(maxStates)
      .first<{ used_at: number } | undefined>('used_at');
    if (first !== undefined) await database('button_states').where('used_at', '<=', first.used_at).delete();
  }
  return {
    /** Keeps the state and gives its id; the same state has the same id. */
    async keep(state: string): Promise<string> {
      const id = contentId(new TextEncoder().encode(state));
      await database('button_states').insert({ id, state, used_at: Date.now() }).onConflict('id').merge(['used_at']);
      sinceTrim += 1;
      if (sinceTrim >= trimEvery) {
        sinceTrim = 0;
        await trim();
      }
      return id;
    },
    async load(id: string): Promise<string | undefined> {
      const row = await database('button_states').where({ id }).first<{ state: string } | undefined>('state');
      if (row === undefined) return undefined;
      await database('button_states').where({ id }).update({ used_at: Date.now() });
      return row.state;
    },
  };
}
