import { lessonText } from '../lessons/cards.ts';
import { allSkills, LESSONS } from '../lessons/catalogue.ts';
import { type LessonMastery, masteryByLesson } from '../lessons/memory/by-lesson.ts';
import { dueOf, forecast } from '../lessons/memory/schedule.ts';
import { addDays, dayFormat, type Progress, progressOf } from '../lessons/progress.ts';
import { exerciseOf } from '../lessons/quiz/exercise.ts';
import type { Context } from '../src/chat/context.ts';
import { type Button, heading, list, paragraph } from '../src/chat/reply.ts';
import { defineCommand, type Parts } from './command.ts';
import { DUE, knownStates } from './due.ts';
import { questionTexts } from './question-texts.ts';

/** Days of the forecast. */
const FORECAST_DAYS = 14;

export const progress = defineCommand({
  name: 'progress',
  topic: 'questions',
  options: {},
  acknowledge: 'public',
  examples: [],
  async run(ctx, _values, parts) {
    const { t, timeZone, language, who } = ctx;
    const now = parts.now();
    const [answers, states] = await Promise.all([parts.store.questions.answersOf(who.key), knownStates(who.key, parts)]);
    const known = progressOf(answers, { timeZone, now });
    const { total, correct, streak, days } = known;
    const lessons = masteryByLesson(states, now);
    const dayOf = dayFormat(timeZone);
    const dates = Array.from({ length: FORECAST_DAYS }, (_, index) => addDays(dayOf(now), index));
    const counts = forecast(states, dates, dayOf);
    const due = dueOf(states, now, dayOf).length;
    const slip = await slipOf(ctx, known, parts);
    const input = {
      total,
      correct,
      streak,
      days,
      lessons: lessons.map(({ lesson, mastery }) => ({
        number: lesson.number,
        title: lessonText(lesson, language).title,
        ...(mastery === undefined ? {} : { mastery }),
      })),
      forecast: dates.map((date, index) => ({ date, count: counts[index]! })),
      language,
      theme: 'light' as const,
      ...(who.name === undefined ? {} : { name: who.name }),
      ...(slip === undefined ? {} : { misconception: { text: slip.text, lesson: slip.label } }),
    };
    const figure = await parts.engine.run('progress', input, { signal: ctx.signal });
    const shares = sharesOf(ctx, lessons);
    const week = counts.slice(0, 7).reduce((sum, count) => sum + count, 0);
    const alt =
      total === 0 ? t('progress-alt-empty') : t('progress-alt', { total, correct, streak, lessons: shares.join(', ') || '—', week });
    const said =
      total === 0
        ? [paragraph(t('progress-empty'))]
        : [
            paragraph(t('progress-summary', { total, correct, share: Math.round((100 * correct) / total), streak })),
            paragraph(`${t('progress-due', { due })} ${t('progress-week', { week })}`),
            ...(shares.length === 0 ? [] : [paragraph(`**${t('progress-mastery')}**`), list(shares)]),
            ...(slip === undefined ? [] : [paragraph(`${t('progress-misconception')} ${slip.text}`)]),
          ];
    return {
      blocks: [heading(t('progress-title')), ...said],
      media: [{ ...figure, name: 'progress.png', alt }],
      buttons: buttonsOf(ctx, { total, due }, slip),
      facts: {
        ...known,
        due,
        forecast: input.forecast,
        lessons: lessons.flatMap(({ lesson, mastery }) => (mastery === undefined ? [] : [{ number: lesson.number, mastery }])),
        ...(slip === undefined ? {} : { mends: slip.lesson }),
      },
    };
  },
});

/** Lessons begun, with how much of them is known. */
const sharesOf = ({ t, language }: Context, lessons: readonly LessonMastery[]): string[] =>
  lessons.flatMap(({ lesson, mastery }) => {
    const title = lessonText(lesson, language).title;
    return mastery === undefined ? [] : [t('progress-lesson', { number: lesson.number, title, percent: Math.round(100 * mastery) })];
  });

interface Slip {
  /** What goes wrong, in words. */
  text: string;
  /** The number of the lesson that mends it, and how it is called. */
  lesson: number;
  label: string;
}

/** The commonest misconception in the words of the question where it was met last. */
async function slipOf(ctx: Context, { misconception }: Progress, { store, texts }: Parts): Promise<Slip | undefined> {
  if (misconception === undefined) return undefined;
  const question = await store.questions.question(misconception.question);
  const exercise = question === undefined ? undefined : exerciseOf(question.code);
  const skill = allSkills().find(({ id }) => id === misconception.skill);
  const lesson = LESSONS.find(({ number }) => number === skill?.lesson);
  if (exercise === undefined || lesson === undefined) return undefined;
  const label = ctx.t('lesson-title', { number: lesson.number, title: lessonText(lesson, ctx.language).title });
  return { text: questionTexts(ctx, texts, exercise).mistake(misconception.id), lesson: lesson.number, label };
}

function buttonsOf({ t }: Context, { total, due }: { total: number; due: number }, slip: Slip | undefined): Button[][] {
  if (total === 0)
    return [
      [
        { label: t('progress-button-first'), route: 'quiz' },
        { label: t('lesson-contents'), route: 'lesson' },
      ],
    ];
  const next = due > 0 ? { label: t('review-button-next', { count: due }), route: DUE } : { label: t('quiz-button-next'), route: 'quiz' };
  return [[next], ...(slip === undefined ? [] : [[{ label: slip.label, route: `lesson ${slip.lesson}` }]])];
}
