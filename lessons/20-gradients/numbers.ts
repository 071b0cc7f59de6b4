import type { Formula } from '../formula.ts';

/** With a true minus. */
export const signed = (value: number): string => String(value).replace('-', '−');
/** A number as a factor or a summand behind others. */
export const bracketed = (value: number): string => (value < 0 ? `(${signed(value)})` : String(value));
/** Rows as people write a matrix in a line. */
export const inLine = (rows: readonly (readonly number[])[]): string => rows.map((row) => row.map(signed).join(' ')).join(' / ');
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
/** Without what binary fractions add: 0.3, not 0.30000000000000004. */
export const exact = (value: number): number => Number(value.toFixed(6));
/** a·b + c·d + … */
export const products = (a: readonly number[], b: readonly number[]): string =>
  a.map((value, at) => `${at === 0 ? signed(value) : bracketed(value)}·${bracketed(b[at]!)}`).join(' + ');

/** A formula whose readable form says all. */
export const formula = (plain: string): Formula => ({
  plain,
  latex: plain
    .replaceAll('·', ' \\cdot ')
    .replaceAll('−', '-')
    .replaceAll('∂', '\\partial ')
    .replaceAll('Σ', '\\sum ')
    .replaceAll('Δ', '\\Delta ')
    .replaceAll('≈', '\\approx ')
    .replaceAll('≥', '\\geq ')
    .replaceAll('≤', '\\leq ')
    .replace(/\bmax\b/g, '\\max')
    .replaceAll('relu', '\\mathrm{relu}')
    .replace(/[₁₂₃ₐᵢₖ]/g, (sign) => `_${'123aik'['₁₂₃ₐᵢₖ'.indexOf(sign)]}`),
});

/** `rows` rows of `columns` numbers. */
export const grid = (rows: number, columns: number, next: (at: number) => number): number[][] =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_cell, column) => next(row * columns + column)));
export const rowsOf = (values: readonly number[], columns: number): number[][] =>
  grid(values.length / columns, columns, (at) => values[at]!);
