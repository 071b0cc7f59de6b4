import type { Button, Media, Quiz, Reply } from '../../chat/reply.ts';
import { escapeHtml, joinPieces, type Piece, toPieces } from './html.ts';
import {
  MAX_ALBUM,
  MAX_BUTTON_LABEL,
  MAX_BUTTONS_IN_ROW,
  MAX_CAPTION,
  MAX_FILE_BYTES,
  MAX_PHOTO_BYTES,
  MAX_PHOTO_RATIO,
  MAX_PHOTO_SIDES,
  MAX_POLL_EXPLANATION,
  MAX_POLL_OPTION,
  MAX_POLL_OPTIONS,
  MAX_POLL_QUESTION,
  MAX_TEXT,
  MIN_POLL_OPTIONS,
} from './limits.ts';

export type KeyboardButton = { text: string; callback_data: string } | { text: string; url: string };
export type Keyboard = KeyboardButton[][];

/** One message to send; the keyboard hangs on the last one of a reply. */
export type Message =
  | { kind: 'text'; html: string; keyboard?: Keyboard }
  | { kind: 'photo' | 'document' | 'animation'; media: Media; caption: string; keyboard?: Keyboard }
  | { kind: 'album'; items: { media: Media; caption: string }[] }
  | { kind: 'poll'; quiz: Quiz & { choices: NonNullable<Quiz['choices']>; correct: number }; keyboard?: Keyboard };

/** Turns a reply into messages that Telegram takes; `tooLarge` says instead what a file over the limit would have shown. */
export function encodeReply(reply: Reply, { tooLarge }: { tooLarge(media: Media): string }): Message[] {
  const poll = nativePoll(reply.quiz);
  const sendable = (reply.media ?? []).filter((media) => media.bytes.length <= MAX_FILE_BYTES);
  const refused = (reply.media ?? []).filter((media) => media.bytes.length > MAX_FILE_BYTES);
  // the poll says the question itself
  const blocks = poll === undefined ? reply.blocks : reply.blocks.filter((block) => !('text' in block) || !saidByPoll(block.text, poll));
  const pieces = toPieces([...blocks, ...refused.map((media) => ({ type: 'paragraph' as const, text: tooLarge(media) }))], MAX_TEXT);
  const messages = withMedia(pieces, sendable);
  if (poll !== undefined) messages.push({ kind: 'poll', quiz: poll });
  const keyboard = keyboardOf(reply, poll !== undefined);
  return keyboard.length === 0 ? messages : hang(messages, keyboard);
}

const saidByPoll = (text: string, poll: Quiz) => text === poll.question || text.includes(poll.code);

function withMedia(pieces: Piece[], media: readonly Media[]): Message[] {
  if (media.length === 0) return joinPieces(pieces, MAX_TEXT).map(({ html }) => ({ kind: 'text', html }));
  const total = joinPieces(pieces, Number.POSITIVE_INFINITY)[0] ?? { html: '', length: 0 };
  const [first] = media as [Media, ...Media[]];
  if (media.length === 1) {
    const caption = captionOf(total, first);
    if (caption !== undefined) return [{ kind: kindOf(first), media: first, caption }];
  }
  const texts: Message[] = joinPieces(pieces, MAX_TEXT).map(({ html }) => ({ kind: 'text', html }));
  const alone = (item: Media) => captionOf({ html: '', length: 0 }, item) ?? '';
  const photos = media.filter((item) => kindOf(item) === 'photo').slice(0, MAX_ALBUM);
  const others = media.filter((item) => !photos.includes(item));
  const album: Message[] =
    photos.length > 1
      ? [{ kind: 'album', items: photos.map((item) => ({ media: item, caption: alone(item) })) }]
      : photos.map((item) => ({ kind: 'photo', media: item, caption: alone(item) }));
  return [...texts, ...album, ...others.map((item): Message => ({ kind: kindOf(item), media: item, caption: alone(item) }))];
}

/** Text and, folded away behind it, what the picture shows; undefined when even the text is too long for a caption. */
function captionOf(text: Piece, { alt }: Media): string | undefined {
  if (text.length > MAX_CAPTION) return undefined;
  const room = MAX_CAPTION - text.length - 1;
  if (alt === '' || room < 20) return text.html;
  const shown = alt.length <= room ? alt : `${alt.slice(0, room - 1)}…`;
  return `${text.html}${text.html === '' ? '' : '\n'}<blockquote expandable>${escapeHtml(shown)}</blockquote>`;
}

function kindOf({ type, bytes, width, height, exact }: Media): 'photo' | 'document' | 'animation' {
  if (type === 'image/gif') return 'animation';
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
  const fits = bytes.length <= MAX_PHOTO_BYTES && width + height <= MAX_PHOTO_SIDES && ratio <= MAX_PHOTO_RATIO;
  // photos are recompressed on the way: what must keep every pixel goes as a file
  return type.startsWith('image/') && exact !== true && fits ? 'photo' : 'document';
}

/** A quiz as Telegram's own poll, when it fits into one. */
export function nativePoll(quiz: Quiz | undefined): (Quiz & { choices: NonNullable<Quiz['choices']>; correct: number }) | undefined {
  if (quiz?.choices === undefined || quiz.correct === undefined) return undefined;
  const { choices, correct, question, code, explanation = '' } = quiz;
  const fits =
    choices.length >= MIN_POLL_OPTIONS &&
    choices.length <= MAX_POLL_OPTIONS &&
    choices.every(({ label }) => label.length >= 1 && label.length <= MAX_POLL_OPTION) &&
    pollQuestion(question, code).length <= MAX_POLL_QUESTION &&
    explanation.length <= MAX_POLL_EXPLANATION &&
    explanation.split('\n').length <= 3;
  return fits ? { ...quiz, choices, correct } : undefined;
}

/** The code goes along, so that a friend can be sent the same question. */
export const pollQuestion = (question: string, code: string) => `${question}  [${code}]`;

function keyboardOf({ quiz, buttons = [] }: Reply, polled: boolean): Keyboard {
  const choices = polled ? [] : (quiz?.choices ?? []).map((choice): Button[] => [choice]);
  return [...choices, ...buttons].flatMap((row) => chunk(row.flatMap(toButton), MAX_BUTTONS_IN_ROW)).filter((row) => row.length > 0);
}

function toButton({ label, route, link }: Button): KeyboardButton[] {
  const text = label.length > MAX_BUTTON_LABEL ? `${label.slice(0, MAX_BUTTON_LABEL - 1)}…` : label;
  if (link !== undefined) return [{ text, url: link }];
  return route === undefined ? [] : [{ text, callback_data: route }];
}

function hang(messages: Message[], keyboard: Keyboard): Message[] {
  const last = messages.at(-1);
  // an album takes no buttons
  if (last === undefined || last.kind === 'album') return [...messages, { kind: 'text', html: '⌨️', keyboard }];
  return [...messages.slice(0, -1), { ...last, keyboard }];
}

function chunk<T>(items: T[], size: number): T[][] {
  return items.length <= size ? [items] : [items.slice(0, size), ...chunk(items.slice(size), size)];
}
