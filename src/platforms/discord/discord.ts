import { setTimeout as wait } from 'node:timers/promises';
import { Client, DiscordjsError, DiscordjsErrorCodes, Events, GatewayIntentBits } from 'discord.js';
import type { Adapter, AdapterParts } from '../../chat/chat.ts';
import { createAnswerer } from './answer.ts';
import { commandDefinitions } from './definitions.ts';
import { registerCommands } from './register.ts';

export interface DiscordSettings {
  token: string;
  /** Base of the REST API without its version, e.g. https://discord.com/api. */
  api: string;
  /** While developing: the commands are registered in this server only, where they appear at once. */
  guild?: string;
}

/** How long a start waits for Discord before it goes on in the background, milliseconds. */
const START_MS = 10_000;
const RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60_000;

/**
 * Starts the Discord adapter.
 * @throws Error in one sentence when the token is wrong
 */
export async function startDiscord(settings: DiscordSettings, { chat, log }: AdapterParts): Promise<Adapter> {
  // a definition that breaks a limit must show at once, not when a service refuses it
  const definitions = commandDefinitions(chat);
  const stopping = new AbortController();
  const client = new Client({
    // slash commands, buttons and menus need no more: nobody's messages are read
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { api: settings.api },
  });
  const answer = createAnswerer(chat, log);
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
  client.on(Events.Error, (error) => log.error({ err: error }, 'Discord: a connection failed'));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'Discord: the gateway connection failed and is opened again'));
  client.on(Events.Invalidated, () =>
    log.error({}, 'Discord ended the session: copy DISCORD_TOKEN again from the developer portal and restart.'),
  );

  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  async function connect(): Promise<void> {
    let delay = RETRY_MS;
    for (;;) {
      try {
        await client.login(settings.token);
        return;
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (isWrongToken(error))
          throw new Error('Discord refuses the token: copy DISCORD_TOKEN again from the developer portal (Bot, Reset Token).');
        log.error(
          { reason: error instanceof Error ? error.message : String(error) },
          'Discord cannot be reached; trying again. Check the network and DISCORD_API.',
        );
        await wait(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
        delay = Math.min(delay * 2, LONGEST_RETRY_MS);
      }
    }
  }

  const registered = ready.then(async ({ application }) => {
    const written = await registerCommands(client.rest, application.id, settings.guild, definitions);
    log.info({ commands: definitions.length, written }, 'Discord: commands are up to date');
  });
  registered.catch((error: unknown) => log.error({ err: error }, 'Discord: the commands could not be registered'));

  const connecting = connect();
  const outcome = await Promise.race([connecting.then(() => ready), wait(START_MS, undefined)]);
  // a wrong token that shows later must not end the process
  connecting.catch((error: unknown) => log.error({}, error instanceof Error ? error.message : String(error)));
  return {
    status: outcome === undefined ? 'Discord: no connection yet; trying again in the background' : statusOf(outcome),
    async stop() {
      stopping.abort();
      await client.destroy();
    },
  };
}

function statusOf(client: Client<true>): string {
  const invite = `https://discord.com/oauth2/authorize?client_id=${client.application.id}&scope=bot%20applications.commands`;
  return `Discord: on as ${client.user.tag} in ${client.guilds.cache.size} servers. Invite: ${invite}`;
}

function isWrongToken(error: unknown): boolean {
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid;
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 401;
}
