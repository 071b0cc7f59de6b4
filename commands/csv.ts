import type { Language } from '../src/chat/texts.ts';

type Cell = string | number;

/** Excel takes a file for UTF-8 only with this before it. */
const BYTE_ORDER_MARK = '\ufeff';
/** A text that begins like this would be computed as a formula; with an apostrophe before it, it is shown. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const PLAIN_NUMBER = /^[-+]?\d+(?:[.,]\d+)?$/;

/**
 * A table as a CSV file that Excel opens by a double click: UTF-8 with its mark, the separator and the decimal sign of the language (Russian:
 * semicolon and comma), CRLF; texts that look like formulas are made harmless.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[], language: Language): Uint8Array {
  const separator = language === 'ru' ? ';' : ',';
  const write = (cell: Cell) => {
    if (typeof cell === 'number') return language === 'ru' ? String(cell).replace('.', ',') : String(cell);
    const safe = FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
    return /[",;\r\n']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [header, ...rows].map((row) => `${row.map(write).join(separator)}\r\n`);
  return new TextEncoder().encode(BYTE_ORDER_MARK + lines.join(''));
}
