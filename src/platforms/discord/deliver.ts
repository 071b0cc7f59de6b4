import { type Client, DiscordAPIError } from 'discord.js';
import type { Delivery } from '../../chat/chat.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Translate } from '../../chat/texts.ts';
import { textsOf } from './answer.ts';
import { encodeReply } from './encode.ts';
import { optionsOf } from './exchange.ts';
import { MAX_FILE_BYTES } from './limits.ts';

/** There is no such person; they take no direct messages from the tutor, or share no server with it any more. */
const CLOSED = new Set<number | string>([10013, 50007, 50278]);

/** Sends a reply into a person's direct messages. @throws DiscordAPIError and errors of the network */
export async function deliverTo(
  client: Client<true>,
  person: string,
  reply: Reply,
  { commands, t }: { commands: ReadonlyMap<string, string>; t: Translate },
): Promise<Delivery> {
  const payloads = encodeReply(reply, { commands, texts: textsOf(t, MAX_FILE_BYTES) });
  try {
    const channel = await client.users.createDM(person);
    for (const payload of payloads) await channel.send(optionsOf(payload));
    return 'sent';
  } catch (error) {
    if (error instanceof DiscordAPIError && CLOSED.has(error.code)) return 'closed';
    throw error;
  }
}
