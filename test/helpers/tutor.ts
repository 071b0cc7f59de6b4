import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import type { Block } from '../../src/chat/reply.ts';
import { readConfig } from '../../src/config.ts';
import { createTutor, type Tutor } from '../../src/main.ts';
import { runJson } from '../../src/platforms/terminal/json.ts';

/** One reply as the terminal's protocol writes it. */
export interface JsonReply {
  blocks: Block[];
  media: { name: string; type: string; width: number; height: number; alt: string; path: string }[];
  buttons: { label: string; route?: string }[][];
  quiz?: { code: string; question: string; choices: { label: string; route: string }[]; typed?: string };
  audience?: string;
  facts?: Record<string, unknown>;
  error?: { id: string; message: string };
}
export type JsonLine = Partial<{
  user: string;
  lang: string;
  room: string;
  text: string;
  attach: string[];
  press: string;
  answer: string;
  id: string;
}>;

/** A whole tutor with a database of its own, spoken to through the terminal's protocol. */
export async function startTestTutor(
  environment: Record<string, string> = {},
  { now, folder = mkdtempSync(join(tmpdir(), 'tutor-test-')) }: { now?: () => number; folder?: string } = {},
) {
  const config = readConfig({
    DATABASE_URL: `sqlite:${join(folder, 'tutor.sqlite')}`,
    TUTOR_WORKERS: '1',
    // the same on every machine, whatever GPU it has
    TUTOR_BACKEND: 'wasm',
    TUTOR_TIME_ZONE: 'UTC',
    ...environment,
  });
  const tutor = await createTutor(config, pino({ level: 'silent' }), now);
  return { tutor, folder, ...speakTo(tutor, folder), stop: () => tutor.stop() };
}

/** Says lines to a tutor: `send` gives the parsed answers, in order; `say` the first reply to one line. */
export function speakTo(tutor: Tutor, folder: string) {
  async function send(...lines: (JsonLine | string)[]): Promise<{ replies: JsonReply[]; ms: number }[]> {
    const input = new PassThrough();
    const output = new PassThrough();
    const text = (async () => {
      let all = '';
      for await (const chunk of output) all += chunk;
      return all;
    })();
    const running = runJson({ input, output, folder: join(folder, 'pictures') }, tutor);
    for (const line of lines) input.write(`${typeof line === 'string' ? line : JSON.stringify({ user: 'ann', ...line })}\n`);
    input.end();
    await running;
    output.end();
    return (await text)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  }
  async function say(line: JsonLine): Promise<JsonReply> {
    const [answer] = await send(line);
    return answer!.replies[0]!;
  }
  return { send, say };
}

/** Everything a reply says, as one text. */
export const textOf = (reply: JsonReply | undefined) =>
  (reply?.blocks ?? [])
    .map((block) =>
      'text' in block
        ? block.text
        : block.type === 'math'
          ? block.plain
          : block.type === 'list'
            ? block.items.join('\n')
            : block.rows.map((row) => row.join(' ')).join('\n'),
    )
    .join('\n');
