import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { exerciseOf } from '../../../lessons/quiz/exercise.ts';
import type { Adapter } from '../../../src/chat/chat.ts';
import { paragraph } from '../../../src/chat/reply.ts';
import { startTelegram } from '../../../src/platforms/telegram/telegram.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { createTestLog } from '../../helpers/log.ts';
import { startTestTutor } from '../../helpers/tutor.ts';
import { GROUP, startTelegramEmulator, TOKEN } from './emulator.ts';
import type { Call } from './limits.ts';

type Emulator = Awaited<ReturnType<typeof startTelegramEmulator>>;
const scene = readFileSync(join(projectRoot, 'data/samples/scene.png'));

let tutor: Awaited<ReturnType<typeof startTestTutor>>;
let telegram: Emulator;
let adapter: Adapter;
let log: ReturnType<typeof createTestLog>;

const connect = () => startTelegram({ token: TOKEN, api: telegram.api }, { ...tutor.tutor.partsFor('telegram'), log });

beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

beforeEach(async () => {
  telegram = await startTelegramEmulator();
  telegram.addFile('scene', await sharp(scene).jpeg().toBuffer());
  log = createTestLog();
  adapter = await connect();
});
afterEach(async () => {
  await adapter.stop();
  await telegram.close();
  expect(telegram.problems).toEqual([]);
});

const photo = {
  photo: [
    { file_id: 'small', file_unique_id: 's', width: 90, height: 60 },
    { file_id: 'scene', file_unique_id: 'l', width: 720, height: 480 },
  ],
};
const buttonsOf = (call: Call | undefined) =>
  (
    (call?.parameters.reply_markup as { inline_keyboard: { text: string; callback_data: string }[][] } | undefined)?.inline_keyboard ?? []
  ).flat();

describe('a message that nobody asked for', () => {
  const reply = { blocks: [paragraph('🔔 **Two** skills are due.')], buttons: [[{ label: 'Review', route: 'review' }]] };

  it('reaches the private chat, with its buttons', async () => {
    await telegram.say(70, '/size 7 3');
    const mark = telegram.calls.length;
    expect(await adapter.deliver({ id: '70', language: 'en' }, reply)).toBe('sent');
    const [call] = telegram.calls.slice(mark);
    expect(call!.parameters).toMatchObject({ chat_id: 70, text: '🔔 <b>Two</b> skills are due.' });
    expect(buttonsOf(call)).toMatchObject([{ text: 'Review', callback_data: 'review' }]);
  });

  it('says when the chat is closed, and when the tutor is not connected', async () => {
    await telegram.say(71, '/size 7 3');
    telegram.fail('sendMessage', { status: 403, description: 'Forbidden: bot was blocked by the user' });
    expect(await adapter.deliver({ id: '71', language: 'ru' }, reply)).toBe('closed');
    telegram.fail('sendMessage', { status: 400, description: 'Bad Request: chat not found' });
    expect(await adapter.deliver({ id: '71', language: 'ru' }, reply)).toBe('closed');
    await adapter.stop();
    expect(await adapter.deliver({ id: '71', language: 'ru' }, reply)).toBe('later');
  });
});

describe("a person's own data, asked for in a group", () => {
  async function learn(user: number) {
    const code = 'same:38f3a';
    await telegram.say(user, `/quiz ${code}`);
    await telegram.say(user, String(exerciseOf(code)!.task.answer));
  }

  it('goes to their private chat, and the group only hears that it did', async () => {
    await learn(80);
    const calls = await telegram.say(80, '/export', { chat: GROUP, answers: 4 });
    const files = calls.filter(({ method }) => method === 'sendDocument' || method === 'sendMediaGroup');
    expect(files.length).toBeGreaterThan(0);
    expect(files.every(({ parameters }) => Number(parameters.chat_id) === 80)).toBe(true);
    const inGroup = calls.filter(({ parameters }) => Number(parameters.chat_id) === GROUP);
    expect(inGroup.map(({ parameters }) => parameters.text)).toEqual(['I have sent it to you in our private chat.']);
  });

  it('stays unsaid where there is no private chat', async () => {
    await learn(81);
    telegram.fail('sendDocument', { status: 403, description: "Forbidden: bot can't initiate conversation with a user" });
    const [call] = await telegram.say(81, '/export', { chat: GROUP });
    expect(Number(call!.parameters.chat_id)).toBe(GROUP);
    expect(call!.parameters.text).toContain('open a private chat with me');
  });
});

describe('a learner in a private chat', () => {
  it('asks for a size and gets a drawing with the formula as its caption', async () => {
    const [call] = await telegram.say(1, '/size 7 3 0 3');
    expect(call!.method).toBe('sendPhoto');
    expect(call!.parameters.caption).toContain('⌊(7 + 2·0 − 3) / 3⌋ + 1');
    expect(call!.files[0]!.bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  it('sends a photo with a command in its caption', async () => {
    const [call] = await telegram.say(1, '/convolve sobel', photo);
    expect(call!.method).toBe('sendPhoto');
    expect(call!.parameters.caption).toContain('sobel');
    // the alt text goes along, folded away
    expect(call!.parameters.caption).toContain('<blockquote expandable>');
    const outline = buttonsOf(call).find((button) => button.text === 'outline')!;
    const calls = await telegram.press(1, outline.callback_data);
    expect(calls[0]!.method).toBe('answerCallbackQuery');
    expect(calls.find((one) => one.method === 'sendPhoto')!.parameters.caption).toContain('outline');
  });

  it('asks for the exact pixels and gets them as a file, which is not recompressed', async () => {
    const [call] = await telegram.say(1, '/convolve kernel=sharpen view=result', photo);
    expect(call!.method).toBe('sendDocument');
    expect(await sharp(call!.files[0]!.bytes).metadata()).toMatchObject({ format: 'png', width: 718, height: 478 });
  });

  it('asks for an animation and gets one that moves, with what it shows in its caption', async () => {
    // on a slow machine a note about the work may come first
    const mark = telegram.calls.length;
    telegram.post(1, '/animate');
    const [call] = await telegram.waitFor(({ method }) => method === 'sendAnimation', { from: mark, count: 1 });
    expect(call!.files[0]!.filename).toBe('animation.gif');
    const { format, pages, width, pageHeight } = await sharp(call!.files[0]!.bytes, { animated: true }).metadata();
    expect([format, (pages ?? 1) > 10]).toEqual(['gif', true]);
    // numbers come as text in a form
    expect([Number(call!.parameters.width), Number(call!.parameters.height)]).toEqual([width, pageHeight]);
    expect(call!.parameters.caption).toContain('3×3');
    expect(call!.parameters.caption).toContain('Animation: a 3×3 kernel slides');
    expect(buttonsOf(call).map((button) => button.text)).toContain('Pooling');
  });

  it('moves the window of a step card in its message', async () => {
    const [card] = await telegram.say(1, '/step sobel_x at=240,100', photo);
    expect(card!.method).toBe('sendPhoto');
    expect(card!.parameters.caption).toContain('F.conv2d(x, w)[0, 0, 100, 240]');
    const right = buttonsOf(card).find((button) => button.text === '→')!;
    const calls = await telegram.press(1, right.callback_data, { until: ({ method }) => method === 'editMessageMedia' });
    const edit = calls.find(({ method }) => method === 'editMessageMedia')!;
    expect(edit.files).toHaveLength(1);
    expect(JSON.stringify(edit.parameters.media)).toContain('row 100, column 241');
    expect(calls.some(({ method }) => method.startsWith('send') && method !== 'sendChatAction')).toBe(false);
  });

  it('sends a photo alone, then says what to do with it', async () => {
    const [offer] = await telegram.say(2, '', photo);
    expect(buttonsOf(offer).map((button) => button.text)).toEqual(['Edges', 'Read the digit', 'Pooling', 'Channels']);
    const [call] = await telegram.say(2, '/convolve emboss');
    expect(call!.method).toBe('sendPhoto');
  });

  it('is answered in Russian when their phone speaks it, with markup left harmless', async () => {
    const [call] = await telegram.say(3, '/convolve kernel=<b>&', { language: 'ru' });
    expect(call!.parameters.text).toContain('&lt;b&gt;&amp;');
    expect(call!.parameters.text).toContain('не подходит');
  });

  it('answers a native quiz; the vote is marked once, also when it comes twice', async () => {
    const exercise = exerciseOf('pad:20000')!;
    const [poll] = await telegram.say(4, '/quiz pad:20000');
    expect(poll!.method).toBe('sendPoll');
    expect(poll!.parameters).toMatchObject({
      type: 'quiz',
      is_anonymous: false,
      correct_option_ids: [exercise.choices.indexOf(exercise.task.answer)],
    });
    const wrong = exercise.choices.findIndex((choice) => choice !== exercise.task.answer);
    const id = telegram.lastPoll;
    const mark = telegram.calls.length;
    telegram.vote(4, id, wrong);
    const [feedback] = await telegram.waitFor((call) => call.method === 'sendMessage', { from: mark });
    expect(feedback!.parameters.text).toContain('❌');
    telegram.vote(4, id, exercise.choices.indexOf(exercise.task.answer));
    const [, again] = await telegram.waitFor((call) => call.method === 'sendMessage', { from: mark, count: 2 });
    expect(again!.parameters.text).toContain('already');
    const [progress] = await telegram.say(4, '/progress');
    expect(progress!.parameters.caption).toContain('One answer, 0 right');
  });

  it('types the answer to a question that wants a number', async () => {
    const { task } = exerciseOf('pad:11111')!;
    await telegram.say(5, '/quiz pad:11111');
    const [call] = await telegram.say(5, `${task.answer}`);
    expect(call!.parameters.text).toContain('✅');
  });

  it('follows a deep link to a friend’s question', async () => {
    const [call] = await telegram.say(6, '/start pad-11111');
    expect(call!.parameters.text).toContain('pad:11111');
  });

  it('sends what is no picture, or too large, and is told so', async () => {
    telegram.addFile('notes', Buffer.from('just text'));
    const [first] = await telegram.say(7, '/convolve', { document: { file_id: 'notes', file_unique_id: 'n', file_name: 'photo.png' } });
    expect(first!.parameters.text).toContain('not a picture');
    const [second] = await telegram.say(7, '/convolve', {
      document: { file_id: 'huge', file_unique_id: 'h', file_size: 30_000_000, mime_type: 'image/png' },
    });
    expect(second!.parameters.text).toContain('too large');
    const [third] = await telegram.say(7, '/convolve', { document: { file_id: 'gone', file_unique_id: 'g', mime_type: 'image/png' } });
    expect(third!.parameters.text).toContain('could not fetch');
  });
});

describe('a learner in a group', () => {
  it('is answered as a reply in the topic; other bots’ commands and talk are left alone', async () => {
    const mark = telegram.calls.length;
    telegram.post(1, '/weather@other_bot', { chat: GROUP });
    telegram.post(1, '/quizz', { chat: GROUP, from: { id: 5, is_bot: true, first_name: 'Some bot' } });
    telegram.post(1, 'hello all', { chat: GROUP });
    const [call] = await telegram.say(1, '/size@conv_tutor_bot 32 5', { chat: GROUP, message_thread_id: 17, is_topic_message: true });
    expect(call!.parameters).toMatchObject({
      chat_id: GROUP,
      message_thread_id: 17,
      reply_parameters: { allow_sending_without_reply: true },
    });
    expect(telegram.calls.slice(mark).filter((one) => /^send(?!Chat)/.test(one.method))).toHaveLength(1);
  });

  it('uses a command as a reply to someone’s photo', async () => {
    const reply = {
      message_id: 3,
      date: 0,
      from: { id: 2, is_bot: false, first_name: 'B' },
      chat: { id: GROUP, type: 'supergroup', title: 'x' },
      ...photo,
    };
    const [call] = await telegram.say(1, '/convolve', { chat: GROUP, reply_to_message: reply });
    expect(call!.method).toBe('sendPhoto');
  });

  it('gets a hint that nobody else sees', async () => {
    const [asked] = await telegram.say(1, '/quiz pad:11111', { chat: GROUP });
    const hint = buttonsOf(asked).find((button) => button.text === 'Hint')!;
    const calls = await telegram.press(1, hint.callback_data, { chat: GROUP, until: (call) => call.method === 'answerCallbackQuery' });
    const alert = calls.find((call) => call.method === 'answerCallbackQuery')!;
    expect(alert.parameters).toMatchObject({ show_alert: true });
    expect(alert.parameters.text).toContain('Hint:');
  });

  it('types an answer by replying, whoever asked', async () => {
    const { task } = exerciseOf('pad:11111')!;
    const [asked] = await telegram.say(41, '/quiz pad:11111', { chat: GROUP });
    const answer = buttonsOf(asked).find((button) => button.text === 'Type the answer')!;
    const calls = await telegram.press(42, answer.callback_data, { chat: GROUP });
    expect(calls.find((call) => call.method === 'sendMessage')!.parameters.reply_markup).toMatchObject({
      force_reply: true,
      selective: true,
    });
    const [marked] = await telegram.answerLast(42, `${task.answer}`, { chat: GROUP });
    expect(marked!.parameters.text).toContain('✅');
    expect(await tutor.tutor.store.questions.answersOf('telegram:42')).toHaveLength(1);
  });

  it('asks how it is done without spoiling it for the others', async () => {
    const [asked] = await telegram.say(43, '/quiz pad:11111', { chat: GROUP });
    const how = buttonsOf(asked).find((button) => button.text === 'Show how')!;
    const calls = await telegram.press(44, how.callback_data, { chat: GROUP });
    const { text } = calls.find((call) => call.method === 'sendMessage')!.parameters;
    expect(text).toMatch(/^<a href="tg:\/\/user\?id=44">User 44<\/a>\n\n<tg-spoiler>/);
  });

  it('shares a native quiz: every vote is each one’s own', async () => {
    const exercise = exerciseOf('pad:20000')!;
    await telegram.say(21, '/quiz pad:20000', { chat: GROUP });
    const id = telegram.lastPoll;
    telegram.vote(21, id, exercise.choices.indexOf(exercise.task.answer));
    telegram.vote(
      22,
      id,
      exercise.choices.findIndex((choice) => choice !== exercise.task.answer),
    );
    const answered = (id: number) => tutor.tutor.store.questions.answersOf(`telegram:${id}`);
    await vi.waitFor(async () => expect([...(await answered(21)), ...(await answered(22))]).toHaveLength(2), { timeout: 10_000 });
    const [first] = await telegram.say(21, '/progress');
    expect(first!.parameters.caption).toContain('One answer, 1 right');
    const [second] = await telegram.say(22, '/progress');
    expect(second!.parameters.caption).toContain('One answer, 0 right');
  });
});

describe('when things go wrong', () => {
  const errors = () => log.lines.filter((line) => line.level === 'error').map((line) => line.message);

  it('an old button says so, an expired press is no error', async () => {
    telegram.fail('answerCallbackQuery', { status: 400, description: 'Bad Request: query is too old' });
    const calls = await telegram.press(1, 'gone.action 1');
    expect(calls.find((call) => call.method === 'sendMessage')!.parameters.text).toContain('no longer have');
    expect(errors()).toEqual([]);
  });

  it('a message that cannot be parsed goes out plain', async () => {
    telegram.fail('sendMessage', { status: 400, description: "Bad Request: can't parse entities: …" });
    const [call] = await telegram.say(1, '/help');
    expect(call!.parameters.parse_mode).toBeUndefined();
    expect(call!.parameters.text).toContain('/convolve');
    expect(call!.parameters.text).not.toMatch(/<b>|&lt;/);
  });

  it('a flood limit is waited for', async () => {
    telegram.fail('sendMessage', { status: 429, description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } });
    const [call] = await telegram.say(1, '/settings');
    expect(call!.parameters.text).toContain('English');
  });

  it('a failure of the service and a dropped connection are outlasted: the answer arrives', async () => {
    telegram.fail('sendMessage', { status: 502, description: 'Bad Gateway' });
    const first = telegram.say(1, '/settings');
    await first;
    telegram.fail('sendMessage', 'drop');
    const [call] = await telegram.say(1, '/settings');
    expect(call!.parameters.text).toContain('English');
    expect(errors()).toEqual([]);
  });

  it('a chat that blocked the tutor is left in peace', async () => {
    telegram.fail('sendMessage', { status: 403, description: 'Forbidden: bot was blocked by the user' });
    telegram.post(1, '/help');
    await telegram.say(2, '/help');
    expect(errors()).toEqual([]);
  });

  it('a lost connection is opened again, and said once', async () => {
    telegram.fail('getUpdates', 'drop');
    telegram.fail('getUpdates', 'drop');
    await telegram.say(1, '/about');
    await telegram.say(1, '/settings');
    await vi.waitFor(() => expect(log.lines.some((line) => line.message.includes('connected again'))).toBe(true), { timeout: 10_000 });
    expect(errors()).toEqual(['Telegram cannot be reached; trying again. Check the network and TELEGRAM_API.']);
  });

  it('another program that polls is explained', async () => {
    telegram.fail('getUpdates', { status: 409, description: 'Conflict: terminated by other getUpdates request' });
    await telegram.say(1, '/settings');
    await telegram.say(1, '/settings');
    expect(errors()).toEqual([expect.stringMatching(/Another program fetches.*409.*stop it/)]);
  });

  it('a wrong token is one sentence, without the token', async () => {
    const wrong = await startTelegram({ token: '1:wrong', api: telegram.api }, { ...tutor.tutor.partsFor('telegram-2'), log });
    expect(wrong.status).toMatch(/^Telegram: off\. .*refuses the token.*BotFather/);
    await wrong.stop();
    expect(errors()).toHaveLength(1);
    expect(JSON.stringify(log.lines)).not.toContain('1:wrong');
  });

  it('a service that is not there yet is waited for in the background', async () => {
    const absent = await startTelegram({ token: TOKEN, api: 'http://127.0.0.1:9' }, { ...tutor.tutor.partsFor('telegram-3'), log });
    expect(absent.status).toBe(
      'Telegram: not connected yet. Telegram cannot be reached; trying again. Check the network and TELEGRAM_API.',
    );
    await absent.stop();
    expect(JSON.stringify(log.lines)).not.toContain(TOKEN);
  });
});

it('writes its menus in both languages once, and not again when nothing changed', async () => {
  const menus = () => telegram.calls.filter((call) => call.method === 'setMyCommands');
  await telegram.waitFor((call) => call.method === 'setMyShortDescription', { count: 2 });
  expect(menus()).toHaveLength(4);
  expect(menus().find((call) => call.parameters.language_code === 'ru')!.parameters.commands).toContainEqual(
    expect.objectContaining({ command: 'convolve', description: expect.stringMatching(/Свёртка/) }),
  );
  const mark = telegram.calls.length;
  await adapter.stop();
  adapter = await connect();
  await telegram.waitFor((call) => call.method === 'getMyShortDescription', { from: mark, count: 2 });
  await telegram.say(1, '/settings');
  expect(telegram.calls.slice(mark).filter((call) => call.method.startsWith('setMy'))).toEqual([]);
});
