import { describe, expect, it } from 'vitest';
import { heading, type Media, paragraph, type Quiz, type Reply } from '../../../src/chat/reply.ts';
import { alertText, encodeReply, type Setting } from '../../../src/platforms/telegram/encode.ts';
import { parsed } from './limits.ts';

const setting: Setting = {
  group: false,
  texts: { tooLarge: (media) => `${media.name} is too large`, choose: 'What next?', replyWithAnswer: 'Reply to this.' },
};
const encode = (reply: Reply, change: Partial<Setting> = {}) => encodeReply(reply, { ...setting, ...change });
const picture = (change: Partial<Media> = {}): Media => ({
  name: 'figure.png',
  type: 'image/png',
  bytes: new Uint8Array(10),
  width: 720,
  height: 480,
  alt: 'Edges of a house',
  ...change,
});
const kinds = (reply: Reply, change: Partial<Setting> = {}) => encode(reply, change).map((message) => message.kind);
const labels = (message: object | undefined) =>
  ((message as { keyboard?: { text: string }[][] }).keyboard ?? []).map((row) => row.map((button) => button.text));

describe('text', () => {
  it('of several blocks is one message', () => {
    expect(encode({ blocks: [heading('Size'), paragraph('It is 3.')] })).toEqual([{ kind: 'text', html: '<b>Size</b>\n\nIt is 3.' }]);
  });

  it('too long for one message becomes several, with the buttons on the last', () => {
    const blocks = Array.from({ length: 20 }, (_, index) => paragraph(`${index} ${'word '.repeat(150)}`));
    const messages = encode({ blocks, buttons: [[{ label: 'More', route: 'help' }]] });
    expect(messages.length).toBeGreaterThan(3);
    for (const message of messages) expect(parsed((message as { html: string }).html).length).toBeLessThanOrEqual(4096);
    expect(messages.map((message) => 'keyboard' in message)).toEqual([...messages.slice(1).map(() => false), true]);
  });
});

describe('pictures', () => {
  it('carry the text and, folded away, what they show', () => {
    expect(encode({ blocks: [paragraph('Sobel & co')], media: [picture()] })).toEqual([
      { kind: 'photo', media: picture(), html: 'Sobel &amp; co\n<blockquote expandable>Edges of a house</blockquote>' },
    ]);
  });

  it('do not say twice what the caption says already', () => {
    expect(encode({ blocks: [paragraph('Edges of a house')], media: [picture()] })).toEqual([
      { kind: 'photo', media: picture(), html: 'Edges of a house' },
    ]);
  });

  it('leave a caption that is too long to a message below, which carries the buttons', () => {
    const [photo, text] = encode({
      blocks: [paragraph('word '.repeat(250))],
      media: [picture()],
      buttons: [[{ label: 'Next', route: 'quiz' }]],
    });
    expect(photo).toEqual({ kind: 'photo', media: picture(), html: 'Edges of a house' });
    expect(text).toMatchObject({ kind: 'text', keyboard: [[{ text: 'Next', callback_data: 'quiz' }]] });
  });

  it('have their alt text cut so that the caption fits', () => {
    const [photo] = encode({ blocks: [paragraph('x'.repeat(900))], media: [picture({ alt: 'y'.repeat(500) })] });
    expect(parsed((photo as { html: string }).html)).toHaveLength(1024);
  });

  it.each([
    ['every pixel matters', { exact: true }, 'document'],
    ['the bytes are too many', { bytes: new Uint8Array(10 * 1024 * 1024 + 1) }, 'document'],
    ['the sides are too long', { width: 9000, height: 1001 }, 'document'],
    ['they just fit', { width: 9000, height: 1000 }, 'photo'],
    ['they are too narrow', { width: 2100, height: 100 }, 'document'],
    ['they are as narrow as can be', { width: 2000, height: 100 }, 'photo'],
    ['they move', { type: 'image/gif' }, 'animation'],
    ['they are tables', { type: 'text/csv', width: 0, height: 0 }, 'document'],
  ] as const)('go in the right form when %s', (_when, change, kind) => {
    expect(kinds({ blocks: [paragraph('x')], media: [picture(change)] })).toEqual([kind]);
  });

  it('that no one may send are named instead', () => {
    const huge = picture({ bytes: new Uint8Array(50 * 1024 * 1024 + 1) });
    expect(encode({ blocks: [], media: [huge] })).toEqual([{ kind: 'text', html: 'figure.png is too large' }]);
  });

  it('come as albums of at most ten, files by themselves, and the text with its buttons last', () => {
    const media = [...Array.from({ length: 11 }, () => picture()), picture({ exact: true })];
    const messages = encode({ blocks: [paragraph('All')], media, buttons: [[{ label: 'Next', route: 'quiz' }]] });
    expect(messages.map(({ kind }) => kind)).toEqual(['album', 'photo', 'document', 'text']);
    expect(labels(messages.at(-1))).toEqual([['Next']]);
  });

  it('that move stand apart from an album, which takes none of them', () => {
    const media = [picture(), picture({ type: 'image/gif', name: 'moving.gif' }), picture()];
    const messages = encode({ blocks: [paragraph('All')], media });
    expect(messages.map(({ kind }) => kind)).toEqual(['album', 'animation', 'text']);
    expect((messages[0] as { items: { media: Media }[] }).items.map((item) => item.media.type)).toEqual(['image/png', 'image/png']);
  });

  it('in an album have no buttons: a short text carries them', () => {
    const messages = encode({ blocks: [], media: [picture(), picture()], buttons: [[{ label: 'Next', route: 'quiz' }]] });
    expect(messages[1]).toEqual({ kind: 'text', html: 'What next?', keyboard: [[{ text: 'Next', callback_data: 'quiz' }]] });
  });
});

describe('buttons', () => {
  it('break into rows that a phone can show, and long labels are cut', () => {
    const button = (label: string) => ({ label, route: 'help' });
    const [message] = encode({
      blocks: [paragraph('x')],
      buttons: [
        [button('Подсказка'), button('Показать решение'), button('Пропустить')],
        [button('1'), button('2'), button('3')],
        [button('w'.repeat(99))],
      ],
    });
    expect(labels(message)).toEqual([['Подсказка', 'Показать решение'], ['Пропустить'], ['1', '2', '3'], [`${'w'.repeat(59)}…`]]);
  });

  it('open addresses, and are left out when their route is longer than 64 bytes or says nothing', () => {
    const [message] = encode({
      blocks: [paragraph('x')],
      buttons: [[{ label: 'Site', link: 'https://example.org' }, { label: 'Long', route: 'ш'.repeat(33) }, { label: 'None' }]],
    });
    expect(message).toMatchObject({ keyboard: [[{ text: 'Site', url: 'https://example.org' }]] });
  });

  it('are at most a hundred', () => {
    const buttons = Array.from({ length: 130 }, () => [{ label: 'x', route: 'help' }]);
    expect(labels(encode({ blocks: [paragraph('x')], buttons })[0])).toHaveLength(100);
  });
});

describe('quizzes', () => {
  const quiz: Quiz = {
    code: 'pad:8f3a',
    question: 'How large is the output?',
    choices: [
      { label: '26', route: 'quiz.answer 1 26' },
      { label: '28', route: 'quiz.answer 1 28' },
    ],
    correct: 1,
    explanation: 'N′ = 28',
  };
  const asked: Reply = {
    blocks: [paragraph('**Padding**  `pad:8f3a`'), paragraph(quiz.question)],
    quiz,
    buttons: [[{ label: 'Hint', route: 'quiz.hint 1' }]],
  };

  it('are native polls that carry the hint, and know how to be asked with buttons', () => {
    expect(encode(asked)).toEqual([
      {
        kind: 'poll',
        question: 'How large is the output?  [pad:8f3a]',
        options: ['26', '28'],
        correct: 1,
        explanation: 'N′ = 28',
        routes: ['quiz.answer 1 26', 'quiz.answer 1 28'],
        keyboard: [[{ text: 'Hint', callback_data: 'quiz.hint 1' }]],
        instead: [
          {
            kind: 'text',
            html: '<b>Padding</b>  <code>pad:8f3a</code>\n\nHow large is the output?',
            keyboard: [
              [
                { text: '26', callback_data: 'quiz.answer 1 26' },
                { text: '28', callback_data: 'quiz.answer 1 28' },
              ],
              [{ text: 'Hint', callback_data: 'quiz.hint 1' }],
            ],
          },
        ],
      },
    ]);
  });

  it('come after what else there is to see', () => {
    expect(kinds({ ...asked, blocks: [...asked.blocks, paragraph('Look at the figure.')], media: [picture()] })).toEqual(['photo', 'poll']);
  });

  it.each([
    ['the question is too long', { question: 'x'.repeat(300) }],
    ['an option is too long', { choices: [...quiz.choices!, { label: 'y'.repeat(101), route: 'quiz.answer 1 0' }] }],
    ['there is one option', { choices: quiz.choices!.slice(1), correct: 0 }],
    ['there are more than twelve options', { choices: Array.from({ length: 13 }, (_, index) => ({ label: `${index}`, route: 'quiz' })) }],
    ['the explanation is too long', { explanation: 'z'.repeat(201) }],
    ['the explanation has too many lines', { explanation: 'a\nb\nc\nd' }],
    ['the right option is a secret', { correct: undefined }],
  ] as const)('fall back to buttons when %s', (_when, change) => {
    const { correct, ...rest } = { ...quiz, ...change };
    const messages = encode({ ...asked, quiz: { ...rest, ...(correct === undefined ? {} : { correct }) } as Quiz });
    expect(messages.map(({ kind }) => kind)).toEqual(['text']);
    expect(labels(messages[0]).flat()).toContain('Hint');
  });

  const typed: Reply = {
    blocks: [paragraph('Type the number.')],
    quiz: { code: 'pad:1', question: 'N′?', typed: { route: 'quiz.typed 1', label: 'Answer', form: { title: 'Answer', label: 'Number' } } },
  };

  it('that want a typed answer listen in private, and say in a group how it gets through', () => {
    expect(encode(typed)).toEqual([{ kind: 'text', html: 'Type the number.' }]);
    expect(encode(typed, { group: true })).toEqual([
      { kind: 'text', html: 'Type the number.\n\nReply to this.', keyboard: [[{ text: 'Answer', callback_data: 'quiz.typed 1' }]] },
    ]);
  });

  it('open the reply field of who pressed, by name', () => {
    const mention = { id: '7', name: 'Ann <3' };
    const form = { title: 'Answer', label: 'Number', placeholder: 'p'.repeat(70) };
    expect(encode({ blocks: [paragraph('Your number?')] }, { group: true, mention, form })).toEqual([
      {
        kind: 'text',
        html: '<a href="tg://user?id=7">Ann &lt;3</a>\n\nYour number?',
        form: { placeholder: `${'p'.repeat(63)}…` },
      },
    ]);
  });
});

describe('what is for one person only', () => {
  it('is an alert when all of it fits', () => {
    expect(alertText({ blocks: [paragraph('**Right:** 28.'), { type: 'math', latex: '', plain: 'N′ = 28' }] })).toBe(
      'Right: 28.\n\nN′ = 28',
    );
    expect(alertText({ blocks: [paragraph('x'.repeat(201))] })).toBeUndefined();
    expect(alertText({ blocks: [paragraph('x')], media: [picture()] })).toBeUndefined();
    expect(alertText({ blocks: [] })).toBeUndefined();
  });

  it('is cut to an alert when it is a refusal', () => {
    expect(alertText({ blocks: [paragraph('x'.repeat(300))], error: { id: 'fault', message: '' } })).toHaveLength(200);
  });

  it('is covered for the others otherwise', () => {
    const [message] = encode({ blocks: [paragraph('It is `28`.')] }, { group: true, mention: { id: '7', name: 'Ann' }, covered: true });
    expect(message).toEqual({ kind: 'text', html: '<a href="tg://user?id=7">Ann</a>\n\n<tg-spoiler>It is 28.</tg-spoiler>' });
  });
});
