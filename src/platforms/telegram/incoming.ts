import type { Message, Update } from 'grammy/types';
import type { Attachment, Incoming } from '../../chat/chat.ts';
import { splitCommand } from '../../chat/syntax.ts';

/** Makes a picture of the platform's into an attachment. */
export type AttachmentMaker = (file: { fileId: string; name: string; size?: number; type?: string }) => Attachment;

export interface Me {
  id: number;
  username: string;
}

/** What a person may send that holds neither text nor a picture; service messages (joins, pins) are none of these. */
const UNREADABLE = [
  'animation',
  'audio',
  'contact',
  'dice',
  'document',
  'location',
  'poll',
  'sticker',
  'story',
  'video',
  'video_note',
  'voice',
] as const;

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
  const who = authorOf(message);
  if (who === undefined) return undefined;
  const said = message.text ?? message.caption ?? '';
  const attachments = picturesOf(message, attach);
  const where = whereOf(message);
  if (said === '' && attachments.length === 0) {
    // in private a voice message is told what would be understood; in a group it was said to the others
    const unreadable = where.kind === 'direct' && UNREADABLE.some((kind) => message[kind] !== undefined);
    if (!unreadable) return undefined;
  }
  const addressee = splitCommand(said)?.addressee;
  if (addressee !== undefined && addressee.toLowerCase() !== me.username.toLowerCase()) return undefined;
  const name = new RegExp(`@${me.username}\\b`, 'i');
  // every message of a topic replies to the one that opened it
  const repliedTo = message.reply_to_message?.forum_topic_created === undefined ? message.reply_to_message : undefined;
  const quoted = repliedTo ?? message.external_reply;
  return {
    id,
    platform: 'telegram',
    who,
    where,
    content: {
      kind: 'text',
      // `@conv_tutor_bot /size 7 3` means the same as without the name
      text: said.replace(new RegExp(`^\\s*@${me.username}\\b[\\s,:]*`, 'i'), ''),
      attachments,
      repliedTo: quoted === undefined ? [] : picturesOf(quoted, attach),
      addressed: repliedTo?.from?.id === me.id || name.test(said),
    },
  };
}

/** Who wrote a message; undefined for other bots, and for what a channel posts into its group. */
function authorOf({ from, sender_chat: sender, is_automatic_forward: forwarded }: Message): Incoming['who'] | undefined {
  if (from === undefined || forwarded === true) return undefined;
  if (!from.is_bot) return whoOf(from);
  // administrators who stay anonymous write in the name of their group
  return sender === undefined ? undefined : { id: String(sender.id), ...(sender.title === undefined ? {} : { name: sender.title }) };
}

export function whoOf(user: { id: number; first_name: string; language_code?: string }): Incoming['who'] {
  return { id: String(user.id), name: user.first_name, ...(user.language_code === undefined ? {} : { language: user.language_code }) };
}

function whereOf(message: Pick<Message, 'chat' | 'message_thread_id' | 'is_topic_message'>): Incoming['where'] {
  const topic =
    message.is_topic_message === true && message.message_thread_id !== undefined ? { thread: String(message.message_thread_id) } : {};
  return { id: String(message.chat.id), kind: message.chat.type === 'private' ? 'direct' : 'group', ...topic };
}

function picturesOf({ photo, document, sticker }: Pick<Message, 'photo' | 'document' | 'sticker'>, attach: AttachmentMaker): Attachment[] {
  // sizes of a photo are listed from the smallest
  const largest = photo?.at(-1);
  if (largest !== undefined) return [attach(fileOf(largest, 'photo.jpg'))];
  if (document !== undefined && !/^(video|audio|text)\//.test(document.mime_type ?? '')) {
    return [attach(fileOf(document, document.file_name ?? 'picture'))];
  }
  if (sticker !== undefined && !sticker.is_animated && !sticker.is_video) return [attach(fileOf(sticker, 'sticker.webp'))];
  return [];
}

function fileOf(file: { file_id: string; file_size?: number; mime_type?: string }, name: string): Parameters<AttachmentMaker>[0] {
  const { file_id: fileId, file_size: size, mime_type: type } = file;
  return { fileId, name, ...(size === undefined ? {} : { size }), ...(type === undefined ? {} : { type }) };
}
