import type { Language } from './figure.ts';

/** A number as figures write it: a true minus, at most `digits` decimals, no trailing zeros; very large and very small ones with a power of ten. */
export function formatNumber(value: number, digits = 2): string {
  if (value === 0) return '0';
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) return `${sign}∞`;
  if (size >= 1e6 || size < 10 ** -digits / 2) {
    const [factor, power] = size.toExponential(digits > 1 ? 2 : 1).split('e') as [string, string];
    const ten = `10${superscript(Number(power))}`;
    return Number(factor) === 1 ? `${sign}${ten}` : `${sign}${Number(factor)}·${ten}`;
  }
  return String(Number(value.toFixed(digits))).replace('-', '−');
}

/** `10³`; 1 and 10 as they are. */
export const powerText = (power: number): string => (power === 0 || power === 1 ? String(10 ** power) : `10${superscript(power)}`);

const superscript = (power: number) => [...String(power)].map((sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)])).join('');

/** Decimals in a text as the language writes them: 3,25 in Russian. */
export const withDecimalMark = (text: string, language: Language): string =>
  language === 'ru' ? text.replace(/(\d)\.(\d)/g, '$1,$2') : text;

/** A probability in percent, one decimal only where it says something; never quite a hundred or none, as no network is sure. */
export function percentText(probability: number, language: Language): string {
  const percent = 100 * probability;
  return (
    beyondTenths(probability, language) ?? percentOf(percent < 10 || percent >= 99.5 ? percent.toFixed(1) : Math.round(percent), language)
  );
}

/** A share that was counted, in percent with a decimal: all of them and none only where that is so. */
export function shareText(share: number, language: Language): string {
  if (share === 0 || share === 1) return percentOf(100 * share, language);
  return beyondTenths(share, language) ?? percentOf(Number((100 * share).toFixed(1)), language);
}

/** What would be all or none if it were rounded to tenths of a percent. */
function beyondTenths(share: number, language: Language): string | undefined {
  if (share > 0.999) return `> ${percentOf(99.9, language)}`;
  return share < 0.001 ? `< ${percentOf(0.1, language)}` : undefined;
}

const percentOf = (percent: number | string, language: Language) => withDecimalMark(`${percent} %`, language);
