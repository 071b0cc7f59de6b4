import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exerciseOf } from '../../lessons/quiz/exercise.ts';
import { written } from '../../lessons/quiz/value.ts';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

/** Codes of “the padding that keeps the size”: to pick, to type, and a picture. */
const PICK = 'same:08f3a';
const TYPE = 'same:38f3a';
const PICTURE = 'same:68f3a';
const answerTo = (code: string) => exerciseOf(code)!.task.answer;
const wrongFor = (code: string) => exerciseOf(code)!.mistakes[0]!;

describe('a question to pick from', () => {
  it('is answered by its button, with the formula', async () => {
    const asked = await tutor.say({ user: 'bea', text: `/quiz ${PICK}` });
    const right = asked.quiz!.choices.find(({ label }) => label === String(answerTo(PICK)))!;
    const marked = await tutor.say({ user: 'bea', press: right.route });
    expect(marked.facts).toMatchObject({ correct: true, counted: true });
    expect(textOf(marked)).toContain('P = (');
  });

  it('is answered by its letter or its number as well', async () => {
    const letter = 'ABCD'.charAt(exerciseOf(PICK)!.choices.indexOf(answerTo(PICK)));
    await tutor.say({ user: 'letters', text: `/quiz ${PICK}` });
    expect((await tutor.say({ user: 'letters', text: letter.toLowerCase() })).facts).toMatchObject({ correct: true });
    await tutor.say({ user: 'numbers', text: `/quiz ${PICK}` });
    expect((await tutor.say({ user: 'numbers', text: String(answerTo(PICK)) })).facts).toMatchObject({ correct: true });
  });

  it('explains the very slip that was made, and how it is done', async () => {
    const { id, value } = wrongFor(PICK);
    await tutor.say({ user: 'carl', text: `/quiz ${PICK}` });
    const marked = await tutor.say({ user: 'carl', text: String(value) });
    expect(marked.facts).toMatchObject({ correct: false, misconception: id });
    expect(textOf(marked)).toContain('F − 1 is what both sides need together');
    expect(textOf(marked)).toContain('The answer');
  });
});

describe('a picture to read', () => {
  it('is sent with letters on it, and the letters are the choices', async () => {
    const asked = await tutor.say({ user: 'dora', text: `/quiz ${PICTURE}` });
    expect(asked.quiz!.choices.map(({ label }) => label)).toEqual(['A', 'B', 'C', 'D']);
    expect(asked.media[0]).toMatchObject({ type: 'image/png', width: 1080 });
    expect(asked.media[0]!.alt).toContain('strips');
    expect(existsSync(asked.media[0]!.path)).toBe(true);
    const place = exerciseOf(PICTURE)!.choices.indexOf(answerTo(PICTURE));
    const marked = await tutor.say({ user: 'dora', press: asked.quiz!.choices[place]!.route });
    expect(marked.facts).toMatchObject({ correct: true });
    expect(textOf(marked)).toContain(`✅ Right: ${'ABCD'.charAt(place)}`);
  });

  it('is the same picture for the same code', async () => {
    const [one, two] = [await tutor.say({ user: 'x', text: `/quiz ${PICTURE}` }), await tutor.say({ user: 'y', text: `/quiz ${PICTURE}` })];
    expect(one.media[0]!.path).toBe(two.media[0]!.path);
  });
});

describe('words in place of an answer', () => {
  it('hint costs no mark, in either language', async () => {
    await tutor.say({ user: 'eve', text: `/quiz ${TYPE}` });
    expect(textOf(await tutor.say({ user: 'eve', text: 'hint' }))).toContain('With stride 1 the kernel takes');
    expect(textOf(await tutor.say({ user: 'eve', lang: 'ru', text: 'Подсказка' }))).toContain('При шаге 1');
    expect((await tutor.say({ user: 'eve', text: String(answerTo(TYPE)) })).facts).toMatchObject({ correct: true, counted: true });
  });

  it('explain shows how it is done, and an answer after it is not marked', async () => {
    await tutor.say({ user: 'finn', lang: 'ru', text: `/quiz ${TYPE}` });
    expect(textOf(await tutor.say({ user: 'finn', lang: 'ru', text: 'объясни' }))).toContain('Решение.');
    const later = await tutor.say({ user: 'finn', text: `/quiz ${TYPE}` });
    expect(later.error).toBeUndefined();
  });

  it('skip asks another one, stop ends it, and nothing is marked', async () => {
    await tutor.say({ user: 'gus', text: `/quiz padding` });
    const next = await tutor.say({ user: 'gus', text: 'skip' });
    expect(next.quiz).toBeDefined();
    expect(textOf(await tutor.say({ user: 'gus', text: 'Stop.' }))).toContain('Stopped');
    expect((await tutor.say({ user: 'gus', text: '5' })).facts?.correct).toBeUndefined();
    expect((await tutor.say({ user: 'gus', text: '/progress' })).facts).toMatchObject({ total: 0 });
    expect(textOf(await tutor.say({ user: 'gus', text: '/quiz stop' }))).toContain('No question is open');
  });
});

describe('talk that is no answer', () => {
  it('does not end a question', async () => {
    await tutor.say({ user: 'hal', text: `/quiz ${TYPE}` });
    await tutor.say({ user: 'hal', text: 'why is padding needed at all' });
    expect((await tutor.say({ user: 'hal', text: String(answerTo(TYPE)) })).facts).toMatchObject({ correct: true });
  });

  it('that looks like one is asked for again, and costs nothing', async () => {
    await tutor.say({ user: 'ida', text: `/quiz ${TYPE}` });
    expect((await tutor.say({ user: 'ida', text: '2 or 3?' })).error?.id).toBe('quiz-unreadable');
    expect((await tutor.say({ user: 'ida', text: String(answerTo(TYPE)) })).facts).toMatchObject({ correct: true, counted: true });
  });
});

describe('a topic', () => {
  it.each([
    ['7', 7],
    ['padding', 7],
    ['Дополнение', 7],
    ['find-kernel', 7],
    ['pad:8f3a', 7],
  ])('%s is understood', async (topic, lesson) => {
    const asked = await tutor.say({ user: 'jan', text: `/quiz ${topic}` });
    expect(exerciseOf(String(asked.facts!.code))!.skill.lesson).toBe(lesson);
  });

  it('misspelt is suggested, unknown ones are listed', async () => {
    expect((await tutor.say({ user: 'kay', text: '/quiz paddding' })).error?.message).toContain('/quiz padding');
    expect((await tutor.say({ user: 'kay', text: '/quiz quantum' })).error?.id).toBe('quiz-topic-unknown');
    expect((await tutor.say({ user: 'kay', text: '/quiz zzz:12345' })).error?.id).toBe('quiz-code-unknown');
  });

  it('goes on with the same topic', async () => {
    const asked = await tutor.say({ user: 'lea', text: '/quiz padding' });
    const marked = await tutor.say({
      user: 'lea',
      press: `quiz.answer id=${asked.facts!.question} value=${written(answerTo(String(asked.facts!.code)))}`,
    });
    expect(marked.buttons.flat().map(({ route }) => route)).toContain('quiz padding');
  });
});

describe('faults', () => {
  it('an answer given twice counts once, and the first one counts', async () => {
    const asked = await tutor.say({ user: 'max', text: `/quiz ${PICK}` });
    const press = (value: unknown) => tutor.say({ user: 'max', press: `quiz.answer id=${asked.facts!.question} value=${value}` });
    expect((await press(wrongFor(PICK).value)).facts).toMatchObject({ correct: false, counted: true });
    const again = await press(answerTo(PICK));
    expect(again.facts).toMatchObject({ correct: false, counted: false });
    expect(textOf(again)).toContain('You have answered this one already');
    expect((await tutor.say({ user: 'max', text: '/progress' })).facts).toMatchObject({ total: 1, correct: 0 });
  });

  it('another person in the group answers for themselves', async () => {
    const asked = await tutor.say({ user: 'nia', room: 'g1', text: `/quiz ${PICK}` });
    const route = `quiz.answer id=${asked.facts!.question} value=${answerTo(PICK)}`;
    expect((await tutor.say({ user: 'ole', room: 'g1', press: route })).facts).toMatchObject({ correct: true, counted: true });
    expect((await tutor.say({ user: 'nia', room: 'g1', press: route })).facts).toMatchObject({ correct: true, counted: true });
  });

  it('an old button, or a choice that the question never had, is told so', async () => {
    expect((await tutor.say({ user: 'pia', press: 'quiz.answer id=999999 value=3' })).error?.id).toBe('button-old');
    const asked = await tutor.say({ user: 'pia', text: `/quiz ${PICTURE}` });
    expect((await tutor.say({ user: 'pia', press: `quiz.answer id=${asked.facts!.question} value=zebra` })).error?.id).toBe('button-old');
  });

  it('a language switched in the middle of a question changes only the words', async () => {
    const asked = await tutor.say({ user: 'qi', text: `/quiz ${PICTURE}` });
    await tutor.say({ user: 'qi', text: '/settings language=ru' });
    const place = exerciseOf(PICTURE)!.choices.indexOf(answerTo(PICTURE));
    expect(textOf(await tutor.say({ user: 'qi', press: asked.quiz!.choices[place]!.route }))).toContain('Верно');
  });
});
