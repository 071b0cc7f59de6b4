import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { exerciseOf } from '../../../lessons/quiz/exercise.ts';
import type { Adapter } from '../../../src/chat/chat.ts';
import { startDiscord } from '../../../src/platforms/discord/discord.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { createTestLog } from '../../helpers/log.ts';
import { startTestTutor } from '../../helpers/tutor.ts';
import { type Call, type Emulator, startDiscordEmulator, TOKEN } from './emulator.ts';

const EPHEMERAL = 64;
const scene = readFileSync(join(projectRoot, 'data/samples/scene.png'));

let tutor: Awaited<ReturnType<typeof startTestTutor>>;
let discord: Emulator;
let adapter: Adapter;
let log: ReturnType<typeof createTestLog>;

const connect = () => startDiscord({ token: TOKEN, api: discord.api }, { ...tutor.tutor.partsFor('discord'), log });
const buttonsOf = (call: Call | undefined) => (call?.body.components ?? []).flatMap((row) => row.components);
const isRegistration = (call: Call) => call.method === 'PUT' && call.path.endsWith('/commands');

beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());
beforeEach(async () => {
  discord = await startDiscordEmulator();
  log = createTestLog();
  adapter = await connect();
  await discord.waitFor(isRegistration);
});
afterEach(async () => {
  await adapter.stop();
  await discord.close();
  expect(discord.problems).toEqual([]);
});

describe('a learner in a server', () => {
  it('uses /size and gets the formula with a drawing that has an alt text', async () => {
    const { answer, callback } = await discord.use('size', { n: 7, f: 3, p: 0, s: 3 });
    expect(callback.body.type).toBe(5);
    expect(callback.body.data?.flags ?? 0).toBe(0);
    expect(answer.body.content).toContain('⌊(7 + 2·0 − 3) / 3⌋ + 1');
    expect(answer.body.attachments![0]!.description).toContain('one column is reached by no window');
    expect(answer.files[0]!.bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  it('uses /convolve with a picture and goes on by its buttons', async () => {
    const { answer } = await discord.use('convolve', { kernel: 'sobel' }, { image: discord.attachment('scene.png', scene) });
    expect(answer.body.content).toContain('sobel');
    const gaussian = buttonsOf(answer).find((button) => button.label === 'gaussian')!;
    const next = await discord.press(gaussian.custom_id!);
    expect(next.answer!.files).toHaveLength(1);
    expect(next.answer!.body.content).toContain('gaussian');
  });

  it('finds “Edges” in the menu of someone’s picture', async () => {
    const { answer } = await discord.menu('Edges', discord.attachment('photo.png', scene));
    expect(answer.body.content).toContain('sobel');
  });

  it('types a kernel, with completion offering names and what was typed', async () => {
    expect(await discord.complete('convolve', 'kernel', 'sob')).toEqual(['sobel', 'sobel_x', 'sobel_y', 'sob']);
    expect(await discord.complete('quiz', 'topic', '')).toEqual(['padding']);
    const { answer } = await discord.use('convolve', { matrix: '1 2; 3 4', kernel: '1 1' });
    expect(answer.body.content).toContain('3');
  });

  it('answers a question by a button, privately, and is marked once', async () => {
    const exercise = exerciseOf('pad:20000')!;
    const asked = await discord.use('quiz', { topic: 'pad:20000' }, { from: 12 });
    const right = buttonsOf(asked.answer).find((button) => button.label === String(exercise.task.answer))!;
    const marked = await discord.press(right.custom_id!, { from: 12 });
    expect(marked.callback.body.data?.flags).toBe(EPHEMERAL);
    expect(marked.answer!.body.content).toContain('✅');
    const again = await discord.press(right.custom_id!, { from: 12 });
    expect(again.answer!.body.content).toContain('already');
    expect(await tutor.tutor.store.questions.answersOf('discord:423456789012345612')).toHaveLength(1);
  });

  it('types an answer into a dialog, which is the first response', async () => {
    const { task } = exerciseOf('pad:11111')!;
    const asked = await discord.use('quiz', { topic: 'pad:11111' }, { from: 13 });
    const type = buttonsOf(asked.answer).find((button) => button.label === 'Type the answer')!;
    const opened = await discord.press(type.custom_id!, { from: 13 });
    expect(opened.callback.body.type).toBe(9);
    const unreadable = await discord.submit(opened.callback.body.data!.custom_id!, 'no idea', { from: 13 });
    expect(unreadable.answer.body.content).toContain('not a number');
    const { answer } = await discord.submit(opened.callback.body.data!.custom_id!, String(task.answer), { from: 13 });
    expect(answer.body.content).toContain('✅');
  });

  it('reads a digit', async () => {
    if (!existsSync(join(projectRoot, 'models/digits/model.json'))) return;
    const seven = readFileSync(join(projectRoot, 'data/samples/seven.png'));
    const { answer } = await discord.use('classify', {}, { image: discord.attachment('seven.png', seven) });
    expect(answer.body.content).toContain('**7**');
  });

  it('is answered in Russian where Discord is Russian, in private where it concerns only them', async () => {
    const { answer, callback } = await discord.use('settings', {}, { from: 14, locale: 'ru' });
    expect(callback.body.data?.flags).toBe(EPHEMERAL);
    expect(answer.body.content).toContain('Часовой пояс');
  });
});

describe('a learner in the direct chat', () => {
  it('is never answered ephemerally', async () => {
    const { callback, answer } = await discord.use('help', {}, { direct: true });
    expect(callback.body.data?.flags ?? 0).toBe(0);
    expect(answer.body.content).toContain('/convolve');
  });
});

describe('bad input', () => {
  it.each([
    ['a text with a picture’s name', Buffer.from('hello'), 5, 'not a picture'],
    ['a picture over the limit', Buffer.from('x'), 30_000_000, 'too large'],
  ])('%s is one sentence', async (_name, bytes, size, sentence) => {
    const { answer } = await discord.use('convolve', {}, { image: discord.attachment('photo.png', bytes, size) });
    expect(answer.body.content).toContain(sentence);
  });

  it('an old button and a kernel with markup in its name stay harmless', async () => {
    expect((await discord.press('gone.action 1')).answer!.body.content).toContain('no longer have');
    const { answer } = await discord.use(
      'convolve',
      { kernel: '@everyone **bold** ```' },
      { image: discord.attachment('scene.png', scene) },
    );
    expect(answer.body.content).not.toContain('```');
  });
});

describe('when things go wrong', () => {
  it('an event that comes twice is answered once', async () => {
    const id = discord.dispatch(2, { id: '1', name: 'about', type: 1, options: [] }, { repeat: 3 });
    await discord.waitFor((call) => call.path.includes(`token-${id}`) && call.path.startsWith('/webhooks'));
    await discord.use('about');
    expect(discord.calls.filter((call) => call.path.includes(`/interactions/${id}/`))).toHaveLength(1);
  });

  it('an interaction that Discord has forgotten is logged with its age, not thrown', async () => {
    discord.fail(/callback/, 404, { message: 'Unknown interaction', code: 10062 });
    discord.dispatch(2, { id: '1', name: 'about', type: 1, options: [] }, { ageMs: 4000 });
    await vi.waitFor(
      () =>
        expect(log.lines.some((line) => line.level === 'warn' && line.fields.code === 10062 && Number(line.fields.ageMs) >= 4000)).toBe(
          true,
        ),
      { timeout: 10_000 },
    );
    expect(log.lines.filter((line) => line.level === 'error')).toEqual([]);
  });

  it('a rate limit is waited for', async () => {
    discord.fail(/PATCH/, 429, { message: 'You are being rate limited.', retry_after: 0.2, global: false });
    const { answer } = await discord.use('about');
    expect(answer.body.content).toContain('Tutor');
  });

  it('a broken gateway connection is opened again', async () => {
    const before = discord.connections;
    discord.dropGateway();
    await vi.waitFor(() => expect(discord.connections).toBeGreaterThan(before), { timeout: 20_000 });
    const { answer } = await discord.use('about');
    expect(answer.body.content).toContain('Tutor');
  });

  it('heartbeats go on while pictures are worked on', async () => {
    await adapter.stop();
    discord.heartbeatMs = 100;
    adapter = await connect();
    const before = discord.heartbeats;
    const started = Date.now();
    await Promise.all(
      [1, 2, 3, 4].map((stride) =>
        discord.use('convolve', { kernel: 'gaussian', size: 31, stride }, { image: discord.attachment('scene.png', scene) }),
      ),
    );
    const expected = Math.floor((Date.now() - started) / 100);
    // every second beat at least: the event loop was free
    expect(discord.heartbeats - before).toBeGreaterThanOrEqual(Math.floor(expected / 2));
  });

  it('a wrong token is one sentence', async () => {
    const wrong = TOKEN.replace('token', 'wrong');
    await expect(startDiscord({ token: wrong, api: discord.api }, { ...tutor.tutor.partsFor('discord'), log })).rejects.toThrow(
      /Discord refuses the token.*developer portal/,
    );
  });
});

describe('commands', () => {
  it('are written once, with Russian names, and not again when nothing changed', async () => {
    const [call] = discord.calls.filter(isRegistration);
    const written = call!.body as unknown as {
      name: string;
      type: number;
      name_localizations: { ru: string };
      options?: { name: string; type: number; required: boolean }[];
    }[];
    expect(written.find((command) => command.name === 'convolve')).toMatchObject({ type: 1, name_localizations: { ru: 'свёртка' } });
    expect(written.find((command) => command.name === 'Edges')).toMatchObject({ type: 3, name_localizations: { ru: 'Границы' } });
    expect(written.find((command) => command.name === 'convolve')!.options!.find((option) => option.name === 'image')!.type).toBe(11);
    await adapter.stop();
    adapter = await connect();
    await discord.use('about');
    expect(discord.calls.filter(isRegistration)).toHaveLength(1);
  });
});
