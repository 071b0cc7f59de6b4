import type { Knex } from 'knex';

export interface LearnerProfile {
  language?: 'en' | 'ru';
  timeZone?: string;
}

/** Who learns here: key `platform:id`, with what they chose in /settings. */
export function createLearners(database: Knex) {
  return {
    /** What the learner chose; nothing is noted of who has chosen nothing. */
    async profile(key: string): Promise<LearnerProfile> {
      const row = await database('learners').where({ key }).first('language', 'time_zone');
      if (row === undefined) return {};
      return {
        ...(row.language === null ? {} : { language: row.language }),
        ...(row.time_zone === null ? {} : { timeZone: row.time_zone }),
      };
    },
    /** Sets what is given and leaves the rest. */
    async update(key: string, { language, timeZone }: LearnerProfile): Promise<void> {
      const change = { ...(language === undefined ? {} : { language }), ...(timeZone === undefined ? {} : { time_zone: timeZone }) };
      if (Object.keys(change).length === 0) return;
      await database('learners')
        .insert({ key, created_at: Date.now(), ...change })
        .onConflict('key')
        .merge(change);
    },
  };
}
