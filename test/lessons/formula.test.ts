import { describe, expect, it } from 'vitest';
import { inLanguage, outputFormula, sameFormula, transposedFormula } from '../../lessons/formula.ts';

describe('a formula with numbers', () => {
  it('has a decimal comma in Russian, in both of its forms', () => {
    const formula = outputFormula({ n: 7, f: 3, s: 3 })[1]!;
    expect(inLanguage(formula, 'en')).toEqual(formula);
    const russian = inLanguage(formula, 'ru');
    expect(russian.plain).toBe("N' = ⌊(7 + 2·0 − 3) / 3⌋ + 1 = ⌊1,333⌋ + 1 = 2");
    // LaTeX would set a plain comma with a space behind it
    expect(russian.latex).toContain('1{,}333');
  });

  it('leaves whole numbers and the letters alone', () => {
    for (const formula of [...outputFormula({ n: 32, f: 5 }), ...transposedFormula({ n: 3, f: 3, s: 2 })])
      expect(inLanguage(formula, 'ru')).toEqual(formula);
  });

  it('of a transposed convolution names dilation and output padding where there are some', () => {
    expect(transposedFormula({ n: 3, f: 3, s: 2, p: 1, op: 1 }).map(({ plain }) => plain)).toEqual([
      "N' = (N − 1)·S − 2P + F + OP",
      "N' = (3 − 1)·2 − 2·1 + 3 + 1 = 6",
    ]);
    expect(transposedFormula({ n: 3, f: 3, d: 2 })[1]!.plain).toBe("N' = (3 − 1)·1 − 2·0 + 2·(3 − 1) + 1 = 7");
  });

  it('of SAME rounds up', () => {
    expect(sameFormula({ n: 7, f: 3, s: 2 }).map(({ plain }) => plain)).toEqual(["N' = ⌈N / S⌉", "N' = ⌈7 / 2⌉ = 4"]);
  });
});
