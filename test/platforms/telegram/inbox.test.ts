import type { Update } from 'grammy/types';
import { expect, it } from 'vitest';
import { createInbox } from '../../../src/platforms/telegram/inbox.ts';
import { forgetOldPolls, fromPollAnswer, rememberPoll } from '../../../src/platforms/telegram/polls.ts';
import { createTestLog } from '../../helpers/log.ts';
import { createAdapterMemory } from './memory.ts';

const DAY = 24 * 60 * 60 * 1000;
const updates = (...ids: number[]) => ids.map((update_id) => ({ update_id }) as Update);
const idsOf = (list: readonly Update[]) => list.map((update) => update.update_id);

it('gives each update once, also after a restart and when numbers start again lower', async () => {
  const memory = createAdapterMemory();
  const inbox = createInbox(memory, createTestLog());
  expect(idsOf(await inbox.receive(updates(900, 901), 0))).toEqual([900, 901]);
  expect(idsOf(await inbox.receive(updates(901, 902), 0))).toEqual([902]);
  const restarted = createInbox(memory, createTestLog());
  expect(idsOf(await restarted.receive(updates(902, 17), 0))).toEqual([17]);
});

it('keeps what is not done for the next start, in order', async () => {
  const memory = createAdapterMemory();
  const inbox = createInbox(memory, createTestLog());
  await inbox.receive(updates(9, 10, 11), 0);
  await inbox.done(10);
  expect(idsOf(await createInbox(memory, createTestLog()).pending(0))).toEqual([9, 11]);
});

it('knows an update that was written down but not noted as seen', async () => {
  const memory = createAdapterMemory();
  await createInbox(memory, createTestLog()).receive(updates(5), 0);
  await memory.delete('seen');
  const restarted = createInbox(memory, createTestLog());
  expect(idsOf(await restarted.pending(0))).toEqual([5]);
  expect(await restarted.receive(updates(5), 0)).toEqual([]);
});

it('gives up an update that ends the process each time, and what is older than a day', async () => {
  const memory = createAdapterMemory();
  const log = createTestLog();
  await createInbox(memory, log).receive(updates(5), 0);
  const tries: number[] = [];
  for (let start = 0; start < 4; start++) tries.push((await createInbox(memory, log).pending(0)).length);
  expect(tries).toEqual([1, 1, 0, 0]);
  expect(log.lines).toHaveLength(1);
  await createInbox(memory, log).receive(updates(6), 0);
  expect(await createInbox(memory, log).pending(DAY + 1)).toEqual([]);
  expect(await memory.list('inbox:')).toEqual([]);
});

it('remembers a bounded number of updates', async () => {
  const memory = createAdapterMemory();
  const inbox = createInbox(memory, createTestLog());
  for (let id = 0; id < 700; id++) await inbox.receive(updates(id), 0);
  expect(JSON.parse((await memory.get('seen'))!)).toHaveLength(500);
});

const vote = (options: number[], poll = 'p') =>
  ({
    update_id: 1,
    poll_answer: { poll_id: poll, user: { id: 7, is_bot: false, first_name: 'Ann' }, option_ids: options },
  }) as unknown as Update;

it('turns a vote into the press of its route, in the poll’s place', async () => {
  const memory = createAdapterMemory();
  await rememberPoll(memory, 'p', { chat: -5, kind: 'group', thread: 3, routes: ['quiz.answer 1 26', 'quiz.answer 1 28'], at: 0 });
  expect(await fromPollAnswer(vote([1]), memory)).toEqual({
    id: 'telegram:1',
    platform: 'telegram',
    who: { id: '7', name: 'Ann' },
    where: { id: '-5', kind: 'group', thread: '3' },
    content: { kind: 'press', route: 'quiz.answer 1 28' },
  });
  expect(await fromPollAnswer(vote([]), memory)).toBeUndefined();
  expect(await fromPollAnswer(vote([0], 'another'), memory)).toBeUndefined();
});

it('forgets polls after a season', async () => {
  const memory = createAdapterMemory();
  await rememberPoll(memory, 'old', { chat: 1, kind: 'direct', routes: [], at: 0 });
  await rememberPoll(memory, 'new', { chat: 1, kind: 'direct', routes: [], at: 80 * DAY });
  await forgetOldPolls(memory, 100 * DAY);
  expect([...memory.entries.keys()]).toEqual(['poll:new']);
});
