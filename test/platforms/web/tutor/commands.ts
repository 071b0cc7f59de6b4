import sharp from 'sharp';
import { commandsWith } from '../../../../src/chat/command.ts';
import { choice, image, integer } from '../../../../src/chat/options.ts';
import { type Media, math, paragraph, type Reply, table } from '../../../../src/chat/reply.ts';
import type { Language } from '../../../../src/chat/texts.ts';

export interface TutorParts {
  chooseLanguage(learner: string, language: Language): void;
  /** Resolves when the test lets `/slow` finish. */
  gate(): Promise<void>;
  /** Every event that a command has seen. */
  events: string[];
}

const { defineCommand, defineAction } = commandsWith<TutorParts>();

/** A quiet gradient as a PNG, so that pages have something to show. */
export async function picture(width: number, height: number, seed = 0): Promise<Uint8Array> {
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const x = (at % width) / width;
    const y = Math.floor(at / width) / height;
    const ring = Math.hypot(x - 0.5, y - 0.5);
    pixels.set([40 + 150 * ring + seed, 110 + 90 * y, 120 + 100 * x], at * 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

async function figure(name: string, alt: string): Promise<Media> {
  return { name, type: 'image/png', bytes: await picture(900, 540), width: 900, height: 540, alt };
}

const start = defineCommand({
  name: 'start',
  topic: 'you',
  options: {},
  acknowledge: 'public',
  examples: [],
  run: async ({ t }) => ({
    blocks: [paragraph(t('tutor-hello'))],
    buttons: [
      [
        { label: '/quiz', route: 'quiz' },
        { label: '/convolve', route: 'convolve' },
        { label: 'cs231n', link: 'https://cs231n.github.io' },
      ],
    ],
  }),
});

const convolve = defineCommand({
  name: 'convolve',
  topic: 'pictures',
  options: {
    image: image({ required: true }),
    kernel: choice(['sobel', 'sharpen', 'gaussian', 'outline'], { default: 'sobel' }),
    stride: integer({ min: 1, max: 8, default: 1 }),
  },
  acknowledge: 'public',
  contextMenu: true,
  examples: ['kernel=sobel'],
  async run(_ctx, { image: { name, bytes }, kernel, stride }, { events }) {
    events.push(`convolve ${name}`);
    return {
      blocks: [
        { type: 'heading', text: `${kernel}, stride ${stride}` },
        paragraph(`The bright lines of **${name}** (${bytes.length} bytes) are where neighbors differ most.`),
        math(
          "N' = \\left\\lfloor \\frac{640 + 2 \\cdot 1 - 3}{1} \\right\\rfloor + 1 = 640\n\\text{место} = 2 \\cdot W",
          "N' = ⌊(640 + 2·1 − 3) / 1⌋ + 1 = 640",
        ),
        math('\\unknown{x}', 'what cannot be typeset = as text'),
        table(
          ['Kernel', 'Input', 'Output', 'Multiplications'],
          [
            [`\`${kernel}\``, '640 × 480', '640 × 480', '2 764 800'],
            ['`gaussian`', '640 × 480', '636 × 476', '7 568 400'],
          ],
        ),
      ],
      media: [await figure('convolve.png', `Edges of ${name}: bright where the brightness changes`)],
      buttons: [
        [
          { label: 'Sharpen', route: 'convolve kernel=sharpen' },
          { label: 'Outline', route: 'convolve kernel=outline' },
        ],
      ],
    };
  },
});

const classify = defineCommand({
  name: 'classify',
  topic: 'networks',
  options: { image: image({ required: true }) },
  acknowledge: 'public',
  examples: [],
  async run(_ctx, { image: { name, bytes } }) {
    const { width, height, channels } = await sharp(bytes).metadata();
    const { dominant } = await sharp(bytes).stats();
    const ink = (await sharp(bytes).greyscale().stats()).channels[0]?.min ?? 255;
    return { blocks: [paragraph(`Read ${name}: ${width}×${height}, ${channels} channels, paper ${dominant.r}, ink ${ink}`)] };
  },
});

const ANSWER = 4;

const quiz = defineCommand({
  name: 'quiz',
  topic: 'questions',
  options: { kind: choice(['choices', 'typed'], { default: 'choices' }) },
  acknowledge: 'public',
  examples: ['choices'],
  async run(_ctx, { kind }): Promise<Reply> {
    const question = 'A 7×7 input meets a 3×3 kernel with stride 1 and no padding. How wide is the output?';
    const hints = [[{ label: 'Hint', route: 'quiz.hint' }]];
    if (kind === 'typed') {
      const form = { title: 'Answer', label: 'Width of the output', placeholder: 'A whole number' };
      return {
        blocks: [paragraph(question)],
        buttons: hints,
        quiz: { code: 'q2', question, typed: { route: 'quiz.typed', label: 'Answer', form } },
      };
    }
    const choices = [5, 6, 7, 3].map((width) => ({ label: `${width} × ${width}`, route: `quiz.answer ${width}` }));
    return { blocks: [paragraph(`**${question}**`)], buttons: hints, quiz: { code: 'q1', question, choices, correct: 0 } };
  },
  actions: {
    answer: defineAction({
      options: { width: integer({ min: 0, max: 100, required: true }) },
      acknowledge: 'private',
      async run({ event }, { width }, { events }) {
        events.push(event);
        return {
          blocks: [
            paragraph(width === 5 ? '**Right.** (7 − 3) / 1 + 1 = 5.' : '**Not quite.** Count how often the kernel fits.'),
            { type: 'spoiler', text: 'The kernel starts at 0, 1, 2, 3 and 4: five places.' },
          ],
          audience: 'asker',
          buttons: [[{ label: 'Next question', route: 'quiz typed' }]],
        };
      },
    }),
    typed: defineAction({
      options: {},
      acknowledge: 'private',
      form: () => ({ title: 'Answer', label: 'Width of the output' }),
      run: async (_ctx, { form }) => ({
        blocks: [paragraph(Number(form) === ANSWER + 1 ? '**Right.**' : `${form} is not it.`)],
        audience: 'asker',
      }),
    }),
    hint: defineAction({
      options: {},
      acknowledge: 'private',
      run: async () => ({
        blocks: [paragraph('A 7×7 input meets a 3×3 kernel. The hint: it fits first at the left edge.')],
        replace: true,
      }),
    }),
  },
});

const secret = defineCommand({
  name: 'secret',
  topic: 'you',
  options: {},
  acknowledge: 'private',
  examples: [],
  run: async () => ({
    blocks: [paragraph('Between you and me.'), { type: 'code', text: 'conv = nn.Conv2d(1, 32, kernel_size=3, padding=1)' }],
    media: [{ name: 'numbers.csv', type: 'text/csv', bytes: Buffer.from('a,b\n1,2\n'), width: 0, height: 0, alt: '' }],
    buttons: [[{ label: 'Ask me', route: 'quiz.typed' }]],
    audience: 'asker',
  }),
});

const slow = defineCommand({
  name: 'slow',
  topic: 'networks',
  options: {},
  acknowledge: 'public',
  examples: [],
  async run({ progress, event }, _values, { gate, events }) {
    events.push(event);
    progress({ fraction: 0.4, note: 'Epoch 2 of 5' });
    await gate();
    return { blocks: [paragraph('Done at last.')] };
  },
});

const settings = defineCommand({
  name: 'settings',
  topic: 'you',
  options: { language: choice(['en', 'ru']) },
  acknowledge: 'private',
  examples: [],
  async run({ who, t }, { language }, { chooseLanguage }) {
    if (language !== undefined) chooseLanguage(who.key, language);
    return { blocks: [paragraph(t('tutor-language'))] };
  },
});

const watch = defineCommand({
  name: 'watch',
  topic: 'networks',
  options: {},
  acknowledge: 'public',
  long: true,
  examples: [''],
  async run(ctx, _values, { gate }) {
    const show = async (step: number, seed: number) =>
      ctx.progress({
        fraction: step / 3,
        note: `Step ${step}`,
        preview: {
          media: { ...(await figure('training.png', 'A curve')), bytes: await picture(900, 540, seed) },
          buttons: [[{ label: 'Stop', route: 'watch.stop' }]],
        },
      });
    await show(1, 0);
    // the second is shown when the page has had time for the first
    setTimeout(() => void show(2, 40), 300);
    await gate();
    return {
      blocks: [paragraph('Learned.')],
      media: [await figure('training.png', 'The whole curve')],
      buttons: [[{ label: 'Again', route: 'watch' }]],
    };
  },
  actions: {
    stop: defineAction({ options: {}, acknowledge: 'private', run: async () => undefined }),
  },
});

export const commands = [start, convolve, classify, quiz, slow, watch, secret, settings];
