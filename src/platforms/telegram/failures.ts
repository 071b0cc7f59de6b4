import { GrammyError, HttpError } from 'grammy';

/** The token is not one that Telegram knows (401), or not even shaped like one (404). */
export const isWrongToken = (error: unknown): boolean =>
  error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);

/** The person blocked the tutor or has never opened a chat with it, or the group removed it. */
export const isClosedChat = (error: unknown): boolean =>
  error instanceof GrammyError && (error.error_code === 403 || (error.error_code === 400 && /chat not found/i.test(error.description)));

/** A request that Telegram understood and refused, with these words in its description. */
export const isRefused = (error: unknown, words: RegExp): error is GrammyError =>
  error instanceof GrammyError && error.error_code === 400 && words.test(error.description);

/** The server has no such method: it is older than the method is. */
export const isUnknownMethod = (error: unknown): boolean => error instanceof GrammyError && error.error_code === 404;

/** What went wrong while fetching messages and what to do, in one sentence. */
export function explain(error: unknown): string {
  if (isWrongToken(error)) return 'Telegram refuses the token: copy TELEGRAM_TOKEN again from @BotFather and start again.';
  if (error instanceof HttpError) return 'Telegram cannot be reached; trying again. Check the network and TELEGRAM_API.';
  if (!(error instanceof GrammyError))
    return `Telegram’s messages could not be written down (${fitForLog(error).message}); trying again. Check the database.`;
  if (error.error_code === 409) {
    return /webhook/i.test(error.description)
      ? 'Telegram sends this bot’s messages to a webhook (409): remove it with deleteWebhook. Trying again.'
      : 'Another program fetches this bot’s messages (409): stop it, or give this one a bot of its own. Trying again.';
  }
  return `Telegram answers ${error.error_code} (${error.description}); trying again.`;
}

/** The same failure fit for the log: without the request's contents, and without its address, which holds the token. */
export function fitForLog(error: unknown): Error {
  if (error instanceof GrammyError) return new Error(`Telegram refused ${error.method}: ${error.error_code} ${error.description}`);
  return new Error(error instanceof Error ? error.message.replace(/\/bot[^/\s]+/g, '/bot…') : 'unknown failure');
}
