import type { AdapterMemory } from '../../../../src/chat/chat.ts';

/** A memory that outlives the server of a test, not the test. */
export function createAdapterMemory(): AdapterMemory {
  const values = new Map<string, string>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
    delete: async (key) => void values.delete(key),
    list: async (prefix) =>
      [...values]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, value]) => ({ key, value }))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}
