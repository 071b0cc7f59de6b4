import { choice, image, number } from '../src/chat/options.ts';
import { list, paragraph, type Reply } from '../src/chat/reply.ts';
import { tryRoute } from '../src/chat/route.ts';
import { refusal } from '../src/chat/router.ts';
import { defineCommand } from './command.ts';
import { pictureNotes } from './picture-notes.ts';
import { SAMPLE_PHOTO } from './samples.ts';

/** How much a press of "more" or "fewer" edges changes the high threshold. */
const FINER = 0.6;
const COARSER = 1.6;

export const canny = defineCommand({
  name: 'canny',
  topic: 'pictures',
  options: {
    image: image(),
    low: number({ min: 0, max: 2040 }),
    high: number({ min: 0, max: 2040 }),
    sigma: number({ min: 0, max: 5, default: 1.4 }),
    norm: choice(['l2', 'l1'], { default: 'l2' }),
    view: choice(['sheet', 'animation'], { default: 'sheet' }),
  },
  acknowledge: 'public',
  examples: ['', 'low=50 high=100', 'sigma=2.5', 'view=animation'],
  async run(ctx, { image: picture, low, high, sigma, norm, view }, { engine }): Promise<Reply> {
    const { t } = ctx;
    if (picture === undefined)
      return {
        ...refusal(t, 'picture-missing'),
        buttons: [[{ label: t('convolve-button-sample'), route: `canny image=#${SAMPLE_PHOTO}` }]],
      };
    const moving = view === 'animation';
    const done = await engine.run(
      moving ? 'canny-animation' : 'canny',
      { bytes: picture.bytes, low, high, sigma, norm, language: ctx.language, theme: 'light' },
      {
        signal: ctx.signal,
        ...(moving ? { onProgress: (fraction: number) => ctx.progress({ fraction, note: t('animate-progress') }) } : {}),
      },
    );
    const { width, height } = done.input;
    const share = Math.round((1000 * done.edgePixels) / (width * height)) / 10;
    const tell = { low: round(done.low), high: round(done.high), sigma };
    const again = (label: string, values: Record<string, number | undefined>) => {
      const route = tryRoute('canny', { image: `#${picture.id}`, norm: norm === 'l2' ? undefined : norm, sigma, ...values });
      return route === undefined ? [] : [{ label, route }];
    };
    return {
      blocks: [
        paragraph(t('canny-done', { ...tell, share, largest: round(done.largest) })),
        list([
          t('canny-strong', { count: done.strong, high: tell.high }),
          t('canny-weak', { weak: done.weak, kept: done.kept, low: tell.low, high: tell.high }),
        ]),
        ...pictureNotes(t, done),
        ...(done.largest === 0
          ? [paragraph(t('canny-even'))]
          : done.strong === 0
            ? [paragraph(t('canny-too-high', { high: tell.high, largest: round(done.largest) }))]
            : []),
      ],
      media: [{ ...done.figure, name: moving ? 'canny.gif' : 'canny.jpg', alt: t('canny-alt', { ...tell, share }) }],
      buttons: [
        [
          ...again(t('canny-button-more'), { high: Math.max(1, round(done.high * FINER)), low: Math.max(1, round(done.low * FINER)) }),
          ...again(t('canny-button-fewer'), {
            high: Math.min(2040, round(done.high * COARSER)),
            low: Math.min(2040, round(done.low * COARSER)),
          }),
        ],
        [
          ...again(t('canny-button-blur'), { sigma: sigma >= 2.5 ? 1 : 3 }),
          ...(moving ? [] : [{ label: t('step-button-animate'), route: `canny image=#${picture.id} view=animation` }]),
          { label: t('canny-button-sobel'), route: `convolve image=#${picture.id} kernel=sobel` },
        ],
      ],
      facts: {
        ...tell,
        largest: done.largest,
        strong: done.strong,
        weak: done.weak,
        kept: done.kept,
        edgePixels: done.edgePixels,
        input: done.input,
      },
    };
  },
});

const round = (value: number) => Math.round(value * 10) / 10;
