import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exerciseOf } from '../../../lessons/quiz/exercise.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { startTelegramEmulator, TOKEN } from './emulator.ts';

const main = pathToFileURL(join(projectRoot, 'dist/src/main.js')).href;

let telegram: Awaited<ReturnType<typeof startTelegramEmulator>>;
let database: string;
let child: ChildProcess | undefined;

/** The whole tutor as `npm start` runs it, on Telegram and a web port of its own; gives what it printed until it was ready. */
async function serve(token = TOKEN): Promise<string> {
  child = spawn(process.execPath, ['-e', `import(${JSON.stringify(main)}).then((tutor) => tutor.serve())`], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      TELEGRAM_TOKEN: token,
      TELEGRAM_API: telegram.api,
      DISCORD_TOKEN: '',
      DATABASE_URL: database,
      TUTOR_WORKERS: '1',
      LOG_LEVEL: 'silent',
    },
  });
  let printed = '';
  for await (const chunk of child.stdout!) {
    printed += String(chunk);
    if (printed.includes('Ready')) break;
  }
  return printed;
}

async function kill(): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

beforeEach(async () => {
  telegram = await startTelegramEmulator();
  database = `sqlite:${join(mkdtempSync(join(tmpdir(), 'tutor-telegram-')), 'tutor.sqlite')}`;
});
afterEach(async () => {
  await kill();
  await telegram.close();
  expect(telegram.problems).toEqual([]);
});

it('a tutor that is killed while it works answers after its restart, each question once', async () => {
  telegram.addFile(
    'scene',
    await sharp(readFileSync(join(projectRoot, 'data/samples/scene.png')))
      .jpeg()
      .toBuffer(),
  );
  expect(await serve()).toContain('Telegram: on as @conv_tutor_bot');
  telegram.post(1, '/convolve sobel', { photo: [{ file_id: 'scene', file_unique_id: 's', width: 720, height: 480 }] });
  // its work has begun
  await telegram.waitFor((call) => call.method === 'getFile');
  await kill();
  const answers = () => telegram.calls.filter((call) => call.method === 'sendPhoto');
  const before = answers().length;
  await serve();
  await telegram.waitFor((call) => call.method === 'sendPhoto');
  await telegram.say(1, '/settings');
  // killed between answering and crossing it off, it may have answered before: then once more, and never again
  expect(answers().length).toBeLessThanOrEqual(before + 1);
});

it('a vote that is delivered to a tutor about to be killed is marked exactly once', async () => {
  const exercise = exerciseOf('pad:20000')!;
  await serve();
  await telegram.say(4, '/quiz pad:20000');
  const mark = telegram.calls.length;
  telegram.vote(4, telegram.lastPoll, exercise.choices.indexOf(exercise.task.answer));
  await telegram.waitFor((call) => call.method === 'sendMessage', { from: mark });
  await kill();
  await serve();
  telegram.vote(4, telegram.lastPoll, exercise.choices.indexOf(exercise.task.answer));
  await kill();
  await serve();
  telegram.post(4, '/progress');
  const [progress] = await telegram.waitFor((call) => call.method === 'sendPhoto');
  expect(progress!.parameters.caption).toContain('One answer, 1 right');
});

it('a wrong token leaves the web chat running and says what to do', async () => {
  const printed = await serve('1:wrong');
  expect(printed).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
  expect(printed).toMatch(/Telegram: off\. .*@BotFather/);
});
