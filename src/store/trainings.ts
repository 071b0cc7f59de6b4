import type { Knex } from 'knex';

/** Longer than any run lasts, milliseconds: what is older was cut off by a stop of the tutor. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Live trainings under way, so that one which a restart cut off is known when its event is delivered again. */
export function createTrainingRecords(database: Knex) {
  return {
    /** Notes that the event's run begins; false when it had begun before and never ended: the tutor was stopped meanwhile. */
    async begin(event: string, learner: string): Promise<boolean> {
      const now = Date.now();
      return database.transaction(async (work) => {
        if ((await work('trainings').where({ event }).delete()) > 0) return false;
        await work('trainings')
          .where('at', '<', now - KEPT_MS)
          .delete();
        await work('learners').insert({ key: learner, created_at: now }).onConflict('key').ignore();
        await work('trainings').insert({ event, learner, at: now });
        return true;
      });
    },
    async end(event: string): Promise<void> {
      await database('trainings').where({ event }).delete();
    },
  };
}
