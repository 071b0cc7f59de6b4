import type { PageContext } from './context.ts';
import { copyText, element, icon, mathElement } from './dom.ts';
import type { WireBlock, WireSpan } from './wire.ts';

/** A reply's block as elements. */
export function blockView(block: WireBlock, context: PageContext): HTMLElement {
  switch (block.type) {
    case 'heading':
      return element('h3', { class: 'block-heading' }, ...spans(block.spans));
    case 'paragraph':
      return element('p', {}, ...spans(block.spans));
    case 'spoiler':
      return element(
        'details',
        { class: 'spoiler' },
        element('summary', {}, context.t('web-spoiler')),
        element('p', {}, ...spans(block.spans)),
      );
    case 'math':
      // its lines are wide on purpose: it scrolls by itself, and the keyboard reaches it
      return mathView(block);
    case 'code':
      return codeView(block.text, context);
    case 'list':
      return element(block.ordered ? 'ol' : 'ul', {}, ...block.items.map((item) => element('li', {}, ...spans(item))));
    case 'table':
      return tableView(block, context);
  }
}

function mathView({ text, lines = [] }: Extract<WireBlock, { type: 'math' }>): HTMLElement {
  if (lines.length === 0) return element('p', { class: 'math plain', tabindex: 0 }, text);
  return element('div', { class: 'math', tabindex: 0 }, ...lines.map(mathElement));
}

function spans(runs: readonly WireSpan[]): Node[] {
  return runs.map(({ text, mark }) => {
    if (mark === 'code') return element('code', {}, text);
    return mark === 'bold' ? element('strong', {}, text) : document.createTextNode(text);
  });
}

function textOf(runs: readonly WireSpan[]): string {
  return runs.map(({ text }) => text).join('');
}

function codeView(text: string, { t, notify }: PageContext): HTMLElement {
  const copy = element('button', { type: 'button', class: 'copy', 'aria-label': t('web-copy'), title: t('web-copy') }, icon('copy'));
  copy.addEventListener('click', async () => {
    const copied = await copyText(text);
    if (!copied) return notify(t('web-copy-failed'));
    copy.replaceChildren(icon('check'));
    copy.setAttribute('aria-label', t('web-copied'));
    setTimeout(() => {
      copy.replaceChildren(icon('copy'));
      copy.setAttribute('aria-label', t('web-copy'));
    }, 1500);
  });
  return element('div', { class: 'code' }, element('pre', { tabindex: 0 }, element('code', {}, text)), copy);
}

/** Characters of a cell that is not broken into lines. */
const SHORT_CELL = 14;
const NUMBER = /^[\s+−–-]?[\d.,\s]+[%×]?$/;

function tableView({ header, rows }: Extract<WireBlock, { type: 'table' }>, { t }: PageContext): HTMLElement {
  const numeric = header.map((_, column) => rows.every((row) => NUMBER.test(textOf(row[column] ?? []))));
  const cell = (tag: 'th' | 'td', runs: readonly WireSpan[], column: number) => {
    const short = textOf(runs).length <= SHORT_CELL ? 'short' : '';
    return element(tag, { class: `${numeric[column] ? 'number' : ''} ${short}`, scope: tag === 'th' ? 'col' : undefined }, ...spans(runs));
  };
  return element(
    'div',
    { class: 'table', role: 'group', 'aria-label': t('web-table'), tabindex: 0 },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...header.map((runs, column) => cell('th', runs, column)))),
      element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map((runs, column) => cell('td', runs, column))))),
    ),
  );
}
