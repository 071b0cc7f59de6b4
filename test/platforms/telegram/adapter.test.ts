import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Adapter } from '../../../src/chat/chat.ts';
import { type Command, commandsWith } from '../../../src/chat/command.ts';
import { LearnerError } from '../../../src/chat/errors.ts';
import { image, integer, text } from '../../../src/chat/options.ts';
import { type Media, math, paragraph, type Reply, table } from '../../../src/chat/reply.ts';
import { createRouter } from '../../../src/chat/router.ts';
import { loadTexts } from '../../../src/chat/texts.ts';
import { startTelegram } from '../../../src/platforms/telegram/telegram.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { createTestLog } from '../../helpers/log.ts';
import { createTestMemory } from '../../helpers/memory.ts';
import { GROUP, startTelegramEmulator, TOKEN } from './emulator.ts';
import type { Call } from './limits.ts';
import { createAdapterMemory } from './memory.ts';

/** What a command waits for, so that a test decides when work ends. */
function createGate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

const { defineCommand, defineAction } = commandsWith<{ gate: ReturnType<typeof createGate>; picture: Media; ran: string[] }>();
const common = { topic: 'you' as const, acknowledge: 'public' as const, examples: [] as string[] };
const secret = `The answer is 28, because ${'of the long reason '.repeat(15)}.`;
const question: Reply = {
  blocks: [paragraph('How large is it?')],
  quiz: {
    code: 'pad:1',
    question: 'How large is it?',
    choices: [
      { label: '26', route: 'ask.choose value=26' },
      { label: '28', route: 'ask.choose value=28' },
    ],
    correct: 1,
  },
};

/** A few commands, each with something that a platform must be able to show. */
const commands = [
  defineCommand({
    ...common,
    name: 'ask',
    options: {},
    run: async () => question,
    actions: {
      choose: defineAction({
        options: { value: integer({ min: 0, max: 99, required: true }) },
        acknowledge: 'private',
        async run(ctx, { value }, { ran }) {
          ran.push(`${ctx.who.key} ${value}`);
          return { blocks: [paragraph(value === 28 ? 'Right.' : 'Wrong.')], audience: 'asker' };
        },
      }),
    },
  }),
  defineCommand({
    ...common,
    name: 'typed',
    options: {},
    run: async () => ({
      blocks: [paragraph('Type the number.')],
      quiz: {
        code: 'pad:2',
        question: 'N?',
        typed: { route: 'typed.answer', label: 'Answer', form: { title: 'Answer', label: 'Your number', placeholder: '28' } },
      },
    }),
    actions: {
      answer: defineAction({
        options: {},
        acknowledge: 'private',
        form: () => ({ title: 'Answer', label: 'Your number', placeholder: '28' }),
        run: async (ctx, { form = '' }) => ({ blocks: [paragraph(`${ctx.who.name} typed ${form}`)], audience: 'asker' }),
      }),
    },
  }),
  defineCommand({
    ...common,
    name: 'show',
    options: {},
    run: async () => ({ blocks: [paragraph('Shall I?')], buttons: [[{ label: 'How', route: 'show.how' }]] }),
    actions: {
      how: defineAction({
        options: {},
        acknowledge: 'private',
        run: async () => ({ blocks: [paragraph(secret)], audience: 'asker' }),
      }),
      late: defineAction({
        options: {},
        acknowledge: 'private',
        async run(_ctx, _values, { gate }) {
          await gate.opened;
          return { blocks: [paragraph('At last.')], audience: 'asker' };
        },
      }),
      refuse: defineAction({
        options: {},
        acknowledge: 'private',
        run: async () => {
          throw new LearnerError('button-old');
        },
      }),
    },
  }),
  defineCommand({
    ...common,
    name: 'turn',
    options: { page: integer({ min: 1, max: 9, default: 1 }) },
    run: async (_ctx, { page }) => ({
      blocks: [paragraph(`Page ${page}`)],
      buttons: [[{ label: 'Next', route: `turn ${page + 1}` }]],
      replace: true,
    }),
  }),
  defineCommand({
    ...common,
    name: 'frames',
    options: { count: integer({ min: 1, max: 12, default: 1 }) },
    run: async (_ctx, { count }, { picture }) => ({
      blocks: [paragraph('Frames')],
      media: Array.from({ length: count }, () => picture),
      buttons: [[{ label: 'Again', route: `frames ${count}` }]],
      replace: true,
    }),
  }),
  defineCommand({
    ...common,
    name: 'wait',
    options: {},
    async run(ctx, _values, { gate, ran }) {
      ran.push(ctx.event);
      await gate.opened;
      return { blocks: [paragraph('Done waiting.')] };
    },
  }),
  defineCommand({
    ...common,
    name: 'watch',
    options: { words: integer({ min: 0, max: 1, default: 0 }) },
    long: true,
    async run(ctx, { words }, { gate, picture, ran }) {
      ran.push(ctx.event);
      const show = (note: string, media?: Media) =>
        ctx.progress({
          fraction: 0.5,
          note,
          preview: { ...(media === undefined ? {} : { media }), buttons: [[{ label: 'Stop', route: 'watch.stop' }]] },
        });
      show('Step 1', words === 1 ? undefined : picture);
      await gate.opened;
      return { blocks: [paragraph('Learned.')], media: [picture], buttons: [[{ label: 'Again', route: 'watch' }]] };
    },
    actions: {
      stop: defineAction({
        options: {},
        acknowledge: 'private',
        async run(_ctx, _values, { gate }) {
          gate.open();
          return undefined;
        },
      }),
    },
  }),
  defineCommand({
    ...common,
    name: 'echo',
    options: { words: text({ rest: true }) },
    run: async (_ctx, { words = '' }) => ({ blocks: [paragraph(words)] }),
  }),
  defineCommand({
    ...common,
    name: 'lecture',
    options: {},
    run: async () => ({ blocks: [paragraph('word '.repeat(1200).trim())], buttons: [[{ label: 'Again', route: 'lecture' }]] }),
  }),
  defineCommand({
    ...common,
    name: 'card',
    options: {
      page: integer({ min: 1, max: 9, default: 1 }),
      picture: integer({ min: 0, max: 1, default: 0 }),
      short: integer({ min: 0, max: 1, default: 0 }),
    },
    run: async (_ctx, { page, picture: pictured, short }, { picture }) => ({
      blocks: [
        { type: 'heading', text: 'Output size' },
        paragraph('With **padding** `P` < N:\nat both ends'),
        math(`N' = \\frac{N + 2P - F}{S} + ${page}\nN' > 3`, `N' = (N + 2P − F) / S + ${page}`),
        { type: 'list', items: ['one', 'two'] },
        table(['F', 'P'], [['3', '1']]),
      ],
      ...(pictured === 1 ? { media: [{ ...picture, width: 1080 }] } : {}),
      buttons: [[{ label: 'Next', route: `card ${page + 1}` }]],
      ...(short === 1 ? {} : { typeset: true }),
      replace: true,
    }),
  }),
  defineCommand({
    ...common,
    name: 'look',
    options: { image: image({ required: true }) },
    run: async (_ctx, { image: seen }) => ({ blocks: [paragraph(`${seen.bytes.length} bytes`)] }),
  }),
] as Command<unknown>[];

const texts = loadTexts(['src/chat', 'src/platforms/telegram'].map((folder) => join(projectRoot, folder)));

let telegram: Awaited<ReturnType<typeof startTelegramEmulator>>;
let adapter: Adapter;
let log: ReturnType<typeof createTestLog>;
let memory: ReturnType<typeof createAdapterMemory>;
let gate: ReturnType<typeof createGate>;
let ran: string[];
/** What was typeset as a picture, and whether above another. */
let typeset: { latex: readonly string[]; above: boolean }[];
let picture: Media;

function connect(kept = memory): Promise<Adapter> {
  const chat = createRouter({
    commands,
    parts: { gate, picture, ran },
    texts,
    memory: createTestMemory(),
    log,
    timeZone: 'UTC',
    pictureCommands: ['look'],
    signal: new AbortController().signal,
  });
  return startTelegram({ token: TOKEN, api: `${telegram.api}/` }, { chat, memory: kept, log, typeset: typesetInTest });
}

async function typesetInTest(latex: readonly string[], above?: Uint8Array) {
  typeset.push({ latex, above: above !== undefined });
  return { type: picture.type, bytes: picture.bytes, width: 1080, height: 200 };
}

beforeEach(async () => {
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
  picture = { name: 'frame.png', type: 'image/png', bytes, width: 60, height: 40, alt: 'A white sheet' };
  telegram = await startTelegramEmulator();
  telegram.addFile('large', Buffer.from('12345'));
  log = createTestLog();
  memory = createAdapterMemory();
  gate = createGate();
  ran = [];
  typeset = [];
  adapter = await connect();
});
afterEach(async () => {
  gate.open();
  await adapter.stop();
  await telegram.close();
  expect(telegram.problems).toEqual([]);
  expect(log.lines.filter((line) => line.level === 'error')).toEqual([]);
});

const photo = { photo: [{ file_id: 'large', file_unique_id: 'l', width: 90, height: 60 }] };
const ofMethod = (method: string) => (call: Call) => call.method === method;
const buttonsOf = (call: Call | undefined) =>
  (
    (call?.parameters.reply_markup as { inline_keyboard?: { text: string; callback_data: string }[][] } | undefined)?.inline_keyboard ?? []
  ).flat();

describe('a reply that takes the place of another', () => {
  it('edits a text; the same again is no error', async () => {
    const [first] = await telegram.say(1, '/turn');
    expect(first!.parameters.text).toBe('Page 1');
    const mark = telegram.calls.length;
    await telegram.press(1, 'turn 2', { until: ofMethod('editMessageText') });
    await telegram.press(1, 'turn 3', { until: ofMethod('editMessageText') });
    const again = await telegram.press(1, 'turn 4', { until: ofMethod('editMessageText') });
    expect(again.find(ofMethod('editMessageText'))!.parameters).toMatchObject({ chat_id: 1, text: 'Page 4' });
    expect(telegram.calls.slice(mark).filter((call) => call.method === 'sendMessage')).toEqual([]);
  });

  it('that changes nothing is no error', async () => {
    await telegram.say(1, '/turn');
    telegram.fail('editMessageText', { status: 400, description: 'Bad Request: message is not modified' });
    await telegram.press(1, 'turn 2', { until: ofMethod('answerCallbackQuery') });
    const [next] = await telegram.say(1, '/echo on');
    expect(next!.parameters.text).toBe('on');
  });

  it('exchanges a picture, and is sent anew where it cannot be edited in', async () => {
    await telegram.say(1, '/frames');
    const calls = await telegram.press(1, 'frames 1', { until: ofMethod('editMessageMedia') });
    expect(calls.find(ofMethod('editMessageMedia'))!.files).toHaveLength(1);
    telegram.fail('editMessageMedia', { status: 400, description: 'Bad Request: message can’t be edited' });
    const anew = await telegram.press(1, 'frames 1', { until: ofMethod('deleteMessage') });
    expect(anew.filter(ofMethod('sendPhoto'))).toHaveLength(1);
  });
});

describe('work that is watched', () => {
  it('is one message from the first picture to the answer; meanwhile the same person is answered, and their press ends it', async () => {
    telegram.post(1, '/watch');
    const [shown] = await telegram.waitFor(ofMethod('sendPhoto'));
    expect(shown!.parameters).toMatchObject({ chat_id: 1, caption: expect.stringMatching(/^Step 1/) });
    expect(buttonsOf(shown).map(({ callback_data }) => callback_data)).toEqual(['watch.stop']);
    expect((await telegram.say(1, '/echo still here'))[0]!.parameters.text).toBe('still here');
    const calls = await telegram.press(1, 'watch.stop', { until: ofMethod('editMessageMedia') });
    const answer = calls.find(ofMethod('editMessageMedia'))!;
    expect(answer.parameters.media).toMatchObject({ type: 'photo', caption: expect.stringMatching(/^Learned\./) });
    expect(buttonsOf(answer).map(({ callback_data }) => callback_data)).toEqual(['watch']);
    expect(calls.filter(({ method }) => /^send(?!ChatAction)|^delete/.test(method))).toEqual([]);
  });

  it('of words becomes the picture that answers it, in a group as a reply to who asked', async () => {
    const asked = telegram.post(1, '/watch words=1', { chat: GROUP });
    const [shown] = await telegram.waitFor(ofMethod('sendMessage'));
    expect(shown!.parameters).toMatchObject({ text: 'Step 1', reply_parameters: { message_id: asked.message_id } });
    gate.open();
    await telegram.waitFor(ofMethod('editMessageMedia'));
  });

  it('is sent anew where an older server cannot make a picture of words', async () => {
    telegram.post(1, '/watch words=1');
    await telegram.waitFor(ofMethod('sendMessage'));
    telegram.fail('editMessageMedia', { status: 400, description: 'Bad Request: there is no media in the message to edit' });
    gate.open();
    await telegram.waitFor(ofMethod('sendPhoto'));
    await telegram.waitFor(ofMethod('deleteMessage'));
  });

  it('is told in words in a group that allows no pictures', async () => {
    telegram.forbid(GROUP, 'sendPhoto', 'not enough rights to send photos to the chat');
    telegram.post(1, '/watch', { chat: GROUP });
    await telegram.waitFor(ofMethod('sendChatAction'));
    gate.open();
    const [told] = await telegram.waitFor(ofMethod('sendMessage'));
    expect(told!.parameters.text).toContain('Learned.');
  });
});

describe('formulas of a lesson', () => {
  const RICH = [
    '<h3>Output size</h3>',
    '<p>With <b>padding</b> <code>P</code> &lt; N:<br>at both ends</p>',
    "<tg-math-block>N' = \\frac{N + 2P - F}{S} + 1</tg-math-block>",
    "<tg-math-block>N' \\gt  3</tg-math-block>",
    '<ul><li>one</li><li>two</li></ul>',
    '<table bordered striped><tr><th>F</th><th>P</th></tr><tr><td>3</td><td>1</td></tr></table>',
  ].join('\n');

  it('are typeset by Telegram in a rich message, which the next card takes the place of', async () => {
    const [card] = await telegram.say(1, '/card');
    expect(card!.method).toBe('sendRichMessage');
    expect(card!.parameters.rich_message).toEqual({ html: RICH });
    expect(buttonsOf(card).map(({ callback_data }) => callback_data)).toEqual(['card 2']);
    const calls = await telegram.press(1, 'card 2', { until: ofMethod('editMessageText') });
    expect(calls.find(ofMethod('editMessageText'))!.parameters.rich_message).toEqual({ html: RICH.replace('+ 1<', '+ 2<') });
    expect(typeset).toEqual([]);
  });

  it.each([
    [404, 'Not Found: method not found'],
    [400, 'Bad Request: rich messages are not supported'],
  ])('are plain text where the server answers %i, and a picture from then on', async (status, description) => {
    telegram.fail('sendRichMessage', { status, description });
    const [card] = await telegram.say(1, '/card');
    expect(card!.method).toBe('sendMessage');
    expect(card!.parameters.text).toContain("<code>N' = (N + 2P − F) / S + 1</code>");
    expect(buttonsOf(card)).toHaveLength(1);
    const [next] = await telegram.say(1, '/card');
    expect(next!.method).toBe('sendPhoto');
    expect(next!.parameters.caption).toContain("<code>N' = (N + 2P − F) / S + 1</code>");
    expect(typeset).toEqual([{ latex: ["N' = \\frac{N + 2P - F}{S} + 1", "N' > 3"], above: false }]);
  });

  it('one message that Telegram cannot read says nothing about the others', async () => {
    telegram.fail('sendRichMessage', { status: 400, description: "Bad Request: can't parse rich message" });
    expect((await telegram.say(1, '/card'))[0]!.method).toBe('sendMessage');
    expect((await telegram.say(1, '/card'))[0]!.method).toBe('sendRichMessage');
  });

  it('stand above the card’s own picture, in one message that can be turned', async () => {
    const [card] = await telegram.say(1, '/card picture=1');
    expect(card!.method).toBe('sendPhoto');
    // the readable form stands in the text already and is not said again below it
    expect(`${card!.parameters.caption}`.split('(N + 2P − F)')).toHaveLength(2);
    expect(card!.parameters.caption).toContain('<blockquote expandable>A white sheet</blockquote>');
    expect(typeset).toEqual([{ latex: expect.any(Array), above: true }]);
  });

  it('of short answers stay text', async () => {
    const [card] = await telegram.say(1, '/card short=1');
    expect(card!.method).toBe('sendMessage');
    expect(typeset).toEqual([]);
  });
});

describe('several pictures', () => {
  it('come as an album with their buttons on the text below', async () => {
    const [album, text] = await telegram.say(1, '/frames 3', { answers: 2 });
    expect(album!.method).toBe('sendMediaGroup');
    expect(album!.files).toHaveLength(3);
    expect(album!.parameters.media).toMatchObject([{ caption: 'A white sheet' }, {}, {}]);
    expect(text!.parameters.text).toBe('Frames');
    expect(buttonsOf(text).map((button) => button.text)).toEqual(['Again']);
  });

  it('of a learner’s album are answered once', async () => {
    const mark = telegram.calls.length;
    for (const caption of ['/look', '', '']) telegram.post(1, caption, { ...photo, media_group_id: 'a' });
    for (const caption of ['', '', '']) telegram.post(2, caption, { ...photo, media_group_id: 'b' });
    const answers = await telegram.waitFor((call) => call.method === 'sendMessage', { from: mark, count: 2 });
    expect(answers.find((call) => call.parameters.chat_id === 1)!.parameters.text).toBe('5 bytes');
    expect(answers.find((call) => call.parameters.chat_id === 2)!.parameters.text).toContain('Got your picture');
    await telegram.say(1, '/echo end');
    await telegram.say(2, '/echo end');
    expect(telegram.calls.slice(mark).filter((call) => call.method === 'sendMessage')).toHaveLength(4);
  });
});

describe('an answer that is typed in a group', () => {
  it('gets through in privacy mode: the button opens the reply field of who pressed it', async () => {
    const [asked] = await telegram.say(1, '/typed', { chat: GROUP });
    expect(asked!.parameters.text).toContain('Reply to this message, or press the button');
    const calls = await telegram.press(2, 'typed.answer', { chat: GROUP });
    expect(calls.find(ofMethod('sendMessage'))!.parameters).toMatchObject({
      text: '<a href="tg://user?id=2">User 2</a>\n\n<b>Answer</b> Your number',
      reply_markup: { force_reply: true, selective: true, input_field_placeholder: '28' },
    });
    const [marked] = await telegram.answerLast(2, '28', { chat: GROUP });
    expect(marked!.parameters.text).toBe('User 2 typed 28');
  });

  it('is asked for without ceremony in private', async () => {
    const [asked] = await telegram.say(1, '/typed');
    expect(asked!.parameters).toMatchObject({ text: 'Type the number.' });
    await telegram.press(1, 'typed.answer');
    const [marked] = await telegram.say(1, '27');
    expect(marked!.parameters.text).toBe('User 1 typed 27');
  });
});

describe('what is for one person in a group', () => {
  it('is covered and names them when it is too long for an alert', async () => {
    await telegram.say(1, '/show', { chat: GROUP });
    const calls = await telegram.press(2, 'show.how', { chat: GROUP });
    expect(calls.find(ofMethod('sendMessage'))!.parameters.text).toBe(
      `<a href="tg://user?id=2">User 2</a>\n\n<tg-spoiler>${secret}</tg-spoiler>`,
    );
  });

  it('is a message after all when it took too long for an alert', async () => {
    await telegram.say(1, '/show', { chat: GROUP });
    const mark = telegram.calls.length;
    const pressed = telegram.press(2, 'show.late', { chat: GROUP });
    const [answered] = await telegram.waitFor(ofMethod('answerCallbackQuery'), { from: mark });
    expect(answered!.parameters.text).toBeUndefined();
    gate.open();
    expect((await pressed).find(ofMethod('sendMessage'))!.parameters.text).toContain('At last.');
  });

  it('is an alert when it is a refusal', async () => {
    await telegram.say(1, '/show', { chat: GROUP });
    const calls = await telegram.press(2, 'show.refuse', { chat: GROUP, until: ofMethod('answerCallbackQuery') });
    expect(calls.find(ofMethod('answerCallbackQuery'))!.parameters).toMatchObject({
      show_alert: true,
      text: expect.stringContaining('button'),
    });
  });
});

describe('polls', () => {
  it('count votes, not votes taken back; an answer in private is told, in a group the poll shows it', async () => {
    await telegram.say(1, '/ask');
    const mark = telegram.calls.length;
    telegram.vote(1, telegram.lastPoll, 1);
    const [told] = await telegram.waitFor(ofMethod('sendMessage'), { from: mark });
    expect(told!.parameters).toMatchObject({ chat_id: 1, text: 'Right.' });
    await telegram.say(1, '/ask', { chat: GROUP });
    const after = telegram.calls.length;
    telegram.vote(2, telegram.lastPoll);
    telegram.vote(2, telegram.lastPoll, 0);
    await telegram.say(2, '/echo end', { chat: GROUP });
    expect(ran).toEqual(['telegram:1 28', 'telegram:2 26']);
    expect(telegram.calls.slice(after).filter((call) => call.method === 'sendMessage')).toHaveLength(1);
  });

  it('are answered after a restart', async () => {
    await telegram.say(1, '/ask');
    await adapter.stop();
    adapter = await connect();
    const mark = telegram.calls.length;
    telegram.vote(1, telegram.lastPoll, 0);
    const [told] = await telegram.waitFor(ofMethod('sendMessage'), { from: mark });
    expect(told!.parameters.text).toBe('Wrong.');
  });

  it('become buttons where a group allows none', async () => {
    telegram.forbid(GROUP, 'sendPoll', 'CHAT_SEND_POLLS_FORBIDDEN');
    const [asked] = await telegram.say(1, '/ask', { chat: GROUP });
    expect(buttonsOf(asked).map((button) => button.text)).toEqual(['26', '28']);
    const calls = await telegram.press(2, 'ask.choose value=28', { chat: GROUP, until: ofMethod('answerCallbackQuery') });
    expect(calls.find(ofMethod('answerCallbackQuery'))!.parameters).toMatchObject({ text: 'Right.', show_alert: true });
  });
});

describe('a group', () => {
  it('that allows no pictures is told so, instead of silence', async () => {
    telegram.forbid(GROUP, 'sendPhoto', 'not enough rights to send photos to the chat');
    const [call] = await telegram.say(1, '/frames', { chat: GROUP });
    expect(call!.parameters.text).toContain('Frames');
    expect(call!.parameters.text).toContain('I may not send pictures in this group');
  });

  it('that became a supergroup is answered there', async () => {
    telegram.post(1, '', { chat: -2002 });
    telegram.fail('sendMessage', {
      status: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -2002 },
    });
    const [call] = await telegram.say(1, '/echo moved', { chat: GROUP });
    expect(call!.parameters).toMatchObject({ chat_id: -2002, text: 'moved' });
  });

  it('whose topic is gone is answered in general', async () => {
    const [call] = await telegram.say(1, '/echo here', { chat: GROUP, message_thread_id: 404, is_topic_message: true });
    expect(call!.parameters.message_thread_id).toBeUndefined();
    expect(call!.parameters.text).toBe('here');
  });

  it('does not wait for one person’s work', async () => {
    telegram.post(1, '/wait', { chat: GROUP });
    const [call] = await telegram.say(2, '/echo meanwhile', { chat: GROUP });
    expect(call!.parameters.text).toBe('meanwhile');
    gate.open();
    await telegram.waitFor((one) => one.parameters.text === 'Done waiting.');
  });
});

describe('one person', () => {
  it('is answered in the order they spoke, but a press is acknowledged at once', async () => {
    const mark = telegram.calls.length;
    telegram.post(1, '/wait');
    const pressed = telegram.press(1, 'echo later', { until: ofMethod('answerCallbackQuery') });
    expect((await pressed).map((call) => call.method)).not.toContain('sendMessage');
    gate.open();
    const answers = await telegram.waitFor(ofMethod('sendMessage'), { from: mark, count: 2 });
    expect(answers.map((call) => call.parameters.text)).toEqual(['Done waiting.', 'later']);
  });

  it('who sends a voice message in private is told what would be understood', async () => {
    const [call] = await telegram.say(1, '', { voice: { file_id: 'v', file_unique_id: 'v', duration: 1 } });
    expect(call!.parameters.text).toContain('send a photo');
  });

  it('gets a long answer in several messages', async () => {
    const parts = await telegram.say(1, '/lecture', { answers: 2 });
    expect(
      parts
        .map((call) => call.parameters.text)
        .join(' ')
        .split(/\s+/),
    ).toHaveLength(1200);
    expect(buttonsOf(parts[0])).toEqual([]);
    expect(buttonsOf(parts[1])).toHaveLength(1);
  });
});

describe('an update', () => {
  it('that is delivered twice is answered once', async () => {
    const message = telegram.post(1, '/echo once');
    const mark = telegram.calls.length;
    await telegram.waitFor(ofMethod('sendMessage'));
    const [id] = JSON.parse(memory.entries.get('seen')!) as number[];
    telegram.repeat({ update_id: id!, message });
    await telegram.say(2, '/echo end');
    expect(telegram.calls.slice(mark).filter((call) => call.parameters.text === 'once').length).toBeLessThanOrEqual(1);
    expect(telegram.calls.filter((call) => call.parameters.text === 'once')).toHaveLength(1);
  });

  it('that was being answered when the process was killed is answered after the restart', async () => {
    telegram.post(1, '/wait');
    await vi.waitFor(() => expect(ran).toHaveLength(1), { timeout: 10_000 });
    // a copy of what is on disk at that moment; the first process never gets to mark the update as done there
    const left = createAdapterMemory(memory.entries);
    const killed = adapter;
    const stopped = killed.stop();
    gate.open();
    await stopped;
    const before = telegram.calls.filter((call) => call.parameters.text === 'Done waiting.').length;
    adapter = await connect(left);
    await vi.waitFor(() => expect(telegram.calls.filter((call) => call.parameters.text === 'Done waiting.')).toHaveLength(before + 1), {
      timeout: 10_000,
    });
    expect(ran[1]).toBe(ran[0]);
    await vi.waitFor(async () => expect(await left.list('inbox:')).toEqual([]), { timeout: 10_000 });
  });
});
