import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Attachment, Chat, Incoming } from '../../src/chat/chat.ts';
import { type Command, commandsWith } from '../../src/chat/command.ts';
import { LearnerError } from '../../src/chat/errors.ts';
import { image, integer } from '../../src/chat/options.ts';
import { paragraph, type Reply } from '../../src/chat/reply.ts';
import { createRouter } from '../../src/chat/router.ts';
import { loadTexts } from '../../src/chat/texts.ts';
import { projectRoot } from '../../src/project-root.ts';
import { createTestLog } from '../helpers/log.ts';
import { createTestMemory } from '../helpers/memory.ts';

const { defineCommand, defineAction } = commandsWith<{ greeting: string }>();

const look = defineCommand({
  name: 'look',
  topic: 'pictures',
  options: { image: image({ required: true }), zoom: integer({ min: 1, max: 4, default: 1 }) },
  acknowledge: 'public',
  examples: [],
  run: async (_ctx, values) => ({
    blocks: [paragraph(`${values.image.bytes.length} bytes ×${values.zoom}`)],
    facts: { id: values.image.id },
  }),
});
const greet = defineCommand({
  name: 'greet',
  topic: 'you',
  options: {},
  acknowledge: 'private',
  examples: [],
  run: async (ctx, _values, parts) => ({ blocks: [paragraph(`${parts.greeting} ${ctx.language} ${ctx.timeZone}`)] }),
  actions: {
    name: defineAction({
      options: {},
      acknowledge: 'private',
      form: () => ({ title: 'Name', label: 'Your name?' }),
      run: async (_ctx, { form }) => ({ blocks: [paragraph(`Hello ${form}`)] }),
    }),
  },
  listen: async (_ctx, text) => (text === '42' ? { blocks: [paragraph('That is the answer.')] } : undefined),
});
const broken = defineCommand({
  name: 'broken',
  topic: 'you',
  options: {},
  acknowledge: 'public',
  examples: [],
  run: async () => {
    throw new Error('secret detail');
  },
});
const picky = defineCommand({
  name: 'picky',
  topic: 'you',
  options: {},
  acknowledge: 'public',
  examples: [],
  run: async () => {
    throw new LearnerError('option-missing', { option: 'x' });
  },
});

let memory: ReturnType<typeof createTestMemory>;
let log: ReturnType<typeof createTestLog>;
let chat: Chat;
let count = 0;

beforeEach(() => {
  memory = createTestMemory();
  log = createTestLog();
  chat = createRouter({
    commands: [look, greet, broken, picky] as Command<{ greeting: string }>[],
    parts: { greeting: 'Hi' },
    texts: loadTexts([join(projectRoot, 'src/chat')]),
    memory,
    log,
    timeZone: 'UTC',
    pictureCommands: ['look'],
    signal: new AbortController().signal,
  });
});

const photo = (size: number, ref?: string): Attachment => ({
  name: 'photo.png',
  ...(ref === undefined ? {} : { ref }),
  fetch: async () => new Uint8Array(size).fill(size),
});

async function hear(content: Incoming['content'], more: Partial<Incoming> = {}): Promise<Reply[]> {
  const replies: Reply[] = [];
  await chat.handle(
    { id: `t:${count++}`, platform: 't', who: { id: 'ann', language: 'en' }, where: { id: 'ann', kind: 'direct' }, content, ...more },
    {
      caps: { forms: false, plainText: true, maxMediaBytes: 1e9 },
      send: async (reply) => void replies.push(reply),
      progress: () => undefined,
      open: (ref) => photo(ref.length),
    },
  );
  return replies;
}

const say = (text: string, pictures: { attachments?: Attachment[]; repliedTo?: Attachment[] } = {}, more: Partial<Incoming> = {}) =>
  hear({ kind: 'text', text, attachments: [], repliedTo: [], addressed: false, ...pictures }, more);
const textOf = (replies: Reply[]) => replies.map((reply) => (reply.blocks[0] as { text: string }).text).join('\n');
const inGroup: Partial<Incoming> = { where: { id: 'cnn', kind: 'group' } };

describe('pictures', () => {
  it('come with the message, from the message replied to, or the last one sent here', async () => {
    expect(textOf(await say('/look', { attachments: [photo(5)], repliedTo: [photo(6)] }))).toBe('5 bytes ×1');
    expect(textOf(await say('/look zoom=2', { repliedTo: [photo(6)] }))).toBe('6 bytes ×2');
    expect(textOf(await say('/look'))).toBe('6 bytes ×1');
  });

  it('are named in routes and stay available', async () => {
    const [reply] = await say('/look', { attachments: [photo(5)] });
    expect(textOf(await hear({ kind: 'press', route: `look image=#${reply!.facts!.id} zoom=3` }))).toBe('5 bytes ×3');
    expect((await hear({ kind: 'press', route: 'look image=#zzzz9999' }))[0]!.error?.id).toBe('picture-gone');
  });

  it('sent alone are answered with what can be done, in a direct chat only', async () => {
    const [reply] = await say('', { attachments: [photo(7)] });
    expect(reply!.buttons![0]![0]!.route).toMatch(/^look image=#/);
    expect(await say('', { attachments: [photo(9, 'a-reference')] }, inGroup)).toEqual([]);
    // fetched again by its reference: nothing was downloaded before
    expect(textOf(await say('/look', {}, inGroup))).toBe('11 bytes ×1');
  });

  it('that are missing or empty are asked for', async () => {
    expect((await say('/look'))[0]!.error?.id).toBe('picture-missing');
    expect((await say('/look', { attachments: [photo(0)] }))[0]!.error?.id).toBe('picture-empty');
  });

  it('of one person are not taken for another', async () => {
    await say('/look', { attachments: [photo(5)] }, inGroup);
    expect((await say('/look', {}, { ...inGroup, who: { id: 'bob' } }))[0]!.error?.id).toBe('picture-missing');
  });
});

describe('what is not a command', () => {
  it('is offered help in a direct chat and met with silence in a group', async () => {
    expect(textOf(await say('what is this?'))).toContain('/quiz padding');
    expect(await say('what is this?', {}, inGroup)).toEqual([]);
    expect(await say('/weather', {}, inGroup)).toEqual([]);
  });

  it('is suggested when it is nearly one', async () => {
    const [reply] = await say('/gret');
    expect(textOf([reply!])).toBe('There is no command /gret. Did you mean /greet?');
    expect((await say('/gret', {}, inGroup))[0]!.error?.id).toBe('command-unknown-suggest');
  });

  it('is a command without its slash in a direct chat', async () => {
    expect(textOf(await say('greet'))).toBe('Hi en UTC');
    expect(await say('greet', {}, inGroup)).toEqual([]);
  });

  it('may be an answer that a command listens for', async () => {
    expect(textOf(await say('42', {}, inGroup))).toBe('That is the answer.');
    expect(textOf(await hear({ kind: 'answer', text: '42' }))).toBe('That is the answer.');
    expect((await hear({ kind: 'answer', text: '41' }))[0]!.error?.id).toBe('answer-no-question');
  });
});

describe('a form', () => {
  it('is opened by platforms with dialogs', async () => {
    const press: Incoming['content'] = { kind: 'press', route: 'greet.name' };
    const incoming: Incoming = { id: 'x', platform: 't', who: { id: 'ann' }, where: { id: 'ann', kind: 'direct' }, content: press };
    expect(chat.plan(incoming).form).toEqual({ title: 'Name', label: 'Your name?' });
    expect(chat.plan({ ...incoming, content: { ...press, form: 'Ann' } }).form).toBeUndefined();
    expect(textOf(await hear({ ...press, form: 'Ann' }))).toBe('Hello Ann');
  });

  it('is asked as the next message elsewhere, and a command ends it', async () => {
    expect(textOf(await hear({ kind: 'press', route: 'greet.name' }))).toBe('**Name** Your name?');
    expect(textOf(await say('Ann'))).toBe('Hello Ann');
    await hear({ kind: 'press', route: 'greet.name' });
    await say('/greet');
    expect(textOf(await say('Ann'))).toContain('did not understand');
  });
});

describe('failures', () => {
  it('of the person are told in their language', async () => {
    const replies = await say('/picky', {}, { who: { id: 'ann', language: 'ru-RU' } });
    expect(replies[0]!.error).toEqual({ id: 'option-missing', message: 'Не хватает значения «x».' });
  });

  it('of ours are logged under an id that the person gets, without details', async () => {
    const [reply] = await say('/broken');
    const reference = String(log.lines[0]!.fields.reference);
    expect(textOf([reply!])).toContain(reference);
    expect(textOf([reply!])).not.toContain('secret');
    expect(reply!.error?.id).toBe('fault');
  });

  it.each(['convolve.gone 1', 'nothing', '', 'greet.none'])('an old button (%s) says so', async (route) => {
    expect((await hear({ kind: 'press', route }))[0]!.error?.id).toBe('button-old');
  });

  it('of sending do not end anything', async () => {
    await chat.handle(
      { id: 'y', platform: 't', who: { id: 'ann' }, where: { id: 'ann', kind: 'direct' }, content: { kind: 'press', route: 'greet' } },
      {
        caps: { forms: false, plainText: true, maxMediaBytes: 0 },
        send: () => Promise.reject(new Error('gone')),
        progress: () => undefined,
      },
    );
    expect(log.lines.some((line) => line.message === 'the reply could not be sent')).toBe(true);
  });
});

it('speaks the language and time zone that were chosen', async () => {
  memory.profiles.set('t:ann', { language: 'ru', timeZone: 'Europe/Moscow' });
  expect(textOf(await say('/greet'))).toBe('Hi ru Europe/Moscow');
});

it('answers an event once while it is being answered', async () => {
  const incoming: Partial<Incoming> = { id: 'same' };
  const both = await Promise.all([say('/greet', {}, incoming), say('/greet', {}, incoming)]);
  expect(both.flat()).toHaveLength(1);
});

it('logs what was asked and how it ended', async () => {
  await say('/greet');
  await say('/broken');
  expect(memory.activity).toEqual(['greet ok', 'broken fault']);
});
