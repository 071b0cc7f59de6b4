import { type Api, GrammyError, InputFile } from 'grammy';
import type { AdapterMemory } from '../../chat/chat.ts';
import type { Logger } from '../../chat/context.ts';
import { type Keyboard, type Message, pollQuestion } from './encode.ts';
import { rememberPoll } from './polls.ts';

/** Where messages go. */
export interface Destination {
  chat: number;
  kind: 'direct' | 'group';
  thread?: number;
  /** In a group the answer hangs on the message that asked. */
  replyTo?: number;
}

/** Sends encoded messages; what Telegram cannot parse is sent again as plain text. */
export function createSender(api: Api, memory: AdapterMemory, log: Logger) {
  const common = ({ thread, replyTo }: Destination, keyboard?: Keyboard) => ({
    ...(thread === undefined ? {} : { message_thread_id: thread }),
    ...(replyTo === undefined ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    ...(keyboard === undefined ? {} : { reply_markup: { inline_keyboard: keyboard } }),
  });

  async function sendOne(to: Destination, message: Message): Promise<void> {
    const html = { parse_mode: 'HTML' as const };
    switch (message.kind) {
      case 'text': {
        const other = { ...common(to, message.keyboard), link_preview_options: { is_disabled: true } };
        await unlessUnparsable(
          () => api.sendMessage(to.chat, message.html, { ...other, ...html }),
          () => api.sendMessage(to.chat, toPlain(message.html), other),
        );
        return;
      }
      case 'photo':
      case 'document':
      case 'animation': {
        const { media, caption } = message;
        const file = () => new InputFile(media.bytes, media.name);
        const send = (other: object) =>
          message.kind === 'photo'
            ? api.sendPhoto(to.chat, file(), other)
            : message.kind === 'document'
              ? api.sendDocument(to.chat, file(), other)
              : api.sendAnimation(to.chat, file(), { ...other, width: media.width, height: media.height });
        const other = common(to, message.keyboard);
        await unlessUnparsable(
          () => send({ ...other, caption, ...html }),
          () => send({ ...other, caption: toPlain(caption) }),
        );
        return;
      }
      case 'album': {
        const { reply_markup: _none, ...other } = { reply_markup: undefined, ...common(to) };
        const items = message.items.map(({ media, caption }) => ({
          type: 'photo' as const,
          media: new InputFile(media.bytes, media.name),
          caption,
          ...html,
        }));
        await api.sendMediaGroup(to.chat, items, other);
        return;
      }
      case 'poll': {
        const { quiz } = message;
        const sent = await api.raw.sendPoll({
          chat_id: to.chat,
          question: pollQuestion(quiz.question, quiz.code),
          options: quiz.choices.map(({ label }) => ({ text: label })),
          type: 'quiz',
          is_anonymous: false,
          correct_option_ids: [quiz.correct],
          ...(quiz.explanation === undefined ? {} : { explanation: quiz.explanation }),
          ...common(to, message.keyboard),
        });
        await rememberPoll(memory, sent.poll.id, {
          chat: to.chat,
          kind: to.kind,
          ...(to.thread === undefined ? {} : { thread: to.thread }),
          routes: quiz.choices.map((choice) => choice.route),
        });
        return;
      }
    }
  }

  async function unlessUnparsable(send: () => Promise<unknown>, sendPlain: () => Promise<unknown>): Promise<void> {
    try {
      await send();
    } catch (error) {
      if (!(error instanceof GrammyError) || !/can't parse entities/i.test(error.description)) throw error;
      log.warn({ description: error.description }, 'Telegram could not parse a message; it was sent as plain text');
      await sendPlain();
    }
  }

  return {
    async send(to: Destination, messages: readonly Message[]): Promise<void> {
      for (const message of messages) {
        try {
          await sendOne(to, message);
        } catch (error) {
          // a person who blocked the tutor, or a group that removed it, hears nothing more
          if (!(error instanceof GrammyError) || error.error_code !== 403) throw error;
          log.debug({ description: error.description }, 'a chat is closed to the tutor');
          return;
        }
      }
    },
  };
}

const toPlain = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
