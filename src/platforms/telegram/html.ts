import { parseInline, plainText } from '../../chat/inline.ts';
import type { Block } from '../../chat/reply.ts';
import { MAX_TABLE_WIDTH } from './limits.ts';

/** A piece of a message: Telegram's HTML, and how long it is once parsed. */
export interface Piece {
  html: string;
  length: number;
}

/** Text of one look; `wrap` puts tags around what is escaped already. */
interface Run {
  text: string;
  wrap?: (escaped: string) => string;
}

const bold = (escaped: string) => `<b>${escaped}</b>`;
const fixed = (escaped: string) => `<code>${escaped}</code>`;
const pre = (escaped: string) => `<pre>${escaped}</pre>`;
const spoiler = (escaped: string) => `<tg-spoiler>${escaped}</tg-spoiler>`;

/** Escapes what HTML would read. */
export const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The text that our own HTML shows. */
export function toPlain(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Blocks as pieces, none longer than `limit`: long blocks are divided between lines or words, never inside a tag. */
export function toPieces(blocks: readonly Block[], limit: number): Piece[] {
  return blocks.flatMap((block) => divideRuns(runsOf(block), limit)).filter(({ html }) => toPlain(html).trim() !== '');
}

/** What a block says, without any look. */
export function blockText(block: Block): string {
  return runsOf(block)
    .map((run) => run.text)
    .join('');
}

/** Joins pieces into messages of at most `limit`, apart by blank lines. */
export function joinPieces(pieces: readonly Piece[], limit: number): Piece[] {
  const messages: Piece[] = [];
  for (const piece of pieces) {
    const last = messages.at(-1);
    if (last !== undefined && last.length + 2 + piece.length <= limit) {
      last.html += `\n\n${piece.html}`;
      last.length += 2 + piece.length;
    } else messages.push({ ...piece });
  }
  return messages;
}

/** As much of a text as fits, with an ellipsis where something is missing; surrogate pairs stay whole. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, wholeLetters(text, limit - 1)).trimEnd()}…`;
}

function runsOf(block: Block): Run[] {
  switch (block.type) {
    case 'heading':
      return [{ text: plainText(block.text), wrap: bold }];
    case 'paragraph':
      return inlineRuns(block.text);
    case 'code':
      return [{ text: block.text, wrap: block.language === undefined ? pre : preOf(block.language) }];
    case 'math':
      return [{ text: block.plain, wrap: fixed }];
    case 'list':
      return block.items.flatMap((item, index) => [
        { text: `${index === 0 ? '' : '\n'}${block.ordered === true ? `${index + 1}.` : '•'} ` },
        ...inlineRuns(item),
      ]);
    case 'table':
      return tableRuns(block.header, block.rows);
    case 'spoiler':
      return [{ text: plainText(block.text), wrap: spoiler }];
  }
}

function inlineRuns(text: string): Run[] {
  return parseInline(text).map(({ text: run, mark }): Run => {
    if (mark === undefined) return { text: run };
    return { text: run, wrap: mark === 'bold' ? bold : fixed };
  });
}

/** Aligned columns where a phone can show them, else each row as a paragraph of `column: value`. */
function tableRuns(header: readonly string[], rows: readonly string[][]): Run[] {
  const aligned = tableText(header, rows);
  const width = Math.max(...aligned.split('\n').map((line) => line.length));
  if (width <= MAX_TABLE_WIDTH || header.length === 0) return [{ text: aligned, wrap: pre }];
  return rows.flatMap((row, index): Run[] => [
    { text: index === 0 ? '' : '\n\n' },
    { text: plainText(row[0] ?? ''), wrap: bold },
    ...row.slice(1).flatMap((cell, column): Run[] => [{ text: `\n${plainText(header[column + 1] ?? '')}: ` }, ...inlineRuns(cell)]),
  ]);
}

/** Rows as aligned columns for a monospace block: numbers to the right, words to the left. */
export function tableText(header: readonly string[], rows: readonly string[][]): string {
  const body = rows.map((row) => row.map(plainText));
  const lines = header.length === 0 ? body : [header.map(plainText), ...body];
  const columns = Math.max(0, ...lines.map((line) => line.length));
  const pads = Array.from({ length: columns }, (_, column) => {
    const width = Math.max(...lines.map((line) => (line[column] ?? '').length));
    const numbers = body.every((line) => /^[\s\d.,+−\-–%×·/≈<>]*$/.test(line[column] ?? ''));
    return (cell: string) => (numbers ? cell.padStart(width) : cell.padEnd(width));
  });
  return lines
    .map((line) =>
      pads
        .map((pad, column) => pad(line[column] ?? ''))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const preOf = (language: string) => (escaped: string) =>
  `<pre><code class="language-${escapeHtml(language).replaceAll('"', '')}">${escaped}</code></pre>`;

/** Runs as pieces of at most `limit`: a run that is divided keeps its look on both sides. */
function divideRuns(runs: readonly Run[], limit: number): Piece[] {
  const text = runs.map((run) => run.text).join('');
  return divide(text, limit).map(({ from, to }) => {
    let at = 0;
    let html = '';
    for (const run of runs) {
      const part = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
      if (part !== '') html += run.wrap === undefined ? escapeHtml(part) : run.wrap(escapeHtml(part));
      at += run.text.length;
    }
    return { html, length: to - from };
  });
}

/** Where to cut a text into parts of at most `limit`: at line breaks, else at spaces, else anywhere but inside a surrogate pair. */
export function divide(text: string, limit: number): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let from = 0;
  while (text.length - from > limit) {
    const line = text.lastIndexOf('\n', from + limit) - from;
    const space = text.lastIndexOf(' ', from + limit) - from;
    // a break far from the end would waste most of a message
    const length = line > limit / 2 ? line : space > limit / 2 ? space : wholeLetters(text.slice(from), limit);
    parts.push({ from, to: from + length });
    from += length;
    if (/[\n ]/.test(text[from] ?? '')) from++;
  }
  return [...parts, { from, to: text.length }];
}

const wholeLetters = (text: string, length: number) => (/[\uD800-\uDBFF]/.test(text[length - 1] ?? '') ? length - 1 : length);
