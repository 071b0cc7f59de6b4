import { image } from '../src/chat/options.ts';
import { type Block, list, paragraph, type Reply } from '../src/chat/reply.ts';
import { refusal } from '../src/chat/router.ts';
import { defineCommand } from './command.ts';
import { SAMPLE_DIGIT } from './samples.ts';

export const classify = defineCommand({
  name: 'classify',
  topic: 'networks',
  options: { image: image() },
  acknowledge: 'public',
  contextMenu: true,
  examples: [''],
  async run(ctx, { image: picture }, { engine }): Promise<Reply> {
    const { t } = ctx;
    if (picture === undefined) {
      return {
        ...refusal(t, 'classify-no-picture'),
        buttons: [[{ label: t('classify-button-sample'), route: `classify image=#${SAMPLE_DIGIT}` }]],
      };
    }
    const read = await engine.run('classify', { bytes: picture.bytes, language: ctx.language, theme: 'light' }, { signal: ctx.signal });
    // no network is a hundred percent sure of anything
    const percent = Math.min(99, Math.round(read.confidence * 100));
    const second = secondBest(read.probabilities);
    const plain = read.unprepared.indexOf(Math.max(...read.unprepared));
    const blocks: Block[] =
      read.digit === null
        ? [paragraph(t(`classify-none-${read.reason}`)), list([t('classify-tip-one'), t('classify-tip-contrast'), t('classify-tip-close')])]
        : [
            paragraph(t('classify-read', { digit: read.digit, percent })),
            ...(percent < 90
              ? [paragraph(t('classify-second', { digit: second.digit, percent: Math.round(second.probability * 100) }))]
              : []),
            paragraph(
              plain === read.digit
                ? t('classify-unprepared-same')
                : t('classify-unprepared-other', { digit: plain, percent: Math.round(Math.max(...read.unprepared) * 100) }),
            ),
          ];
    return {
      blocks,
      media: [
        {
          ...read.figure,
          name: 'digit.png',
          alt: read.digit === null ? t('classify-alt-none') : t('classify-alt', { digit: read.digit, percent }),
        },
      ],
      buttons: [[{ label: t('classify-button-edges'), route: `convolve image=#${picture.id} kernel=sobel` }]],
      facts: {
        digit: read.digit,
        confidence: read.confidence,
        probabilities: read.probabilities,
        ...(read.digit === null ? { reason: read.reason } : {}),
      },
    };
  },
});

function secondBest(probabilities: number[]): { digit: number; probability: number } {
  const ranked = probabilities.map((probability, digit) => ({ digit, probability })).sort((a, b) => b.probability - a.probability);
  return ranked[1]!;
}
