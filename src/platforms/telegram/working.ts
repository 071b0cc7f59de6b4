import { type Api, GrammyError } from 'grammy';
import type { Logger } from '../../chat/context.ts';
import type { FileMessage, TextMessage } from './encode.ts';
import { fitForLog, isRefused } from './failures.ts';
import { CHAT_ACTION_MS, PROGRESS_AFTER_MS, PROGRESS_GROUP_MS, PROGRESS_PRIVATE_MS } from './limits.ts';
import type { Destination, Replaceable, Sender } from './sender.ts';

/** What there is to see of work: with a picture, and the same without one for groups that allow none. */
export interface Shown {
  message: TextMessage | FileMessage;
  instead: TextMessage;
}

export interface Work {
  /** Called often; shown as seldom as Telegram wants. */
  progress(text: string): void;
  /** The same with a picture or buttons, in a message whose place the answer takes; what comes too early is shown as soon as it may be. */
  preview(shown: Shown): void;
  /** Takes away what was shown, but for a preview: gives that message, once. */
  end(): Promise<Replaceable | undefined>;
}

/** The message of a preview, kept where a restart finds it: the answer takes its place even then. */
export interface KeptMessage {
  load(): Promise<Replaceable | undefined>;
  save(message: Replaceable): Promise<void>;
}

export interface WorkParts {
  /** Gives up at the first failure. */
  api: Api;
  sender: Pick<Sender, 'post' | 'edit'>;
  to: Destination;
  log: Logger;
  /** Of work that may last: what an earlier process has shown of it. */
  kept?: KeptMessage;
}

/** Shows "typing" while work goes on and, when it takes long, a message with how far it is. None of it matters enough to be sent twice. */
export function showWork({ api, sender, to, log, kept }: WorkParts): Work {
  const started = Date.now();
  const every = to.kind === 'group' ? PROGRESS_GROUP_MS : PROGRESS_PRIVATE_MS;
  const thread = to.thread === undefined ? {} : { message_thread_id: to.thread };
  const act = () => void api.sendChatAction(to.chat, 'typing', thread).catch(ignore);
  const timer = setInterval(act, CHAT_ACTION_MS);
  act();
  let text: { id: number; text: string } | undefined;
  let preview: Replaceable | undefined;
  const earlier = kept?.load().then((message) => {
    preview = message;
  });
  let waiting: { shown: Shown; timer: NodeJS.Timeout } | undefined;
  /** The group allows no pictures. */
  let withoutPictures = false;
  /** The request under way: while there is one, no other is made. */
  let sending: Promise<void> | undefined;
  let last = 0;
  let ended = false;

  function ignore(error: unknown): void {
    const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
    if (seconds !== undefined) last = Date.now() + seconds * 1000;
    log.debug({ reason: fitForLog(error).message }, 'a sign of work could not be sent');
  }

  /** When the next request may be made, in milliseconds from now. */
  function wait(): number {
    const now = Date.now();
    return Math.max(started + PROGRESS_AFTER_MS - now, last + every - now, 0);
  }

  function request(make: () => Promise<void>): void {
    last = Date.now();
    sending = make()
      .catch(ignore)
      .finally(() => {
        sending = undefined;
        if (waiting !== undefined) later(waiting.shown);
      });
  }

  async function showText(said: string): Promise<void> {
    if (text === undefined) {
      const { message_id: id } = await api.sendMessage(to.chat, said, { ...thread, disable_notification: true });
      text = { id, text: said };
    } else if (text.text !== said) {
      await api.editMessageText(to.chat, text.id, said);
      text.text = said;
    }
  }

  async function showPreview({ message, instead }: Shown): Promise<void> {
    await earlier;
    const wanted = withoutPictures ? instead : message;
    const before = preview;
    if (before !== undefined && (await sender.edit(to, before, wanted))) {
      before.media ||= wanted.kind !== 'text';
      return;
    }
    try {
      preview = await sender.post(to, wanted);
    } catch (error) {
      if (wanted.kind !== 'text' && isRefused(error, /./)) withoutPictures = true;
      throw error;
    }
    await kept?.save(preview);
    for (const old of [before?.id, text?.id]) if (old !== undefined) await api.deleteMessage(to.chat, old).catch(ignore);
    text = undefined;
    // the message itself says that work goes on
    clearInterval(timer);
  }

  function later(shown: Shown): void {
    clearTimeout(waiting?.timer);
    waiting = { shown, timer: setTimeout(() => now(shown), wait()) };
  }

  function now(shown: Shown): void {
    if (ended) return;
    // what is under way comes first; then this has its turn
    if (sending !== undefined) {
      waiting = { shown, timer: setTimeout(() => undefined, 0) };
      return;
    }
    waiting = undefined;
    request(() => showPreview(shown));
  }

  return {
    progress(said) {
      if (ended || sending !== undefined || preview !== undefined || wait() > 0) return;
      request(() => showText(said));
    },
    preview(shown) {
      if (!ended) later(shown);
    },
    async end() {
      if (ended) return undefined;
      ended = true;
      clearInterval(timer);
      clearTimeout(waiting?.timer);
      waiting = undefined;
      await Promise.all([sending, earlier]);
      // the answer does not wait for this
      if (text !== undefined) void api.deleteMessage(to.chat, text.id).catch(ignore);
      return preview;
    },
  };
}
