import { plainText } from '../../chat/inline.ts';
import type { Block, Button, Form, Media, Quiz, Reply } from '../../chat/reply.ts';
import { formulasOf } from '../../chat/typeset.ts';
import { blockText, cut, escapeHtml, joinPieces, type Piece, toPieces } from './html.ts';
import {
  MAX_ALBUM,
  MAX_ALERT,
  MAX_BUTTON_LABEL,
  MAX_BUTTONS,
  MAX_BUTTONS_IN_ROW,
  MAX_CALLBACK_BYTES,
  MAX_CAPTION,
  MAX_FILE_BYTES,
  MAX_FORM_PLACEHOLDER,
  MAX_PHOTO_BYTES,
  MAX_PHOTO_RATIO,
  MAX_PHOTO_SIDES,
  MAX_POLL_EXPLANATION,
  MAX_POLL_EXPLANATION_LINES,
  MAX_POLL_OPTION,
  MAX_POLL_OPTIONS,
  MAX_POLL_QUESTION,
  MAX_TEXT,
  MIN_POLL_OPTIONS,
  ROW_LETTERS,
} from './limits.ts';
import { toRich } from './rich.ts';

export type KeyboardButton = { text: string; callback_data: string } | { text: string; url: string };
export type Keyboard = KeyboardButton[][];

/** One message to send. `plain`: the tags are taken out before it is sent. */
export type Message = TextMessage | RichMessage | FileMessage | AlbumMessage | PollMessage;

export interface TextMessage {
  kind: 'text';
  html: string;
  plain?: boolean;
  keyboard?: Keyboard;
  /** Opens the reply field of the person who is mentioned or replied to. */
  form?: { placeholder?: string };
}
/** A text with formulas, which Telegram typesets itself. */
export interface RichMessage {
  kind: 'rich';
  /** In the HTML of rich messages. */
  html: string;
  keyboard?: Keyboard;
  /** The same as plain text, for servers that have no rich messages. */
  instead: TextMessage[];
}
export interface FileMessage {
  kind: 'photo' | 'document' | 'animation';
  media: Media;
  /** The caption. */
  html: string;
  plain?: boolean;
  keyboard?: Keyboard;
}
export interface AlbumMessage {
  kind: 'album';
  items: { media: Media; html: string }[];
  plain?: boolean;
}
export interface PollMessage {
  kind: 'poll';
  question: string;
  options: string[];
  /** Index into the options. */
  correct: number;
  explanation?: string;
  /** What each option means when it is picked. */
  routes: string[];
  keyboard?: Keyboard;
  /** The same question with buttons, for chats that allow no polls. */
  instead: Message[];
}

/** How the reply is shown at this place, and the adapter's own words for it. */
export interface Setting {
  /** In a group plain messages reach the tutor only as replies. */
  group: boolean;
  /** Who asked, by name: Telegram tells them, and a form opens only for them. */
  mention?: { id: string; name: string };
  /** The text is covered until it is tapped: the others here would rather find it themselves. */
  covered?: boolean;
  /** The server takes rich messages. */
  rich?: boolean;
  /** The reply asks for this one value. */
  form?: Form;
  texts: {
    /** Said instead of a file over the limit. */
    tooLarge(media: Media): string;
    /** Stands above buttons that would hang on nothing. */
    choose: string;
    /** How a typed answer reaches the tutor in a group. */
    replyWithAnswer: string;
  };
}

/** Turns a reply into messages that Telegram takes. The keyboard hangs on the last one. */
export function encodeReply(reply: Reply, setting: Setting): Message[] {
  const poll = nativePoll(reply.quiz);
  if (poll === undefined) return encode(reply, setting);
  const { quiz, question } = poll;
  // the poll says the question and its code itself
  const blocks = reply.blocks.filter((block) => blockText(block) !== quiz.question && !blockText(block).includes(quiz.code));
  const { quiz: _asked, buttons = [], ...rest } = reply;
  const before = blocks.length === 0 && (reply.media ?? []).length === 0 ? [] : encode({ ...rest, blocks }, setting);
  const keyboard = keyboardOf(buttons);
  return [
    ...before,
    {
      kind: 'poll',
      question,
      options: quiz.choices.map(({ label }) => plainText(label)),
      correct: quiz.correct,
      ...(quiz.explanation === undefined || quiz.explanation === '' ? {} : { explanation: plainText(quiz.explanation) }),
      routes: quiz.choices.map(({ route }) => route),
      ...(keyboard.length === 0 ? {} : { keyboard }),
      instead: encode({ ...rest, blocks: reply.blocks.filter((block) => !blocks.includes(block)), media: [], quiz, buttons }, setting),
    },
  ];
}

/** The whole text of a reply where an alert holds it; a refusal is cut to fit. Undefined for what an alert cannot show. */
export function alertText({ blocks, media = [], error }: Reply): string | undefined {
  if (media.length > 0) return undefined;
  const text = blocks.map(blockText).join('\n\n');
  if (text.trim() === '') return undefined;
  return error === undefined && text.length > MAX_ALERT ? undefined : cut(text, MAX_ALERT);
}

function encode(reply: Reply, setting: Setting): Message[] {
  const { texts, group, form } = setting;
  const all = reply.media ?? [];
  const media = all.filter(({ bytes }) => bytes.length <= MAX_FILE_BYTES);
  const refused = all.filter(({ bytes }) => bytes.length > MAX_FILE_BYTES);
  const typed = group ? reply.quiz?.typed : undefined;
  const blocks: Block[] = [
    ...reply.blocks,
    ...refused.map((file): Block => ({ type: 'paragraph', text: texts.tooLarge(file) })),
    ...(typed === undefined ? [] : [{ type: 'paragraph' as const, text: texts.replyWithAnswer }]),
  ];
  const messages = arrange(piecesOf(blocks, setting), media, richText(reply, blocks, setting));
  if (form !== undefined && group) return withForm(messages, form);
  const choices = (reply.quiz?.choices ?? []).map(({ label, route }): Button => ({ label, route }));
  const answer = typed === undefined ? [] : [{ label: typed.label, route: typed.route }];
  const keyboard = keyboardOf([choices, answer, ...(reply.buttons ?? [])]);
  return keyboard.length === 0 ? messages : withKeyboard(messages, keyboard, texts.choose);
}

/** The text with its formulas typeset by Telegram, where the reply asks for that and the server can. */
function richText(reply: Reply, blocks: readonly Block[], { rich, mention, form }: Setting): string | undefined {
  if (rich !== true || mention !== undefined || form !== undefined || formulasOf(reply).length === 0) return undefined;
  return toRich(blocks);
}

function piecesOf(blocks: readonly Block[], { mention, covered }: Setting): Piece[] {
  const shown = covered === true ? blocks.map((block): Block => ({ type: 'spoiler', text: blockText(block) })) : blocks;
  if (mention === undefined) return toPieces(shown, MAX_TEXT);
  const name = cut(mention.name, MAX_BUTTON_LABEL);
  const html = `<a href="tg://user?id=${mention.id}">${escapeHtml(name)}</a>`;
  return [{ html, length: name.length }, ...toPieces(shown, MAX_TEXT)];
}

/** Pictures first, the text below them, so that the buttons hang on the text; one picture takes the text as its caption if it fits. */
function arrange(pieces: Piece[], media: readonly Media[], rich: string | undefined): Message[] {
  const plain = joinPieces(pieces, MAX_TEXT).map(({ html }): TextMessage => ({ kind: 'text', html }));
  const texts: Message[] = rich === undefined ? plain : [{ kind: 'rich', html: rich, instead: plain }];
  const [first, ...others] = media;
  if (first === undefined) return texts;
  if (others.length === 0) {
    const [whole = { html: '', length: 0 }] = joinPieces(pieces, Number.POSITIVE_INFINITY);
    const html = captionOf(whole, first);
    if (html !== undefined) return [{ kind: kindOf(first), media: first, html }];
  }
  const alone = (item: Media) => escapeHtml(cut(item.alt, MAX_CAPTION));
  const photos = media.filter((item) => kindOf(item) === 'photo');
  const files = media.filter((item) => kindOf(item) !== 'photo');
  return [
    ...chunk(photos, MAX_ALBUM).map((group): Message => {
      if (group.length === 1) return { kind: 'photo', media: group[0]!, html: alone(group[0]!) };
      return { kind: 'album', items: group.map((item) => ({ media: item, html: alone(item) })) };
    }),
    ...files.map((item): Message => ({ kind: kindOf(item), media: item, html: alone(item) })),
    ...texts,
  ];
}

/** Text and, folded away below it, what the picture shows; undefined when the text is too long for a caption. */
function captionOf(text: Piece, { alt }: Media): string | undefined {
  if (text.length > MAX_CAPTION) return undefined;
  if (text.length === 0) return escapeHtml(cut(alt, MAX_CAPTION));
  const room = MAX_CAPTION - text.length - 1;
  const unsaid = alt
    .split('\n')
    .filter((line) => !text.html.includes(escapeHtml(line)))
    .join('\n');
  // a few letters of it would help nobody
  if (unsaid === '' || room < 20) return text.html;
  return `${text.html}\n<blockquote expandable>${escapeHtml(cut(unsaid, room))}</blockquote>`;
}

function kindOf({ type, bytes, width, height, exact }: Media): FileMessage['kind'] {
  if (type === 'image/gif') return 'animation';
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
  const fits = bytes.length <= MAX_PHOTO_BYTES && width + height <= MAX_PHOTO_SIDES && ratio <= MAX_PHOTO_RATIO;
  // photos are recompressed on the way: what must keep every pixel goes as a file
  return type.startsWith('image/') && exact !== true && fits ? 'photo' : 'document';
}

type NativeQuiz = Quiz & { choices: NonNullable<Quiz['choices']>; correct: number };

/** A quiz as Telegram's own poll, when it fits into one. */
function nativePoll(quiz: Quiz | undefined): { quiz: NativeQuiz; question: string } | undefined {
  if (quiz?.choices === undefined || quiz.correct === undefined) return undefined;
  const { choices, correct, code } = quiz;
  const question = pollQuestion(plainText(quiz.question), code);
  const explanation = plainText(quiz.explanation ?? '');
  const fits =
    choices.length >= MIN_POLL_OPTIONS &&
    choices.length <= MAX_POLL_OPTIONS &&
    choices.every(({ label }) => label.trim() !== '' && label.length <= MAX_POLL_OPTION) &&
    choices[correct] !== undefined &&
    question.length <= MAX_POLL_QUESTION &&
    explanation.length <= MAX_POLL_EXPLANATION &&
    explanation.split('\n').length <= MAX_POLL_EXPLANATION_LINES;
  return fits ? { quiz: { ...quiz, choices, correct }, question } : undefined;
}

/** A question with its code, so that a friend can be sent the same one. */
export const pollQuestion = (question: string, code: string) => `${question}  [${code}]`;

/** Rows as given, broken where a phone could not show their labels side by side. */
function keyboardOf(rows: readonly Button[][]): Keyboard {
  const keyboard = rows.flatMap((row) => breakRow(row.flatMap(toButton)));
  let left = MAX_BUTTONS;
  return keyboard.flatMap((row) => {
    const kept = row.slice(0, left);
    left -= kept.length;
    return kept.length === 0 ? [] : [kept];
  });
}

function breakRow(row: KeyboardButton[]): Keyboard {
  // a row's buttons are equally wide: the longest label decides how many fit
  const longest = Math.max(1, ...row.map(({ text }) => text.length));
  const fitting = Math.max(1, Math.min(MAX_BUTTONS_IN_ROW, Math.floor(ROW_LETTERS / longest)));
  // rows of much the same length look better than a full one and a rest
  const count = Math.ceil(row.length / fitting);
  return count === 0 ? [] : chunk(row, Math.ceil(row.length / count));
}

function toButton({ label, route, link }: Button): KeyboardButton[] {
  const text = cut(plainText(label), MAX_BUTTON_LABEL);
  if (text.trim() === '') return [];
  if (link !== undefined) return [{ text, url: link }];
  if (route === undefined || route === '' || Buffer.byteLength(route) > MAX_CALLBACK_BYTES) return [];
  return [{ text, callback_data: route }];
}

function withKeyboard(messages: readonly Message[], keyboard: Keyboard, choose: string): Message[] {
  const last = messages.at(-1);
  // an album takes no buttons
  if (last === undefined || last.kind === 'album') return [...messages, { kind: 'text', html: escapeHtml(choose), keyboard }];
  return [...messages.slice(0, -1), { ...last, keyboard }];
}

function withForm(messages: readonly Message[], { placeholder = '' }: Form): Message[] {
  const form = placeholder === '' ? {} : { placeholder: cut(placeholder, MAX_FORM_PLACEHOLDER) };
  return messages.map((message, index) => (index === messages.length - 1 && message.kind === 'text' ? { ...message, form } : message));
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return items.length === 0 ? [] : [items.slice(0, size), ...chunk(items.slice(size), size)];
}
