import type { Surface } from '../../chat/chat.ts';
import type { Progress } from '../../chat/context.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Language, Translate } from '../../chat/texts.ts';
import { encodeReply } from './encode.ts';
import { openAttachment, type WebEvent } from './incoming.ts';
import { MAX_MEDIA_BYTES, PROGRESS_EVERY_MS } from './limits.ts';
import type { MediaStore } from './media.ts';
import { broadcast, type Place, showMessage } from './places.ts';
import type { StoredMessage } from './transcript.ts';

export interface SurfaceParts {
  place: Place;
  event: WebEvent;
  /** Who sees that the tutor is at work. */
  shown: 'everyone' | 'asker';
  media: MediaStore;
  t: Translate;
  guestIn(language: Language): string;
}

/** Where the replies to one event go; `close` ends the progress that is still to be shown. */
export function createSurface({ place, event, shown, media, t, guestIn }: SurfaceParts): Surface & { close(): void } {
  let latest: Progress | undefined;
  let timer: NodeJS.Timeout | undefined;
  const pressedOn = event.asked.type === 'press' ? place.transcript.find(event.asked.message) : undefined;

  function showProgress(): void {
    timer = undefined;
    if (latest === undefined) return;
    const { fraction, note } = latest;
    latest = undefined;
    broadcast(
      place,
      ({ person }) => ({ type: 'progress', event: eventFor(event, person), fraction: Math.min(1, Math.max(0, fraction)), note }),
      shown === 'asker' ? event.person : undefined,
    );
    timer = setTimeout(showProgress, PROGRESS_EVERY_MS);
  }

  async function send(reply: Reply): Promise<void> {
    const encoded = await encodeReply(reply, media, t);
    const only = reply.audience === 'asker' && place.room !== undefined ? event.person : undefined;
    // what everyone sees is never turned into what only one person sees
    const replaced = reply.replace === true && pressedOn?.author === undefined && pressedOn?.only === only ? pressedOn : undefined;
    const because = becauseOf(event, pressedOn);
    const message =
      replaced === undefined
        ? place.transcript.add({
            text: '',
            attachments: [],
            reply: encoded,
            ...(only === undefined ? {} : { only }),
            ...(because === undefined ? {} : { because }),
          })
        : place.transcript.change(replaced, { reply: encoded, pressed: {} });
    showMessage(place, message, guestIn);
  }

  return {
    caps: { forms: true, plainText: true, maxMediaBytes: MAX_MEDIA_BYTES },
    send,
    progress(progress) {
      latest = progress;
      if (timer === undefined) showProgress();
    },
    open: (ref) => openAttachment({ id: ref, name: ref }, media),
    close() {
      clearTimeout(timer);
      latest = undefined;
    },
  };
}

/** How a page knows an event: its own ones by the id it gave them. */
export function eventFor(event: { person: string; id: string }, viewer: string): string {
  return event.person === viewer ? event.id : `${event.person}.${event.id}`;
}

/** The line above a reply that says what it answers: for buttons always, for messages where several people write. */
function becauseOf({ asked, name, room }: WebEvent, pressedOn: StoredMessage | undefined): StoredMessage['because'] {
  if (asked.type === 'press') return asked.form === undefined ? { name, label: labelOf(asked, pressedOn), pressed: true } : undefined;
  return asked.type === 'say' && room !== undefined ? { name, label: excerptOf(asked.text), pressed: false } : undefined;
}

function labelOf({ route, label }: { route: string; label: string }, message: StoredMessage | undefined): string {
  const buttons = [...(message?.reply?.buttons.flat() ?? []), ...(message?.reply?.quiz?.choices ?? [])];
  return buttons.find((button) => button.route === route)?.label ?? label;
}

/** The beginning of a text on one line. */
export function excerptOf(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('');
}
