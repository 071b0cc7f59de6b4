import type { Knex } from 'knex';
import { contentId } from './content-id.ts';

/** All kept pictures together, bytes; beyond it those that were used longest ago are let go. */
const MAX_TOTAL_BYTES = 300 * 1024 * 1024;

/** Pictures that buttons still need, found by a short id made of their content. */
export function createPictures(database: Knex, { maxTotalBytes = MAX_TOTAL_BYTES }: { maxTotalBytes?: number } = {}) {
  async function letGo(work: Knex.Transaction): Promise<void> {
    const [row] = await work('pictures').sum<{ total: number | null }[]>({ total: 'size' });
    let excess = Number(row?.total ?? 0) - maxTotalBytes;
    if (excess <= 0) return;
    const oldest = await work('pictures').orderBy('used_at').select<{ id: string; size: number }[]>('id', 'size');
    // the newest one stays: it was asked for just now
    for (const { id, size } of oldest.slice(0, -1)) {
      if (excess <= 0) break;
      await work('pictures').where({ id }).delete();
      excess -= size;
    }
  }
  return {
    /** Keeps the picture and gives its id. */
    async keep(bytes: Uint8Array): Promise<string> {
      const id = contentId(bytes);
      const now = Date.now();
      const known = await database('pictures').where({ id }).update({ used_at: now });
      if (known > 0) return id;
      await database.transaction(async (work) => {
        await work('pictures').insert({ id, size: bytes.length, used_at: now }).onConflict('id').ignore();
        const row = { picture: id, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) };
        await work('picture_bytes').insert(row).onConflict('picture').ignore();
        await letGo(work);
      });
      return id;
    },
    async load(id: string): Promise<Uint8Array | undefined> {
      const row = await database('picture_bytes').where({ picture: id }).first<{ bytes: Buffer } | undefined>('bytes');
      if (row === undefined) return undefined;
      await database('pictures').where({ id }).update({ used_at: Date.now() });
      return new Uint8Array(row.bytes.buffer, row.bytes.byteOffset, row.bytes.length);
    },
    async last(learner: string, place: string): Promise<{ id?: string; ref?: string } | undefined> {
      const row = await database('last_pictures')
        .where({ learner, place })
        .first<{ picture: string | null; ref: string | null } | undefined>();
      if (row === undefined) return undefined;
      return { ...(row.picture === null ? {} : { id: row.picture }), ...(row.ref === null ? {} : { ref: row.ref }) };
    },
    async setLast(learner: string, place: string, picture: { id?: string; ref?: string }): Promise<void> {
      const row = { picture: picture.id ?? null, ref: picture.ref ?? null };
      await database('last_pictures')
        .insert({ learner, place, ...row })
        .onConflict(['learner', 'place'])
        .merge(row);
    },
  };
}
