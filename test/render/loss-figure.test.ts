import { describe, expect, it } from 'vitest';
import { drawLossFigure } from '../../src/render/loss-figure.ts';
import { drawnTexts, expectReadable } from '../helpers/drawn-text.ts';

const styles = (['en', 'ru'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));
const falling = (count: number) => Array.from({ length: count }, (_, epoch) => 2 / (epoch + 1));

describe.each(styles)('the picture of a training ($language, $theme)', (style) => {
  it.each([1, 2, 14, 60])('is readable after %i epochs', (epochs) => {
    const losses = falling(epochs);
    const accuracies = losses.map((loss) => 1 - loss / 3);
    const both = { batchAccuracies: accuracies, testAccuracies: accuracies.map((share) => share - 0.05) };
    const drawn = drawnTexts(() => drawLossFigure({ network: 'conv-cifar-shuffled', losses, ...both, ...style }));
    expectReadable(drawn, 24);
    expect(drawn.texts.some(({ text }) => text === String(Math.min(epochs, epochs > 20 ? 60 : epochs)))).toBe(true);
  });

  it('shows the loss alone where nothing else is known, and leaves gaps out', () => {
    const alone = drawnTexts(() => drawLossFigure({ network: 'lenet', losses: falling(3), testAccuracies: [null, null, null], ...style }));
    expectReadable(alone, 24);
    const gaps = drawnTexts(() => drawLossFigure({ network: 'lenet', losses: falling(3), testAccuracies: [null, 0.5, 0.999], ...style }));
    expectReadable(gaps, 24);
    expect(gaps.figure.height).toBeGreaterThan(alone.figure.height + 400);
  });

  it('numbers powers of ten where the loss ran away, and leaves out what became no number', () => {
    const drawn = drawnTexts(() => drawLossFigure({ network: 'lenet', losses: [2.3, 40, 3e12, Number.NaN], ...style }));
    expectReadable(drawn, 24);
    expect(drawn.texts.map(({ text }) => text).filter((text) => /^10.+/.test(text))).toEqual(['10⁵', '10¹⁰']);
  });
});
