import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LESSONS } from '../../lessons/catalogue.ts';
import { exerciseOf } from '../../lessons/quiz/exercise.ts';
import { written } from '../../lessons/quiz/value.ts';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-03-02T09:00:00Z');
let clock = START;
let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor({}, { now: () => clock });
});
afterAll(() => tutor.stop());

async function answer(user: string, topic: string, right: boolean) {
  const asked = await tutor.say({ user, text: `/quiz ${topic}` });
  const { task, mistakes } = exerciseOf(String(asked.facts!.code))!;
  return tutor.say({
    user,
    press: `quiz.answer id=${asked.facts!.question} value=${written(right ? task.answer : mistakes[0]!.value)}`,
  });
}

describe('/progress', () => {
  it('of a newcomer is an invitation', async () => {
    const reply = await tutor.say({ user: 'new', text: '/progress' });
    expect(textOf(reply)).toContain('The first question is one press away');
    expect(reply.media[0]).toMatchObject({ type: 'image/png', width: 1080 });
    expect(reply.buttons.flat().map(({ route }) => route)).toEqual(['quiz', 'lesson']);
  });

  it('says how much of each lesson is known, what comes back, and which lesson mends the commonest slip', async () => {
    clock = START;
    await answer('ann', 'same:38f3a', true);
    await answer('ann', 'same:38f3b', false);
    clock = START + DAY;
    await answer('ann', 'same:38f3c', false);
    const reply = await tutor.say({ user: 'ann', text: '/progress' });
    expect(reply.facts).toMatchObject({ total: 3, correct: 1, streak: 2, due: 0, mends: 7 });
    const [lesson] = reply.facts!.lessons as { number: number; mastery: number }[];
    expect(lesson!.number).toBe(7);
    expect(lesson!.mastery).toBeGreaterThan(0);
    expect(lesson!.mastery).toBeLessThan(0.2);
    expect((reply.facts!.forecast as { count: number }[]).reduce((sum, { count }) => sum + count, 0)).toBe(1);
    expect(textOf(reply)).toMatch(/7\. Padding: \d+ %/);
    expect(reply.buttons.flat()).toContainEqual({ label: 'Lesson 7. Padding', route: 'lesson 7' });
    clock += 20 * 60_000;
    const later = await tutor.say({ user: 'ann', text: '/progress' });
    expect(later.buttons.flat()[0]).toMatchObject({ label: 'Next due (1)', route: 'review' });
    const russian = await tutor.say({ user: 'ann', lang: 'ru', text: '/успехи' });
    expect(textOf(russian)).toMatch(/7\. Дополнение: \d+ %/);
    expect(textOf(russian)).toContain('Сейчас пора повторить 1 навык, за неделю — 1.');
  });

  it('explains the slip in every lesson and language, whatever numbers its words hold', async () => {
    for (const { number, skills } of LESSONS)
      for (const { id } of skills) {
        await answer(`slip-${id}`, id, false);
        for (const lang of ['en', 'ru']) {
          const reply = await tutor.say({ user: `slip-${id}`, lang, text: '/progress' });
          expect(reply.error, id).toBeUndefined();
          if (reply.facts!.misconception !== undefined) expect(reply.facts!.mends).toBe(number);
          expect(textOf(reply)).not.toContain('{');
        }
      }
  }, 120_000);
});
