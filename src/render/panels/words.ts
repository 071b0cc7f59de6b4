import type { Language } from '../figure.ts';
import { cellText } from '../number-grid.ts';
import { formatNumber } from '../numbers.ts';
import { measure, wrap } from '../sheet.ts';
import { figureTexts } from '../texts.ts';
import type { Words } from './panel.ts';

/** Smallest type of a panel, pixels. */
export const LEAST_TYPE = 26;
/** Numbers with more decimals are rounded, larger ones are written with a power of ten. */
const MOST_DECIMALS = 4;
const MOST_WHOLE = 1e9;

/** Words and numbers of panels in a language. */
export function wordsOf(language: Language): Words {
  const t = figureTexts(language);
  const marked = (text: string) => (language === 'ru' ? text.replace('.', ',') : text);
  return {
    language,
    text: (label) => (label.startsWith('@') ? t(`panel-${label.slice(1)}`) : label),
    number: (value, digits) => marked(digits === undefined ? exactText(value) : formatNumber(value, digits)),
  };
}

/** Whole numbers and short decimals as they are, so that a learner can compute with them; others rounded. */
function exactText(value: number): string {
  const short = Number(value.toFixed(MOST_DECIMALS));
  const exact = Math.abs(short - value) < 1e-12 && Math.abs(value) < MOST_WHOLE;
  return exact ? String(short === 0 ? 0 : short).replace('-', '−') : cellText(value);
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
