import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { choice, integer, text } from '../src/chat/options.ts';
import { list, paragraph, type Reply } from '../src/chat/reply.ts';
import { route } from '../src/chat/route.ts';
import { contentId } from '../src/store/content-id.ts';
import { defineAction, defineCommand, type Parts } from './command.ts';

/** How long the button that confirms can be pressed, seconds. */
const CONFIRM_S = 10 * 60;
const MAX_SECONDS = 9_999_999_999;

export const forget = defineCommand({
  name: 'forget',
  topic: 'you',
  options: { who: choice(['me'], { aliases: { меня: 'me', myself: 'me' } }) },
  acknowledge: 'private',
  examples: ['me'],
  run: askFirst,
  actions: {
    confirm: defineAction({
      options: { until: integer({ min: 0, max: MAX_SECONDS, required: true }), who: text({ maxLength: 10, required: true }) },
      acknowledge: 'private',
      run: confirmed,
    }),
  },
});

/** Says what would be deleted, and deletes nothing. */
async function askFirst({ t, who }: Context, _values: unknown, { store, now }: Parts): Promise<Reply> {
  const [answers, states, places] = await Promise.all([
    store.questions.answersOf(who.key),
    store.reviews.all(who.key),
    store.lessonPlaces.all(who.key),
  ]);
  const until = Math.floor(now() / 1000) + CONFIRM_S;
  return {
    blocks: [
      paragraph(t('forget-ask')),
      list([
        t('forget-answers', { count: answers.length }),
        t('forget-skills', { count: states.length }),
        t('forget-lessons', { count: places.length }),
        t('forget-rest'),
      ]),
      paragraph(t('forget-final', { minutes: CONFIRM_S / 60 })),
    ],
    buttons: [
      [{ label: t('forget-button'), route: route('forget.confirm', { until, who: keyOf(who.key) }) }],
      [{ label: t('forget-button-export'), route: 'export' }],
    ],
    audience: 'asker',
    facts: { answers: answers.length, skills: states.length, lessons: places.length },
  };
}

async function confirmed({ t, who }: Context, { until, who: meant }: { until: number; who: string }, parts: Parts): Promise<Reply> {
  if (meant !== keyOf(who.key)) throw new LearnerError('forget-not-yours');
  const left = until - parts.now() / 1000;
  // a clock that was set back makes an old button look new, but not this new
  if (left < 0 || left > CONFIRM_S) throw new LearnerError('forget-too-late');
  const gone = await parts.store.forget(who.key);
  await parts.forgetChat(who.key);
  return {
    blocks: [
      paragraph(t('forget-done')),
      list([
        t('forget-answers', { count: gone.answers }),
        t('forget-skills', { count: gone.skills }),
        t('forget-lessons', { count: gone.lessons }),
        t('forget-rest'),
      ]),
      paragraph(t('forget-chat')),
    ],
    audience: 'asker',
    facts: { ...gone },
  };
}

/** Tells people apart in a route; nobody's data is found by it. */
const keyOf = (learner: string) => contentId(new TextEncoder().encode(learner));
