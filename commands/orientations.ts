import { image } from '../src/chat/options.ts';
import { list, paragraph, type Reply } from '../src/chat/reply.ts';
import { refusal } from '../src/chat/router.ts';
import { defineCommand } from './command.ts';
import { pictureNotes } from './picture-notes.ts';
import { SAMPLE_PHOTO } from './samples.ts';

export const orientations = defineCommand({
  name: 'orientations',
  topic: 'pictures',
  options: { image: image() },
  acknowledge: 'public',
  examples: [''],
  async run(ctx, { image: picture }, { engine }): Promise<Reply> {
    const { t } = ctx;
    if (picture === undefined)
      return {
        ...refusal(t, 'picture-missing'),
        buttons: [[{ label: t('convolve-button-sample'), route: `orientations image=#${SAMPLE_PHOTO}` }]],
      };
    const done = await engine.run('orientations', { bytes: picture.bytes, language: ctx.language, theme: 'light' }, { signal: ctx.signal });
    const percents = done.shares.map((share) => Math.round(100 * share));
    const most = percents.indexOf(Math.max(...percents));
    return {
      blocks: [
        paragraph(
          percents[most] === 0
            ? t('orientations-none')
            : t('orientations-done', { degrees: done.degrees[most]!, percent: percents[most]! }),
        ),
        list(done.degrees.map((degrees, index) => t('orientations-share', { degrees, percent: percents[index]! }))),
        paragraph(t('orientations-how')),
        ...pictureNotes(t, { ...done, shrunk: false }),
      ],
      media: [
        {
          ...done.figure,
          name: 'orientations.jpg',
          alt: t('orientations-alt', { degrees: done.degrees[most]!, percent: percents[most]! }),
        },
      ],
      buttons: [
        [
          {
            label: t('orientations-button-filter'),
            route: `convolve image=#${picture.id} kernel=gabor angle=${(270 - done.degrees[most]!) % 180}`,
          },
          { label: t('harris-button-canny'), route: `canny image=#${picture.id}` },
        ],
      ],
      facts: { degrees: done.degrees, shares: done.shares.map((share) => Math.round(1000 * share) / 1000) },
    };
  },
});
