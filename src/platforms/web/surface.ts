import { setTimeout as wait } from 'node:timers/promises';
import type { Surface } from '../../chat/chat.ts';
import type { Progress } from '../../chat/context.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Language, Translate } from '../../chat/texts.ts';
import { encodeReply } from './encode.ts';
import { openAttachment, type WebEvent } from './incoming.ts';
import { MAX_MEDIA_BYTES, PREVIEW_EVERY_MS, PROGRESS_EVERY_MS } from './limits.ts';
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

/** Where the replies to one event go; `close` ends what is still to be shown of the work. */
export function createSurface(parts: SurfaceParts): Surface & { close(): Promise<void> } {
  const { place, event, shown, media, t, guestIn } = parts;
  let latest: Progress | undefined;
  let timer: NodeJS.Timeout | undefined;
  const pressedOn = event.asked.type === 'press' ? place.transcript.find(event.asked.message) : undefined;
  const because = becauseOf(event, pressedOn);
  const preview = createPreview(parts, because);

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
    const previewed = await preview.end();
    const encoded = await encodeReply(reply, media, t);
    const only = reply.audience === 'asker' && place.room !== undefined ? event.person : undefined;
    // what everyone sees is never turned into what only one person sees; an answer in a preview's place is seen by who saw that
    const replaced = reply.replace === true && pressedOn?.author === undefined && pressedOn?.only === only ? pressedOn : previewed;
    const message =
      replaced === undefined
        ? place.transcript.add({
            text: '',
            attachments: [],
            reply: encoded,
            ...(only === undefined ? {} : { only }),
            ...(because === undefined ? {} : { because }),
          })
        : place.transcript.change(replaced, { reply: encoded, pressed: {}, work: '' });
    showMessage(place, message, guestIn);
    await preview.clear();
  }

  return {
    caps: { forms: true, plainText: true, maxMediaBytes: MAX_MEDIA_BYTES },
    send,
    progress(progress) {
      if (progress.preview !== undefined) preview.show(progress);
      // the preview itself says how it stands
      latest = progress.preview === undefined ? progress : { ...progress, note: '' };
      if (timer === undefined) showProgress();
    },
    open: (ref) => openAttachment({ id: ref, name: ref }, media),
    async close() {
      clearTimeout(timer);
      latest = undefined;
      await preview.end();
    },
  };
}

/** The message that shows work as it goes on: part of the conversation from the first preview on, changed with each. */
function createPreview({ place, event, shown, media, t, guestIn }: SurfaceParts, because: StoredMessage['because']) {
  const work = `${event.person}.${event.id}`;
  let message = place.transcript.messages().findLast((candidate) => candidate.work === work);
  let latest: Progress | undefined;
  let showing: Promise<void> | undefined;
  let ended = false;
  /** Pictures shown so far that are still kept: the newest, and the one that pages may still be loading. */
  let kept: string[] = [];
  const brief = { typeOf: media.typeOf, keep: keepBriefly };

  async function keepBriefly(bytes: Uint8Array, type?: string): Promise<string> {
    const id = await media.keepBriefly(bytes, type);
    kept.push(id);
    while (kept.length > 2) await media.drop(kept.shift()!);
    return id;
  }

  async function run(): Promise<void> {
    while (latest !== undefined && !ended) {
      const { note, preview = {} } = latest;
      latest = undefined;
      const blocks: Reply['blocks'] = [{ type: 'paragraph', text: note }];
      const encoded = await encodeReply(
        { blocks, ...(preview.media === undefined ? {} : { media: [preview.media] }), buttons: preview.buttons ?? [] },
        brief,
        t,
      );
      const only = shown === 'asker' && place.room !== undefined ? { only: event.person } : {};
      message =
        message === undefined
          ? place.transcript.add({
              text: '',
              attachments: [],
              reply: encoded,
              work,
              ...only,
              ...(because === undefined ? {} : { because }),
            })
          : place.transcript.change(message, { reply: encoded });
      showMessage(place, message, guestIn);
      await wait(PREVIEW_EVERY_MS, undefined, { signal: pause.signal }).catch(() => undefined);
    }
  }
  const pause = new AbortController();

  return {
    show(progress: Progress): void {
      latest = progress;
      showing ??= run().finally(() => {
        showing = undefined;
      });
    },
    /** Shows nothing more; gives the message, once. */
    async end(): Promise<StoredMessage | undefined> {
      ended = true;
      pause.abort();
      await showing;
      const given = message;
      message = undefined;
      return given;
    },
    /** Removes the last pictures, once the answer stands in their place. */
    async clear(): Promise<void> {
      const left = kept;
      kept = [];
      for (const id of left) await media.drop(id);
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
