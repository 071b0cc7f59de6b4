import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { dueOf, forecast, gradeOf, mastery, reviewed } from '../../../lessons/memory/schedule.ts';
import { addDays, dayFormat } from '../../../lessons/progress.ts';
import type { SkillState } from '../../../src/store/reviews.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = Date.parse('2026-03-01T10:00:00Z');
const answer = (at: number, correct = true, hinted = false) => ({ learner: 't:ann', skill: 'unreached', correct, hinted, at });
const after = (...answers: ReturnType<typeof answer>[]) =>
  answers.reduce<SkillState | undefined>((before, one) => reviewed(before, one), undefined)!;

describe('a grade', () => {
  it('is Good for right, Hard after a hint, Again for wrong with or without one', () => {
    expect(gradeOf({ correct: true, hinted: false })).toBe(Rating.Good);
    expect(gradeOf({ correct: true, hinted: true })).toBe(Rating.Hard);
    expect(gradeOf({ correct: false, hinted: false })).toBe(Rating.Again);
    expect(gradeOf({ correct: false, hinted: true })).toBe(Rating.Again);
  });
});

describe('the schedule', () => {
  it('follows the library step by step, its states kept as plain data in between', () => {
    const grades = [Rating.Good, Rating.Good, Rating.Hard, Rating.Again, Rating.Good, Rating.Good, Rating.Good, Rating.Again] as const;
    let card = createEmptyCard(new Date(START));
    let state: SkillState | undefined;
    let at = START;
    for (const grade of grades) {
      card = fsrs({ enable_fuzz: false }).next(card, new Date(at), grade).card;
      // as the database would give it back
      state = JSON.parse(JSON.stringify(reviewed(state, answer(at, grade !== Rating.Again, grade === Rating.Hard)))) as SkillState;
      expect(state).toMatchObject({
        due: card.due.getTime(),
        stability: card.stability,
        difficulty: card.difficulty,
        reps: card.reps,
        lapses: card.lapses,
        state: card.state,
        scheduledDays: card.scheduled_days,
        learningSteps: card.learning_steps,
      });
      at = card.due.getTime() + 3 * 3_600_000;
    }
  });

  it('stands still while a clock that was set back has not caught up', () => {
    const before = after(answer(START), answer(START + 10 * MINUTE));
    const back = reviewed(before, answer(START - 400 * DAY));
    expect(back).toEqual(reviewed(before, answer(START + 10 * MINUTE)));
    expect(back.lastReview).toBe(START + 10 * MINUTE);
    expect(back.due).toBeGreaterThan(START);
  });

  it('puts the longest due first and leaves out what is not due', () => {
    const state = (skill: string, due: number) => ({ ...after(answer(START)), skill, due });
    const states = [state('late', START - DAY), state('now', START), state('later', START + 1), state('latest', START - 9 * DAY)];
    expect(dueOf(states, START, dayFormat('UTC')).map(({ skill }) => skill)).toEqual(['latest', 'late', 'now']);
  });

  it("has what was put off by days due from the learner's own midnight on", () => {
    const state = { ...after(answer(START)), due: Date.parse('2026-03-04T19:05:00Z'), scheduledDays: 2 };
    const isDue = (at: string, timeZone: string) => dueOf([state], Date.parse(at), dayFormat(timeZone)).length === 1;
    expect(isDue('2026-03-03T23:59:00Z', 'UTC')).toBe(false);
    expect(isDue('2026-03-04T00:00:00Z', 'UTC')).toBe(true);
    // 19:05 UTC is already the fifth in Tokyo
    expect(isDue('2026-03-04T14:59:00Z', 'Asia/Tokyo')).toBe(false);
    expect(isDue('2026-03-04T15:00:00Z', 'Asia/Tokyo')).toBe(true);
  });
});

describe('mastery', () => {
  it('grows with every right answer in time, falls with forgetting, and stays within 0…1', () => {
    const once = after(answer(START));
    const twice = after(answer(START), answer(START + 10 * MINUTE), answer(START + 3 * DAY));
    expect(mastery(once, START)).toBeCloseTo(Math.log(1 + 2.3065) / Math.log(31), 3);
    expect(mastery(twice, START + 3 * DAY)).toBeGreaterThan(2 * mastery(once, START));
    // FSRS' own meaning of stability: after S days nine of ten are still known
    expect(mastery(twice, twice.lastReview + twice.stability * DAY) / mastery(twice, twice.lastReview)).toBeCloseTo(0.9, 1);
    expect(mastery(twice, START + 4000 * DAY)).toBeGreaterThan(0);
    expect(mastery({ ...twice, stability: 30_000 }, twice.lastReview)).toBe(1);
    expect(mastery(after(answer(START, false)), START)).toBeLessThan(0.1);
  });

  it('of a clock set back is that of the last review', () => {
    const state = after(answer(START));
    expect(mastery(state, START - 100 * DAY)).toBe(mastery(state, START));
  });
});

describe('the forecast', () => {
  it("counts each skill on the learner's own day, what is overdue on the first", () => {
    const state = (due: string) => ({ ...after(answer(START)), due: Date.parse(due) });
    const states = ['2026-02-01T00:00:00Z', '2026-03-01T20:59:00Z', '2026-03-01T21:01:00Z', '2026-03-14T12:00:00Z', '2026-03-15T22:00:00Z'];
    const dates = Array.from({ length: 14 }, (_, index) => addDays('2026-03-01', index));
    // midnight in Moscow is 21:00 UTC
    const counts = forecast(states.map(state), dates, dayFormat('Europe/Moscow'));
    expect(counts).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});
