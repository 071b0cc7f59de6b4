import type { Formula } from '../formula.ts';

/** How numbers and formulas are written in this lesson's questions. */
export const signed = (value: number): string => String(value).replace('-', '−');
/** A number as a factor or a summand behind others. */
export const bracketed = (value: number): string => (value < 0 ? `(${signed(value)})` : String(value));
/** Without the noise of computers' decimals. */
export const round = (value: number, digits = 4): number => Number(value.toFixed(digits)) + 0;
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
/** Rows as people write a matrix in a line. */
export const inLine = (rows: readonly (readonly number[])[]): string => rows.map((row) => row.map(signed).join(' ')).join(' / ');

const LATEX: readonly [string, string][] = [
  ['∂S/∂I', '\\frac{\\partial S}{\\partial I} '],
  ['‖w‖²', '\\|w\\|^2'],
  ['‖I‖²', '\\|I\\|^2'],
  ['²', '^2'],
  ['·', ' \\cdot '],
  ['−', '-'],
  ['η', '\\eta '],
  ['λ', '\\lambda '],
];

export const formula = (plain: string): Formula => ({
  plain,
  latex: LATEX.reduce((text, [sign, latex]) => text.replaceAll(sign, latex), plain),
});
