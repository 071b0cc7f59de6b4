import type { Message, Update } from 'grammy/types';
import type { Attachment, Incoming } from '../../chat/chat.ts';
import { splitCommand } from '../../chat/syntax.ts';

/** Makes a picture of the platform's into an attachment. */
export type AttachmentMaker = (file: { fileId: string; name: string; size?: number; type?: string }) => Attachment;

export interface Me {
  id: number;
  username: string;
}

/** What an update says to the tutor; undefined for what is not meant for it. Presses of native polls come from polls.ts. */
export function toIncoming(update: Update, me: Me, attach: AttachmentMaker): Incoming | undefined {
  const id = `telegram:${update.update_id}`;
  if (update.message !== undefined) return fromMessage(id, update.message, me, attach);
  const query = update.callback_query;
  if (query?.data === undefined || query.message === undefined) return undefined;
  return {
    id,
    platform: 'telegram',
    who: whoOf(query.from),
    where: whereOf(query.message as Message),
    content: { kind: 'press', route: query.data },
  };
}

function fromMessage(id: string, message: Message, me: Me, attach: AttachmentMaker): Incoming | undefined {
  if (message.from === undefined || message.from.is_bot) return undefined;
  const text = message.text ?? message.caption ?? '';
  const attachments = picturesOf(message, attach);
  // joins, pins and the like say nothing to us
  if (text === '' && attachments.length === 0) return undefined;
  const addressee = splitCommand(text)?.addressee;
  if (addressee !== undefined && addressee.toLowerCase() !== me.username.toLowerCase()) return undefined;
  const repliedTo = message.reply_to_message;
  return {
    id,
    platform: 'telegram',
    who: whoOf(message.from),
    where: whereOf(message),
    content: {
      kind: 'text',
      text,
      attachments,
      repliedTo: repliedTo === undefined ? [] : picturesOf(repliedTo, attach),
      addressed: repliedTo?.from?.id === me.id || text.toLowerCase().includes(`@${me.username.toLowerCase()}`),
    },
  };
}

export function whoOf(user: { id: number; first_name: string; language_code?: string }): Incoming['who'] {
  return { id: String(user.id), name: user.first_name, ...(user.language_code === undefined ? {} : { language: user.language_code }) };
}

export function whereOf(message: Pick<Message, 'chat' | 'message_thread_id' | 'is_topic_message'>): Incoming['where'] {
  const topic =
    message.is_topic_message === true && message.message_thread_id !== undefined ? { thread: String(message.message_thread_id) } : {};
  return { id: String(message.chat.id), kind: message.chat.type === 'private' ? 'direct' : 'group', ...topic };
}

function picturesOf(message: Message, attach: AttachmentMaker): Attachment[] {
  // sizes of a photo are listed from the smallest
  const photo = message.photo?.at(-1);
  if (photo !== undefined)
    return [attach({ fileId: photo.file_id, name: 'photo.jpg', ...(photo.file_size === undefined ? {} : { size: photo.file_size }) })];
  const { document, sticker } = message;
  if (document !== undefined && (document.mime_type === undefined || !/^(video|audio|text)\//.test(document.mime_type))) {
    return [
      attach({
        fileId: document.file_id,
        name: document.file_name ?? 'picture',
        ...(document.file_size === undefined ? {} : { size: document.file_size }),
        ...(document.mime_type === undefined ? {} : { type: document.mime_type }),
      }),
    ];
  }
  if (sticker !== undefined && !sticker.is_animated && !sticker.is_video)
    return [attach({ fileId: sticker.file_id, name: 'sticker.webp' })];
  return [];
}
