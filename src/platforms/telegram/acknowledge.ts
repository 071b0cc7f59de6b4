import type { Api } from 'grammy';
import type { Logger } from '../../chat/context.ts';
import { fitForLog } from './failures.ts';
import { ALERT_WAIT_MS } from './limits.ts';

/** The answer to a press that Telegram waits for: given once. */
export interface Acknowledgement {
  /** Shows the text to who pressed, and only to them; gives whether it could still be shown. */
  alert(text: string): Promise<boolean>;
  /** Answers without a text if nothing was answered yet. */
  end(): Promise<void>;
}

/**
 * Acknowledges a press before anything else is done. Where an alert may come, the answer is kept for it, but not for long.
 * A press that has become too old is no error.
 */
export function acknowledge(api: Api, press: string, { mayAlert }: { mayAlert: boolean }, log: Logger): Acknowledgement {
  let answered: Promise<boolean> | undefined;
  const answer = (text?: string) => {
    clearTimeout(timer);
    answered = api.answerCallbackQuery(press, text === undefined ? {} : { text, show_alert: true }).catch((error: unknown) => {
      log.debug({ reason: fitForLog(error).message }, 'a press could not be acknowledged');
      return false;
    });
    return answered;
  };
  const timer = mayAlert ? setTimeout(() => void answer(), ALERT_WAIT_MS) : undefined;
  if (!mayAlert) void answer();
  return {
    alert: async (text) => answered === undefined && (await answer(text)),
    async end() {
      await (answered ?? answer());
    },
  };
}
