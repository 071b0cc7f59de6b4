import { describe, expect, it } from 'vitest';
import { drawProgressFigure, type ProgressFigureInput } from '../../src/render/progress-figure.ts';
import { drawnTexts, expectReadable } from '../helpers/drawn-text.ts';

const LEAST = 26;
const titles = {
  en: 'From a perceptron to a network that sees',
  ru: 'Градиенты объясняют, куда смотрит сверхнеобыкновенносеть',
};
const dates = (count: number) => Array.from({ length: count }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`);
const input = (language: 'en' | 'ru', big: boolean): ProgressFigureInput => ({
  name: 'Александра-Виктория Константинопольская 🎓',
  total: big ? 123_456 : 5,
  correct: big ? 99_999 : 4,
  streak: big ? 365 : 1,
  lessons: Array.from({ length: 21 }, (_, index) => ({
    number: index + 1,
    title: titles[language],
    ...(index % 3 === 2 ? {} : { mastery: index / 20 }),
  })),
  forecast: dates(14).map((date, index) => ({ date, count: big ? index * 117 : index % 3 })),
  days: dates(21).map((date, index) => ({ date, correct: big ? index * 130 : index % 4, wrong: index % 2 })),
  misconception: { text: 'Дополнение прибавлено **один** раз, а в формулу входит `2P`. '.repeat(3), lesson: `7. ${titles[language]}` },
  language,
  theme: 'light',
});

describe('the picture of progress', () => {
  it.each(['en', 'ru'] as const)('in %s is readable on a phone, with few numbers and with huge ones', (language) => {
    for (const big of [false, true]) {
      const drawn = drawnTexts(() => drawProgressFigure(input(language, big)));
      expectReadable(drawn, LEAST);
      const texts = drawn.texts.map(({ text }) => text);
      expect(texts).toContain('95 %');
      expect(texts.join(' ')).not.toMatch(/\*\*|`/);
    }
  });

  it.each(['en', 'ru'] as const)('of a newcomer in %s shows the course ahead and how to begin', (language) => {
    const lessons = input(language, false).lessons.map(({ number, title }) => ({ number, title }));
    const empty = { total: 0, correct: 0, streak: 0, lessons, forecast: [], days: [], language, theme: 'dark' as const };
    const drawn = drawnTexts(() => drawProgressFigure(empty));
    expectReadable(drawn, LEAST);
    expect(drawn.texts.map(({ text }) => text).join(' ')).toContain('/quiz');
  });

  it('fills a bar by what is known, and no further', () => {
    const bar = (mastery: number) => {
      const lessons = [{ number: 1, title: 'One', mastery }];
      const { data, width } = drawProgressFigure({ ...input('en', false), lessons, misconception: undefined as never });
      // the row's middle, found by the bar's own color
      const color = mastery >= 0.7 ? [0, 138, 99] : mastery >= 0.35 ? [0, 114, 178] : undefined;
      let longest = 0;
      for (let start = 450 * width * 3; start < 620 * width * 3; start += width * 3) {
        let run = 0;
        for (let x = 600; x < 960; x++) if (color?.every((value, channel) => data[start + x * 3 + channel] === value)) run++;
        longest = Math.max(longest, run);
      }
      return longest;
    };
    expect(bar(1) / bar(0.75)).toBeCloseTo(1 / 0.75, 1);
    expect(bar(0.5) / bar(1)).toBeCloseTo(0.5, 1);
  });
});
