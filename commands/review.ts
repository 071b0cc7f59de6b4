import { addDays, dayFormat } from '../lessons/progress.ts';
import type { Context } from '../src/chat/context.ts';
import { paragraph, type Reply } from '../src/chat/reply.ts';
import { defineCommand, type Parts } from './command.ts';
import { DUE, dueStates, knownStates } from './due.ts';
import { nextButton } from './question-reply.ts';
import { askQuestion } from './quiz.ts';

const MINUTE_MS = 60_000;

export const review = defineCommand({
  name: DUE,
  topic: 'questions',
  options: {},
  acknowledge: 'public',
  examples: [],
  async run(ctx, _values, parts) {
    const due = (await dueStates(ctx.who.key, ctx.timeZone, parts)).length;
    if (due === 0) return nothingDue(ctx, parts);
    const reply = await askQuestion(ctx, DUE, parts);
    return { ...reply, blocks: [paragraph(ctx.t('review-due', { count: due })), ...reply.blocks], facts: { ...reply.facts, due } };
  },
});

/** Says when the next review comes, and offers practice meanwhile. */
async function nothingDue(ctx: Context, parts: Parts): Promise<Reply> {
  const { t, who } = ctx;
  const [next] = await knownStates(who.key, parts);
  const said =
    next === undefined ? t('review-none-yet') : `${t('review-none-due')} ${whenNext(ctx, next.due, t(`skill-${next.skill}`), parts)}`;
  return {
    blocks: [paragraph(said)],
    buttons: [
      [nextButton(t, ''), ...(next === undefined ? [] : [{ label: t('review-button-cram'), route: 'quiz cram' }])],
      [{ label: t('quiz-button-progress'), route: 'progress' }],
    ],
    facts: { due: 0, ...(next === undefined ? {} : { next: next.due, skill: next.skill }) },
  };
}

/** In minutes within the hour, by the clock within the day, else by the date; all by the learner's own clock. */
function whenNext({ t, language, timeZone }: Context, due: number, skill: string, { now }: Pick<Parts, 'now'>): string {
  const minutes = Math.max(1, Math.ceil((due - now()) / MINUTE_MS));
  if (minutes <= 60) return t('review-next-minutes', { skill, minutes });
  const dayOf = dayFormat(timeZone);
  const [today, date] = [dayOf(now()), dayOf(due)];
  const time = new Intl.DateTimeFormat(language, { timeZone, hour: '2-digit', minute: '2-digit' }).format(due);
  if (date === today) return t('review-next-today', { skill, time });
  if (date === addDays(today, 1)) return t('review-next-tomorrow', { skill, time });
  const day = new Intl.DateTimeFormat(language, { timeZone, day: 'numeric', month: 'long' }).format(due);
  return t('review-next-date', { skill, date: day });
}
