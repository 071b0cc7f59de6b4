import type { Progress } from '../../chat/context.ts';
import type { Block, Media, Reply } from '../../chat/reply.ts';
import { buttonRows, lettersOf, type RowJson, shorten } from './buttons.ts';
import { MAX_ALT, MAX_CONTENT, MAX_FILE_BYTES, MAX_FILES, MAX_REQUEST_BYTES } from './limits.ts';
import { escapeMarkdown, type Page, renderBlock } from './markdown.ts';

/** One message: text, pictures, buttons. */
export interface Payload {
  content: string;
  files: { attachment: Buffer; name: string; description: string }[];
  components: RowJson[];
}

export interface Setting {
  /** The most that one file may have here, bytes. */
  maxFileBytes?: number;
  /** Commands that can be pressed in a sentence: name → Discord's id. */
  commands?: ReadonlyMap<string, string>;
  texts: {
    /** Said in place of a file over the limit. */
    tooLarge(media: Media): string;
    /** Above buttons that found no room under the message. */
    more: string;
  };
}

/** Room for what a request holds beside its files, bytes. */
const REQUEST_OVERHEAD = 64 * 1024;
/** Discord shows no empty message. */
const NOTHING = '…';

/** Turns a reply into messages that Discord takes: text first, the pictures under it, the buttons under the last. */
export function encodeReply(reply: Reply, { maxFileBytes = MAX_FILE_BYTES, commands = new Map(), texts }: Setting): Payload[] {
  const page: Page = { limit: MAX_CONTENT, commands };
  const media = reply.media ?? [];
  const refused = media.filter(({ bytes }) => bytes.length > maxFileBytes);
  const blocks: Block[] = [
    ...reply.blocks,
    ...refused.map((item): Block => ({ type: 'paragraph', text: texts.tooLarge(item) })),
    ...letteredChoices(reply),
  ];
  const payloads = joinBlocks(blocks.map((block) => ({ block, pieces: renderBlock(block, page) }))).map(message);
  for (const [index, files] of batchFiles(media.filter((item) => !refused.includes(item))).entries()) {
    const last = payloads.at(-1);
    if (index === 0 && last !== undefined) last.files = files;
    else payloads.push({ ...message(''), files });
  }
  if (payloads.length === 0) payloads.push(message(NOTHING));
  for (const [index, rows] of buttonRows(reply).entries()) {
    if (index === 0) payloads.at(-1)!.components = rows;
    else payloads.push({ ...message(texts.more), components: rows });
  }
  return payloads;
}

/** What there is to see of work that goes on, as one message. */
export function encodeProgress({ note, preview = {} }: Progress, setting: Setting): Payload {
  const { media, buttons } = preview;
  const blocks: Block[] = [{ type: 'paragraph', text: note }];
  return encodeReply(
    { blocks, ...(media === undefined ? {} : { media: [media] }), ...(buttons === undefined ? {} : { buttons }) },
    setting,
  )[0]!;
}

/** The same message where no files are taken: it says why, and what the pictures show. */
export function withoutFiles({ content, files, components }: Payload, why: string): Payload {
  const said = [content, escapeMarkdown([why, ...files.map(({ description }) => description)].join('\n'))].filter((text) => text !== '');
  return { content: shorten(said.join('\n\n'), MAX_CONTENT), files: [], components };
}

const message = (content: string): Payload => ({ content, files: [], components: [] });

/** The choices of a question whose buttons are only letters. */
function letteredChoices({ quiz }: Reply): Block[] {
  const letters = lettersOf(quiz);
  if (letters === undefined) return [];
  return [{ type: 'list', items: (quiz?.choices ?? []).map(({ label }, index) => `**${letters[index]}.** ${label}`) }];
}

/** Pieces of text as few messages; a heading goes with what it stands above, formulas stand close together. */
function joinBlocks(rendered: readonly { block: Block; pieces: string[] }[]): string[] {
  const joined: string[] = [];
  let heading = '';
  let before: Block['type'] | undefined;
  const add = (text: string, type: Block['type']) => {
    const last = joined.at(-1);
    const gap = type === 'math' && before === 'math' ? '\n' : '\n\n';
    if (last !== undefined && last.length + gap.length + text.length <= MAX_CONTENT) joined[joined.length - 1] = `${last}${gap}${text}`;
    else joined.push(text);
    before = type;
  };
  for (const { block, pieces } of rendered) {
    for (const piece of pieces) {
      const text = heading === '' ? piece : `${heading}\n${piece}`;
      if (block.type === 'heading') heading = text;
      else {
        if (text.length > MAX_CONTENT) add(heading, 'heading');
        add(text.length > MAX_CONTENT ? piece : text, block.type);
        heading = '';
      }
    }
  }
  if (heading !== '') add(heading, 'heading');
  return joined;
}

/** Files in as few requests as count and bytes allow. */
function batchFiles(media: readonly Media[]): Payload['files'][] {
  const batches: Payload['files'][] = [];
  let bytes = 0;
  for (const { name, alt, bytes: content } of media) {
    const last = batches.at(-1);
    const file = { attachment: Buffer.from(content.buffer, content.byteOffset, content.length), name, description: shorten(alt, MAX_ALT) };
    if (last === undefined || last.length >= MAX_FILES || bytes + content.length > MAX_REQUEST_BYTES - REQUEST_OVERHEAD) {
      batches.push([file]);
      bytes = content.length;
    } else {
      last.push(file);
      bytes += content.length;
    }
  }
  return batches;
}
