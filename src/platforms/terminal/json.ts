/**
 * The terminal's protocol for scripts: one JSON line in, one JSON line out, in order.
 * In: {"user","lang"?,"room"?,"text"?,"attach"?:[paths],"press"?:route,"answer"?,"id"?}; out: {"replies":[…],"ms"}.
 */
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { AdapterParts, Chat, Incoming } from '../../chat/chat.ts';
import type { Caps } from '../../chat/context.ts';
import type { Reply } from '../../chat/reply.ts';
import { refusal } from '../../chat/router.ts';
import { nearestLanguage } from '../../chat/texts.ts';
import { attachmentOf, saveMedia } from './files.ts';

const Line = z.strictObject({
  user: z.string().min(1).max(100),
  name: z.string().max(100).optional(),
  lang: z.string().max(35).optional(),
  room: z.string().min(1).max(100).optional(),
  text: z.string().max(20_000).optional(),
  attach: z.array(z.string()).max(10).optional(),
  press: z.string().max(2000).optional(),
  answer: z.string().max(2000).optional(),
  /** The event's id: the same line sent again with the same id is the same event. */
  id: z.string().max(100).optional(),
});
type Line = z.infer<typeof Line>;

const CAPS: Caps = { forms: false, plainText: true, maxMediaBytes: Number.POSITIVE_INFINITY };

export interface JsonSettings {
  input: Readable;
  output: Writable;
  /** Where pictures are written. */
  folder: string;
}

/** Answers line by line until the input ends. */
export async function runJson({ input, output, folder }: JsonSettings, { chat }: Pick<AdapterParts, 'chat'>): Promise<void> {
  const session = randomUUID();
  let count = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === '') continue;
    const started = performance.now();
    const replies = await answerLine(chat, text, `${session}:${count++}`);
    const written = await Promise.all(replies.map((reply) => describe(reply, folder)));
    const ms = Math.round((performance.now() - started) * 10) / 10;
    if (!output.write(`${JSON.stringify({ replies: written, ms })}\n`)) await new Promise((resolve) => output.once('drain', resolve));
  }
}

async function answerLine(chat: Chat, text: string, id: string): Promise<Reply[]> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [refusal(chat.translate('en'), 'terminal-not-json')];
  }
  const line = Line.safeParse(parsed);
  if (!line.success) {
    const issue = line.error.issues[0]!;
    const language = nearestLanguage(String((parsed as { lang?: unknown } | null)?.lang ?? ''));
    return [refusal(chat.translate(language), 'terminal-bad-line', { field: issue.path.join('.') || '—', problem: issue.message })];
  }
  const replies: Reply[] = [];
  const incoming = toIncoming(line.data, id);
  await chat.handle(incoming, {
    caps: CAPS,
    send: async (reply) => {
      replies.push(reply);
    },
    progress: () => undefined,
  });
  return replies;
}

function toIncoming(line: Line, id: string): Incoming {
  return {
    id: `terminal:${line.id === undefined ? id : `${line.user}:${line.id}`}`,
    platform: 'terminal',
    who: {
      id: line.user,
      ...(line.name === undefined ? {} : { name: line.name }),
      ...(line.lang === undefined ? {} : { language: line.lang }),
    },
    where: line.room === undefined ? { id: line.user, kind: 'direct' } : { id: `room:${line.room}`, kind: 'group' },
    content: contentOf(line),
  };
}

function contentOf(line: Line): Incoming['content'] {
  if (line.press !== undefined) return { kind: 'press', route: line.press, ...(line.text === undefined ? {} : { form: line.text }) };
  if (line.answer !== undefined) return { kind: 'answer', text: line.answer };
  return { kind: 'text', text: line.text ?? '', attachments: (line.attach ?? []).map(attachmentOf), repliedTo: [], addressed: false };
}

/** A reply as plain data: pictures by path, a quiz without its right answer. */
async function describe(reply: Reply, folder: string): Promise<Record<string, unknown>> {
  const media = await Promise.all(
    (reply.media ?? []).map(async (item) => ({
      name: item.name,
      type: item.type,
      width: item.width,
      height: item.height,
      alt: item.alt,
      path: await saveMedia(folder, item),
    })),
  );
  const { quiz } = reply;
  return {
    blocks: reply.blocks,
    media,
    buttons: (reply.buttons ?? []).map((row) =>
      row.map(({ label, route, link }) => (link === undefined ? { label, route } : { label, link })),
    ),
    ...(quiz === undefined
      ? {}
      : {
          quiz: {
            code: quiz.code,
            question: quiz.question,
            choices: quiz.choices ?? [],
            ...(quiz.typed === undefined ? {} : { typed: quiz.typed.route }),
          },
        }),
    ...(reply.audience === undefined ? {} : { audience: reply.audience }),
    ...(reply.facts === undefined ? {} : { facts: reply.facts }),
    ...(reply.error === undefined ? {} : { error: reply.error }),
  };
}
