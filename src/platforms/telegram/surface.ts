import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Chat, Incoming, Surface } from '../../chat/chat.ts';
import type { Logger } from '../../chat/context.ts';
import { plainText } from '../../chat/inline.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Translate } from '../../chat/texts.ts';
import { encodeReply } from './encode.ts';
import type { AttachmentMaker } from './incoming.ts';
import {
  ALERT_WAIT_MS,
  CHAT_ACTION_MS,
  MAX_ALERT,
  MAX_FILE_BYTES,
  PROGRESS_AFTER_MS,
  PROGRESS_GROUP_MS,
  PROGRESS_PRIVATE_MS,
} from './limits.ts';
import type { createSender, Destination } from './sender.ts';

export interface SurfaceParts {
  api: Api;
  chat: Chat;
  sender: ReturnType<typeof createSender>;
  attach: AttachmentMaker;
  log: Logger;
}

/** Answers one event: acknowledges it, shows that work goes on, and sends the replies. */
export async function answerEvent(incoming: Incoming, update: Update, parts: SurfaceParts): Promise<void> {
  const { api, chat, sender, attach, log } = parts;
  const plan = chat.plan(incoming);
  const group = incoming.where.kind === 'group';
  const callback = update.callback_query;
  const polled = update.poll_answer !== undefined;
  const t: Translate = chat.translate(await chat.languageOf(incoming.who, 'telegram'));
  const to: Destination = {
    chat: Number(incoming.where.id),
    kind: incoming.where.kind,
    ...(incoming.where.thread === undefined ? {} : { thread: Number(incoming.where.thread) }),
    ...(group && update.message !== undefined ? { replyTo: update.message.message_id } : {}),
  };

  const answerCallback = createCallbackAnswer(api, callback?.id, log);
  // an alert only this person sees may come: the callback is kept for it, but not for long
  const mayAlert = callback !== undefined && group && plan.acknowledge === 'private';
  const alertTimer = mayAlert ? setTimeout(() => void answerCallback(), ALERT_WAIT_MS) : undefined;
  if (callback !== undefined && !mayAlert) await answerCallback();

  const working = plan.answers && !polled ? showWork(api, to, incoming, log) : undefined;
  const surface: Surface = {
    caps: { forms: false, plainText: true, maxMediaBytes: MAX_FILE_BYTES },
    async send(reply) {
      await working?.end();
      // a poll in a group shows each person their result by itself
      if (polled && group) return;
      const alert = mayAlert && reply.audience === 'asker' ? alertText(reply) : undefined;
      if (alert !== undefined && (await answerCallback(alert))) return;
      await sender.send(to, encodeReply(reply, { tooLarge: (media) => t('telegram-too-large', { name: media.name }) }));
    },
    progress: (progress) => working?.progress(t('telegram-progress', { percent: Math.round(progress.fraction * 100) })),
    open: (ref) => attach({ fileId: ref, name: 'photo.jpg' }),
  };
  try {
    await chat.handle(incoming, surface);
  } finally {
    clearTimeout(alertTimer);
    await answerCallback();
    await working?.end();
  }
}

/** Answers a callback once; gives whether this call was the one. A query that has become too old is no error. */
function createCallbackAnswer(api: Api, id: string | undefined, log: Logger) {
  let answered = id === undefined;
  return async (alert?: string): Promise<boolean> => {
    if (answered || id === undefined) return false;
    answered = true;
    try {
      await api.answerCallbackQuery(id, alert === undefined ? {} : { text: alert, show_alert: true });
      return true;
    } catch (error) {
      log.debug({ err: error }, 'a press could not be acknowledged');
      return false;
    }
  };
}

/** As much of a reply's beginning as an alert holds; undefined when not even its first paragraph fits, or when there is more than text. */
function alertText({ blocks, media = [] }: Reply): string | undefined {
  if (media.length > 0) return undefined;
  let text = '';
  for (const block of blocks) {
    const line = block.type === 'math' ? block.plain : 'text' in block ? plainText(block.text) : '';
    const longer = text === '' ? line : `${text}\n\n${line}`;
    if (longer.length > MAX_ALERT) break;
    text = longer;
  }
  return text === '' ? undefined : text;
}

/** Shows "typing" while work goes on and, when it takes long, a message with how far it is; both are thinned to Telegram's limits. */
function showWork(api: Api, to: Destination, incoming: Incoming, log: Logger) {
  const started = Date.now();
  const every = incoming.where.kind === 'group' ? PROGRESS_GROUP_MS : PROGRESS_PRIVATE_MS;
  const thread = to.thread === undefined ? {} : { message_thread_id: to.thread };
  const quietly = (sent: Promise<unknown>) =>
    void sent.catch((error: unknown) => log.debug({ err: error }, 'a sign of work could not be sent'));
  const act = () => quietly(api.sendChatAction(to.chat, 'typing', thread));
  const timer = setInterval(act, CHAT_ACTION_MS);
  act();
  let last = 0;
  let message: Promise<{ message_id: number } | undefined> | undefined;
  let ended = false;
  return {
    progress(text: string): void {
      const now = Date.now();
      if (ended || now - started < PROGRESS_AFTER_MS || now - last < every) return;
      last = now;
      if (message === undefined) message = api.sendMessage(to.chat, text, thread).catch(() => undefined);
      else quietly(message.then((sent) => sent && api.editMessageText(to.chat, sent.message_id, text)));
    },
    async end(): Promise<void> {
      if (ended) return;
      ended = true;
      clearInterval(timer);
      const sent = await message;
      if (sent !== undefined) quietly(api.deleteMessage(to.chat, sent.message_id));
    },
  };
}
