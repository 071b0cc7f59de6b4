import { parseInline, type Span } from '../../chat/inline.ts';
import type { Block } from '../../chat/reply.ts';

/** Where text goes: how long a piece may be, and which commands can be pressed in it (name → Discord's id). */
export interface Page {
  limit: number;
  commands: ReadonlyMap<string, string>;
}

/** Room that a fence and its language take around code. */
const FENCE_ROOM = 24;
const SPOILER_ROOM = 4;
const HEADING = '### ';
/** What a line of a divided list item begins with, so that it stands under the item's text. */
const CONTINUED = '  ';

/** A block in Discord's Markdown, in as few pieces as the limit allows; each piece stands by itself. */
export function renderBlock(block: Block, page: Page): string[] {
  switch (block.type) {
    case 'heading':
      return renderText(block.text, { ...page, limit: page.limit - HEADING.length }).map((line) => `${HEADING}${line.replace(/\n/g, ' ')}`);
    case 'paragraph':
      return renderText(block.text, page);
    case 'code':
      return fenced(block.text.split('\n'), [], page.limit, block.language);
    case 'math':
      return renderMath(block.plain, page.limit);
    case 'list':
      return packLines(
        block.items.flatMap((item, index) => renderItem(item, block.ordered === true ? `${index + 1}. ` : '- ', page)),
        page.limit,
      );
    case 'table':
      return renderTable(block.header, block.rows, page.limit);
    case 'spoiler':
      return renderText(block.text, { ...page, limit: page.limit - SPOILER_ROOM }).map((text) => `||${text}||`);
  }
}

/** Text of ours or of a learner's with its two marks; everything else shows as it was written. */
export function renderText(text: string, page: Page): string[] {
  const pieces: string[] = [];
  let rest = parseInline(text);
  while (rest.length > 0) {
    const whole = renderSpans(rest, page.commands);
    if (whole.length <= page.limit) return [...pieces, whole];
    const [piece, left] = cutToFit(rest, page);
    pieces.push(renderSpans(piece, page.commands).trimEnd());
    rest = left;
  }
  return pieces;
}

/** Everything that Discord's Markdown gives a meaning, made plain. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\*_~`|[\]<>]/g, '\\$&')
      // at the beginning of a line: headings, small print, lists
      .replace(/^(\s*)(#{1,3}|-#?|\+)(?=\s)/gm, '$1\\$2')
      .replace(/^(\s*\d+)\.(?=\s)/gm, '$1\\.')
  );
}

function renderSpans(spans: readonly Span[], commands: ReadonlyMap<string, string>): string {
  return spans
    .map(({ text, mark }) => {
      if (mark === 'code') return codeSpan(text);
      const shown = renderWords(text, commands);
      return mark === 'bold' ? `**${shown}**` : shown;
    })
    .join('');
}

const COMMAND = /(?<![\p{L}\p{N}/.])(\/[a-z0-9_]+)(?![\p{L}\p{N}/])/u;

/** Plain text, where `/convolve` becomes a command that can be pressed. */
function renderWords(text: string, commands: ReadonlyMap<string, string>): string {
  return text
    .split(COMMAND)
    .map((part) => {
      const id = part.startsWith('/') ? commands.get(part.slice(1)) : undefined;
      return id === undefined ? escapeMarkdown(part) : `<${part}:${id}>`;
    })
    .join('');
}

// a backtick cannot be escaped inside a code span; the one that looks like it can stand there
const codeSpan = (text: string) => `\`${text.replaceAll('`', 'ˋ')}\``;

/** The longest beginning whose rendering fits, cut at white space where there is some, and what is left. */
function cutToFit(spans: readonly Span[], { limit, commands }: Page): [Span[], Span[]] {
  const text = spans.map((span) => span.text).join('');
  let fits = 0;
  let tooLong = text.length;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (renderSpans(splitAt(spans, middle)[0], commands).length <= limit) fits = middle;
    else tooLong = middle;
  }
  const line = text.lastIndexOf('\n', fits);
  const space = text.lastIndexOf(' ', fits);
  let at = line > fits / 2 ? line : space > fits / 2 ? space : fits;
  if (/[\uD800-\uDBFF]/.test(text[at - 1] ?? '')) at--;
  const [piece, left] = splitAt(spans, Math.max(1, at));
  const first = left[0];
  return [piece, first === undefined ? [] : [{ ...first, text: first.text.replace(/^\s+/, '') }, ...left.slice(1)].filter(hasText)];
}

function splitAt(spans: readonly Span[], at: number): [Span[], Span[]] {
  let before = 0;
  const left: Span[] = [];
  const right: Span[] = [];
  for (const span of spans) {
    const cut = Math.min(Math.max(at - before, 0), span.text.length);
    left.push({ ...span, text: span.text.slice(0, cut) });
    right.push({ ...span, text: span.text.slice(cut) });
    before += span.text.length;
  }
  return [left.filter(hasText), right.filter(hasText)];
}

const hasText = ({ text }: Span) => text !== '';

function renderItem(item: string, bullet: string, page: Page): string[] {
  const lines = renderText(item, { ...page, limit: page.limit - bullet.length - CONTINUED.length });
  return lines.map((line, index) => `${index === 0 ? bullet : CONTINUED}${line.replace(/\n/g, `\n${CONTINUED}`)}`);
}

function renderMath(plain: string, limit: number): string[] {
  const lines = plain.split('\n');
  return lines.length === 1 && plain.length + 2 <= limit ? [codeSpan(plain)] : fenced(lines, [], limit);
}

/** Columns stand under each other, numbers by their last digit; every piece begins with the header. */
function renderTable(header: readonly string[], rows: readonly string[][], limit: number): string[] {
  const all = header.length > 0 ? [header, ...rows] : rows;
  const columns = Math.max(0, ...all.map((row) => row.length));
  const width = (column: number) => Math.max(...all.map((row) => (row[column] ?? '').length));
  const isNumeric = (column: number) => rows.every((row) => /^[\s\d.,+\-−–%×/…]*$/.test(row[column] ?? ''));
  const shapes = Array.from({ length: columns }, (_, column) => ({ width: width(column), numeric: isNumeric(column) }));
  const line = (row: readonly string[]) =>
    shapes
      .map((shape, column) => (shape.numeric ? (row[column] ?? '').padStart(shape.width) : (row[column] ?? '').padEnd(shape.width)))
      .join('  ')
      .trimEnd();
  const head = header.length > 0 ? [line(header), shapes.map((shape) => '─'.repeat(shape.width)).join('  ')] : [];
  return fenced(rows.map(line), head, limit);
}

/** Lines as code blocks within the limit, each of them begun by the head. */
function fenced(lines: readonly string[], head: readonly string[], limit: number, language = ''): string[] {
  const room = limit - FENCE_ROOM - head.reduce((sum, line) => sum + line.length + 1, 0);
  // three backticks would end the block; an invisible sign between them keeps them apart
  const safe = lines.map((line) => line.replace(/`(?=`)/g, '`\u200B'));
  return packLines(safe, room).map((text) => `\`\`\`${language}\n${[...head, text].join('\n')}\n\`\`\``);
}

/** Lines joined to as few pieces as possible; a line that is too long by itself is cut. */
function packLines(lines: readonly string[], limit: number): string[] {
  const pieces: string[] = [];
  for (const line of lines.flatMap((whole) => cutLine(whole, limit))) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= limit) pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line);
  }
  return pieces;
}

function cutLine(line: string, limit: number): string[] {
  if (line.length <= limit) return [line];
  const at = /[\uD800-\uDBFF]/.test(line[limit - 1]!) ? limit - 1 : limit;
  return [line.slice(0, at), ...cutLine(line.slice(at), limit)];
}
