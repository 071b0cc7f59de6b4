import { readFileSync } from 'node:fs';
import knex from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exerciseOf } from '../../lessons/quiz/exercise.ts';
import { written } from '../../lessons/quiz/value.ts';
import { type JsonReply, startTestTutor, textOf } from '../helpers/tutor.ts';

const START = Date.parse('2026-03-02T09:30:00Z');
const TYPE = 'same:38f3a';
let clock = START;
let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor({}, { now: () => clock });
});
afterAll(() => tutor.stop());

async function answer(user: string, { topic = TYPE, right = true, room }: { topic?: string; right?: boolean; room?: string } = {}) {
  const place = room === undefined ? {} : { room };
  const asked = await tutor.say({ user, ...place, text: `/quiz ${topic}` });
  const { task, mistakes } = exerciseOf(String(asked.facts!.code))!;
  const value = written(right ? task.answer : mistakes[0]!.value);
  await tutor.say({ user, ...place, press: `quiz.answer id=${asked.facts!.question} value=${value}` });
  return asked;
}
const rowsOf = (reply: JsonReply, name: string, separator = ',') =>
  readFileSync(reply.media.find((media) => media.name === name)!.path, 'utf8')
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(separator));
const pressOf = (reply: JsonReply) => reply.buttons.flat().find(({ route }) => route?.startsWith('forget.confirm'))!.route!;

describe('/export', () => {
  it('of who has answered nothing says so', async () => {
    expect(textOf(await tutor.say({ user: 'new', text: '/export' }))).toContain('nothing to export');
  });

  it('gives answers and schedule, by the own clock, for oneself only', async () => {
    await tutor.say({ user: 'ann', text: '/settings zone=Europe/Moscow' });
    await answer('ann');
    const asked = await tutor.say({ user: 'ann', text: '/quiz cram same:38f3b' });
    await tutor.say({ user: 'ann', press: `quiz.hint id=${asked.facts!.question}` });
    await tutor.say({ user: 'ann', text: written(exerciseOf('same:38f3b')!.mistakes[0]!.value) });
    const reply = await tutor.say({ user: 'ann', text: '/export' });
    expect(reply).toMatchObject({ audience: 'asker', facts: { answers: 2, skills: 1 } });
    const [header, first, second] = rowsOf(reply, 'answers.csv');
    expect(header!.slice(0, 4)).toEqual(['Time', 'Question', 'Lesson', 'Skill']);
    expect(first).toEqual([
      '2026-03-02 12:30:00',
      TYPE,
      '7',
      'Padding that keeps the size',
      String(exerciseOf(TYPE)!.task.answer),
      String(exerciseOf(TYPE)!.task.answer),
      'right',
      '',
      'no',
      'no',
    ]);
    expect(second!.slice(6, 7).concat(second!.slice(-2))).toEqual(['wrong', 'yes', 'yes']);
    const [, state] = rowsOf(reply, 'schedule.csv');
    expect(state!.slice(1)).toEqual(['7', '2026-03-02 12:40:00', '2026-03-02 12:30:00', '0.35', '2.31', '2.12', '1', '0']);
  });

  it('speaks Russian, with the semicolons that Excel wants there', async () => {
    await answer('яна');
    const reply = await tutor.say({ user: 'яна', lang: 'ru', text: '/выгрузка' });
    expect(rowsOf(reply, 'schedule.csv', ';')[0]!.slice(0, 3)).toEqual(['Навык', 'Урок', 'Следующее повторение']);
    expect(rowsOf(reply, 'schedule.csv', ';')[1]![4]).toBe('0,35');
  });
});

describe('/forget me', () => {
  it('asks first, deletes everything of the learner, and says what', async () => {
    clock = START;
    await tutor.say({ user: 'eva', text: '/settings language=en zone=Asia/Tokyo' });
    await answer('eva');
    await tutor.say({ user: 'eva', text: '/lesson padding' });
    await tutor.say({ user: 'eva', text: '/remind 19:00' });
    const ask = await tutor.say({ user: 'eva', text: '/forget me' });
    expect(ask.facts).toEqual({ answers: 1, skills: 1, lessons: 1 });
    expect((await tutor.say({ user: 'eva', text: '/progress' })).facts).toMatchObject({ total: 1 });
    const done = await tutor.say({ user: 'eva', press: pressOf(ask) });
    expect(done.facts).toEqual({ answers: 1, skills: 1, lessons: 1, reminders: 1 });
    expect(textOf(done)).toContain('one answer');
    // not one row of any table names her
    const database = knex({ client: 'sqlite3', connection: { filename: `${tutor.folder}/tutor.sqlite` }, useNullAsDefault: true });
    const tables = await database('sqlite_master').where({ type: 'table' }).select<{ name: string }[]>('name');
    for (const { name } of tables) expect(JSON.stringify(await database(name).select()), name).not.toContain('terminal:eva');
    await database.destroy();
    expect((await tutor.say({ user: 'eva', text: '/progress' })).facts).toMatchObject({ total: 0 });
    expect((await tutor.say({ user: 'eva', text: '/settings' })).facts).toMatchObject({ timeZone: 'UTC' });
  });

  it('pressed twice, or again later, finds nothing more', async () => {
    clock = START;
    await answer('fay');
    const ask = await tutor.say({ user: 'fay', text: '/forget' });
    await tutor.say({ user: 'fay', press: pressOf(ask) });
    expect((await tutor.say({ user: 'fay', press: pressOf(ask) })).facts).toMatchObject({ answers: 0, skills: 0 });
  });

  it('works for who asked only, and not for long, whichever way the clock goes', async () => {
    clock = START;
    await answer('gil', { room: 'g' });
    await answer('hob', { room: 'g' });
    const ask = await tutor.say({ user: 'gil', room: 'g', text: '/forget me' });
    expect((await tutor.say({ user: 'hob', room: 'g', press: pressOf(ask) })).error?.id).toBe('forget-not-yours');
    for (const ms of [11 * 60_000, -86_400_000]) {
      clock = START + ms;
      expect((await tutor.say({ user: 'gil', room: 'g', press: pressOf(ask) })).error?.id).toBe('forget-too-late');
    }
    clock = START;
    for (const user of ['gil', 'hob']) expect((await tutor.say({ user, text: '/progress' })).facts).toMatchObject({ total: 1 });
  });

  it('leaves others what they answered to a question of the person who goes', async () => {
    clock = START;
    const asked = await answer('ida', { room: 'g' });
    const value = written(exerciseOf(TYPE)!.task.answer);
    await tutor.say({ user: 'jo', room: 'g', press: `quiz.answer id=${asked.facts!.question} value=${value}` });
    await tutor.say({ user: 'ida', press: pressOf(await tutor.say({ user: 'ida', text: '/forget me' })) });
    expect((await tutor.say({ user: 'jo', text: '/progress' })).facts).toMatchObject({ total: 1, correct: 1 });
    expect(rowsOf(await tutor.say({ user: 'jo', text: '/export' }), 'answers.csv')[1]![1]).toBe(TYPE);
    const again = await tutor.say({ user: 'jo', room: 'g', press: `quiz.answer id=${asked.facts!.question} value=${value}` });
    expect(again.facts).toMatchObject({ counted: false });
  });

  it('is asked in Russian too', async () => {
    const ask = await tutor.say({ user: 'мила', lang: 'ru', text: '/забудь меня' });
    expect(textOf(ask)).toContain('Кнопка действует 10 минут');
    expect(textOf(await tutor.say({ user: 'мила', lang: 'ru', press: pressOf(ask) }))).toContain('Удалено');
  });
});
