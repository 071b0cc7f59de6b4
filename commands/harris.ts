import { choice, image, integer, number } from '../src/chat/options.ts';
import { math, paragraph, type Reply } from '../src/chat/reply.ts';
import { tryRoute } from '../src/chat/route.ts';
import { refusal } from '../src/chat/router.ts';
import { defineCommand } from './command.ts';
import { pictureNotes } from './picture-notes.ts';
import { SAMPLE_PHOTO } from './samples.ts';

export const harris = defineCommand({
  name: 'harris',
  topic: 'pictures',
  options: {
    image: image(),
    k: number({ min: 0.01, max: 0.25, default: 0.05 }),
    window: choice(['gaussian', 'box'], { default: 'gaussian', aliases: { gauss: 'gaussian' } }),
    sigma: number({ min: 0.5, max: 5, default: 1.5 }),
    size: integer({ min: 1, max: 15, default: 5 }),
    quality: number({ min: 0.001, max: 0.9, default: 0.01 }),
    count: integer({ min: 1, max: 500, default: 100 }),
  },
  acknowledge: 'public',
  examples: ['', 'k=0.06', 'window=box size=7 count=30'],
  async run(ctx, { image: picture, k, window, sigma, size, quality, count }, { engine }): Promise<Reply> {
    const { t } = ctx;
    if (picture === undefined)
      return {
        ...refusal(t, 'picture-missing'),
        buttons: [[{ label: t('convolve-button-sample'), route: `harris image=#${SAMPLE_PHOTO}` }]],
      };
    const done = await engine.run(
      'harris',
      {
        bytes: picture.bytes,
        k,
        // a box has its middle on a pixel
        window: window === 'box' ? { shape: 'box', size: size | 1 } : { shape: 'gaussian', sigma },
        quality,
        most: count,
        language: ctx.language,
        theme: 'light',
      },
      { signal: ctx.signal },
    );
    const found = done.corners.length;
    const again = (label: string, values: Record<string, string | number>) => {
      const route = tryRoute('harris', { image: `#${picture.id}`, ...values });
      return route === undefined ? [] : [{ label, route }];
    };
    return {
      blocks: [
        paragraph(found === 0 ? t('harris-none') : t('harris-done', { found })),
        math(`R = \\det M - ${k}\\,(\\operatorname{tr} M)^2`, `R = det M − ${k} · (trace M)²`),
        paragraph(t('harris-how')),
        ...pictureNotes(t, done),
      ],
      media: [{ ...done.figure, name: 'harris.jpg', alt: t('harris-alt', { found }) }],
      buttons: [
        [
          ...again(t('harris-button-more'), { k, quality: Math.max(0.001, quality / 4), count: Math.min(500, count * 3) }),
          ...again(t('harris-button-fewer'), { k, quality: Math.min(0.9, quality * 5) }),
        ],
        [
          ...again(t('harris-button-window'), window === 'box' ? { k, sigma: 1.5 } : { k, window: 'box', size: 5 }),
          { label: t('harris-button-canny'), route: `canny image=#${picture.id}` },
        ],
      ],
      facts: { k, window, corners: done.corners.slice(0, 20), count: found, range: done.range, input: done.input },
    };
  },
});
