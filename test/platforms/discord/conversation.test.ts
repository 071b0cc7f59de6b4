import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exerciseOf } from '../../../lessons/quiz/exercise.ts';
import type { Adapter } from '../../../src/chat/chat.ts';
import { paragraph } from '../../../src/chat/reply.ts';
import { startDiscord } from '../../../src/platforms/discord/discord.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { createTestLog } from '../../helpers/log.ts';
import { startTestTutor } from '../../helpers/tutor.ts';
import { type Emulator, startDiscordEmulator } from './emulator.ts';
import { EPHEMERAL, TOKEN } from './shapes.ts';

const scene = readFileSync(join(projectRoot, 'data/samples/scene.png'));

/** The whole tutor over Discord: its own commands, engine and store. */
let tutor: Awaited<ReturnType<typeof startTestTutor>>;
let discord: Emulator;
let adapter: Adapter;
let log: ReturnType<typeof createTestLog>;

const connect = () => startDiscord({ token: TOKEN, api: discord.api }, { ...tutor.tutor.partsFor('discord'), log });

beforeAll(async () => {
  tutor = await startTestTutor();
  // the networks are loaded once, before the first learner comes, as at every start
  await tutor.tutor.engine.about();
});
afterAll(() => tutor.stop());
beforeEach(async () => {
  discord = await startDiscordEmulator();
  log = createTestLog();
  adapter = await connect();
  await discord.until(() => (discord.listed().length > 0 ? true : undefined), 'the registration');
});
afterEach(async () => {
  await adapter.stop();
  await discord.close();
  expect(discord.problems).toEqual([]);
  expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
});

describe('a message that nobody asked for', () => {
  it('reaches the direct messages, with its buttons', async () => {
    const reply = { blocks: [paragraph('🔔 **Two** skills are due.')], buttons: [[{ label: 'Review', route: 'review' }]] };
    const to = { id: '42345678901234567810', language: 'en' as const };
    expect(await adapter.deliver(to, reply)).toBe('sent');
    expect(discord.directMessages).toMatchObject([{ to: to.id, body: { content: '🔔 **Two** skills are due.' } }]);
    expect(discord.directMessages[0]!.body.components![0]!.components[0]).toMatchObject({ label: 'Review', custom_id: 'review' });
  });

  it('says when the person takes none, and when the tutor is not connected', async () => {
    const reply = { blocks: [paragraph('🔔')] };
    const to = { id: '42345678901234567811', language: 'en' as const };
    discord.failNext(/POST \/channels\//, 403, { message: 'Cannot send messages to this user', code: 50007 });
    expect(await adapter.deliver(to, reply)).toBe('closed');
    await adapter.stop();
    expect(await adapter.deliver(to, reply)).toBe('later');
  });
});

describe('a learner in a server', () => {
  it('uses /size and gets the formula with a drawing that has an alt text', async () => {
    const answer = await discord.use('size', { n: 7, f: 3, p: 0, s: 3 });
    expect(answer.ephemeral).toBe(false);
    expect(answer.content).toContain('⌊(7 + 2·0 − 3) / 3⌋ + 1');
    expect(answer.files[0]!.alt).toContain('one column is reached by no window');
    expect(answer.files[0]!.bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  it('uses /convolve with a picture and goes on by its buttons', async () => {
    const sobel = await discord.use('convolve', { kernel: 'sobel', image: discord.upload('scene.png', scene) });
    expect(sobel.content).toContain('sobel');
    const gaussian = await discord.press('gaussian', { on: sobel });
    expect(gaussian.content).toContain('gaussian');
    expect(gaussian.files).toHaveLength(1);
    expect(sobel.edits).toBe(1);
  });

  it('gets an animation as a file that moves, with an alt text', async () => {
    const answer = await discord.use('animate', {});
    expect(answer.files).toHaveLength(1);
    expect(answer.files[0]!.name).toBe('animation.gif');
    expect(answer.files[0]!.alt).toContain('4 3 4; 2 4 3; 2 3 4');
    expect(answer.files[0]!.bytes.subarray(0, 6).toString()).toBe('GIF89a');
  });

  it('moves the window of a step card in its message', async () => {
    const card = await discord.use('step', { kernel: 'sobel_x', at: '240,100', image: discord.upload('scene.png', scene) });
    expect(card.content).toContain('row 100, column 240');
    const moved = await discord.press('→', { on: card });
    expect(moved.id).toBe(card.id);
    expect(moved.content).toContain('row 100, column 241');
    expect(moved.files).toHaveLength(1);
  });

  it('finds “Edges” in the menu of someone’s picture', async () => {
    const answer = await discord.menu('Edges', { attachments: [discord.upload('photo.png', scene)] });
    expect(answer.content).toContain('sobel');
    expect(answer.files).toHaveLength(1);
  });

  it('types a kernel, with completion offering names and what was typed', async () => {
    expect(await discord.complete('convolve', 'kernel', 'sob')).toEqual(['sobel', 'sobel_x', 'sobel_y', 'sob']);
    expect(await discord.complete('quiz', 'topic', '')).toContain('padding');
    const answer = await discord.use('convolve', { matrix: '1 2; 3 4', kernel: '1 1' });
    expect(answer.content).toMatch(/```\n3\n7\n```/);
  });

  it('answers a question by a button, privately, and is marked once', async () => {
    const exercise = exerciseOf('pad:20000')!;
    const question = await discord.use('quiz', { topic: 'pad:20000' }, { from: 12 });
    const right = String(exercise.task.answer);
    const marked = await discord.press(right, { on: question, from: 12 });
    expect(marked).toMatchObject({ ephemeral: true, content: expect.stringContaining('✅') });
    const again = await discord.press(right, { on: question, from: 12 });
    expect(again.content).toContain('already');
    expect(await tutor.tutor.store.questions.answersOf('discord:423456789012345612')).toHaveLength(1);
    expect(question.edits).toBe(1);
  });

  it('types an answer into a dialog, which is the first response', async () => {
    const { task } = exerciseOf('pad:11111')!;
    const question = await discord.use('quiz', { topic: 'pad:11111' }, { from: 13 });
    const dialog = await discord.open('Type the answer', { on: question, from: 13 });
    const unreadable = await discord.submit(dialog, 'no idea', { on: question, from: 13 });
    expect(unreadable).toMatchObject({ ephemeral: true, content: expect.stringContaining('as a number, so nothing was marked') });
    const marked = await discord.submit(dialog, String(task.answer), { on: question, from: 13 });
    expect(marked.content).toContain('✅');
  });

  it('reads a digit', async () => {
    if (!existsSync(join(projectRoot, 'models/digits/model.json'))) return;
    const seven = readFileSync(join(projectRoot, 'data/samples/seven.png'));
    const answer = await discord.use('classify', { image: discord.upload('seven.png', seven) });
    expect(answer.content).toContain('**7**');
  });

  it('is answered in Russian where Discord is Russian, in private where it concerns only them', async () => {
    const answer = await discord.use('settings', {}, { from: 14, locale: 'ru' });
    expect(answer).toMatchObject({ ephemeral: true, content: expect.stringContaining('Часовой пояс') });
  });

  it('asks for help and can press the commands in the text', async () => {
    const answer = await discord.use('help');
    expect(answer.content).toMatch(/<\/convolve:\d+> — Convolution/);
  });
});

describe('a learner in the direct chat', () => {
  it('is never answered ephemerally', async () => {
    const answer = await discord.use('help', {}, { where: 'direct' });
    expect(answer.ephemeral).toBe(false);
    expect(discord.calls.some(({ body }) => ((body.flags ?? body.data?.flags ?? 0) & EPHEMERAL) !== 0)).toBe(false);
  });
});

describe('bad input', () => {
  it.each([
    ['a text with a picture’s name', { bytes: Buffer.from('hello') }, 'not a picture'],
    ['a picture over the limit', { bytes: Buffer.from('x'), size: 30_000_000 }, 'too large'],
    ['an empty file', { bytes: Buffer.alloc(0) }, 'empty'],
    ['a picture that Discord no longer gives', { bytes: scene, status: 404 }, 'could not fetch'],
  ])('%s is one sentence, for the asker only', async (_name, { bytes, ...how }, sentence) => {
    const answer = await discord.use('convolve', { image: discord.upload('photo.png', bytes, how) });
    expect(answer).toMatchObject({ ephemeral: true, content: expect.stringContaining(sentence) });
  });

  it('an old button and markup in what was typed stay harmless', async () => {
    expect(await discord.press('gone.action 1')).toMatchObject({ ephemeral: true, content: expect.stringContaining('no longer have') });
    const answer = await discord.use('help', { about: '[x](https://y.z) _a_ <@1>' });
    expect(answer.content).toContain('“\\[x\\](https://y.z) \\_a\\_ \\<@1\\>”');
  });
});

describe('the gateway', () => {
  it('gets its heartbeats while pictures are worked on', async () => {
    await adapter.stop();
    discord.gateway.settings.heartbeatMs = 100;
    adapter = await connect();
    const before = discord.gateway.counts.heartbeats;
    const started = Date.now();
    const strides = [1, 2, 3, 4];
    const work = (stride: number) =>
      discord.use('convolve', { kernel: 'gaussian', size: 31, stride, image: discord.upload('scene.png', scene) });
    await Promise.all(strides.map(work));
    const expected = Math.floor((Date.now() - started) / 100);
    // every second beat at least: the event loop was free
    expect(discord.gateway.counts.heartbeats - before).toBeGreaterThanOrEqual(Math.floor(expected / 2));
  });
});
