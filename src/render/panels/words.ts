import type { Language } from '../figure.ts';
import { cellText } from '../number-grid.ts';
import { formatNumber } from '../numbers.ts';
import { measure, wrap } from '../sheet.ts';
import { figureTexts } from '../texts.ts';
import type { Words } from './panel.ts';

/** Smallest type of a panel, pixels. */
export const LEAST_TYPE = 26;

/** Words and numbers of panels in a language. */
export function wordsOf(language: Language): Words {
  const t = figureTexts(language);
  const marked = (text: string) => (language === 'ru' ? text.replace('.', ',') : text);
  return {
    language,
    text: (label) => (label.startsWith('@') ? t(`panel-${label.slice(1)}`) : label),
    number: (value, digits) => marked(digits === undefined ? cellText(value) : formatNumber(value, digits)),
  };
}

/** Lines that are all within the width: a word that is longer alone is broken. */
export function wrapWithin(text: string, font: string, width: number): string[] {
  return wrap(text, font, width).flatMap((line) => {
    if (measure(line, font) <= width) return [line];
    const parts: string[] = [];
    for (const sign of line) {
      const last = parts.at(-1);
      if (last !== undefined && measure(last + sign, font) <= width) parts[parts.length - 1] = last + sign;
      else parts.push(sign);
    }
    return parts;
  });
}
