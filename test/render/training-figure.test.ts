import { describe, expect, it } from 'vitest';
import { drawTrainingFigure, smoothed, type TrainingFigureInput } from '../../src/render/training-figure.ts';
import { drawnTexts, expectReadable } from '../helpers/drawn-text.ts';

const plane = (width: number, height: number) => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, (_, at) => Math.sin(at)),
});
const styles = (['en', 'ru'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));

it('a smoothed loss follows the values without the pull of its beginning', () => {
  expect(smoothed([2])).toEqual([2]);
  expect(smoothed([1, 1, 1]).map((value) => Number(value.toFixed(9)))).toEqual([1, 1, 1]);
  // (0.2·0.8·2 + 0.2·1) / (1 − 0.8²)
  expect(smoothed([2, 1])[1]).toBeCloseTo(0.52 / 0.36);
});

describe.each(styles)('a network that learns ($language, $theme)', (style) => {
  const seen: TrainingFigureInput = {
    ...style,
    network: style.language === 'ru' ? 'Свёрточная сеть' : 'Convolutional network',
    optimizer: 'Momentum',
    rate: 0.0003,
    batch: 256,
    state: 'learning',
    step: 120,
    shownStep: 120,
    steps: 378,
    losses: Array.from({ length: 120 }, (_, step) => 2.4 * 0.98 ** step),
    accuracies: [
      { step: 0, accuracy: 0.1 },
      { step: 60, accuracy: 0.8 },
      { step: 120, accuracy: 0.95 },
    ],
    filters: Array.from({ length: 32 }, () => plane(3, 3)),
    dense: false,
    picture: plane(28, 28),
    label: 7,
    probabilities: [0, 0, 0, 0.02, 0, 0, 0, 0.9, 0, 0.08],
  };

  it.each([
    ['before the first step', { step: 0, losses: [], accuracies: [{ step: 0, accuracy: 0.1 }] }],
    ['under way', {}],
    ['with few filters', { filters: Array.from({ length: 6 }, () => plane(5, 5)), state: 'stopped' as const }],
    ['with weights of a dense layer', { filters: Array.from({ length: 32 }, () => plane(28, 28)), dense: true, state: 'done' as const }],
    [
      'that ran far away',
      { state: 'diverged' as const, step: 10, shownStep: 0, losses: [2.4, 487, 2e6, 2.25e18, 2.3, 2.3, 2.3, 2.3, 2.3, 2.3] },
    ],
    ['that ran away', { state: 'diverged' as const, step: 10, shownStep: 7, dense: true, losses: [2.3, 20, 487, 25_299, 2e6, Number.NaN] }],
    [
      'stopped before anything was drawn',
      { state: 'stopped' as const, step: 0, steps: 0, losses: [], accuracies: [{ step: 0, accuracy: 0.1 }] },
    ],
  ])('can be read %s', (_, changes) => {
    expectReadable(
      drawnTexts(() => drawTrainingFigure({ ...seen, ...changes })),
      20,
    );
  });

  it('numbers at most five powers of ten where the loss ran far away', () => {
    const losses = [2.4, 487, 2e6, 2.25e18, 2.3];
    const { texts } = drawnTexts(() => drawTrainingFigure({ ...seen, state: 'diverged', step: 5, losses }));
    expect(texts.map(({ text }) => text).filter((text) => /^10[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/.test(text))).toEqual(['10⁵', '10¹⁰', '10¹⁵']);
  });

  it('says where a loss was largest that ran away, and of which step the rest is', () => {
    const losses = [2.4, 487, 2e6, 2.25e18, 2.3];
    const away = { ...seen, state: 'diverged' as const, step: 5, shownStep: 0 };
    const said = (changes: Partial<TrainingFigureInput>) =>
      drawnTexts(() => drawTrainingFigure({ ...away, ...changes })).texts.map(({ text }) => text);
    const expected =
      style.language === 'ru'
        ? [
            'потери убежали до 2,25·10¹⁸ на шаге 4; остановлено на шаге 5 из 378',
            'первый слой, шаг 0: фильтры 3×3',
            'тестовая цифра, шаг 0: 7',
          ]
        : [
            'the loss ran away to 2.25·10¹⁸ at step 4; stopped at step 5 of 378',
            'first layer at step 0: 32 filters 3×3',
            'a test digit, read at step 0: 7',
          ];
    expect(said({ losses })).toEqual(expect.arrayContaining(expected));
    expect(said({ losses: [2.3, 2.4], step: 2 })).toContain(
      style.language === 'ru' ? 'после шага 2 из 378 потери уже не число' : 'the loss became no number after step 2 of 378',
    );
  });

  it('says what is trained, how far, and what the picture shows', () => {
    const said = drawnTexts(() => drawTrainingFigure(seen)).texts.map(({ text }) => text);
    const russian = style.language === 'ru';
    expect(said).toContain(russian ? 'шаг 120 из 378' : 'step 120 of 378');
    expect(said).toContain(russian ? 'тестовая цифра: 7' : 'a test digit: 7');
    expect(said.join()).toContain(russian ? 'η = 0,0003' : 'η = 0.0003');
    expect(said).toContain('90 %');
  });
});
