import { describe, expect, it } from 'vitest';
import { drawCrossEntropyFigure } from '../../src/render/cross-entropy-figure.ts';
import { drawDescentFigure, drawTangentFigure } from '../../src/render/descent-figure.ts';
import { drawTwoWeightsFigure } from '../../src/render/two-weights-figure.ts';
import { drawnTexts, expectReadable } from '../helpers/drawn-text.ts';

const styles = (['en', 'ru'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));

describe.each(styles)('figures about training ($language, $theme)', (style) => {
  it.each([[[0.2]], [[0.5, 0.4]], [[0.8]], [[0.01, 0.02, 0.04, 0.05]], [[1]]])('show −ln p at %j', (marks) => {
    const drawn = drawnTexts(() => drawCrossEntropyFigure({ marks, ...style }));
    expectReadable(drawn, 26);
    for (const p of marks) {
      const loss = -Math.log(p);
      const written = String(Number(loss.toFixed(3))).replace('.', style.language === 'ru' ? ',' : '.');
      expect(drawn.texts.some(({ text }) => text.endsWith(`= ${written}`))).toBe(true);
    }
  });

  it('show runs with their weights and what becomes of them', () => {
    const drawn = drawnTexts(() =>
      drawDescentFigure({
        curvature: 0.5,
        runs: [
          { rate: 0.001, verdict: 'slow', weights: [4, 3.92, 3.84, 3.76, 3.69] },
          { rate: 0.3, verdict: 'good', weights: [4, 1.6, 0.64, 0.256] },
          { rate: 0.95, verdict: 'zigzag', weights: [4, -3.6, 3.24, -2.92] },
          { rate: 1.05, verdict: 'diverges', weights: [4, -4.4, 4.84, -5.32, 5.86] },
        ],
        ...style,
      }),
    );
    expectReadable(drawn, 26);
  });

  it.each([-4, -1, 1, 3])('show a tangent of slope %i', (slope) => {
    const drawn = drawnTexts(() => drawTangentFigure({ weight: 3, slope, ...style }));
    expectReadable(drawn, 26);
  });

  it('show the ways over two weights', () => {
    const points = [
      [-4, 1.5],
      [-3, -1],
      [-1, 0.5],
    ];
    const drawn = drawnTexts(() => drawTwoWeightsFigure({ curvatures: [1, 8], paths: [{ name: 'SGD', points }], ...style }));
    expectReadable(drawn, 26);
  });
});

describe('the curve of −ln p', () => {
  it.each([[[]], [[0]], [[1.2]], [[0.001]], [[0.1, 0.2, 0.3, 0.4, 0.5]], [[Number.NaN]]])('refuses the marks %j', (marks) => {
    expect(() => drawCrossEntropyFigure({ marks, language: 'en', theme: 'light' })).toThrow(RangeError);
  });
});
