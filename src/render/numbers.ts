import type { Language } from './figure.ts';

/** A number as figures write it: a true minus, at most `digits` decimals, no trailing zeros; very large and very small ones with a power of ten. */
export function formatNumber(value: number, digits = 2): string {
  if (value === 0 || Object.is(value, -0)) return '0';
  const size = Math.abs(value);
  if (size >= 1e6 || size < 10 ** -digits / 2) {
    const power = Math.floor(Math.log10(size));
    return `${formatNumber(value / 10 ** power, 1)}e${power < 0 ? '−' : ''}${Math.abs(power)}`;
  }
  return String(Number(value.toFixed(digits))).replace('-', '−');
}

/** Decimals in a text as the language writes them: 3,25 in Russian. */
export const withDecimalMark = (text: string, language: Language): string =>
  language === 'ru' ? text.replace(/(\d)\.(\d)/g, '$1,$2') : text;

/** A probability in percent, one decimal only where it says something; never quite a hundred, as no network is sure. */
export function percentText(probability: number, language: Language): string {
  const percent = 100 * probability;
  if (percent > 99.9) return withDecimalMark('> 99.9 %', language);
  if (percent < 0.1) return withDecimalMark('< 0.1 %', language);
  return withDecimalMark(`${percent < 10 || percent >= 99.5 ? percent.toFixed(1) : Math.round(percent)} %`, language);
}
