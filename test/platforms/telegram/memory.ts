import type { AdapterMemory } from '../../../src/chat/chat.ts';

/** An adapter's memory that lasts as long as the test; `entries` are what a killed process leaves behind. */
export function createAdapterMemory(entries: Iterable<readonly [string, string]> = []): AdapterMemory & { entries: Map<string, string> } {
  const map = new Map(entries);
  return {
    entries: map,
    get: async (key) => map.get(key),
    set: async (key, value) => void map.set(key, value),
    delete: async (key) => void map.delete(key),
    list: async (prefix) =>
      [...map]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, value]) => ({ key, value }))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}
