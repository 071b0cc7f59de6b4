import { formatNumber } from './numbers.ts';

/** A number as a factor or summand: negative ones in parentheses. */
export const operand = (value: number, digits = 2) => (value < 0 ? `(${formatNumber(value, digits)})` : formatNumber(value, digits));

/** The products of one row of a window, e.g. `1·1 + 0·(−2)`. */
export const productRow = (pixels: readonly number[], weights: readonly number[]) =>
  pixels.map((value, index) => `${operand(value)}·${operand(weights[index]!, 3)}`).join(' + ');

/** Σ pixel · weight. */
export const dot = (pixels: readonly number[], weights: readonly number[]) =>
  pixels.reduce((sum, value, index) => sum + value * weights[index]!, 0);

/** What a sum becomes: `= 12`, or over a kernel's denominator `= 12/273 = 0.04`. */
export const total = (sum: number, denominator = 1) =>
  denominator === 1
    ? `= ${formatNumber(sum)}`
    : `= ${formatNumber(sum)}/${formatNumber(denominator)} = ${formatNumber(sum / denominator, 3)}`;
