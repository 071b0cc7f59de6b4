import type { Knex } from 'knex';

/** Who asked the questions that others have answered, once the person who asked is forgotten. */
const NOBODY = 'forgotten';

/** What was deleted, counted. */
export interface Forgotten {
  answers: number;
  skills: number;
  lessons: number;
  reminders: number;
}

/**
 * Deletes everything that is kept of a learner, in one transaction. Answers that others gave to a question of theirs stay those others': the
 * question is then nobody's.
 */
export async function forgetLearner(database: Knex, learner: string): Promise<Forgotten> {
  return database.transaction(async (work) => {
    await work('learners').insert({ key: NOBODY, created_at: 0 }).onConflict('key').ignore();
    await releaseQuestions(work, learner);
    const answers = await work('answers').where({ learner }).delete();
    const skills = await work('skill_states').where({ learner }).delete();
    const lessons = await work('lesson_places').where({ learner }).delete();
    const reminders = await work('reminders').where({ learner }).delete();
    for (const table of ['reveals', 'hints', 'expectations', 'activity', 'trainings']) await work(table).where({ learner }).delete();
    await work('questions').where({ asked_by: learner }).delete();
    await deletePictures(work, learner);
    await work('learners').where({ key: learner }).delete();
    return { answers, skills, lessons, reminders };
  });
}

async function releaseQuestions(work: Knex.Transaction, learner: string): Promise<void> {
  const others = (table: string) => work(table).whereNot({ learner }).select('question');
  const shared = await work('questions')
    .where({ asked_by: learner })
    .andWhere((either) => either.whereIn('id', others('answers')).orWhereIn('id', others('reveals')).orWhereIn('id', others('hints')))
    .select<{ id: number; closed_at: number | null; asked_at: number }[]>('id', 'closed_at', 'asked_at');
  // the event that asked and the place may name the person
  for (const { id, closed_at, asked_at } of shared)
    await work('questions')
      .where({ id })
      .update({ asked_by: NOBODY, place: NOBODY, event: `${NOBODY}:${id}`, closed_at: closed_at ?? asked_at });
}

/** The pictures that they sent last, but for those that somebody else sent too. */
async function deletePictures(work: Knex.Transaction, learner: string): Promise<void> {
  const own = await work('last_pictures').where({ learner }).whereNotNull('picture').select<{ picture: string }[]>('picture');
  await work('last_pictures').where({ learner }).delete();
  const kept = work('last_pictures').whereNotNull('picture').select('picture');
  await work('pictures')
    .whereIn(
      'id',
      own.map(({ picture }) => picture),
    )
    .whereNotIn('id', kept)
    .delete();
}
