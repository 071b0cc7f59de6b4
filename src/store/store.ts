import type { Knex } from 'knex';
import { createAdapterMemory } from './adapter-memory.ts';
import { createButtonStates } from './button-states.ts';
import { openDatabase } from './database.ts';
import { type Forgotten, forgetLearner } from './forget.ts';
import { createLearners } from './learners.ts';
import { createLessonPlaces } from './lesson-places.ts';
import { createPictures } from './pictures.ts';
import { createQuestions } from './questions.ts';
import { createReminders } from './reminders.ts';
import { createReviews } from './reviews.ts';
import { createTrainingRecords } from './trainings.ts';

export type Store = Awaited<ReturnType<typeof openStore>>;

/** One handled event, for whoever runs the tutor and for class reports. */
export interface Activity {
  event: string;
  learner: string;
  place: string;
  what: string;
  outcome: string;
  ms: number;
}

/**
 * Opens everything that is remembered.
 * @throws Error in one sentence when the database cannot be used
 */
export async function openStore(databaseUrl: string) {
  const database = await openDatabase(databaseUrl);
  return {
    learners: createLearners(database),
    questions: createQuestions(database),
    reviews: createReviews(database),
    reminders: createReminders(database),
    lessonPlaces: createLessonPlaces(database),
    trainings: createTrainingRecords(database),
    pictures: createPictures(database),
    buttonStates: createButtonStates(database),
    expectations: createExpectations(database),
    adapterMemory: (adapter: string) => createAdapterMemory(database, adapter),
    /** Deletes everything that is kept of a learner. */
    forget: (learner: string): Promise<Forgotten> => forgetLearner(database, learner),
    async logActivity(row: Activity): Promise<void> {
      await database('activity').insert({ ...row, at: Date.now() });
    },
    close: () => database.destroy(),
  };
}

/** What the learner's next plain message in a place is for. */
function createExpectations(database: Knex) {
  return {
    async get(learner: string, place: string): Promise<string | undefined> {
      const row = await database('expectations').where({ learner, place }).first<{ route: string } | undefined>('route');
      return row?.route;
    },
    async set(learner: string, place: string, route: string | undefined): Promise<void> {
      if (route === undefined) await database('expectations').where({ learner, place }).delete();
      else await database('expectations').insert({ learner, place, route }).onConflict(['learner', 'place']).merge({ route });
    },
  };
}
