import type { Formula } from '../formula.ts';
import { asLatex } from '../parameters.ts';

const SIGNS: readonly [string, string][] = [
  ['⌊', '\\lfloor '],
  ['⌋', ' \\rfloor '],
  ['⌈', '\\lceil '],
  ['⌉', ' \\rceil '],
  ['max(', '\\max('],
];

/** A readable line with its LaTeX. */
export const formula = (plain: string): Formula => ({
  plain,
  latex: SIGNS.reduce((latex, [sign, command]) => latex.replaceAll(sign, command), asLatex(plain)),
});

const GROUPS = new Intl.NumberFormat('en');

/** Long numbers of formulas in groups of three, as both languages read them: 14 455 392. */
export const long = (value: number): string => (value < 10_000 ? String(value) : GROUPS.format(value).replaceAll(',', '\u202f'));
