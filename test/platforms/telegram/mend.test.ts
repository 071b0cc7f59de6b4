import { GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import type { Media } from '../../../src/chat/reply.ts';
import type { Message } from '../../../src/platforms/telegram/encode.ts';
import { explain, fitForLog } from '../../../src/platforms/telegram/failures.ts';
import { mend } from '../../../src/platforms/telegram/sender.ts';

const refusal = (description: string, code = 400, parameters = {}) =>
  new GrammyError('Call failed!', { ok: false, error_code: code, description, parameters }, 'sendMessage', { text: 'private words' });
const media: Media = { name: 'a.png', type: 'image/png', bytes: new Uint8Array(1), width: 1, height: 1, alt: '' };
const keyboard = [[{ text: 'Next', callback_data: 'quiz' }]];
const text: Message = { kind: 'text', html: '<b>x</b>', keyboard };
const photo: Message = { kind: 'photo', media, html: 'A <b>house</b>', keyboard };
const to = { chat: -5, kind: 'group' as const, thread: 3, replyTo: 9 };

describe('a refused message', () => {
  it('that cannot be parsed goes plain, but only once', () => {
    const error = refusal("Bad Request: can't parse entities: unexpected end tag");
    expect(mend(error, to, text, '')).toEqual({ to, messages: [{ ...text, plain: true }] });
    expect(mend(error, to, { ...text, plain: true }, '')).toBeUndefined();
  });

  it('follows a group to its new number', () => {
    const error = refusal('Bad Request: group chat was upgraded to a supergroup chat', 400, { migrate_to_chat_id: -100 });
    expect(mend(error, to, text, '')).toEqual({ to: { chat: -100, kind: 'group' }, messages: [text] });
  });

  it('leaves a topic that is gone', () => {
    const error = refusal('Bad Request: message thread not found');
    expect(mend(error, to, text, '')?.to).toEqual({ chat: -5, kind: 'group', replyTo: 9 });
    expect(mend(error, { chat: 1, kind: 'direct' }, text, '')).toBeUndefined();
  });

  it('goes as a file where a photo will not do', () => {
    expect(mend(refusal('Bad Request: PHOTO_INVALID_DIMENSIONS'), to, photo, '')?.messages).toEqual([{ ...photo, kind: 'document' }]);
    expect(
      mend(refusal('Bad Request: PHOTO_INVALID_DIMENSIONS'), to, { kind: 'album', items: [{ media, html: 'x' }] }, '')?.messages,
    ).toEqual([{ kind: 'document', media, html: 'x' }]);
  });

  it('goes as text where the group allows no pictures, and says so', () => {
    expect(mend(refusal('Bad Request: not enough rights to send photos to the chat'), to, photo, 'No pictures here.')?.messages).toEqual([
      { kind: 'text', html: 'A house\n\nNo pictures here.', plain: true, keyboard },
    ]);
  });

  it('is asked with buttons where the group allows no polls', () => {
    const poll: Message = { kind: 'poll', question: 'x', options: ['1', '2'], correct: 0, routes: ['a', 'b'], instead: [text] };
    expect(mend(refusal('Bad Request: CHAT_SEND_POLLS_FORBIDDEN'), to, poll, '')).toEqual({ to, messages: [text] });
  });

  it('is given up where nothing would help', () => {
    expect(mend(refusal('Bad Request: chat not found'), to, text, '')).toBeUndefined();
    expect(mend(new Error('no network'), to, photo, '')).toBeUndefined();
  });
});

describe('what the log hears', () => {
  it('never holds the token or what people said', () => {
    expect(fitForLog(new Error('request to https://api.telegram.org/bot12:abc/getMe failed')).message).toBe(
      'request to https://api.telegram.org/bot…/getMe failed',
    );
    const { message, stack, ...fields } = fitForLog(refusal('Bad Request: chat not found'));
    expect(message).toBe('Telegram refused sendMessage: 400 Bad Request: chat not found');
    expect(`${stack} ${JSON.stringify(fields)}`).not.toContain('private words');
  });

  it('says what to do about each trouble', () => {
    expect(explain(refusal('Unauthorized', 401))).toContain('@BotFather');
    expect(explain(refusal('Conflict: terminated by other getUpdates request', 409))).toContain('stop it');
    expect(explain(refusal("Conflict: can't use getUpdates method while webhook is active", 409))).toContain('deleteWebhook');
    expect(explain(refusal('Internal Server Error', 500))).toContain('500');
    expect(explain(new HttpError('failed', new Error('ECONNREFUSED')))).toContain('TELEGRAM_API');
    expect(explain(new Error('SQLITE_FULL'))).toContain('Check the database');
  });
});
