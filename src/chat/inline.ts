/** One run of text with one look. */
export interface Span {
  text: string;
  mark?: 'code' | 'bold';
}

const MARKS = /`([^`\n]+)`|\*\*([^*\n]+)\*\*/g;

/** Splits a reply's text into runs: `code` in backticks, **bold** in double asterisks, everything else as it stands. */
export function parseInline(text: string): Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    if (match.index > end) spans.push({ text: text.slice(end, match.index) });
    spans.push(match[1] !== undefined ? { text: match[1], mark: 'code' } : { text: match[2] ?? '', mark: 'bold' });
    end = match.index + match[0].length;
  }
  if (end < text.length) spans.push({ text: text.slice(end) });
  return spans;
}

/** The same text without its marks. */
export function plainText(text: string): string {
  return parseInline(text)
    .map((span) => span.text)
    .join('');
}
