import { setTimeout as wait } from 'node:timers/promises';
import { Client, DiscordjsError, DiscordjsErrorCodes, Events, GatewayCloseCodes, GatewayIntentBits, type Interaction } from 'discord.js';
import type { Logger } from '../../chat/context.ts';
import { REQUEST_TIMEOUT_MS } from './limits.ts';

/** After a failure to connect, milliseconds; doubled up to the longest. */
const RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60_000;
/** A connection that does not close by itself is left, milliseconds. */
const CLOSE_MS = 2000;

const WRONG_TOKEN = 'Discord refuses the token: copy DISCORD_TOKEN again from the developer portal (Bot, Reset Token) and start again.';
const UNREACHABLE = 'Discord cannot be reached; trying again. Check the network and DISCORD_API.';

export type ConnectionState =
  | { kind: 'connecting'; problem?: string }
  | { kind: 'on'; client: Client<true> }
  | { kind: 'refused'; problem: string };

/** Closings after which the library does not connect again, and what the person who runs the tutor can do. */
const FINAL_CLOSINGS: Partial<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: WRONG_TOKEN,
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refuses the intents (4014): check in the developer portal that the bot is not restricted.',
  [GatewayCloseCodes.ShardingRequired]: 'Discord wants the bot in more shards (4011): start again, and they are counted anew.',
};
/** The same, as the failure of the first connection says it. */
const FINAL_FAILURES: Record<string, string> = {
  'Authentication failed': WRONG_TOKEN,
  'Used disallowed intents': FINAL_CLOSINGS[GatewayCloseCodes.DisallowedIntents]!,
  'Sharding is required': FINAL_CLOSINGS[GatewayCloseCodes.ShardingRequired]!,
};

export interface ConnectionParts {
  settings: { token: string; api: string };
  log: Logger;
  onInteraction(interaction: Interaction): void;
  /** Called after every first connection of a client. */
  onReady(client: Client<true>): void;
}

/** Connects to Discord, for ever: what goes wrong is said once and tried again, but for what only a person can mend. */
export function createConnection({ settings, log, onInteraction, onReady }: ConnectionParts) {
  const stopping = new AbortController();
  let state: ConnectionState = { kind: 'connecting' };
  let client: Client | undefined;
  let settle: () => void = () => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });

  function refuse(problem: string): void {
    log.error({}, problem);
    state = { kind: 'refused', problem };
    settle();
  }

  /** A client that could not connect cannot be used again: each attempt has its own. */
  function createClient(): Client {
    const created = new Client({
      // slash commands, buttons and menus need no more: nobody's messages are read
      intents: [GatewayIntentBits.Guilds],
      shards: 'auto',
      allowedMentions: { parse: [] },
      rest: { api: settings.api, timeout: REQUEST_TIMEOUT_MS },
    });
    let broken = false;
    created.on(Events.InteractionCreate, onInteraction);
    created.on(Events.Error, (error) => log.error({ reason: error.message }, 'Discord: the library reports an error'));
    created.on(Events.ShardError, (error) => log.debug({ reason: error.message }, 'Discord: an error of the gateway connection'));
    created.on(Events.ShardReconnecting, () => {
      if (!broken && !stopping.signal.aborted) log.warn({}, 'Discord: the gateway connection broke; connecting again');
      broken = true;
    });
    const restored = () => {
      if (broken) log.info({}, 'Discord: connected again');
      broken = false;
    };
    created.on(Events.ShardResume, restored);
    created.on(Events.ShardReady, restored);
    created.on(Events.ShardDisconnect, ({ code }) => {
      // before the first connection the failed login says it
      if (state.kind === 'on') refuse(FINAL_CLOSINGS[code] ?? `Discord closed the connection for good (${code}): start the tutor again.`);
    });
    created.once(Events.ClientReady, (ready) => {
      state = { kind: 'on', client: ready };
      settle();
      onReady(ready);
    });
    return created;
  }

  async function connect(): Promise<void> {
    // anything else could not even be sent
    if (!/^[\w.-]+$/.test(settings.token)) return refuse(WRONG_TOKEN);
    let delay = RETRY_MS;
    while (!stopping.signal.aborted) {
      client = createClient();
      try {
        await client.login(settings.token);
        return;
      } catch (error) {
        await client.destroy().catch(() => undefined);
        if (stopping.signal.aborted) return;
        const final = finalProblem(error);
        if (final !== undefined) return refuse(final);
        if (state.kind !== 'connecting' || state.problem === undefined) {
          log.error({ reason: error instanceof Error ? error.message : String(error) }, UNREACHABLE);
        }
        state = { kind: 'connecting', problem: UNREACHABLE };
        settle();
        await wait(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
        delay = Math.min(delay * 2, LONGEST_RETRY_MS);
      }
    }
  }

  return {
    state: () => state,
    /** Resolves when the first attempt has succeeded or failed. */
    settled,
    start: () => void connect().catch((error: unknown) => log.error({ err: error }, 'Discord: connecting failed')),
    async stop(): Promise<void> {
      stopping.abort();
      await Promise.race([client?.destroy(), wait(CLOSE_MS, undefined, { ref: false })]);
    },
  };
}

function finalProblem(error: unknown): string | undefined {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return WRONG_TOKEN;
  return error instanceof Error ? FINAL_FAILURES[error.message] : undefined;
}
