import { type Api, type GrammyError, InputFile } from 'grammy';
import type { AdapterMemory } from '../../chat/chat.ts';
import type { Logger } from '../../chat/context.ts';
import type { FileMessage, Keyboard, Message, TextMessage } from './encode.ts';
import { fitForLog, isClosedChat, isRefused, isUnknownMethod } from './failures.ts';
import { cut, toPlain } from './html.ts';
import { MAX_TEXT } from './limits.ts';
import { rememberPoll } from './polls.ts';

/** Where messages go. */
export interface Destination {
  chat: number;
  kind: 'direct' | 'group';
  thread?: number;
  /** In a group the answer hangs on the message that asked. */
  replyTo?: number;
}

/** A message of ours that a reply may take the place of. */
export interface Replaceable {
  id: number;
  /** It shows a picture or a file. */
  media: boolean;
}

interface Delivery {
  to: Destination;
  messages: Message[];
}

/** Every refusal is mended in one way at most; more in a row means that nothing helps. */
const MAX_MENDS = 4;
const UNREADABLE = /can't parse|entities/i;
/** A server that knows of no rich messages; anything else may be wrong with one message or one chat only. */
const NO_RICH = /rich|method|not supported|text is empty/i;

export type Sender = ReturnType<typeof createSender>;

/** Sends encoded messages, and what Telegram refuses in the next best form. */
export function createSender(api: Api, memory: AdapterMemory, log: Logger) {
  /** Until the server says otherwise. */
  let takesRich = true;

  async function deliver({ to, messages }: Delivery, noMedia: string, mends = 0): Promise<void> {
    const [message, ...rest] = messages;
    if (message === undefined) return;
    try {
      await sendOne(api, memory, to, message);
    } catch (error) {
      const mended = mends < MAX_MENDS ? mend(error, to, message, noMedia) : undefined;
      if (mended === undefined) throw error;
      log.warn({ reason: (error as GrammyError).description }, 'Telegram refused a message; it is sent in another form');
      if (message.kind === 'rich' && isWithoutRich(error)) takesRich = false;
      await deliver(mended, noMedia, mends + 1);
      return deliver({ to: mended.to, messages: rest }, noMedia);
    }
    return deliver({ to, messages: rest }, noMedia);
  }

  async function edit(to: Destination, old: Replaceable, message: Message): Promise<boolean> {
    const markup = { reply_markup: { inline_keyboard: ('keyboard' in message ? message.keyboard : undefined) ?? [] } };
    try {
      if (message.kind === 'text' && !old.media) {
        await api.editMessageText(to.chat, old.id, message.html, {
          ...markup,
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
        });
      } else if (message.kind === 'rich' && !old.media) {
        await api.editMessageText(to.chat, old.id, { html: message.html }, markup);
      } else if (isFile(message)) {
        // a text may become a picture, where the server is new enough; else it is sent anew
        const media = { type: message.kind, media: fileOf(message), caption: message.html, parse_mode: 'HTML' as const };
        await api.editMessageMedia(to.chat, old.id, media, markup);
      } else return false;
      return true;
    } catch (error) {
      if (isRefused(error, /not modified/i)) return true;
      // too old to be edited, deleted meanwhile, and the like: it is sent anew
      if (isRefused(error, /./)) return false;
      throw error;
    }
  }

  /** A chat that is closed to the tutor hears nothing more; any other failure is passed on, fit for the log. */
  async function unlessClosed(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!isClosedChat(error)) throw fitForLog(error);
      log.debug({ reason: (error as GrammyError).description }, 'a chat is closed to the tutor');
      return false;
    }
  }

  return {
    /** Sends one message that will be changed later. @throws what Telegram refuses */
    async post(to: Destination, message: TextMessage | FileMessage): Promise<Replaceable> {
      return { id: (await sendOne(api, memory, to, message))!, media: isFile(message) };
    },
    /** Changes a message of ours; false where Telegram does not take the change. */
    edit,
    /** The server is not known to refuse rich messages. */
    takesRich: () => takesRich,
    /** `noMedia` is said where a group allows no pictures. False when the chat is closed to the tutor. @throws Error fit for the log */
    send: (to: Destination, messages: readonly Message[], noMedia: string) =>
      unlessClosed(() => deliver({ to, messages: [...messages] }, noMedia)),
    /** Puts the messages in the place of an earlier one. @throws Error fit for the log */
    replace: (to: Destination, old: Replaceable, messages: readonly Message[], noMedia: string) =>
      unlessClosed(async () => {
        const [only, ...others] = messages;
        if (only !== undefined && others.length === 0 && (await edit(to, old, only))) return;
        await deliver({ to, messages: [...messages] }, noMedia);
        await api
          .deleteMessage(to.chat, old.id)
          .catch((error: unknown) => log.debug({ reason: fitForLog(error).message }, 'a replaced message stays'));
      }),
  };
}

/** What to send instead of a message that Telegram refused; undefined when nothing else would do. */
export function mend(error: unknown, to: Destination, message: Message, noMedia: string): Delivery | undefined {
  if (isRefused(error, UNREADABLE) && message.kind !== 'poll' && message.kind !== 'rich' && message.plain !== true) {
    return { to, messages: [{ ...message, plain: true }] };
  }
  if (isRefused(error, /upgraded to a supergroup/i)) {
    const chat = error.parameters.migrate_to_chat_id;
    return chat === undefined ? undefined : { to: { chat, kind: to.kind }, messages: [message] };
  }
  if (isRefused(error, /thread not found|TOPIC_(CLOSED|DELETED)/i) && to.thread !== undefined) {
    const { thread: _gone, ...general } = to;
    return { to: general, messages: [message] };
  }
  // an older server has no such method, or does not read what is in it
  if (message.kind === 'rich' && (isUnknownMethod(error) || isRefused(error, /./))) {
    return { to, messages: keyboardOn(message.instead, message.keyboard) };
  }
  // a poll is refused where a group allows none; the same question goes with buttons
  if (message.kind === 'poll' && isRefused(error, /./)) return { to, messages: keyboardOn(message.instead, message.keyboard) };
  if (isRefused(error, /not enough rights to send|CHAT_SEND_\w+_FORBIDDEN/i) && message.kind !== 'text') {
    return { to, messages: withoutMedia(message, noMedia) };
  }
  if (isRefused(error, /PHOTO_|IMAGE_PROCESS|photo|dimensions/i)) {
    if (message.kind === 'photo') return { to, messages: [{ ...message, kind: 'document' }] };
    if (message.kind === 'album') return { to, messages: message.items.map((item) => ({ kind: 'document', ...item })) };
  }
  return undefined;
}

function withoutMedia(message: Message, noMedia: string): Message[] {
  const said = message.kind === 'album' ? message.items.map(({ html }) => html).join('\n\n') : 'html' in message ? message.html : '';
  const text = cut(`${toPlain(said)}\n\n${noMedia}`.trim(), MAX_TEXT);
  return keyboardOn([{ kind: 'text', html: text, plain: true }], 'keyboard' in message ? message.keyboard : undefined);
}

/** The buttons go along where the new messages have none of their own. */
function keyboardOn(messages: readonly Message[], keyboard: Keyboard | undefined): Message[] {
  return messages.map((message, index) => {
    const free = index === messages.length - 1 && message.kind !== 'album' && message.keyboard === undefined;
    return free && keyboard !== undefined ? { ...message, keyboard } : message;
  });
}

/** Gives the message's number, for those that may be changed later. */
async function sendOne(api: Api, memory: AdapterMemory, to: Destination, message: Message): Promise<number | undefined> {
  const place = {
    ...(to.thread === undefined ? {} : { message_thread_id: to.thread }),
    ...(to.replyTo === undefined ? {} : { reply_parameters: { message_id: to.replyTo, allow_sending_without_reply: true } }),
  };
  const look = (html: string) => ('plain' in message && message.plain === true ? toPlain(html) : html);
  const parse = 'plain' in message && message.plain === true ? {} : { parse_mode: 'HTML' as const };
  switch (message.kind) {
    case 'text': {
      const markup =
        message.form === undefined
          ? keyboardMarkup(message.keyboard)
          : {
              reply_markup: {
                force_reply: true as const,
                selective: true,
                ...(message.form.placeholder === undefined ? {} : { input_field_placeholder: message.form.placeholder }),
              },
            };
      const other = { ...place, ...markup, ...parse, link_preview_options: { is_disabled: true } };
      return (await api.sendMessage(to.chat, look(message.html), other)).message_id;
    }
    case 'rich':
      return (await api.sendRichMessage(to.chat, { html: message.html }, { ...place, ...keyboardMarkup(message.keyboard) })).message_id;
    case 'photo':
    case 'document':
    case 'animation': {
      const caption = message.html === '' ? {} : { caption: look(message.html), ...parse };
      const other = { ...place, ...keyboardMarkup(message.keyboard), ...caption };
      const { width, height } = message.media;
      if (message.kind === 'photo') return (await api.sendPhoto(to.chat, fileOf(message), other)).message_id;
      if (message.kind === 'document') return (await api.sendDocument(to.chat, fileOf(message), other)).message_id;
      const sized = { ...other, ...(width > 0 && height > 0 ? { width, height } : {}) };
      return (await api.sendAnimation(to.chat, fileOf(message), sized)).message_id;
    }
    case 'album': {
      const items = message.items.map(({ media, html }) => ({
        type: 'photo' as const,
        media: new InputFile(media.bytes, media.name),
        ...(html === '' ? {} : { caption: look(html), ...parse }),
      }));
      await api.sendMediaGroup(to.chat, items, place);
      return undefined;
    }
    case 'poll': {
      const sent = await api.raw.sendPoll({
        chat_id: to.chat,
        question: message.question,
        options: message.options.map((text) => ({ text })),
        type: 'quiz',
        is_anonymous: false,
        correct_option_ids: [message.correct],
        ...(message.explanation === undefined ? {} : { explanation: message.explanation }),
        ...place,
        ...keyboardMarkup(message.keyboard),
      });
      await rememberPoll(memory, sent.poll.id, {
        chat: to.chat,
        kind: to.kind,
        ...(to.thread === undefined ? {} : { thread: to.thread }),
        routes: message.routes,
        at: Date.now(),
      });
      return undefined;
    }
  }
}

const isWithoutRich = (error: unknown) => isUnknownMethod(error) || (isRefused(error, NO_RICH) && !isRefused(error, UNREADABLE));
const isFile = (message: Message): message is FileMessage => ['photo', 'document', 'animation'].includes(message.kind);
const fileOf = ({ media }: FileMessage) => new InputFile(media.bytes, media.name);
const keyboardMarkup = (keyboard: Keyboard | undefined) => (keyboard === undefined ? {} : { reply_markup: { inline_keyboard: keyboard } });
