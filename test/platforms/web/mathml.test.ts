import { describe, expect, it } from 'vitest';
import type { WireMath } from '../../../src/platforms/web/client/wire.ts';
import { toMathMl } from '../../../src/platforms/web/mathml.ts';

/** The formula as markup, so that it can be compared. */
const written = (math: WireMath | string | undefined): string => {
  if (math === undefined || typeof math === 'string') return math ?? '';
  const attributes = Object.entries(math.attributes).map(([name, value]) => ` ${name}=${value}`);
  return `<${math.tag}${attributes.join('')}>${math.children.map(written).join('')}</${math.tag}>`;
};

describe('formulas as MathML', () => {
  it('keep fractions, indexes, growing brackets and Russian words', () => {
    expect(written(toMathMl('\\text{шаг} = \\frac{N}{w_i}'))).toBe(
      '<math display=block><mrow><mtext>шаг</mtext><mo>=</mo><mfrac><mi>N</mi><msub><mi>w</mi><mi>i</mi></msub></mfrac></mrow></math>',
    );
    expect(written(toMathMl('\\left\\lfloor x \\right\\rfloor'))).toContain('<mo fence=true form=prefix stretchy=true>⌊</mo>');
    expect(written(toMathMl("N'"))).toContain('class=tml-prime');
  });

  it('hold nothing that could load or run anything, whatever the LaTeX says', () => {
    for (const latex of [
      '\\href{javascript:alert(1)}{x}',
      '\\includegraphics{http://a/b.png}',
      '\\class{evil}{x}',
      '\\color{red} x',
      '\\cancel{x}',
    ]) {
      const text = written(toMathMl(latex));
      expect(text).not.toMatch(/href|src|style=|class=|<(a|img|script)/);
    }
  });

  it('are undefined for what is no LaTeX', () => {
    expect(toMathMl('\\frac{1}{')).toBeUndefined();
    expect(toMathMl('\\nonsense')).toBeUndefined();
  });
});
