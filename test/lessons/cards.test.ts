import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allCommands } from '../../commands/index.ts';
import { lessonText, readLesson } from '../../lessons/cards.ts';
import { allSkills, LESSONS } from '../../lessons/catalogue.ts';
import { parseRoute } from '../../src/chat/route.ts';
import { LANGUAGES } from '../../src/chat/texts.ts';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

/** A card is one idea: at most this many words beside its formulas and tables. */
const MOST_WORDS = 125;

const commands = allCommands().map(({ name }) => name);
const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

describe.each(LESSONS)('lesson $number, $id', (lesson) => {
  const [en, ru] = LANGUAGES.map((language) => lessonText(lesson, language)) as [
    ReturnType<typeof lessonText>,
    ReturnType<typeof lessonText>,
  ];

  it('is the same lesson in both languages', () => {
    const bones = ({ goals, cards }: typeof en) => ({
      goals: goals.length,
      cards: cards.map(({ systems, figures, tries, asks, blocks }) => ({
        systems,
        figures: figures.map(({ name }) => name),
        tries: tries.map(({ route }) => route),
        asks,
        blocks: blocks.map(({ type }) => type),
      })),
    });
    expect(bones(ru)).toEqual(bones(en));
  });

  it('has one idea a card, pictures, and questions', () => {
    expect(en.cards.length).toBeGreaterThanOrEqual(4);
    expect(en.goals.length).toBeGreaterThanOrEqual(2);
    for (const { cards } of [en, ru]) {
      for (const { title, blocks, systems } of cards) {
        const words = wordsIn(
          blocks.map((block) => (block.type === 'paragraph' ? block.text : block.type === 'list' ? block.items.join(' ') : '')).join(' '),
        );
        expect(words, title).toBeLessThanOrEqual(MOST_WORDS);
        expect(systems.length, title).toBeGreaterThan(0);
      }
    }
    const asked = new Set(en.cards.flatMap(({ asks }) => asks));
    expect([...asked].filter((id) => !allSkills().some((skill) => skill.id === id))).toEqual([]);
    // every skill of the lesson is asked for somewhere in it
    expect(lesson.skills.filter(({ id }) => !asked.has(id)).map(({ id }) => id)).toEqual([]);
    const without = en.cards.map(({ asks }) => asks.length > 0);
    // a question after each card or two
    expect(without.some((has, index) => !has && without[index + 1] === false && without[index + 2] === false)).toBe(false);
  });

  it('shows every figure that it has, and none that it has not, with what they show', () => {
    const shown = en.cards.flatMap(({ figures }) => figures.map(({ name }) => name));
    expect([...new Set(shown)].sort()).toEqual(Object.keys(lesson.figures).sort());
    for (const { figures } of [...en.cards, ...ru.cards]) for (const { alt } of figures) expect(alt.length).toBeGreaterThan(15);
  });

  it('has commands to try that fit into buttons', () => {
    for (const { label, route } of [...en.cards, ...ru.cards].flatMap(({ tries }) => tries)) {
      expect(new TextEncoder().encode(route).length, route).toBeLessThanOrEqual(64);
      expect(commands, route).toContain(parseRoute(route)?.command);
      expect(label.length, label).toBeLessThanOrEqual(40);
    }
  });

  it('writes Russian in Russian', () => {
    for (const { title, blocks } of ru.cards) {
      expect(title).toMatch(/\p{Script=Cyrillic}/u);
      const text = blocks.map((block) => (block.type === 'paragraph' ? block.text : '')).join(' ');
      if (text !== '') expect(text, title).toMatch(/\p{Script=Cyrillic}/u);
    }
  });
});

describe('in the chat', () => {
  let tutor: Awaited<ReturnType<typeof startTestTutor>>;
  beforeAll(async () => {
    tutor = await startTestTutor();
  });
  afterAll(() => tutor.stop());

  it.each(LESSONS)(
    'lesson $number can be read from beginning to end, with all it offers to try',
    async (lesson) => {
      const { cards } = lessonText(lesson, 'en');
      for (const [index, card] of [undefined, ...cards].entries()) {
        for (const lang of LANGUAGES) {
          const reply = await tutor.say({ user: lang, lang, press: `lesson.turn lesson=${lesson.number} card=${index}` });
          expect(reply.error, JSON.stringify(reply.error)).toBeUndefined();
          expect(reply.media).toHaveLength(card?.figures.length ?? 0);
          expect(textOf(reply)).not.toMatch(/\{\{|undefined|NaN/);
        }
        for (const { route } of card?.tries ?? []) {
          // a run takes half a minute: a short one shows that the words of the button are understood
          const press = route.startsWith('train') ? `${route} pictures=100 epochs=1` : route;
          const tried = await tutor.say({ user: 'en', press });
          expect(tried.error, `${route}: ${tried.error?.message}`).toBeUndefined();
        }
      }
    },
    120_000,
  );
});

describe('a lesson file', () => {
  const read = (source: string) => readLesson(source, { numbers: { half: 0.5, many: 541_278 } }, 'ru', 'x.md');
  const front = '---\ntitle: T\ngoals: [a, b]\n---\n';

  it('gives cards with all that stands in them', () => {
    const { title, goals, cards } = read(
      `${front}\n## Card {S1 S2}\n\nOne\nline: {{half}}, {{many}}.\n\n- a\n- b\n\n\`\`\`math y = {{half}}\ny = {{half}}\n\`\`\`\n\n![seen](figure:f)\n\n[go](<try:size {{half}}>)\n\n[ask](ask:s)\n`,
    );
    expect({ title, goals, cards }).toEqual({
      title: 'T',
      goals: ['a', 'b'],
      cards: [
        {
          title: 'Card',
          systems: ['S1', 'S2'],
          blocks: [
            { type: 'paragraph', text: 'One line: 0,5, 541 278.'.replace('541 278', '541\u00a0278') },
            { type: 'list', items: ['a', 'b'] },
            { type: 'math', latex: 'y = 0{,}5', plain: 'y = 0,5' },
          ],
          figures: [{ name: 'f', alt: 'seen' }],
          tries: [{ label: 'go', route: 'size 0.5' }],
          asks: ['s'],
        },
      ],
    });
  });

  it.each([
    ['no front matter', '## A {S1}\n'],
    ['no goals', '---\ntitle: T\n---\n## A {S1}\n'],
    ['a card without systems', `${front}## A\n`],
    ['text before the first card', `${front}Text\n`],
    ['an unknown number', `${front}## A {S1}\n\n{{nothing}}\n`],
    ['slanted words', `${front}## A {S1}\n\nnot *this* way\n`],
    ['a quotation', `${front}## A {S1}\n\n> no\n`],
    ['a link elsewhere', `${front}## A {S1}\n\n[x](https://example.org)\n`],
    ['a link amid text', `${front}## A {S1}\n\nSee [x](<try:size 1>).\n`],
  ])('with %s is refused, and named', (_, source) => {
    expect(() => read(source)).toThrow('x.md');
  });
});
