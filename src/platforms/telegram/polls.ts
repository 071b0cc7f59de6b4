import type { Update } from 'grammy/types';
import { z } from 'zod';
import type { AdapterMemory, Incoming } from '../../chat/chat.ts';
import { whoOf } from './incoming.ts';

const Poll = z.object({ chat: z.number(), kind: z.enum(['direct', 'group']), thread: z.number().optional(), routes: z.array(z.string()) });
export type Poll = z.infer<typeof Poll>;

const keyOf = (poll: string) => `poll:${poll}`;

/** Keeps what each option of a native poll means: answers come with the poll's id only, perhaps after a restart. */
export async function rememberPoll(memory: AdapterMemory, poll: string, value: Poll): Promise<void> {
  await memory.set(keyOf(poll), JSON.stringify(value));
}

/** The press that an answer to a native poll stands for, and the poll; undefined for polls of others and for votes taken back. */
export async function fromPollAnswer(update: Update, memory: AdapterMemory): Promise<{ incoming: Incoming; poll: Poll } | undefined> {
  const answer = update.poll_answer;
  if (answer?.user === undefined) return undefined;
  const kept = await memory.get(keyOf(answer.poll_id));
  const poll = kept === undefined ? undefined : Poll.parse(JSON.parse(kept));
  const route = poll?.routes[answer.option_ids[0] ?? -1];
  if (poll === undefined || route === undefined) return undefined;
  const where = { id: String(poll.chat), kind: poll.kind, ...(poll.thread === undefined ? {} : { thread: String(poll.thread) }) };
  return {
    incoming: {
      id: `telegram:${update.update_id}`,
      platform: 'telegram',
      who: whoOf(answer.user),
      where,
      content: { kind: 'press', route },
    },
    poll,
  };
}
