import type { Knex } from 'knex';
import { type Review, review } from './reviews.ts';

export interface Question {
  id: number;
  place: string;
  askedBy: string;
  code: string;
  skill: string;
  /** What /quiz was asked for: a lesson, a skill, or nothing (a mixture). */
  askedFor: string;
  /** Asked for practice: answering it leaves the schedule of reviews alone. */
  cram: boolean;
}

export interface Answer {
  question: number;
  learner: string;
  skill: string;
  given: string;
  correct: boolean;
  misconception?: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** An answer with how it came about. */
export interface GivenAnswer extends Answer {
  code: string;
  hinted: boolean;
  cram: boolean;
}

interface QuestionRow {
  id: number;
  place: string;
  asked_by: string;
  code: string;
  skill: string;
  asked_for: string | null;
  cram: number | boolean;
}
interface AnswerRow {
  question: number;
  learner: string;
  skill: string;
  given: string;
  correct: number | boolean;
  misconception: string | null;
  at: number;
}

const toQuestion = (row: QuestionRow): Question => ({
  id: row.id,
  place: row.place,
  askedBy: row.asked_by,
  code: row.code,
  skill: row.skill,
  askedFor: row.asked_for ?? '',
  cram: Boolean(row.cram),
});
const toAnswer = (row: AnswerRow): Answer => ({
  question: row.question,
  learner: row.learner,
  skill: row.skill,
  given: row.given,
  correct: Boolean(row.correct),
  at: Number(row.at),
  ...(row.misconception === null ? {} : { misconception: row.misconception }),
});

/**
 * Sees that the learner exists. Every transaction begins with this write: SQLite then waits for other processes at its beginning, where one that
 * begins with reading would be refused at its first write.
 */
const noteLearner = (work: Knex.Transaction, key: string, now: number) =>
  work('learners').insert({ key, created_at: now }).onConflict('key').ignore();

/** The questions that were asked and how they were answered. */
export function createQuestions(database: Knex) {
  const question = async (id: number) => {
    const row = await database('questions').where({ id }).first<QuestionRow | undefined>();
    return row === undefined ? undefined : toQuestion(row);
  };
  return {
    question,
    /** Notes a question as asked and closes the learner's earlier ones here; the same event gives the question it asked before. */
    async ask({ cram = false, ...asked }: Omit<Question, 'id' | 'cram'> & { cram?: boolean; event: string }): Promise<Question> {
      return database.transaction(async (work) => {
        const now = Date.now();
        await noteLearner(work, asked.askedBy, now);
        const before = await work('questions').where({ event: asked.event }).first<QuestionRow | undefined>();
        if (before !== undefined) return toQuestion(before);
        await work('questions').where({ asked_by: asked.askedBy, place: asked.place }).whereNull('closed_at').update({ closed_at: now });
        const row = {
          place: asked.place,
          asked_by: asked.askedBy,
          code: asked.code,
          skill: asked.skill,
          asked_for: asked.askedFor,
          cram,
          event: asked.event,
          asked_at: now,
        };
        const [inserted] = await work('questions').insert(row).returning('id');
        const { event: _event, ...question } = asked;
        return { id: inserted.id as number, ...question, cram };
      });
    },
    /**
     * The question that something typed here by this learner answers: the one that waits for it, or, when the event is a repeated one, the
     * question that it answered the first time.
     */
    async open(learner: string, place: string, event?: string): Promise<Question | undefined> {
      if (event !== undefined) {
        const answered = await database('answers').where({ event, learner }).first<{ question: number } | undefined>('question');
        if (answered !== undefined) return question(answered.question);
      }
      const row = await database('questions')
        .where({ asked_by: learner, place })
        .whereNull('closed_at')
        .orderBy('id', 'desc')
        .first<QuestionRow | undefined>();
      return row === undefined ? undefined : toQuestion(row);
    },
    async close(id: number): Promise<void> {
      await database('questions').where({ id }).whereNull('closed_at').update({ closed_at: Date.now() });
    },
    /** Notes that the learner was given a hint: it costs no mark, but the schedule of reviews hears of it. */
    async noteHint(id: number, learner: string, at: number): Promise<void> {
      await database.transaction(async (work) => {
        await noteLearner(work, learner, at);
        await work('hints').insert({ question: id, learner, at }).onConflict(['question', 'learner']).ignore();
      });
    },
    /**
     * Notes that the learner was shown the solution: an answer after that is not marked. For who asked the question is over, and if they
     * had not answered it, the skill is reviewed as one they did not know.
     */
    async reveal(id: number, learner: string, at: number, reviewed: Review): Promise<void> {
      await database.transaction(async (work) => {
        await noteLearner(work, learner, at);
        const mine = { question: id, learner };
        const asked = await work('questions').where({ id, asked_by: learner }).first<QuestionRow | undefined>();
        const done = (await work('answers').where(mine).first()) ?? (await work('reveals').where(mine).first());
        await work('reveals')
          .insert({ ...mine, at })
          .onConflict(['question', 'learner'])
          .ignore();
        await work('questions').where({ id, asked_by: learner }).whereNull('closed_at').update({ closed_at: at });
        if (asked === undefined || done !== undefined || asked.cram) return;
        await review(work, { learner, skill: asked.skill, correct: false, hinted: false, at }, reviewed);
      });
    },
    /**
     * Marks an answer, in one transaction: the first answer of a learner to a question counts. A repeated or later one changes nothing and
     * gets the first, with `first: false`; the very event that answered gets its own result again, with `first: true`. After the solution
     * was shown nothing is marked: `revealed` is true, and the answer is the one given. With the first answer the skill's next review is
     * set, as `reviewed` says; not for a question that was asked for practice.
     */
    async answer(given: Answer & { event: string }, reviewed: Review): Promise<{ first: boolean; revealed: boolean; answer: Answer }> {
      return database.transaction(async (work) => {
        await noteLearner(work, given.learner, given.at);
        const mine = { question: given.question, learner: given.learner };
        const before = await work('answers').where(mine).first<(AnswerRow & { event: string }) | undefined>();
        if (before !== undefined) return { first: before.event === given.event, revealed: false, answer: toAnswer(before) };
        const { misconception, ...row } = given;
        const { event: _event, ...answer } = given;
        if ((await work('reveals').where(mine).first()) !== undefined) return { first: false, revealed: true, answer };
        await work('answers').insert({ ...row, misconception: misconception ?? null });
        await work('questions')
          .where({ id: given.question, asked_by: given.learner })
          .whereNull('closed_at')
          .update({ closed_at: given.at });
        const { cram } = (await work('questions').where({ id: given.question }).first<QuestionRow>('cram'))!;
        const hinted = (await work('hints').where(mine).first()) !== undefined;
        if (!cram) await review(work, { ...answer, hinted }, reviewed);
        return { first: true, revealed: false, answer };
      });
    },
    /** The learner's first answer to any question of this code. */
    async firstAnswer(learner: string, code: string): Promise<Answer | undefined> {
      const row = await database('answers')
        .join('questions', 'questions.id', 'answers.question')
        .where({ 'answers.learner': learner, 'questions.code': code })
        .orderBy('answers.id')
        .first<AnswerRow | undefined>('answers.*');
      return row === undefined ? undefined : toAnswer(row);
    },
    /** All answers of a learner, the oldest first. */
    async answersOf(learner: string): Promise<Answer[]> {
      const rows = await database('answers').where({ learner }).orderBy('at').orderBy('id').select<AnswerRow[]>();
      return rows.map(toAnswer);
    },
    /** All answers of a learner with the questions they answer, the oldest first. */
    async givenAnswers(learner: string): Promise<GivenAnswer[]> {
      const rows = await database('answers')
        .join('questions', 'questions.id', 'answers.question')
        .leftJoin('hints', (on) => on.on('hints.question', 'answers.question').andOn('hints.learner', 'answers.learner'))
        .where('answers.learner', learner)
        .orderBy('answers.at')
        .orderBy('answers.id')
        .select<(AnswerRow & { code: string; cram: number | boolean; hint: number | null })[]>(
          'answers.*',
          'questions.code',
          'questions.cram',
          'hints.at as hint',
        );
      return rows.map((row) => ({ ...toAnswer(row), code: row.code, cram: Boolean(row.cram), hinted: row.hint !== null }));
    },
    /** Right and wrong answers of a learner by skill. */
    async countsBySkill(learner: string): Promise<Map<string, { correct: number; total: number }>> {
      const rows = await database('answers')
        .where({ learner })
        .groupBy('skill')
        .select<{ skill: string; total: number; correct: number }[]>(
          'skill',
          database.raw('count(*) as total'),
          database.raw('sum(case when correct then 1 else 0 end) as correct'),
        );
      return new Map(rows.map((row) => [row.skill, { total: Number(row.total), correct: Number(row.correct) }]));
    },
    /** Codes of the learner's latest questions, the newest first. */
    async recentCodes(learner: string, count: number): Promise<string[]> {
      const rows = await database('questions')
        .where({ asked_by: learner })
        .orderBy('id', 'desc')
        .limit(count)
        .select<{ code: string }[]>('code');
      return rows.map((row) => row.code);
    },
  };
}
