import { parseInline, plainText } from '../../chat/inline.ts';
import type { Block } from '../../chat/reply.ts';

/** A piece of a message: Telegram's HTML, and how long it is once parsed. */
export interface Piece {
  html: string;
  length: number;
}

/** Escapes what HTML would read. */
export const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const inline = (text: string) =>
  parseInline(text)
    .map(({ text: run, mark }) =>
      mark === undefined ? escapeHtml(run) : mark === 'bold' ? `<b>${escapeHtml(run)}</b>` : `<code>${escapeHtml(run)}</code>`,
    )
    .join('');

/** Blocks as pieces, none longer than `limit`: long blocks are divided between lines or words, never inside a tag. */
export function toPieces(blocks: readonly Block[], limit: number): Piece[] {
  return blocks.flatMap((block) => blockPieces(block, limit));
}

function blockPieces(block: Block, limit: number): Piece[] {
  switch (block.type) {
    case 'heading':
      return divide(plainText(block.text), limit).map((text) => ({ html: `<b>${escapeHtml(text)}</b>`, length: text.length }));
    case 'paragraph':
      return divideMarked(block.text, limit);
    case 'code':
      return divide(block.text, limit).map((text) => ({ html: pre(text, block.language), length: text.length }));
    case 'math':
      return divide(block.plain, limit).map((text) => ({ html: `<code>${escapeHtml(text)}</code>`, length: text.length }));
    case 'list':
      return divideMarked(block.items.map((item, index) => `${block.ordered === true ? `${index + 1}.` : '•'} ${item}`).join('\n'), limit);
    case 'table':
      return divide(tableText(block.header, block.rows), limit).map((text) => ({ html: pre(text), length: text.length }));
    case 'spoiler':
      return divide(plainText(block.text), limit).map((text) => ({
        html: `<tg-spoiler>${escapeHtml(text)}</tg-spoiler>`,
        length: text.length,
      }));
  }
}

function divideMarked(text: string, limit: number): Piece[] {
  // a text too long for one message loses its marks where it is divided, not its words
  const whole = plainText(text);
  if (whole.length <= limit) return [{ html: inline(text), length: whole.length }];
  return divide(text, limit).map((part) => ({ html: inline(part), length: plainText(part).length }));
}

/** Cuts text into parts of at most `limit`, at line breaks, else at spaces, else anywhere but inside a surrogate pair. */
export function divide(text: string, limit: number): string[] {
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

/** Rows as aligned columns, for a monospace block. */
export function tableText(header: readonly string[], rows: readonly string[][]): string {
  const lines = [...(header.length === 0 ? [] : [header]), ...rows].map((row) => row.map(plainText));
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((row) => (row[column] ?? '').length)));
  return lines.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')).join('\n');
}

const pre = (text: string, language?: string) =>
  language === undefined
    ? `<pre>${escapeHtml(text)}</pre>`
    : `<pre><code class="language-${escapeHtml(language)}">${escapeHtml(text)}</code></pre>`;

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
