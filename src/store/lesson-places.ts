import type { Knex } from 'knex';

/** How far a learner is in a lesson. */
export interface LessonPlace {
  lesson: number;
  /** The card shown last and the farthest one, counted from 0. */
  card: number;
  farthest: number;
  /** The last card has been reached. */
  done: boolean;
}

interface Row {
  lesson: number;
  card: number;
  farthest: number;
  done_at: number | null;
}

const toPlace = ({ lesson, card, farthest, done_at }: Row): LessonPlace => ({ lesson, card, farthest, done: done_at !== null });

/** Where each learner is in the lessons, the same on every device and after every restart. */
export function createLessonPlaces(database: Knex) {
  return {
    /** Notes that a card was shown. `last`: it is the lesson's last one. */
    async show(learner: string, { lesson, card, last }: { lesson: number; card: number; last: boolean }): Promise<void> {
      const at = Date.now();
      await database.transaction(async (work) => {
        await work('learners').insert({ key: learner, created_at: at }).onConflict('key').ignore();
        const before = await work('lesson_places').where({ learner, lesson }).first<Row | undefined>();
        const farthest = Math.max(card, before?.farthest ?? 0);
        const done_at = before?.done_at ?? (last ? at : null);
        await work('lesson_places')
          .insert({ learner, lesson, card, farthest, done_at, at })
          .onConflict(['learner', 'lesson'])
          .merge(['card', 'farthest', 'done_at', 'at']);
      });
    },
    /** All lessons begun, by number. */
    async all(learner: string): Promise<LessonPlace[]> {
      return (await database('lesson_places').where({ learner }).orderBy('lesson').select<Row[]>()).map(toPlace);
    },
    /** The lesson read last. */
    async latest(learner: string): Promise<LessonPlace | undefined> {
      const row = await database('lesson_places')
        .where({ learner })
        .orderBy('at', 'desc')
        .orderBy('lesson', 'desc')
        .first<Row | undefined>();
      return row === undefined ? undefined : toPlace(row);
    },
  };
}
