import { type Card, type LessonText, lessonText } from '../lessons/cards.ts';
import { LESSONS } from '../lessons/catalogue.ts';
import { draw } from '../lessons/drawing.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { Context } from '../src/chat/context.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { integer, shown, suggestion, text } from '../src/chat/options.ts';
import { type Button, heading, list, type Media, paragraph, type Reply } from '../src/chat/reply.ts';
import { route, tryRoute } from '../src/chat/route.ts';
import { LANGUAGES } from '../src/chat/texts.ts';
import type { LessonPlace } from '../src/store/lesson-places.ts';
import { defineAction, defineCommand, type Parts } from './command.ts';

const MAX_CARD = 40;

export const lesson = defineCommand({
  name: 'lesson',
  topic: 'questions',
  options: {
    lesson: text({ maxLength: 40, suggestions: LESSONS.map(({ id }) => id) }),
    card: integer({ min: 0, max: MAX_CARD }),
  },
  acknowledge: 'public',
  examples: ['padding', '3'],
  async run(ctx, { lesson: word, card }, parts) {
    if (word === undefined) return contents(ctx, parts);
    const chosen = requireLesson(word);
    const places = await parts.store.lessonPlaces.all(ctx.who.key);
    const place = places.find((candidate) => candidate.lesson === chosen.number);
    return showCard(ctx, chosen, card ?? (place === undefined || place.done ? 0 : place.card), parts);
  },
  actions: {
    /** Another card takes the place of the one shown. */
    turn: defineAction({
      options: { lesson: integer({ min: 1, max: 99, required: true }), card: integer({ min: 0, max: MAX_CARD, required: true }) },
      acknowledge: 'public',
      async run(ctx, { lesson: number, card }, parts) {
        return { ...(await showCard(ctx, requireLesson(String(number)), card, parts)), replace: true };
      },
    }),
    contents: defineAction({
      options: {},
      acknowledge: 'public',
      async run(ctx, _values, parts) {
        return { ...(await contents(ctx, parts)), replace: true };
      },
    }),
  },
});

/** A lesson by its number, its id, or the beginning of its title in either language. */
function requireLesson(word: string): Lesson {
  const typed = word.trim().toLowerCase();
  const titles = (candidate: Lesson) => LANGUAGES.map((language) => lessonText(candidate, language).title.toLowerCase());
  const found =
    LESSONS.find(({ number, id }) => id === typed || String(number) === typed) ??
    LESSONS.find((candidate) => typed.length >= 3 && titles(candidate).some((title) => title.startsWith(typed)));
  if (found !== undefined) return found;
  const ids = LESSONS.map(({ id }) => id);
  const meant = suggestion(typed, ids);
  throw meant === undefined
    ? new LearnerError('lesson-unknown', { lesson: shown(word), lessons: ids.join(', ') })
    : new LearnerError('lesson-unknown-suggest', { lesson: shown(word), meant });
}

/** The list of lessons: what is done, how far the others are, and where to go on. */
async function contents({ who, t, language }: Context, { store }: Parts): Promise<Reply> {
  const places = new Map((await store.lessonPlaces.all(who.key)).map((place) => [place.lesson, place]));
  const latest = await store.lessonPlaces.latest(who.key);
  const next = nextLesson(places, latest);
  const items = LESSONS.map((one) => {
    const { title, cards } = lessonText(one, language);
    const place = places.get(one.number);
    const state = place === undefined ? '' : place.done ? ' ✓' : ` · ${t('lesson-at', { card: place.card, cards: cards.length })}`;
    return `${one.number}. ${one === next ? `**${title}** ←` : title}${state}`;
  });
  const go: Button[] =
    next === undefined
      ? []
      : [
          {
            label: t(places.has(next.number) ? 'lesson-button-continue' : 'lesson-button-begin', {
              title: lessonText(next, language).title,
            }),
            route: `lesson ${next.number}`,
          },
        ];
  const numbers = LESSONS.map(({ number }) => ({ label: String(number), route: `lesson ${number}` }));
  const done = [...places.values()].filter((place) => place.done).length;
  return {
    blocks: [heading(t('lesson-contents')), paragraph(t('lesson-done', { done, all: LESSONS.length })), list(items)],
    buttons: [...(go.length === 0 ? [] : [go]), ...chunk(numbers, 7)],
    facts: { done: [...places.values()].filter((place) => place.done).map((place) => place.lesson), next: next?.number ?? null },
  };
}

/** The one being read, else the first that is not done. */
function nextLesson(places: ReadonlyMap<number, LessonPlace>, latest: LessonPlace | undefined): Lesson | undefined {
  const reading = LESSONS.find(({ number }) => number === latest?.lesson && !latest.done);
  return reading ?? LESSONS.find(({ number }) => places.get(number)?.done !== true);
}

/** Card 0 says what the lesson is for; the others are its cards. */
async function showCard(ctx: Context, chosen: Lesson, card: number, parts: Parts): Promise<Reply> {
  const { t, language } = ctx;
  const content = lessonText(chosen, language);
  const at = Math.min(card, content.cards.length);
  await parts.store.lessonPlaces.show(ctx.who.key, { lesson: chosen.number, card: at, last: at === content.cards.length });
  const shownCard = content.cards[at - 1];
  const facts = { lesson: chosen.number, id: chosen.id, card: at, cards: content.cards.length };
  if (shownCard === undefined) {
    return {
      blocks: [
        heading(t('lesson-title', { number: chosen.number, title: content.title })),
        paragraph(t('lesson-goals')),
        list(content.goals),
      ],
      buttons: [turns(ctx, chosen, at, content)],
      facts,
    };
  }
  const { media, missing } = await figures(ctx, chosen, shownCard, parts);
  const again = tryRoute(`lesson ${chosen.id} ${at}`);
  return {
    blocks: [
      heading(shownCard.title),
      ...shownCard.blocks,
      // the card is worth reading without its picture, too
      ...missing.map((alt) => paragraph(t('lesson-figure-missing', { alt }))),
      paragraph(t('lesson-place', { number: chosen.number, title: content.title, card: at, cards: content.cards.length })),
    ],
    media,
    typeset: true,
    buttons: [
      ...(missing.length === 0 || again === undefined ? [] : [[{ label: t('lesson-button-draw'), route: again }]]),
      ...actions(ctx, shownCard),
      turns(ctx, chosen, at, content),
    ],
    facts: { ...facts, title: shownCard.title, systems: shownCard.systems },
  };
}

/** A card's pictures, and what those show that could not be drawn now: a busy machine takes no card away. */
async function figures({ language, signal, log }: Context, chosen: Lesson, card: Card, { engine }: Parts) {
  const media: Media[] = [];
  const missing: string[] = [];
  const drawn = card.figures.map(({ name }) => {
    const figure = chosen.figures[name]!;
    const drawing = typeof figure === 'function' ? figure(language) : figure;
    return draw(engine, drawing, { language, theme: 'light' }, signal).catch((error: unknown) => {
      if (signal.aborted) throw error;
      log.warn({ err: error, lesson: chosen.id, figure: name }, 'a figure of a lesson could not be drawn');
      return undefined;
    });
  });
  for (const [index, picture] of (await Promise.all(drawn)).entries()) {
    const { name, alt } = card.figures[index]!;
    if (picture === undefined) missing.push(alt);
    else media.push({ ...picture, name: `${name}.${picture.type.split('/')[1]}`, alt });
  }
  return { media, missing };
}

/** Commands to try, a row each, and the questions. */
function actions({ t }: Context, { tries, asks }: Card): Button[][] {
  const questions = asks.map((skill) => ({
    label: asks.length === 1 ? t('lesson-button-ask') : t(`skill-${skill}`),
    route: tryRoute(`quiz ${skill}`) ?? 'quiz',
  }));
  return [...tries.map((one) => [one]), ...(questions.length === 0 ? [] : [questions])];
}

function turns({ t }: Context, chosen: Lesson, at: number, { cards }: LessonText): Button[] {
  const to = (card: number) => route('lesson.turn', { lesson: chosen.number, card });
  const following = LESSONS[LESSONS.indexOf(chosen) + 1];
  return [
    ...(at > 0 ? [{ label: t('lesson-button-back'), route: to(at - 1) }] : []),
    { label: t('lesson-button-contents'), route: 'lesson.contents' },
    ...(at < cards.length
      ? [{ label: t(at === 0 ? 'lesson-button-start' : 'lesson-button-next'), route: to(at + 1) }]
      : following === undefined
        ? []
        : [{ label: t('lesson-button-following', { number: following.number }), route: `lesson ${following.number}` }]),
  ];
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return items.length === 0 ? [] : [items.slice(0, size), ...chunk(items.slice(size), size)];
}
