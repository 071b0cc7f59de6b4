import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lessonText } from '../../lessons/cards.ts';
import { findLesson, LESSONS } from '../../lessons/catalogue.ts';
import { exerciseOf } from '../../lessons/quiz/exercise.ts';
import { written } from '../../lessons/quiz/value.ts';
import { Problem } from '../../src/vision/problem.ts';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

const padding = findLesson('padding')!;
const { cards } = lessonText(padding, 'en');
const routesOf = (reply: { buttons: { route?: string }[][] }) => reply.buttons.flat().map(({ route }) => route);

describe('a learner reads', () => {
  it('the list, with the first lesson next', async () => {
    const reply = await tutor.say({ user: 'ann', text: '/lesson' });
    expect(reply.facts).toEqual({ done: [], next: LESSONS[0]!.number });
    for (const lesson of LESSONS) expect(textOf(reply)).toContain(`${lesson.number}. `);
    expect(textOf(await tutor.say({ user: 'ann', lang: 'ru', text: '/урок' }))).toContain('Дополнение');
  });

  it('a card without its picture when a busy machine cannot draw it, and draws it when asked again', async () => {
    const busy = vi.spyOn(tutor.tutor.engine, 'run').mockRejectedValueOnce(new Problem('job-time'));
    const reply = await tutor.say({ user: 'eve', text: '/lesson padding 1' });
    busy.mockRestore();
    expect(reply.error).toBeUndefined();
    expect(textOf(reply)).toContain(cards[0]!.title);
    expect(textOf(reply)).toContain(`It shows: ${cards[0]!.figures[0]!.alt}`);
    expect(reply.media).toHaveLength(cards[0]!.figures.length - 1);
    const again = reply.buttons.flat().find(({ label }) => label === 'Draw the picture')!;
    expect((await tutor.say({ user: 'eve', press: again.route! })).media).toHaveLength(cards[0]!.figures.length);
  });

  it('a lesson card by card, to the end and back', async () => {
    const cover = await tutor.say({ user: 'bob', text: '/lesson padding' });
    expect(textOf(cover)).toContain('After this lesson you can');
    let next = routesOf(cover).at(-1)!;
    for (const [index, card] of cards.entries()) {
      const reply = await tutor.say({ user: 'bob', press: next });
      expect(textOf(reply)).toContain(card.title);
      expect(reply.facts).toMatchObject({ lesson: 7, card: index + 1 });
      next = routesOf(reply).at(-1)!;
    }
    expect(next).toBe('lesson 8');
    expect((await tutor.say({ user: 'bob', text: '/lesson' })).facts).toMatchObject({ done: [7] });
    const back = await tutor.say({ user: 'bob', press: `lesson.turn lesson=7 card=${cards.length - 1}` });
    expect(textOf(back)).toContain(cards[cards.length - 2]!.title);
    // what is done stays done
    expect((await tutor.say({ user: 'bob', text: '/lesson' })).facts).toMatchObject({ done: [7] });
  });

  it('and finds the place again, on another device and in another language', async () => {
    await tutor.say({ user: 'cyd', text: '/lesson 7 3' });
    expect((await tutor.say({ user: 'cyd', lang: 'ru', text: '/lesson' })).facts).toMatchObject({ next: 7 });
    expect((await tutor.say({ user: 'cyd', lang: 'ru', room: 'elsewhere', text: '/lesson дополнение' })).facts).toMatchObject({ card: 3 });
  });

  it('a card far behind the last one is the last one', async () => {
    expect((await tutor.say({ user: 'dan', text: '/lesson 7 40' })).facts).toMatchObject({ card: cards.length });
  });

  it('is asked at a card, and finds the way back', async () => {
    const card = await tutor.say({ user: 'eli', text: '/lesson 7 2' });
    const ask = routesOf(card).find((route) => route?.startsWith('quiz '))!;
    const asked = await tutor.say({ user: 'eli', press: ask });
    const { answer } = exerciseOf(String(asked.facts!.code))!.task;
    const marked = await tutor.say({ user: 'eli', press: `quiz.answer id=${asked.facts!.question} value=${written(answer)}` });
    expect(marked.facts).toMatchObject({ correct: true });
    expect(routesOf(marked)).toContain('lesson 7 2');
    expect((await tutor.say({ user: 'eli', press: 'lesson 7 2' })).facts).toMatchObject({ lesson: 7, card: 2 });
  });
});

describe('a lesson that there is not', () => {
  it.each([
    ['/lesson pading', 'lesson-unknown-suggest'],
    ['/lesson quantum', 'lesson-unknown'],
    ['/lesson 99', 'lesson-unknown'],
    ['/lesson padding 400', 'option-out-of-range'],
  ])('%s is refused with %s', async (text, id) => {
    const reply = await tutor.say({ user: 'fay', text });
    expect(reply.error?.id).toBe(id);
    expect(reply.error!.message).not.toMatch(/\{|undefined/);
  });
});
