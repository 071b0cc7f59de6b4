import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exerciseOf } from '../lessons/quiz/exercise.ts';
import { written } from '../lessons/quiz/value.ts';
import type { Delivery } from '../src/chat/chat.ts';
import type { Reply } from '../src/chat/reply.ts';
import { startTestTutor, textOf } from './helpers/tutor.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TYPE = 'same:38f3a';

type TestTutor = Awaited<ReturnType<typeof startTestTutor>>;
let clock = 0;
let tutor: TestTutor;
let sent: { id: string; language: string; text: string; reply: Reply }[] = [];
let outcome: Delivery | Error = 'sent';

beforeAll(async () => {
  tutor = await startTestTutor({}, { now: () => clock });
});
afterAll(() => tutor.stop());
beforeEach(() => {
  sent = [];
  outcome = 'sent';
});

/** The reminders of one process. */
const serviceOf = ({ tutor: whole }: TestTutor) =>
  whole.remindersFor(
    new Map([
      [
        'terminal',
        async ({ id, language }, reply) => {
          if (outcome instanceof Error) throw outcome;
          if (outcome === 'sent') sent.push({ id, language, text: textOf(reply as never), reply });
          return outcome;
        },
      ],
    ]),
  );
const moment = (at: string) => {
  clock = Date.parse(at);
};
/** Learns something, so that a review is due ten minutes later. */
async function learn(user: string, lang = 'en', from = tutor) {
  const asked = await from.say({ user, lang, text: `/quiz ${TYPE}` });
  await from.say({ user, press: `quiz.answer id=${asked.facts!.question} value=${written(exerciseOf(TYPE)!.task.answer)}` });
}
/** Lets the minutes pass, checking at each. */
async function pass(minutes: number, service = serviceOf(tutor), step = 1) {
  for (let minute = 0; minute < minutes; minute += step) {
    clock += step * MINUTE;
    await service.check();
  }
}

describe('/remind', () => {
  it('is off until it is asked for, is shown, changed and turned off', async () => {
    moment('2026-03-02T10:00:00Z');
    expect((await tutor.say({ user: 'ann', text: '/remind' })).facts).toMatchObject({ on: false });
    const on = await tutor.say({ user: 'ann', text: '/remind 19:00' });
    expect(on).toMatchObject({ audience: 'asker', facts: { on: true, time: '19:00', timeZone: 'UTC' } });
    expect((await tutor.say({ user: 'ann', text: '/remind' })).facts).toMatchObject({ on: true, time: '19:00' });
    expect((await tutor.say({ user: 'ann', text: '/remind 7:30 am' })).facts).toMatchObject({ time: '07:30' });
    expect((await tutor.say({ user: 'ann', press: 'remind off' })).facts).toMatchObject({ on: false });
    expect((await tutor.say({ user: 'ann', text: '/remind 25:00' })).error?.id).toBe('remind-unreadable');
    const russian = await tutor.say({ user: 'яна', lang: 'ru', text: '/напоминание в 8' });
    expect(textOf(russian)).toContain('Каждый день в **08:00**');
    expect((await tutor.say({ user: 'яна', lang: 'ru', text: '/remind Выкл' })).facts).toMatchObject({ on: false });
    expect(textOf(await tutor.say({ user: 'gus', room: 'g', text: '/remind 9' }))).toContain('Open our direct chat');
    await tutor.say({ user: 'gus', text: '/remind off' });
  });
});

describe('a reminder', () => {
  it('comes at its minute, once, with what is due and a way to turn it off, in the language chosen since', async () => {
    moment('2026-03-02T10:00:00Z');
    await learn('bob');
    await tutor.say({ user: 'bob', text: '/remind 19:00' });
    await tutor.say({ user: 'bob', text: '/settings language=ru' });
    moment('2026-03-02T18:58:00Z');
    await pass(1);
    expect(sent).toEqual([]);
    await pass(120);
    expect(sent).toMatchObject([{ id: 'bob', language: 'ru', text: expect.stringContaining('Пора повторить 1 навык') }]);
    expect(sent[0]!.reply.buttons!.flat().map(({ route }) => route)).toEqual(['review', 'remind off']);
    await tutor.say({ user: 'bob', text: '/remind off' });
  });

  it('knows of what comes due later that day, so that who answers after it every evening is reminded', async () => {
    moment('2026-03-02T19:03:00Z');
    await learn('amy');
    clock += 10 * MINUTE;
    await learn('amy');
    await tutor.say({ user: 'amy', text: '/remind 19:00' });
    moment('2026-03-04T18:59:00Z');
    await pass(2);
    expect(sent).toMatchObject([{ id: 'amy', reply: { facts: { due: 1 } } }]);
    expect((await tutor.say({ user: 'amy', press: 'review' })).facts).toMatchObject({ due: 1 });
    await tutor.say({ user: 'amy', text: '/remind off' });
  });

  it('set for an hour that has passed comes tomorrow', async () => {
    moment('2026-03-02T20:00:00Z');
    await learn('cid');
    await tutor.say({ user: 'cid', text: '/remind 19:00' });
    await pass(22 * 60, serviceOf(tutor), 30);
    expect(sent).toEqual([]);
    await pass(90);
    expect(sent).toHaveLength(1);
    await tutor.say({ user: 'cid', text: '/remind off' });
  });

  it('without anything due nudges whoever has begun and not answered that day, and leaves the others alone', async () => {
    moment('2026-03-02T10:00:00Z');
    for (const user of ['dan', 'eva', 'new']) await tutor.say({ user, text: '/remind 12:00' });
    // two right answers put the next review two days off
    for (const user of ['dan', 'eva']) {
      await learn(user);
      clock += 10 * MINUTE;
      await learn(user);
    }
    moment('2026-03-03T09:00:00Z');
    // whichever form it takes: an answer, right or wrong, is what counts
    const crammed = await tutor.say({ user: 'eva', text: '/quiz cram padding-same' });
    const { task } = exerciseOf(String(crammed.facts!.code))!;
    await tutor.say({ user: 'eva', press: `quiz.answer id=${crammed.facts!.question} value=${written(task.answer)}` });
    moment('2026-03-03T11:59:00Z');
    await pass(5);
    expect(sent).toMatchObject([{ id: 'dan', text: expect.stringContaining('A question or two') }]);
    for (const user of ['dan', 'eva', 'new']) await tutor.say({ user, text: '/remind off' });
  });

  it('that was missed while nothing ran comes once after the restart', async () => {
    moment('2026-03-02T10:00:00Z');
    await learn('fay');
    await tutor.say({ user: 'fay', text: '/remind 19:00' });
    const { folder } = tutor;
    await tutor.stop();
    moment('2026-03-04T08:00:00Z');
    tutor = await startTestTutor({}, { now: () => clock, folder });
    await pass(60);
    expect(sent.map(({ id }) => id)).toEqual(['fay']);
    await tutor.stop();
    tutor = await startTestTutor({}, { now: () => clock, folder });
    await pass(9 * 60, serviceOf(tutor), 15);
    expect(sent).toHaveLength(1);
    await pass(120, serviceOf(tutor), 15);
    expect(sent).toHaveLength(2);
    await tutor.say({ user: 'fay', text: '/remind off' });
  });

  it('is sent by one of two processes only', async () => {
    moment('2026-03-02T10:00:00Z');
    const users = Array.from({ length: 12 }, (_, index) => `many${index}`);
    for (const user of users) {
      await learn(user);
      await tutor.say({ user, text: '/remind 19:00' });
    }
    const other = await startTestTutor({}, { now: () => clock, folder: tutor.folder });
    moment('2026-03-02T19:00:00Z');
    const services = [serviceOf(tutor), serviceOf(other)];
    await Promise.all(services.flatMap((service) => [service.check(), service.check()]));
    expect(sent.map(({ id }) => id).sort()).toEqual([...users].sort());
    for (const user of users) await tutor.say({ user, text: '/remind off' });
    await other.stop();
  });

  it('waits for a platform that is not connected, is not repeated after a failure, and ends with a closed chat', async () => {
    moment('2026-03-02T10:00:00Z');
    await learn('gil');
    await tutor.say({ user: 'gil', text: '/remind 19:00' });
    moment('2026-03-02T19:00:00Z');
    outcome = 'later';
    await pass(3);
    outcome = 'sent';
    await pass(3);
    expect(sent).toHaveLength(1);
    outcome = new Error('the line broke');
    clock += DAY;
    await pass(3);
    outcome = 'sent';
    await pass(3);
    expect(sent).toHaveLength(1);
    outcome = 'closed';
    clock += DAY;
    await pass(1);
    expect((await tutor.say({ user: 'gil', text: '/remind' })).facts).toMatchObject({ on: false });
  });

  it('is not sent again by a clock that is set back', async () => {
    moment('2026-03-02T10:00:00Z');
    await learn('hal');
    await tutor.say({ user: 'hal', text: '/remind 19:00' });
    moment('2026-03-02T19:00:00Z');
    await pass(2);
    clock -= 30 * HOUR;
    await pass(31 * 60, serviceOf(tutor), 10);
    expect(sent).toHaveLength(1);
    await pass(24 * 60, serviceOf(tutor), 10);
    expect(sent).toHaveLength(2);
    await tutor.say({ user: 'hal', text: '/remind off' });
  });

  it.each([
    ['America/New_York', '2:30', '2026-03-07T12:00:00Z', ['2026-03-08T07:00', '2026-03-09T06:30']],
    ['America/New_York', '1:30', '2026-10-31T12:00:00Z', ['2026-11-01T05:30', '2026-11-02T06:30']],
    ['Europe/Moscow', '19:00', '2026-03-28T17:00:00Z', ['2026-03-29T16:00', '2026-03-30T16:00']],
  ])('follows the clock of %s at %s from %s', async (zone, time, start, expected) => {
    moment(start);
    const user = `${zone}${time}`;
    await tutor.say({ user, text: `/settings zone=${zone}` });
    await learn(user);
    await tutor.say({ user, text: `/remind ${time}` });
    const service = serviceOf(tutor);
    const at: string[] = [];
    for (let half = 0; half < 96; half++) {
      clock += 30 * MINUTE;
      const before = sent.length;
      await service.check();
      if (sent.length > before) at.push(new Date(clock).toISOString().slice(0, 16));
    }
    expect(at).toEqual(expected);
    await tutor.say({ user, text: '/remind off' });
  });

  it('moves with the time zone and still comes once a day', async () => {
    moment('2026-03-02T03:00:00Z');
    await learn('ivy');
    await tutor.say({ user: 'ivy', text: '/settings zone=Asia/Tokyo' });
    await tutor.say({ user: 'ivy', text: '/remind 19:00' });
    moment('2026-03-02T10:00:00Z');
    await pass(1);
    expect(sent).toHaveLength(1);
    // the same evening in New York
    await tutor.say({ user: 'ivy', text: '/settings zone=America/New_York' });
    await pass(20 * 60, serviceOf(tutor), 10);
    expect(sent).toHaveLength(1);
    await pass(24 * 60, serviceOf(tutor), 10);
    expect(sent).toHaveLength(2);
  });
});
