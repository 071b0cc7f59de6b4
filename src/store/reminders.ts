import type { Knex } from 'knex';

export interface Reminder {
  learner: string;
  /** Minutes after midnight by the learner's own clock. */
  minute: number;
  /** The language chosen in the settings, else the one in which the reminder was asked for. */
  language: 'en' | 'ru';
  /** IANA name; undefined when the learner has chosen none. */
  timeZone?: string;
  /** The learner's own date of the last one that is done with, as 2026-11-23. */
  lastDate: string;
}

interface Row {
  learner: string;
  minute: number;
  language: 'en' | 'ru';
  last_date: string;
  chosen: 'en' | 'ru' | null;
  time_zone: string | null;
}

/** Who wants to be reminded, and of which day the last reminder was. */
export function createReminders(database: Knex) {
  const read = () =>
    database('reminders')
      .join('learners', 'learners.key', 'reminders.learner')
      .select<Row[]>('reminders.*', 'learners.language as chosen', 'learners.time_zone');
  const toReminder = ({ learner, minute, language, last_date, chosen, time_zone }: Row): Reminder => ({
    learner,
    minute,
    language: chosen ?? language,
    lastDate: last_date,
    ...(time_zone === null ? {} : { timeZone: time_zone }),
  });
  return {
    async get(learner: string): Promise<Reminder | undefined> {
      const [row] = await read().where({ learner });
      return row === undefined ? undefined : toReminder(row);
    },
    /** All reminders of one platform's learners. */
    async of(platform: string): Promise<Reminder[]> {
      const rows = await read().whereLike('learner', `${platform}:%`).orderBy('learner');
      return rows.map(toReminder);
    },
    async set({ learner, minute, language, lastDate }: Omit<Reminder, 'timeZone'>): Promise<void> {
      await database.transaction(async (work) => {
        await work('learners').insert({ key: learner, created_at: Date.now() }).onConflict('key').ignore();
        await work('reminders').insert({ learner, minute, language, last_date: lastDate }).onConflict('learner').merge();
      });
    },
    /** True when there was one. */
    async remove(learner: string): Promise<boolean> {
      return (await database('reminders').where({ learner }).delete()) > 0;
    },
    /** Takes the reminder of this date: true for one process only, however many try, and never for an earlier date again. */
    async claim({ learner, minute }: Pick<Reminder, 'learner' | 'minute'>, date: string): Promise<boolean> {
      const claimed = await database('reminders').where({ learner, minute }).andWhere('last_date', '<', date).update({ last_date: date });
      return claimed > 0;
    },
    /** Gives a claimed date back because nothing was sent. */
    async release({ learner, lastDate }: Pick<Reminder, 'learner' | 'lastDate'>, date: string): Promise<void> {
      await database('reminders').where({ learner, last_date: date }).update({ last_date: lastDate });
    },
  };
}
