import { text } from '../src/chat/options.ts';
import { heading, list, paragraph } from '../src/chat/reply.ts';
import { defineCommand } from './command.ts';
import { askQuestion } from './quiz.ts';
import { SAMPLE_DIGIT, SAMPLE_PHOTO } from './samples.ts';

/** What a newcomer sees first: what this is, and three things to press that work without having anything at hand. */
export const start = defineCommand({
  name: 'start',
  topic: 'you',
  // a deep link (t.me/BOT?start=pad-8f3a) brings a friend to exactly that question
  options: { payload: text({ maxLength: 64 }) },
  acknowledge: 'public',
  examples: [],
  async run(ctx, { payload }, parts) {
    const { t } = ctx;
    const code = payload?.replace('-', ':');
    if (code?.includes(':')) return askQuestion(ctx, code, parts);
    return {
      blocks: [
        heading(t('start-title')),
        paragraph(t('start-what')),
        list([t('start-photo'), t('start-digit'), t('start-quiz')]),
        paragraph(t('start-more')),
      ],
      buttons: [
        [{ label: t('start-try-edges'), route: `convolve image=#${SAMPLE_PHOTO} kernel=sobel` }],
        [{ label: t('start-try-digit'), route: `classify image=#${SAMPLE_DIGIT}` }],
        [{ label: t('start-try-quiz'), route: 'quiz padding' }],
        [
          { label: t('chat-help'), route: 'help' },
          { label: t('start-language'), route: `settings language=${ctx.language === 'ru' ? 'en' : 'ru'}` },
        ],
      ],
    };
  },
});
