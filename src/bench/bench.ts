/** `npm run bench [-- NAME]`: what the README states about speed, measured on this machine; `-- networks` puts the backends side by side. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import sharp from 'sharp';
import type { Incoming } from '../chat/chat.ts';
import type { Reply } from '../chat/reply.ts';
import { readConfig } from '../config.ts';
import { createTutor, type Tutor } from '../main.ts';
import { projectRoot } from '../project-root.ts';
import { compareBackends } from './compare-backends.ts';
import { compareConvolve } from './compare-convolve.ts';
import { median } from './median.ts';

/** Runs that are not counted, and runs that are. */
const WARM_UP = 5;
const RUNS = 25;
const STARTS = 3;

interface Row {
  what: string;
  goalMs: number;
  times: number[];
}

/** Prints one line a figure: median, fastest and slowest, and the goal. */
export async function bench(args: string[]): Promise<void> {
  if (args[0] === 'networks') return benchNetworks(args.slice(1));
  const chosen = (name: string) => args.length === 0 || args.includes(name);
  process.stdout.write(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node.js ${process.versions.node}\n`);
  const rows: Row[] = [];
  if (chosen('start')) rows.push(await measureStarts());
  const tutor = await startTutor();
  await tutor.engine.about();
  if (chosen('size')) rows.push(await measure(tutor, 'warm /size', 10, () => text('/size 7 3 0 3')));
  if (chosen('size')) rows.push(await measure(tutor, '/size with new numbers', 60, (run) => text(`/size ${20 + run} 3 1 2`)));
  if (chosen('quiz')) rows.push(...(await measureQuiz(tutor)));
  if (chosen('classify')) rows.push(await measurePictures(tutor, '/classify a photo of a digit', 60, '/classify', digitPhoto));
  if (chosen('convolve')) {
    rows.push(
      await measurePictures(tutor, '/convolve sobel, 1-megapixel JPEG', 150, '/convolve kernel=sobel', (run) => photo(run, 'jpeg')),
    );
    rows.push(await measurePictures(tutor, '/convolve sobel, 1-megapixel PNG', 150, '/convolve kernel=sobel', (run) => photo(run, 'png')));
    rows.push(
      await measurePictures(tutor, '/convolve sobel, result alone, JPEG', 150, '/convolve kernel=sobel view=result', (run) =>
        photo(run, 'jpeg'),
      ),
    );
  }
  await tutor.stop();
  const width = Math.max(...rows.map((row) => row.what.length));
  for (const { what, goalMs, times } of rows) {
    const sorted = [...times].sort((a, b) => a - b);
    const middle = median(sorted);
    const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
    process.stdout.write(
      `${what.padEnd(width)}  median ${ms(middle)} (${ms(sorted[0]!)} … ${ms(sorted.at(-1)!)}), goal ${goalMs} ms${middle <= goalMs ? '' : '  MISSED'}\n`,
    );
  }
  if (chosen('convolve')) await compareConvolve();
}

/** `npm run bench -- networks [NETWORK…] [--backends …] [--folder DIR] [--seconds N] [--json]` */
async function benchNetworks(args: string[]): Promise<void> {
  const script = join(projectRoot, 'dist/src/bench/gpu-check.js');
  await compareBackends(args, { script, folders: [join(projectRoot, 'models')], correctness: false });
}

async function startTutor(): Promise<Tutor> {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-bench-'));
  return createTutor(readConfig({ DATABASE_URL: `sqlite:${join(folder, 'tutor.sqlite')}`, TUTOR_WORKERS: '2' }), pino({ level: 'silent' }));
}

const text = (line: string): Incoming['content'] => ({ kind: 'text', text: line, attachments: [], repliedTo: [], addressed: true });

let count = 0;

/** Milliseconds from an event's arrival to its reply. */
async function time(tutor: Tutor, content: Incoming['content']): Promise<{ ms: number; reply: Reply | undefined }> {
  let reply: Reply | undefined;
  const started = performance.now();
  await tutor.chat.handle(
    { id: `bench:${count++}`, platform: 'bench', who: { id: 'one', language: 'en' }, where: { id: 'one', kind: 'direct' }, content },
    {
      caps: { forms: false, plainText: true, maxMediaBytes: Number.POSITIVE_INFINITY },
      async send(sent) {
        reply = sent;
      },
      progress: () => undefined,
    },
  );
  const ms = performance.now() - started;
  if (reply?.error !== undefined) throw new Error(reply.error.message);
  return { ms, reply };
}

async function measure(tutor: Tutor, what: string, goalMs: number, content: (run: number) => Incoming['content']): Promise<Row> {
  const times: number[] = [];
  for (let run = 0; run < WARM_UP + RUNS; run++) {
    const { ms } = await time(tutor, content(run));
    if (run >= WARM_UP) times.push(ms);
  }
  return { what, goalMs, times };
}

async function measureQuiz(tutor: Tutor): Promise<Row[]> {
  const asking: number[] = [];
  const answering: number[] = [];
  for (let run = 0; run < WARM_UP + RUNS; run++) {
    const asked = await time(tutor, text('/quiz padding'));
    const id = String(asked.reply?.facts?.question);
    const answered = await time(tutor, { kind: 'press', route: `quiz.answer id=${id} value=${run}` });
    if (run < WARM_UP) continue;
    asking.push(asked.ms);
    answering.push(answered.ms);
  }
  return [
    { what: '/quiz asks', goalMs: 10, times: asking },
    { what: '/quiz marks an answer', goalMs: 10, times: answering },
  ];
}

/** Every run has a picture of its own, so that nothing comes from memory. */
async function measurePictures(
  tutor: Tutor,
  what: string,
  goalMs: number,
  command: string,
  make: (run: number) => Promise<Uint8Array>,
): Promise<Row> {
  const pictures = await Promise.all(Array.from({ length: WARM_UP + RUNS }, (_, run) => make(run)));
  return measure(tutor, what, goalMs, (run) => ({
    kind: 'text',
    text: command,
    attachments: [{ name: 'picture', fetch: async () => pictures[run]! }],
    repliedTo: [],
    addressed: true,
  }));
}

const sample = (name: string) => readFileSync(join(projectRoot, 'data/samples', name));

/** A megapixel of the sample scene, a little different each time. */
async function photo(run: number, format: 'jpeg' | 'png'): Promise<Uint8Array> {
  const pipeline = sharp(sample('scene.png'))
    .resize(1224, 816)
    .modulate({ brightness: 0.8 + run * 0.01 });
  return new Uint8Array(await (format === 'jpeg' ? pipeline.jpeg({ quality: 90 }) : pipeline.png()).toBuffer());
}

async function digitPhoto(run: number): Promise<Uint8Array> {
  const pipeline = sharp(sample('seven.png'))
    .resize(1000, 1000)
    .modulate({ brightness: 0.85 + run * 0.005 });
  return new Uint8Array(await pipeline.jpeg({ quality: 88 }).toBuffer());
}

/** From the start of the process to the line that says it is ready, with the build made already. */
async function measureStarts(): Promise<Row> {
  const times: number[] = [];
  for (let run = 0; run < STARTS; run++) {
    const folder = mkdtempSync(join(tmpdir(), 'tutor-bench-'));
    const started = performance.now();
    const child = spawn(process.execPath, [join(projectRoot, 'scripts/start.mjs')], {
      env: { PATH: '/usr/bin:/bin', PORT: '0', DATABASE_URL: `sqlite:${join(folder, 'tutor.sqlite')}`, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    for await (const chunk of child.stdout) {
      output += chunk;
      if (output.includes('Ready')) break;
    }
    times.push(performance.now() - started);
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }
  return { what: 'npm start to ready', goalMs: 3000, times };
}
