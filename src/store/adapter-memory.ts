import type { Knex } from 'knex';

/** A small key-value memory for one adapter. */
export function createAdapterMemory(database: Knex, adapter: string) {
  return {
    async get(key: string): Promise<string | undefined> {
      const row = await database('adapter_memory').where({ adapter, key }).first<{ value: string } | undefined>('value');
      return row?.value;
    },
    async set(key: string, value: string): Promise<void> {
      await database('adapter_memory').insert({ adapter, key, value }).onConflict(['adapter', 'key']).merge({ value });
    },
    async delete(key: string): Promise<void> {
      await database('adapter_memory').where({ adapter, key }).delete();
    },
    async list(prefix: string): Promise<{ key: string; value: string }[]> {
      // a range instead of LIKE: % and _ in keys are ordinary characters, and the primary key serves it
      return database('adapter_memory')
        .where({ adapter })
        .andWhere('key', '>=', prefix)
        .andWhere('key', '<', `${prefix}\u{10FFFF}`)
        .orderBy('key')
        .select<{ key: string; value: string }[]>('key', 'value');
    },
  };
}
