import { setTimeout as wait } from 'node:timers/promises';
import { type Client, type Interaction, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';
import type { Adapter, AdapterParts } from '../../chat/chat.ts';
import { createAnswerer } from './answer.ts';
import { type ConnectionState, createConnection } from './connection.ts';
import { commandDefinitions } from './definitions.ts';
import { deliverTo } from './deliver.ts';
import { registerCommands } from './register.ts';

export interface DiscordSettings {
  token: string;
  /** Base of the REST API without its version, e.g. https://discord.com/api. */
  api: string;
  /** While developing: the commands are registered in this server only, where changes show at once. */
  guild?: string;
}

/** How long a start waits for Discord before it goes on in the background, and a stop for what is being answered, milliseconds. */
const START_MS = 2500;
const STOP_MS = 5000;

/**
 * Starts the Discord adapter: slash commands, buttons, dialogs and the message menu, over the gateway.
 * Never rejects for what Discord does: what is wrong is logged and stands in the status.
 * @throws RangeError when a command breaks a limit of Discord's
 */
export async function startDiscord(settings: DiscordSettings, parts: AdapterParts): Promise<Adapter> {
  const { chat, memory, log } = parts;
  // a definition that breaks a limit must show at once, not when a service refuses it
  const definitions = commandDefinitions(chat);
  const commands = new Map<string, string>();
  const answer = createAnswerer(parts, commands);
  const answering = new Set<Promise<void>>();
  let stopping = false;

  function onInteraction(interaction: Interaction): void {
    if (stopping) return;
    const answered = answer(interaction);
    answering.add(answered);
    void answered.finally(() => answering.delete(answered));
  }

  async function onReady(client: Client<true>): Promise<void> {
    log.info({ invite: inviteOf(client) }, `Discord: connected as ${client.user.tag}`);
    try {
      const { written, ids } = await registerCommands(client.rest, client.application.id, settings.guild, definitions, memory);
      for (const [name, id] of ids) commands.set(name, id);
      log.info({ commands: definitions.length, written }, 'Discord: the commands are up to date');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!stopping) log.error({ reason }, 'Discord: the commands could not be registered; the next start tries again');
    }
  }

  const connection = createConnection({ settings, log, onInteraction, onReady: (client) => void onReady(client) });
  connection.start();
  await Promise.race([connection.settled, wait(START_MS)]);
  return {
    status: statusOf(connection.state(), settings.api),
    async deliver({ id, language }, reply) {
      const state = connection.state();
      if (state.kind !== 'on' || stopping) return 'later';
      return deliverTo(state.client, id, reply, { commands, t: chat.translate(language) });
    },
    async stop() {
      stopping = true;
      await Promise.race([Promise.all(answering), wait(STOP_MS, undefined, { ref: false })]);
      await connection.stop();
    },
  };
}

function statusOf(state: ConnectionState, api: string): string {
  switch (state.kind) {
    case 'on':
      return `Discord: on as ${state.client.user.tag}. Invite it: ${inviteOf(state.client)}`;
    case 'refused':
      return `Discord: off. ${state.problem}`;
    case 'connecting':
      return `Discord: ${state.problem ?? `${api} does not answer yet; trying again in the background.`}`;
  }
}

/** Where the tutor is invited into a server; pictures are all that it needs a permission for. */
function inviteOf({ application }: Client<true>): string {
  const query = new URLSearchParams({
    client_id: application.id,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: String(PermissionFlagsBits.AttachFiles),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
