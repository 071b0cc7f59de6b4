import { lastDateAt, readTime, writtenTime } from '../lessons/memory/wall-clock.ts';
import { dayFormat, progressOf } from '../lessons/progress.ts';
import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { shown, text } from '../src/chat/options.ts';
import { paragraph, type Reply } from '../src/chat/reply.ts';
import { LANGUAGES, type Translate } from '../src/chat/texts.ts';
import { defineCommand, type Parts } from './command.ts';
import { DUE, dueStates } from './due.ts';

/** Times that buttons offer. */
const OFFERED = ['08:00', '13:00', '19:00', '21:30'];

export const remind = defineCommand({
  name: 'remind',
  topic: 'questions',
  options: { time: text({ maxLength: 30, rest: true, suggestions: [...OFFERED, 'off'] }) },
  acknowledge: 'private',
  examples: ['19:00', 'off'],
  async run(ctx, { time }, parts) {
    if (time === undefined) return show(ctx, parts, false);
    if (isOff(time, parts)) {
      await parts.store.reminders.remove(ctx.who.key);
      return show(ctx, parts, true);
    }
    const minute = readTime(time);
    if (minute === undefined) throw new LearnerError('remind-unreadable', { time: shown(time) });
    // the first one comes when the clock next shows this time, not at once because it has shown it today
    const lastDate = lastDateAt(minute, ctx.timeZone, parts.now());
    await parts.store.reminders.set({ learner: ctx.who.key, minute, language: ctx.language, lastDate });
    return show(ctx, parts, true);
  },
});

const isOff = (word: string, { texts }: Parts) =>
  ['off', 'stop', ...LANGUAGES.map((language) => texts.in(language)('remind-word-off'))].includes(word.trim().toLowerCase());

/** What is set. */
async function show({ t, who, where, timeZone }: Context, { store }: Parts, changed: boolean): Promise<Reply> {
  const reminder = await store.reminders.get(who.key);
  const on = reminder !== undefined;
  const time = on ? writtenTime(reminder.minute) : '';
  const said = on ? t('remind-on', { time, zone: timeZone }) : t(changed ? 'remind-now-off' : 'remind-off');
  const off = on ? [[{ label: t('remind-button-off'), route: 'remind off' }]] : [];
  return {
    blocks: [paragraph(said), ...(on && where.kind === 'group' ? [paragraph(t('remind-direct'))] : [])],
    buttons: [
      OFFERED.filter((offered) => offered !== time).map((offered) => ({ label: offered, route: `remind ${offered}` })),
      [{ label: t('settings-zone-button'), route: 'settings.zone' }],
      ...off,
    ],
    audience: 'asker',
    facts: { on, timeZone, ...(on ? { time } : {}) },
  };
}

/**
 * What a learner is reminded of: what is due; when nothing is, but they have begun and not answered today, of their streak; else undefined.
 */
export async function reminderFor(
  learner: string,
  { t, timeZone }: { t: Translate; timeZone: string },
  parts: Pick<Parts, 'store' | 'now'>,
): Promise<Reply | undefined> {
  const off = { label: t('remind-button-off'), route: 'remind off' };
  const count = (await dueStates(learner, timeZone, parts)).length;
  if (count > 0) {
    const buttons = [[{ label: t('remind-button-review'), route: DUE }, off]];
    return { blocks: [paragraph(t('remind-due', { count }))], buttons, facts: { due: count } };
  }
  const answers = await parts.store.questions.answersOf(learner);
  const now = parts.now();
  const dayOf = dayFormat(timeZone);
  if (answers.length === 0 || answers.some(({ at }) => dayOf(at) === dayOf(now))) return undefined;
  const { streak } = progressOf(answers, { timeZone, now });
  const said = streak > 1 ? t('remind-streak', { streak }) : t('remind-nudge');
  return { blocks: [paragraph(said)], buttons: [[{ label: t('remind-button-quiz'), route: 'quiz' }, off]], facts: { due: 0, streak } };
}
