import { describe, expect, it } from 'vitest';
import { addDays, dayFormat, progressOf } from '../../lessons/progress.ts';
import { createRandom } from '../../lessons/quiz/random.ts';
import type { Answer } from '../../src/store/questions.ts';

const answer = (at: string, correct = true, skill = 'size-plain', misconception?: string): Answer => ({
  question: 1,
  learner: 't:ann',
  skill,
  given: '1',
  correct,
  at: Date.parse(at),
  ...(misconception === undefined ? {} : { misconception }),
});

describe('progress', () => {
  it('of a newcomer is empty', () => {
    const progress = progressOf([], { timeZone: 'UTC', now: Date.parse('2026-03-10T12:00:00Z') });
    expect(progress).toMatchObject({ total: 0, correct: 0, streak: 0, skills: [] });
    expect(progress.days).toHaveLength(21);
    expect(progress.days.at(-1)).toEqual({ date: '2026-03-10', correct: 0, wrong: 0 });
  });

  it('counts by skill and names the commonest misconception', () => {
    const answers = [
      answer('2026-03-10T10:00:00Z', false, 'size-padded', 'one-padding'),
      answer('2026-03-10T10:01:00Z', false, 'size-padded', 'one-padding'),
      answer('2026-03-10T10:02:00Z', false, 'size-plain', 'forgot-plus-one'),
      answer('2026-03-10T10:03:00Z', true, 'size-plain'),
    ];
    const progress = progressOf(answers, { timeZone: 'UTC', now: Date.parse('2026-03-10T12:00:00Z') });
    expect(progress.misconception).toEqual({ id: 'one-padding', count: 2, skill: 'size-padded', question: 1 });
    expect(progress.skills).toEqual([
      { id: 'size-plain', total: 2, correct: 1 },
      { id: 'size-padded', total: 2, correct: 0 },
    ]);
  });

  it('keeps a streak until a whole day has passed without an answer', () => {
    const answers = ['2026-03-08T20:00:00Z', '2026-03-09T20:00:00Z'].map((at) => answer(at));
    const at = (now: string) => progressOf(answers, { timeZone: 'UTC', now: Date.parse(now) }).streak;
    expect(at('2026-03-09T23:00:00Z')).toBe(2);
    expect(at('2026-03-10T23:59:00Z')).toBe(2);
    expect(at('2026-03-11T00:01:00Z')).toBe(0);
  });

  it("begins days at the learner's own midnight", () => {
    // 22:30 UTC is already the next day in Moscow, and still the same one in New York
    const answers = [answer('2026-03-09T22:30:00Z'), answer('2026-03-10T22:30:00Z')];
    const days = (timeZone: string) =>
      progressOf(answers, { timeZone, now: Date.parse('2026-03-11T10:00:00Z') })
        .days.filter((day) => day.correct > 0)
        .map((day) => day.date);
    expect(days('Europe/Moscow')).toEqual(['2026-03-10', '2026-03-11']);
    expect(days('America/New_York')).toEqual(['2026-03-09', '2026-03-10']);
  });

  it('survives the days that daylight saving makes 23 or 25 hours long', () => {
    for (const [timeZone, around] of [
      ['America/New_York', '2026-03-08'],
      ['America/New_York', '2026-11-01'],
      ['Europe/London', '2026-10-25'],
    ] as const) {
      const dayOf = dayFormat(timeZone);
      // an answer every six hours for five days around the change
      const start = Date.parse(`${addDays(around, -2)}T12:00:00Z`);
      const answers = Array.from({ length: 20 }, (_, index) => answer(new Date(start + index * 6 * 3_600_000).toISOString()));
      const now = answers.at(-1)!.at;
      expect(progressOf(answers, { timeZone, now }).streak).toBe(new Set(answers.map((one) => dayOf(one.at))).size);
    }
  });
});

describe('days', () => {
  const zones = Intl.supportedValuesOf('timeZone');

  it('are those of the wall calendar in every time zone, at any moment', () => {
    const random = createRandom(11);
    for (const timeZone of zones) {
      const dayOf = dayFormat(timeZone);
      // Swedish writes dates the ISO way
      const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
      for (let round = 0; round < 10; round++) {
        const at = Date.UTC(2024, 0, 1) + random.whole(0, 5 * 365 * 24 * 60) * 60_000;
        expect(dayOf(at), `${timeZone} ${new Date(at).toISOString()}`).toBe(calendar.format(at));
      }
    }
  });

  it('in a row make a streak wherever one lives: one answer at any hour of each day, and a day without ends it', () => {
    const random = createRandom(12);
    for (let round = 0; round < 150; round++) {
      const timeZone = random.pick(zones);
      const dayOf = dayFormat(timeZone);
      const start = `${random.whole(2024, 2028)}-${String(random.whole(1, 12)).padStart(2, '0')}-10`;
      const length = random.whole(1, 40);
      // moments of each day: found by the calendar, whatever the day's length is
      const moment = (date: string) => {
        const noon = Date.parse(`${date}T12:00:00Z`);
        const own = [-24, -18, -12, -6, 0, 6, 12, 18, 24].map((hours) => noon + hours * 3_600_000).filter((at) => dayOf(at) === date);
        return random.pick(own);
      };
      const dates = Array.from({ length }, (_, index) => addDays(start, index));
      const answers = dates.map((date) => answer(new Date(moment(date)).toISOString()));
      const at = (date: string) => progressOf(answers, { timeZone, now: moment(date) }).streak;
      expect(at(dates.at(-1)!)).toBe(length);
      expect(at(addDays(start, length))).toBe(length);
      expect(at(addDays(start, length + 1))).toBe(0);
      const gap = random.whole(0, length - 1);
      const broken = answers.filter((_, index) => index !== gap);
      const left = progressOf(broken, { timeZone, now: moment(dates.at(-1)!) }).streak;
      // today itself may still come
      expect(left).toBe(gap === length - 1 ? length - 1 : length - 1 - gap);
    }
  });
});
