import { ButtonStyle, ComponentType, escapeMarkdown } from 'discord.js';
import { parseInline, plainText } from '../../chat/inline.ts';
import type { Block, Button, Media, Reply } from '../../chat/reply.ts';
import {
  MAX_ALT,
  MAX_BUTTON_LABEL,
  MAX_BUTTONS_IN_ROW,
  MAX_CONTENT,
  MAX_CUSTOM_ID,
  MAX_FILE_BYTES,
  MAX_FILES,
  MAX_REQUEST_BYTES,
  MAX_ROWS,
} from './limits.ts';

export interface ButtonJson {
  type: ComponentType.Button;
  style: ButtonStyle;
  label: string;
  custom_id?: string;
  url?: string;
}
export interface RowJson {
  type: ComponentType.ActionRow;
  components: ButtonJson[];
}

/** One message: text, pictures, buttons. */
export interface Payload {
  content: string;
  files: { attachment: Buffer; name: string; description: string }[];
  components: RowJson[];
}

/** Room for the multipart's own lines in a request, bytes. */
const REQUEST_OVERHEAD = 64 * 1024;

/** Turns a reply into messages that Discord takes. `tooLarge` says instead what a file over the limit would have shown. */
export function encodeReply(
  reply: Reply,
  { tooLarge, maxFileBytes = MAX_FILE_BYTES }: { tooLarge(media: Media): string; maxFileBytes?: number },
): Payload[] {
  const media = reply.media ?? [];
  const refused = media.filter(({ bytes }) => bytes.length > maxFileBytes);
  const blocks: Block[] = [...reply.blocks, ...refused.map((item): Block => ({ type: 'paragraph', text: tooLarge(item) }))];
  const texts = joinTexts(blocks.flatMap(blockTexts));
  const batches = batchFiles(media.filter((item) => !refused.includes(item)));
  const payloads: Payload[] = texts.map((content) => ({ content, files: [], components: [] }));
  for (const [index, files] of batches.entries()) {
    const last = payloads.at(-1);
    // the first pictures stand under the last text
    if (index === 0 && last !== undefined) last.files = files;
    else payloads.push({ content: '', files, components: [] });
  }
  const components = rowsOf(reply);
  const last = payloads.at(-1);
  if (last === undefined) return [{ content: '…', files: [], components }];
  last.components = components;
  return payloads;
}

function blockTexts(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [`### ${escapeText(plainText(block.text))}`];
    case 'paragraph':
      return divide(inline(block.text), MAX_CONTENT);
    case 'code':
      return divide(block.text, MAX_CONTENT - 20).map((text) => fence(text, block.language));
    case 'math':
      return [`\`${block.plain.replaceAll('`', 'ʹ').slice(0, MAX_CONTENT - 2)}\``];
    case 'list':
      return divide(
        block.items.map((item, index) => `${block.ordered === true ? `${index + 1}.` : '-'} ${inline(item)}`).join('\n'),
        MAX_CONTENT,
      );
    case 'table':
      return divide(tableText(block.header, block.rows), MAX_CONTENT - 20).map((text) => fence(text));
    case 'spoiler':
      return divide(escapeText(plainText(block.text)), MAX_CONTENT - 4).map((text) => `||${text}||`);
  }
}

const escapeText = (text: string) => escapeMarkdown(text, { heading: true, bulletedList: true, numberedList: true, maskedLink: true });

function inline(text: string): string {
  return parseInline(text)
    .map(({ text: run, mark }) => (mark === 'code' ? `\`${run}\`` : mark === 'bold' ? `**${escapeText(run)}**` : escapeText(run)))
    .join('');
}

// a fence inside the text would end the block
const fence = (text: string, language = '') => `\`\`\`${language}\n${text.replaceAll('```', "'''")}\n\`\`\``;

function tableText(header: readonly string[], rows: readonly string[][]): string {
  const lines = [...(header.length === 0 ? [] : [header]), ...rows].map((row) => row.map(plainText));
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((row) => (row[column] ?? '').length)));
  return lines.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')).join('\n');
}

function divide(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const line = rest.lastIndexOf('\n', limit);
    const space = rest.lastIndexOf(' ', limit);
    let at = line > limit / 2 ? line : space > limit / 2 ? space : limit;
    if (at === limit && /[\uD800-\uDBFF]/.test(rest[at - 1]!)) at--;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at).replace(/^[\n ]/, '');
  }
  return [...parts, rest];
}

function joinTexts(texts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const text of texts) {
    const last = joined.at(-1);
    // a heading stands close to what follows
    const between = last?.split('\n').at(-1)?.startsWith('### ') === true ? '\n' : '\n\n';
    if (last !== undefined && last.length + between.length + text.length <= MAX_CONTENT)
      joined[joined.length - 1] = `${last}${between}${text}`;
    else joined.push(text);
  }
  return joined;
}

function batchFiles(media: readonly Media[]): Payload['files'][] {
  const batches: Payload['files'][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const { name, alt, bytes: content } of media) {
    const last = batches.at(-1);
    const file = { attachment: Buffer.from(content.buffer, content.byteOffset, content.length), name, description: alt.slice(0, MAX_ALT) };
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

function rowsOf({ quiz, buttons = [] }: Reply): RowJson[] {
  const choices: Button[] = quiz?.choices ?? [];
  const typed: Button[] = quiz?.typed === undefined ? [] : [{ label: quiz.typed.label, route: quiz.typed.route }];
  const answers = [...choices, ...typed].map((button) => toButton(button, ButtonStyle.Primary));
  const others = buttons.map((row) => row.map((button) => toButton(button, ButtonStyle.Secondary)));
  return [answers, ...others]
    .flatMap((row) => chunk(row.filter((button) => button !== undefined)))
    .filter((row) => row.length > 0)
    .slice(0, MAX_ROWS)
    .map((components) => ({ type: ComponentType.ActionRow, components }));
}

function toButton({ label, route, link }: Button, style: ButtonStyle): ButtonJson | undefined {
  const shown = label.length > MAX_BUTTON_LABEL ? `${label.slice(0, MAX_BUTTON_LABEL - 1)}…` : label;
  if (link !== undefined) return { type: ComponentType.Button, style: ButtonStyle.Link, label: shown, url: link };
  if (route === undefined || route.length > MAX_CUSTOM_ID) return undefined;
  return { type: ComponentType.Button, style, label: shown, custom_id: route };
}

function chunk<T>(items: T[]): T[][] {
  return items.length <= MAX_BUTTONS_IN_ROW ? [items] : [items.slice(0, MAX_BUTTONS_IN_ROW), ...chunk(items.slice(MAX_BUTTONS_IN_ROW))];
}
