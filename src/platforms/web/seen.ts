import { LRUCache } from 'lru-cache';
import type { AdapterMemory } from '../../chat/chat.ts';
import { REMEMBERED_EVENTS } from './limits.ts';

/** The client ids of the events that were taken, so that one sent again after a lost connection or a restart is answered once. */
export interface SeenEvents {
  /** True when the id is new; it is then remembered. */
  take(person: string, id: string): Promise<boolean>;
}

export function createSeenEvents(memory: AdapterMemory): SeenEvents {
  const people = new LRUCache<string, Promise<string[]>>({ max: 1000 });
  const keyOf = (person: string) => `seen:${person}`;

  return {
    async take(person, id) {
      let reading = people.get(person);
      if (reading === undefined) {
        reading = memory.get(keyOf(person)).then((value) => (value === undefined ? [] : (JSON.parse(value) as string[])));
        reading.catch(() => people.delete(person));
        people.set(person, reading);
      }
      const ids = await reading;
      // nothing is awaited between the look and the note: two copies of an event cannot both be new
      if (ids.includes(id)) return false;
      ids.push(id);
      if (ids.length > REMEMBERED_EVENTS) ids.shift();
      try {
        await memory.set(keyOf(person), JSON.stringify(ids));
      } catch (error) {
        // not taken after all: the page may send it again
        ids.splice(ids.indexOf(id), 1);
        throw error;
      }
      return true;
    },
  };
}
