import { parseInline, plainText } from '../../chat/inline.ts';
import type { Block } from '../../chat/reply.ts';
import { latexLines } from '../../chat/typeset.ts';
import { escapeHtml, toPlain } from './html.ts';
import { MAX_RICH } from './limits.ts';

/**
 * Blocks in the HTML of rich messages (Bot API 10.1), where formulas are LaTeX that Telegram typesets.
 * Undefined when they are longer than one message.
 */
export function toRich(blocks: readonly Block[]): string | undefined {
  const html = blocks.map(richBlock).join('\n');
  return toPlain(html).length <= MAX_RICH ? html : undefined;
}

function richBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<h3>${escapeHtml(plainText(block.text))}</h3>`;
    case 'paragraph':
      return `<p>${inline(block.text)}</p>`;
    case 'code': {
      const kind = block.language === undefined ? '' : ` class="language-${block.language.replace(/[^\w+#-]/g, '')}"`;
      return `<pre><code${kind}>${escapeHtml(block.text)}</code></pre>`;
    }
    case 'math':
      return formula(block);
    case 'list': {
      const tag = block.ordered === true ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</${tag}>`;
    }
    case 'table': {
      const row = (cells: readonly string[], tag: 'th' | 'td') =>
        `<tr>${cells.map((cell) => `<${tag}>${inline(cell)}</${tag}>`).join('')}</tr>`;
      const head = block.header.length === 0 ? '' : row(block.header, 'th');
      return `<table bordered striped>${head}${block.rows.map((cells) => row(cells, 'td')).join('')}</table>`;
    }
    case 'spoiler':
      return `<p><tg-spoiler>${escapeHtml(plainText(block.text))}</tg-spoiler></p>`;
  }
}

/** The source of a formula is read as raw LaTeX: signs that HTML would read have names in LaTeX, and what needs a bare & stays plain. */
function formula(block: Extract<Block, { type: 'math' }>): string {
  const lines = latexLines(block);
  if (lines.length === 0 || lines.some((line) => line.includes('&'))) return `<p><code>${escapeHtml(block.plain)}</code></p>`;
  return lines.map((line) => `<tg-math-block>${line.replaceAll('<', '\\lt ').replaceAll('>', '\\gt ')}</tg-math-block>`).join('\n');
}

function inline(text: string): string {
  return parseInline(text)
    .map(({ text: run, mark }) => {
      const escaped = escapeHtml(run).replaceAll('\n', '<br>');
      if (mark === undefined) return escaped;
      return mark === 'bold' ? `<b>${escaped}</b>` : `<code>${escaped}</code>`;
    })
    .join('');
}
