import type { Knex } from 'knex';

/** How well a skill is remembered and when it is to be asked next: an FSRS card as plain data. */
export interface SkillState {
  skill: string;
  /** Milliseconds since 1970. */
  due: number;
  /** Days after which the skill is still known with a probability of 90 %. */
  stability: number;
  /** 1…10. */
  difficulty: number;
  scheduledDays: number;
  learningSteps: number;
  /** Reviews so far, and how many of them found the skill forgotten. */
  reps: number;
  lapses: number;
  /** 0 new, 1 learning, 2 review, 3 learning again. */
  state: number;
  /** Milliseconds since 1970. */
  lastReview: number;
}

/** An answer as the schedule hears of it. */
export interface Reviewed {
  learner: string;
  skill: string;
  correct: boolean;
  /** A hint had been asked for. */
  hinted: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

/** What an answer makes of a skill's state; `before` is undefined at the first one. */
export type Review = (before: SkillState | undefined, answer: Reviewed) => SkillState;

interface Row {
  skill: string;
  due: number;
  stability: number;
  difficulty: number;
  scheduled_days: number;
  learning_steps: number;
  reps: number;
  lapses: number;
  state: number;
  last_review: number;
}

// PostgreSQL gives 64-bit numbers as texts
const toState = (row: Row): SkillState => ({
  skill: row.skill,
  due: Number(row.due),
  stability: row.stability,
  difficulty: row.difficulty,
  scheduledDays: row.scheduled_days,
  learningSteps: row.learning_steps,
  reps: row.reps,
  lapses: row.lapses,
  state: row.state,
  lastReview: Number(row.last_review),
});

/** Sets a skill's next review inside the transaction that marks the answer, so that both happen once or not at all. */
export async function review(work: Knex.Transaction, answer: Reviewed, reviewed: Review): Promise<void> {
  const { learner, skill } = answer;
  // two answers of a learner at once wait for each other, where the database lets them run together
  await work('learners').where({ key: learner }).forUpdate().first('key');
  const row = await work('skill_states').where({ learner, skill }).first<Row | undefined>();
  const next = reviewed(row === undefined ? undefined : toState(row), answer);
  await work('skill_states')
    .insert({
      learner,
      skill,
      due: next.due,
      stability: next.stability,
      difficulty: next.difficulty,
      scheduled_days: next.scheduledDays,
      learning_steps: next.learningSteps,
      reps: next.reps,
      lapses: next.lapses,
      state: next.state,
      last_review: next.lastReview,
    })
    .onConflict(['learner', 'skill'])
    .merge();
}

/** What each learner remembers, skill by skill. */
export function createReviews(database: Knex) {
  return {
    /** All skills that the learner was asked for, those due first in front. */
    async all(learner: string): Promise<SkillState[]> {
      const rows = await database('skill_states').where({ learner }).orderBy('due').orderBy('skill').select<Row[]>();
      return rows.map(toState);
    },
  };
}
