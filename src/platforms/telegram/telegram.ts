import { setTimeout as wait } from 'node:timers/promises';
import { autoRetry } from '@grammyjs/auto-retry';
import { createConcurrentSink, createRunner, createSource, sequentialize } from '@grammyjs/runner';
import { Api, Bot, Context } from 'grammy';
import type { Update } from 'grammy/types';
import type { Adapter, AdapterParts } from '../../chat/chat.ts';
import { type Acknowledgement, acknowledge } from './acknowledge.ts';
import { createAlbums } from './albums.ts';
import { createDownloads } from './download.ts';
import { encodeReply } from './encode.ts';
import { fitForLog } from './failures.ts';
import { createInbox } from './inbox.ts';
import { toIncoming } from './incoming.ts';
import { updateMenus } from './menu.ts';
import { type ConnectionState, createPolling } from './polling.ts';
import { forgetOldPolls, forgetPollsOf, fromPollAnswer } from './polls.ts';
import { createSender } from './sender.ts';
import { answerEvent, textsOf } from './surface.ts';

export interface TelegramSettings {
  token: string;
  /** Base of the Bot API, e.g. `https://api.telegram.org`. */
  api: string;
}

/** Updates answered at the same time. */
const CONCURRENCY = 100;
/** How often a request that Telegram failed or slowed down is made again; a longer wait than this is not waited, seconds. */
const MAX_RETRIES = 4;
const MAX_RETRY_DELAY_SECONDS = 300;
/** A request without an answer is given up, seconds; a large file on a slow line takes this long. */
const REQUEST_SECONDS = 180;
/** How long a start waits for Telegram before it goes on in the background, and a stop for what is being answered, milliseconds. */
const START_MS = 2000;
const STOP_MS = 5000;

/** An update on its way through the bot; a press has been acknowledged by then. */
class TutorContext extends Context {
  acknowledgement?: Acknowledgement;
}

/** Starts the Telegram adapter with long polling. Never rejects: what is wrong is logged and stands in the status. */
export async function startTelegram(settings: TelegramSettings, parts: AdapterParts): Promise<Adapter> {
  const { chat, memory, log } = parts;
  const apiRoot = settings.api.replace(/\/+$/, '');
  const client = { apiRoot, timeoutSeconds: REQUEST_SECONDS };
  const bot = new Bot(settings.token, { client, ContextConstructor: TutorContext });
  // an answer must arrive: it is sent again until it does
  const { api } = bot;
  api.config.use(autoRetry({ maxRetryAttempts: MAX_RETRIES, maxDelaySeconds: MAX_RETRY_DELAY_SECONDS }));
  // a sign of work or a press's acknowledgement is worth nothing later, and polling has a patience of its own
  const hasty = new Api(settings.token, client);
  const inbox = createInbox(memory, log);
  const attach = createDownloads(api, { token: settings.token, api: apiRoot }, log);
  const sender = createSender(api, memory, log);
  const surfaceParts = { hasty, chat, sender, hastySender: createSender(hasty, memory, log), memory, attach, log, typeset: parts.typeset };
  const albums = createAlbums();

  bot.use(async (ctx, next) => {
    const press = ctx.callbackQuery;
    if (press !== undefined) {
      const incoming = toIncoming(ctx.update, ctx.me, attach);
      const mayAlert = incoming?.where.kind === 'group' && chat.plan(incoming).acknowledge === 'private';
      ctx.acknowledgement = acknowledge(hasty, press.id, { mayAlert }, log);
    }
    await next();
  });
  // one person is answered in the order they spoke, but for what works for long; nobody waits for another's pictures
  bot.use(
    sequentialize<TutorContext>((ctx) => {
      const incoming = toIncoming(ctx.update, ctx.me, attach);
      const long = incoming !== undefined && chat.plan(incoming).long === true;
      return long ? undefined : String(ctx.from?.id ?? ctx.chat?.id);
    }),
  );
  bot.use(async ({ update, message, me, acknowledgement }) => {
    if (message !== undefined && albums.isRepeat(message)) return;
    const incoming = (await fromPollAnswer(update, memory)) ?? toIncoming(update, me, attach);
    if (incoming === undefined) return acknowledgement?.end();
    const plan = chat.plan(incoming);
    await answerEvent({ incoming, plan, update, ...(acknowledgement === undefined ? {} : { acknowledgement }) }, surfaceParts);
  });

  const answering = new Set<Promise<void>>();
  async function consume(update: Update): Promise<void> {
    const answered = bot.handleUpdate(update).catch((error: unknown) => {
      const cause = error instanceof Error && 'error' in error ? error.error : error;
      log.error({ reason: fitForLog(cause).message, update: update.update_id }, 'an update could not be answered');
    });
    answering.add(answered);
    await answered;
    answering.delete(answered);
    await inbox.done(update.update_id);
  }

  const stopping = new AbortController();
  const polling = createPolling(hasty, inbox, log, stopping.signal, (me) => {
    bot.botInfo = me;
    const trouble = (error: unknown) =>
      log.warn({ reason: fitForLog(error).message }, 'Telegram: the command menus could not be updated; the next start tries again');
    void updateMenus(api, chat).catch(trouble);
  });
  const source = createSource<Update>({ supply: polling.supply });
  const lost = async (error: unknown) =>
    log.warn(
      { reason: fitForLog(error).message },
      'Telegram: an answered update could not be crossed off; the next start may answer it again',
    );
  const sink = createConcurrentSink<Update>({ consume }, lost, { concurrency: CONCURRENCY });
  const runner = createRunner(source, sink);
  runner.start();
  void forgetOldPolls(memory, Date.now()).catch((error: unknown) =>
    log.warn({ reason: String(error) }, 'Telegram: old polls stay remembered'),
  );
  await Promise.race([polling.settled, wait(START_MS)]);

  return {
    status: statusOf(polling.state(), apiRoot),
    async deliver({ id, language }, reply) {
      if (polling.state().kind !== 'on' || stopping.signal.aborted) return 'later';
      const t = chat.translate(language);
      const messages = encodeReply(reply, { group: false, texts: textsOf(t) });
      const sent = await sender.send({ chat: Number(id), kind: 'direct' }, messages, t('telegram-no-media'));
      return sent ? 'sent' : 'closed';
    },
    // a private chat has its person's number
    forget: (id) => forgetPollsOf(memory, Number(id)),
    async stop() {
      stopping.abort();
      // what is not answered by then is answered after the next start
      await Promise.race([Promise.all([runner.stop(), ...answering]), wait(STOP_MS, undefined, { ref: false })]);
    },
  };
}

function statusOf(state: ConnectionState, api: string): string {
  switch (state.kind) {
    case 'on':
      return `Telegram: on as @${state.me.username}`;
    case 'refused':
      return `Telegram: off. ${state.problem}`;
    case 'connecting':
      return `Telegram: not connected yet. ${state.problem ?? `${api} does not answer; trying again in the background.`}`;
  }
}
