import type { Formula } from '../formula.ts';

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** A number with a true minus sign. */
export const signed = (value: number): string => String(value).replace('-', '−');

/** Rows as people write a matrix in a line. */
export const inLine = (rows: readonly (readonly number[])[]): string => rows.map((row) => row.map(signed).join(' ')).join(' / ');

export const formula = (plain: string): Formula => ({ plain, latex: plain.replaceAll('·', ' \\cdot ').replaceAll('−', '-') });
