import type { Api } from 'grammy';
import type { Logger } from '../../chat/context.ts';
import { fitForLog } from './failures.ts';
import { CHAT_ACTION_MS, PROGRESS_AFTER_MS, PROGRESS_GROUP_MS, PROGRESS_PRIVATE_MS } from './limits.ts';
import type { Destination } from './sender.ts';

export interface Work {
  /** Called often; shown as seldom as Telegram wants. */
  progress(text: string): void;
  /** Takes away what was shown. */
  end(): Promise<void>;
}

/** Shows "typing" while work goes on and, when it takes long, a message with how far it is. None of it matters enough to be sent twice. */
export function showWork(api: Api, to: Destination, log: Logger): Work {
  const started = Date.now();
  const every = to.kind === 'group' ? PROGRESS_GROUP_MS : PROGRESS_PRIVATE_MS;
  const thread = to.thread === undefined ? {} : { message_thread_id: to.thread };
  const ignore = (error: unknown) => log.debug({ reason: fitForLog(error).message }, 'a sign of work could not be sent');
  const act = () => void api.sendChatAction(to.chat, 'typing', thread).catch(ignore);
  const timer = setInterval(act, CHAT_ACTION_MS);
  act();
  let shown: { id: number; text: string } | undefined;
  /** The request under way: while there is one, no other is made. */
  let sending: Promise<void> | undefined;
  let last = 0;
  let ended = false;

  async function show(text: string): Promise<void> {
    if (shown === undefined) {
      const { message_id: id } = await api.sendMessage(to.chat, text, { ...thread, disable_notification: true });
      shown = { id, text };
    } else if (shown.text !== text) {
      await api.editMessageText(to.chat, shown.id, text);
      shown.text = text;
    }
  }

  return {
    progress(text) {
      const now = Date.now();
      if (ended || sending !== undefined || now - started < PROGRESS_AFTER_MS || now - last < every) return;
      last = now;
      sending = show(text)
        .catch(ignore)
        .finally(() => {
          sending = undefined;
        });
    },
    async end() {
      if (ended) return;
      ended = true;
      clearInterval(timer);
      await sending;
      // the answer does not wait for this
      if (shown !== undefined) void api.deleteMessage(to.chat, shown.id).catch(ignore);
    },
  };
}
