import type { Api } from 'grammy';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSender, type Destination, type Replaceable } from '../../../src/platforms/telegram/sender.ts';
import { type KeptMessage, type Shown, showWork } from '../../../src/platforms/telegram/working.ts';
import { createTestLog } from '../../helpers/log.ts';
import { createAdapterMemory } from './memory.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start(kind: Destination['kind'], failing = false, kept?: KeptMessage) {
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
    sendPhoto: call('photo', { message_id: 6 }),
    editMessageMedia: call('media', true),
  } as unknown as Api;
  const log = createTestLog();
  return {
    made,
    work: showWork({
      api,
      sender: createSender(api, createAdapterMemory(), log),
      to: { chat: 1, kind },
      log,
      ...(kept === undefined ? {} : { kept }),
    }),
  };
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

describe('a preview', () => {
  const media = { name: 'a.png', type: 'image/png', bytes: new Uint8Array(8), width: 4, height: 4, alt: 'A curve.' };
  const shown = (html: string, picture = true): Shown => {
    const instead = { kind: 'text' as const, html };
    return { instead, message: picture ? { kind: 'photo', media, html } : instead };
  };
  /** Gives a preview ten times a second for so many seconds. */
  async function previewFor(seconds: number, work: ReturnType<typeof showWork>) {
    for (let tick = 1; tick <= seconds * 10; tick++) {
      await vi.advanceTimersByTimeAsync(100);
      work.preview(shown(`${tick}`));
    }
  }
  const requests = (made: string[]) => made.filter((call) => !call.includes('act'));

  it('is a picture that is changed in its place, no more often than Telegram likes, and left for the answer', async () => {
    const { made, work } = start('direct');
    await previewFor(5, work);
    expect(await work.end()).toEqual({ id: 6, media: true });
    await previewFor(3, work);
    expect(requests(made)).toEqual(['2000 photo', '3100 media', '4200 media']);
    expect(await work.end()).toBeUndefined();
  });

  it('that comes too early is shown when it may be, though nothing follows it', async () => {
    const { made, work } = start('group');
    work.preview(shown('first'));
    await vi.advanceTimersByTimeAsync(2500);
    work.preview(shown('second'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(requests(made)).toEqual(['2000 photo', '5100 media']);
    await work.end();
  });

  it('of words becomes a picture in the same message, and takes the place of a line of progress', async () => {
    const { made, work } = start('direct');
    await vi.advanceTimersByTimeAsync(2000);
    work.progress('soon');
    await vi.advanceTimersByTimeAsync(1100);
    work.preview(shown('you are next', false));
    await vi.advanceTimersByTimeAsync(1100);
    work.preview(shown('step 1'));
    await vi.advanceTimersByTimeAsync(1100);
    expect(requests(made)).toEqual(['2000 send soon', '3100 send you are next', '3100 delete', '4200 media']);
    expect(await work.end()).toEqual({ id: 5, media: true });
  });

  it('is kept where a restart finds it, and the answer takes its place even then', async () => {
    let stored: Replaceable | undefined;
    const save = async (message: Replaceable) => {
      stored = message;
    };
    const kept = { load: async () => stored, save };
    const before = start('direct', false, kept);
    await previewFor(3, before.work);
    const after = start('direct', false, kept);
    expect(await after.work.end()).toEqual({ id: 6, media: true });
    await before.work.end();
  });
});
