import type { Api } from 'grammy';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Destination } from '../../../src/platforms/telegram/sender.ts';
import { showWork } from '../../../src/platforms/telegram/working.ts';
import { createTestLog } from '../../helpers/log.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start(kind: Destination['kind'], failing = false) {
  const made: string[] = [];
  const call = (name: string, result: unknown) => async (_chat: number, text: unknown, edited?: unknown) => {
    made.push(`${Date.now() - begun} ${name} ${name === 'edit' ? edited : typeof text === 'string' ? text : ''}`.trim());
    if (failing) throw new Error('no network');
    return result;
  };
  const begun = Date.now();
  const api = {
    sendChatAction: call('act', true),
    sendMessage: call('send', { message_id: 5 }),
    editMessageText: call('edit', true),
    deleteMessage: call('delete', true),
  } as unknown as Api;
  return { made, work: showWork(api, { chat: 1, kind }, createTestLog()) };
}

/** Reports progress ten times a second for so many seconds. */
async function workFor(seconds: number, work: ReturnType<typeof showWork>) {
  for (let tick = 1; tick <= seconds * 10; tick++) {
    await vi.advanceTimersByTimeAsync(100);
    work.progress(`${tick} of ${seconds * 10}`);
  }
}

it('short work shows only that something is being done', async () => {
  const { made, work } = start('direct');
  await workFor(1, work);
  await work.end();
  await workFor(9, work);
  expect(made).toEqual(['0 act typing']);
});

it('long work is shown from the second second on, edited no more often than Telegram likes, and taken away', async () => {
  const { made, work } = start('direct');
  await workFor(5, work);
  await work.end();
  expect(made).toEqual([
    '0 act typing',
    '2000 send 20 of 50',
    '3100 edit 31 of 50',
    '4000 act typing',
    '4200 edit 42 of 50',
    '5000 delete',
  ]);
});

it('groups hear of it less often', async () => {
  const { made, work } = start('group');
  await workFor(9, work);
  await work.end();
  expect(made.filter((call) => call.includes('edit'))).toEqual(['5100 edit 51 of 90', '8200 edit 82 of 90']);
});

it('a sign that fails disturbs nothing', async () => {
  const { work } = start('direct', true);
  await workFor(4, work);
  await expect(work.end()).resolves.toBeUndefined();
});
