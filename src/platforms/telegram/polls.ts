import type { Update } from 'grammy/types';
import { z } from 'zod';
import type { AdapterMemory, Incoming } from '../../chat/chat.ts';
import { whoOf } from './incoming.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A poll that nobody can be expected to answer any more is forgotten. */
const KEEP_MS = 90 * DAY_MS;

const Poll = z.object({
  chat: z.number(),
  kind: z.enum(['direct', 'group']),
  thread: z.number().optional(),
  routes: z.array(z.string()),
  /** When it was sent, milliseconds. */
  at: z.number(),
});
type Poll = z.infer<typeof Poll>;

const PREFIX = 'poll:';

/** Keeps what each option of a native poll means: answers come with the poll's id only, perhaps after a restart. */
export async function rememberPoll(memory: AdapterMemory, id: string, poll: Poll): Promise<void> {
  await memory.set(`${PREFIX}${id}`, JSON.stringify(poll));
}

/** The press that an answer to a native poll stands for; undefined for polls of others and for votes taken back. */
export async function fromPollAnswer(update: Update, memory: AdapterMemory): Promise<Incoming | undefined> {
  const answer = update.poll_answer;
  if (answer?.user === undefined) return undefined;
  const poll = read(await memory.get(`${PREFIX}${answer.poll_id}`));
  const route = poll?.routes[answer.option_ids[0] ?? -1];
  if (poll === undefined || route === undefined) return undefined;
  return {
    id: `telegram:${update.update_id}`,
    platform: 'telegram',
    who: whoOf(answer.user),
    where: { id: String(poll.chat), kind: poll.kind, ...(poll.thread === undefined ? {} : { thread: String(poll.thread) }) },
    content: { kind: 'press', route },
  };
}

/** Forgets the polls of long ago. */
export async function forgetOldPolls(memory: AdapterMemory, now: number): Promise<void> {
  for (const { key, value } of await memory.list(PREFIX)) {
    if (now - (read(value)?.at ?? 0) > KEEP_MS) await memory.delete(key);
  }
}

/** Forgets the polls of a private chat. */
export async function forgetPollsOf(memory: AdapterMemory, chat: number): Promise<void> {
  for (const { key, value } of await memory.list(PREFIX)) {
    if (read(value)?.chat === chat) await memory.delete(key);
  }
}

function read(value: string | undefined): Poll | undefined {
  return value === undefined ? undefined : Poll.safeParse(JSON.parse(value)).data;
}
