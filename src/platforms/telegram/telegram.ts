import { setTimeout as wait } from 'node:timers/promises';
import { autoRetry } from '@grammyjs/auto-retry';
import { createConcurrentSink, createRunner, createSource, sequentialize } from '@grammyjs/runner';
import { Bot, type Context, GrammyError } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Adapter, AdapterParts } from '../../chat/chat.ts';
import { createDownloads } from './download.ts';
import { createInbox } from './inbox.ts';
import { toIncoming } from './incoming.ts';
import { POLL_SECONDS } from './limits.ts';
import { updateMenus } from './menu.ts';
import { fromPollAnswer } from './polls.ts';
import { createSender } from './sender.ts';
import { answerEvent } from './surface.ts';

export interface TelegramSettings {
  token: string;
  /** Base of the Bot API, without a slash at its end. */
  api: string;
}

const UPDATES = ['message', 'callback_query', 'poll_answer'] as const;
/** After a failure to fetch, milliseconds; doubled up to the longest. */
const RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;
/** Events answered at the same time. */
const CONCURRENCY = 100;
const MAX_RETRY_DELAY_SECONDS = 60;
/** How long a start waits for Telegram before it goes on in the background, milliseconds. */
const START_MS = 5000;

/**
 * Starts the Telegram adapter with long polling.
 * @throws Error in one sentence when the token is wrong
 */
export async function startTelegram(settings: TelegramSettings, parts: AdapterParts): Promise<Adapter> {
  const { chat, memory, log } = parts;
  const bot = new Bot(settings.token, { client: { apiRoot: settings.api } });
  bot.api.config.use(autoRetry({ maxRetryAttempts: 4, maxDelaySeconds: MAX_RETRY_DELAY_SECONDS }));
  const inbox = createInbox(memory);
  const stopping = new AbortController();
  const attach = createDownloads(bot.api, settings);
  const surfaceParts = { api: bot.api, chat, sender: createSender(bot.api, memory, log), attach, log };
  let me: UserFromGetMe | undefined;

  // one person's taps are answered in their order, different chats at the same time
  bot.use(sequentialize((ctx: Context) => [ctx.chat?.id, ctx.from?.id].filter((id) => id !== undefined).map(String)));
  bot.use(async ({ update }) => {
    const polled = await fromPollAnswer(update, memory);
    const incoming = polled?.incoming ?? toIncoming(update, bot.botInfo, attach);
    if (incoming !== undefined) await answerEvent(incoming, update, surfaceParts);
  });

  async function consume(update: Update): Promise<void> {
    try {
      await bot.handleUpdate(update);
    } catch (error) {
      log.error({ err: error instanceof Error ? error.message : error, update: update.update_id }, 'an update could not be answered');
    }
    await inbox.done(update.update_id);
  }

  async function connect(): Promise<void> {
    me = await bot.api.getMe();
    bot.botInfo = me;
    await updateMenus(bot.api, chat).catch((error: unknown) => log.warn({ err: error }, 'the command menus could not be updated'));
  }

  let delay = RETRY_MS;
  async function supply(batch: number, signal: AbortSignal): Promise<Update[]> {
    for (;;) {
      try {
        if (me === undefined) await connect();
        const offset = await inbox.offset();
        const updates = await bot.api.getUpdates(
          { offset, limit: Math.min(100, batch), timeout: POLL_SECONDS, allowed_updates: [...UPDATES] },
          signal as never,
        );
        delay = RETRY_MS;
        return await inbox.receive(updates);
      } catch (error) {
        if (signal.aborted || stopping.signal.aborted) return [];
        log.error({}, explain(error));
        if (isWrongToken(error)) return stopPolling();
        await wait(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
        delay = Math.min(delay * 2, LONGEST_RETRY_MS);
      }
    }
  }

  /** A token that stopped being valid: nothing more comes, and nothing is asked any more. */
  async function stopPolling(): Promise<Update[]> {
    await wait(2 ** 31 - 1, undefined, { signal: stopping.signal }).catch(() => undefined);
    return [];
  }

  try {
    await Promise.race([connect(), wait(START_MS).then(() => Promise.reject(new Error('no answer')))]);
  } catch (error) {
    if (isWrongToken(error)) throw new Error(explain(error));
    log.error({}, explain(error));
  }
  const sink = createConcurrentSink<Update>({ consume }, async () => undefined, { concurrency: CONCURRENCY });
  const runner = createRunner(createSource<Update>({ supply: (batch, signal) => supply(batch, signal as unknown as AbortSignal) }), sink);
  // what an earlier run left unanswered comes first
  const left = me === undefined ? [] : await inbox.pending();
  const replayed = Promise.all(left.map(consume));
  runner.start();

  return {
    status:
      me === undefined
        ? `Telegram: ${settings.api} does not answer yet; trying again in the background`
        : `Telegram: on as @${me.username}`,
    async stop() {
      stopping.abort();
      await Promise.race([Promise.all([runner.stop(), replayed]), wait(START_MS)]);
    },
  };
}

const isWrongToken = (error: unknown) => error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);

/** What went wrong while fetching and what to do, in one sentence without the token. */
function explain(error: unknown): string {
  if (isWrongToken(error)) return 'Telegram refuses the token: copy TELEGRAM_TOKEN again from @BotFather.';
  if (error instanceof GrammyError && error.error_code === 409) {
    return 'Another program fetches this bot’s messages (409): stop the other one, or remove its webhook.';
  }
  if (error instanceof GrammyError) return `Telegram answered ${error.error_code}: ${error.description}. Trying again.`;
  return 'Telegram cannot be reached; trying again. Check the network and TELEGRAM_API.';
}
