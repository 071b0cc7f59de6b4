import type { Attachment, Incoming } from '../../chat/chat.ts';
import { LearnerError } from '../../chat/errors.ts';
import type { PressFrame, SayFrame, WireMedia } from './client/wire.ts';
import type { MediaStore } from './media.ts';
import type { StoredMessage } from './transcript.ts';

/** What a page asked for, as it is kept until it is answered. */
export interface WebEvent {
  /** The client id: unique for the person. */
  id: string;
  person: string;
  name: string;
  /** Language tag of the page. */
  hint: string;
  room?: string;
  asked: SayFrame | PressFrame | { type: 'command'; name: string; values: Record<string, string> };
}

/** The key of the place where an event happened. */
export function placeKey(person: string, room: string | undefined): string {
  return room === undefined ? person : `room-${room}`;
}

/** Turns an event into the router's words. `repliedTo` is the message that a `say` answers, `names` how the tutor is mentioned. */
export function incomingOf(event: WebEvent, media: MediaStore, repliedTo: StoredMessage | undefined, names: readonly string[]): Incoming {
  return {
    id: `web:${event.person}:${event.id}`,
    platform: 'web',
    who: { id: event.person, language: event.hint, ...(event.name === '' ? {} : { name: event.name }) },
    where: { id: placeKey(event.person, event.room), kind: event.room === undefined ? 'direct' : 'group' },
    content: contentOf(event.asked, media, repliedTo, names),
  };
}

function contentOf(
  asked: WebEvent['asked'],
  media: MediaStore,
  repliedTo: StoredMessage | undefined,
  names: readonly string[],
): Incoming['content'] {
  switch (asked.type) {
    case 'command':
      return { kind: 'command', name: asked.name, values: asked.values, target: [] };
    case 'press':
      return { kind: 'press', route: asked.route, ...(asked.form === undefined ? {} : { form: asked.form }) };
    case 'say': {
      const { text, mentioned } = withoutMention(asked.text, names);
      const pictures = [...(repliedTo?.attachments ?? []), ...(repliedTo?.reply?.media ?? [])].filter(({ type }) =>
        type.startsWith('image/'),
      );
      return {
        kind: 'text',
        text,
        attachments: asked.attachments.map((attachment) => openAttachment(attachment, media)),
        repliedTo: pictures.map((picture: WireMedia) => openAttachment(picture, media)),
        addressed: mentioned || (repliedTo !== undefined && repliedTo.author === undefined),
      };
    }
  }
}

/** A kept file as the router's attachment; its id is the reference under which it is found again. */
export function openAttachment({ id, name }: { id: string; name: string }, media: MediaStore): Attachment {
  return {
    name,
    type: media.typeOf(id),
    ref: id,
    async fetch(maxBytes) {
      const bytes = await media.read(id);
      if (bytes === undefined) throw new LearnerError('picture-not-fetched');
      if (bytes.length > maxBytes) throw new LearnerError('picture-too-large', { limit: Math.floor(maxBytes / 1024 / 1024) });
      return bytes;
    },
  };
}

/** Takes `@tutor` out of a text, in any of the tutor's names. */
function withoutMention(text: string, names: readonly string[]): { text: string; mentioned: boolean } {
  const mention = new RegExp(`(^|\\s)@(?:${names.join('|')})(?![\\p{L}\\p{N}_])[,:]?`, 'giu');
  const rest = text.replace(mention, '$1');
  return rest === text ? { text, mentioned: false } : { text: rest.trim(), mentioned: true };
}
