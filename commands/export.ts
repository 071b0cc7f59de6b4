import { allSkills } from '../lessons/catalogue.ts';
import { mastery } from '../lessons/memory/schedule.ts';
import { exerciseOf } from '../lessons/quiz/exercise.ts';
import { writtenValue } from '../lessons/quiz/read-given.ts';
import type { Context } from '../src/chat/context.ts';
import { type Media, paragraph } from '../src/chat/reply.ts';
import type { GivenAnswer } from '../src/store/questions.ts';
import { defineCommand, type Parts } from './command.ts';
import { csvOf } from './csv.ts';
import { knownStates } from './due.ts';
import { questionTexts } from './question-texts.ts';

export const exportData = defineCommand({
  name: 'export',
  topic: 'you',
  options: {},
  acknowledge: 'private',
  examples: [],
  async run(ctx, _values, parts) {
    const { t, who } = ctx;
    const [answers, schedule] = await Promise.all([answersTable(ctx, parts), scheduleTable(ctx, parts)]);
    const counts = { answers: answers.length, skills: schedule.length };
    if (answers.length + schedule.length === 0) return { blocks: [paragraph(t('export-empty'))], audience: 'asker', facts: counts };
    const file = (name: 'answers' | 'schedule', columns: readonly string[], rows: (string | number)[][]): Media => ({
      name: `${name}.csv`,
      type: 'text/csv',
      bytes: csvOf(
        columns.map((column) => t(`export-column-${column}`)),
        rows,
        ctx.language,
      ),
      width: 0,
      height: 0,
      alt: t(`export-file-${name}`, { count: rows.length }),
    });
    return {
      blocks: [paragraph(t('export-done', { ...counts, zone: ctx.timeZone }))],
      media: [
        file('answers', ['time', 'code', 'lesson', 'skill', 'given', 'answer', 'result', 'misconception', 'hint', 'practice'], answers),
        file('schedule', ['skill', 'lesson', 'due', 'last', 'mastery', 'stability', 'difficulty', 'reviews', 'lapses'], schedule),
      ],
      audience: 'asker',
      direct: true,
      facts: { ...counts, learner: who.key },
    };
  },
});

async function answersTable(ctx: Context, parts: Parts): Promise<(string | number)[][]> {
  const { t } = ctx;
  const moment = momentIn(ctx);
  const yes = (value: boolean) => t(value ? 'export-yes' : 'export-no');
  const row = (answer: GivenAnswer) => {
    const { given, right, slip } = inWords(ctx, answer, parts);
    return [
      moment(answer.at),
      answer.code,
      lessonOf(answer.skill),
      t(`skill-${answer.skill}`),
      given,
      right,
      t(answer.correct ? 'export-right' : 'export-wrong'),
      slip,
      yes(answer.hinted),
      yes(answer.cram),
    ];
  };
  return (await parts.store.questions.givenAnswers(ctx.who.key)).map(row);
}

/** What was given, what would have been right and what went wrong, as the question called it. */
function inWords(ctx: Context, { code, given, misconception }: GivenAnswer, { texts }: Parts) {
  const exercise = exerciseOf(code);
  if (exercise === undefined) return { given, right: '', slip: misconception ?? '' };
  const { label, mistake } = questionTexts(ctx, texts, exercise);
  const value = writtenValue(exercise, given);
  const slip = misconception === undefined ? '' : mistake(misconception).replace(/\*\*|`/g, '');
  return { given: value === undefined ? given : label(value), right: label(exercise.task.answer), slip };
}

async function scheduleTable(ctx: Context, parts: Parts): Promise<(string | number)[][]> {
  const moment = momentIn(ctx);
  const now = parts.now();
  const round = (value: number) => Math.round(value * 100) / 100;
  return (await knownStates(ctx.who.key, parts)).map((state) => [
    ctx.t(`skill-${state.skill}`),
    lessonOf(state.skill),
    moment(state.due),
    moment(state.lastReview),
    round(mastery(state, now)),
    round(state.stability),
    round(state.difficulty),
    state.reps,
    state.lapses,
  ]);
}

const lessonOf = (skill: string): number | string => allSkills().find(({ id }) => id === skill)?.lesson ?? '';

/** Moments by the learner's own clock, in a form that spreadsheets of every language read as a date. */
function momentIn({ timeZone }: Context): (at: number) => string {
  // Swedish writes dates the ISO way
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (at) => format.format(at);
}
