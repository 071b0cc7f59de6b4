import { stripVTControlCharacters, styleText } from 'node:util';
import { parseInline } from '../../chat/inline.ts';
import type { Block } from '../../chat/reply.ts';

type Style = Parameters<typeof styleText>[0];

/** A reply's blocks as lines of a terminal, with colors when `color` says so. */
export function encodeBlocks(blocks: readonly Block[], { color }: { color: boolean }): string {
  const style = (format: Style, text: string) => (color ? styleText(format, text, { validateStream: false }) : text);
  const inline = (text: string) =>
    parseInline(text)
      .map((span) => (span.mark === 'code' ? style('cyan', span.text) : span.mark === 'bold' ? style('bold', span.text) : span.text))
      .join('');
  return blocks.map((block) => encodeBlock(block, inline, style)).join('\n\n');
}

function encodeBlock(block: Block, inline: (text: string) => string, style: (format: Style, text: string) => string): string {
  switch (block.type) {
    case 'heading':
      return style('bold', inline(block.text));
    case 'paragraph':
    case 'spoiler':
      return inline(block.text);
    case 'code':
      return block.text
        .split('\n')
        .map((line) => `    ${style('cyan', line)}`)
        .join('\n');
    case 'math':
      return `    ${style('yellow', block.plain)}`;
    case 'list':
      return block.items.map((item, index) => `  ${block.ordered === true ? `${index + 1}.` : '•'} ${inline(item)}`).join('\n');
    case 'table':
      return encodeTable([block.header, ...block.rows].map((row) => row.map(inline)));
  }
}

function encodeTable(rows: string[][]): string {
  const width = (cell: string) => [...stripVTControlCharacters(cell)].length;
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat(widths[column]! - width(cell)))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
