import { leastPadding, outputSize } from '../lessons/arithmetic.ts';
import { outputFormula } from '../lessons/formula.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { integer } from '../src/chat/options.ts';
import { math, paragraph } from '../src/chat/reply.ts';
import { defineCommand } from './command.ts';

/** The largest size that is computed, cells: far beyond any layer, small enough to be drawn and read. */
const MAX_SIZE = 100_000;

export const size = defineCommand({
  name: 'size',
  topic: 'numbers',
  options: {
    n: integer({ min: 1, max: MAX_SIZE, required: true }),
    f: integer({ min: 1, max: MAX_SIZE, required: true }),
    p: integer({ min: 0, max: MAX_SIZE, default: 0 }),
    s: integer({ min: 1, max: MAX_SIZE, default: 1 }),
    d: integer({ min: 1, max: 1000, default: 1 }),
  },
  acknowledge: 'public',
  examples: ['32 5', '7 3 0 3', '224 7 3 2'],
  async run(ctx, { n, f, p, s, d }, { engine }) {
    const { t } = ctx;
    const axis = { n, f, p, s, d };
    const { output, exact, unreached, fits, span } = outputSize(axis);
    if (!fits)
      throw new LearnerError('size-does-not-fit', {
        span,
        padded: n + 2 * p,
        padding: leastPadding(axis),
        kernel: Math.floor((n + 2 * p - 1) / d) + 1,
      });
    const figure = await engine.run(
      'size',
      { ...axis, output, exact, unreached, language: ctx.language, theme: 'light' },
      { signal: ctx.signal },
    );
    return {
      blocks: [
        paragraph(t('size-result', { n, output })),
        ...outputFormula(axis).map(({ latex, plain }) => math(latex, plain)),
        paragraph(unreached === 0 ? t('size-all-reached') : t('size-unreached', { count: unreached })),
      ],
      media: [{ ...figure, name: 'size.png', alt: t('size-alt', { n, f, p, s, output, count: unreached }) }],
      buttons: [[{ label: t('size-button-quiz'), route: 'quiz padding' }]],
      facts: { output, exact, unreached },
    };
  },
});
