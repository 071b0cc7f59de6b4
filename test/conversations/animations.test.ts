import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { type JsonReply, startTestTutor, textOf } from '../helpers/tutor.ts';

const scene = join(projectRoot, 'data/samples/scene.png');
let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

const button = (reply: JsonReply, label: string) => reply.buttons.flat().find((one) => one.label === label)?.route;

/** The GIF of a reply is what the facts say it is. */
async function expectGif(reply: JsonReply, { most }: { most: number }) {
  const [media] = reply.media;
  expect(media).toMatchObject({ name: 'animation.gif', type: 'image/gif' });
  const bytes = readFileSync(media!.path);
  const { format, pages, pageHeight, width, loop } = await sharp(bytes, { animated: true }).metadata();
  expect({ format, loop, frames: pages, width, height: pageHeight, bytes: bytes.length }).toEqual({
    format: 'gif',
    loop: 0,
    frames: reply.facts!.frames,
    width: reply.facts!.width,
    height: reply.facts!.height,
    bytes: reply.facts!.bytes,
  });
  expect(bytes.length).toBeLessThan(most);
  expect(pages).toBeLessThanOrEqual(60);
}

describe('a learner says /animate', () => {
  it('and sees the lecture’s example', async () => {
    const reply = await tutor.say({ text: '/animate' });
    expect(reply.facts!.output).toEqual([
      [4, 3, 4],
      [2, 4, 3],
      [2, 3, 4],
    ]);
    await expectGif(reply, { most: 300_000 });
    expect(reply.media[0]!.alt).toContain('4 3 4; 2 4 3; 2 3 4');
    const card = await tutor.say({ press: button(reply, 'Step card')! });
    expect(card.facts).toMatchObject({ at: { x: 0, y: 0 }, value: 4 });
  });

  it('even after a photo, which is animated only when it is meant', async () => {
    await tutor.say({ user: 'eve', text: '/convolve', attach: [scene] });
    expect((await tutor.say({ user: 'eve', text: '/animate' })).facts!.output).toHaveLength(3);
  });

  it('with padding, stride and dilation', async () => {
    const sizes: [string, number, number][] = [
      ['size=7 padding=1', 7, 7],
      ['size=7 padding=same', 7, 7],
      ['size=8 stride=3', 2, 2],
      ['size=7 dilation=3', 1, 1],
      ['matrix="1 2 3 4 5 6" kernel="1 1"', 1, 5],
    ];
    for (const [text, height, width] of sizes) {
      const reply = await tutor.say({ text: `/animate ${text}` });
      const output = reply.facts!.output as number[][];
      expect([output.length, output[0]!.length], text).toEqual([height, width]);
      await expectGif(reply, { most: 2_000_000 });
    }
  });

  it.each([
    ['reflect', [2, 3, 2]],
    ['replicate', [2, 3, 3]],
    ['circular', [2, 3, 1]],
  ])('with border=%s and a turned kernel', async (border, shifted) => {
    // the kernel takes the left neighbor; turned around, the right one
    const text = `/animate matrix="1 2 3" kernel="1 0 0" padding=1 border=${border} flip=yes`;
    const reply = await tutor.say({ user: 'ivan', lang: 'ru', text });
    expect((reply.facts!.output as number[][])[1]).toEqual(shifted);
    expect(textOf(reply)).toContain('За краем входа');
    expect(textOf(reply)).toContain('180°');
  });

  it('and made-up digits are the same every time', async () => {
    const [first, second] = [
      await tutor.say({ user: 'a', text: '/animate size=5' }),
      await tutor.say({ user: 'b', text: '/animate size=5' }),
    ];
    expect(second.media[0]!.path).toBe(first.media[0]!.path);
  });

  it('names what no window reaches: seven ones and a column of 99 at stride 3', async () => {
    const row = '1 1 1 1 1 1 99';
    const reply = await tutor.say({ text: `/animate matrix="${Array(7).fill(row).join(';')}" kernel="1 1 1;1 1 1;1 1 1" stride=3` });
    expect(reply.facts!.output).toEqual([
      [9, 9],
      [9, 9],
    ]);
    expect(textOf(reply)).toContain('that data is lost');
  });

  it('for pooling: the lecture’s numbers', async () => {
    expect((await tutor.say({ text: '/animate kind=pool' })).facts!.output).toEqual([
      [6, 8],
      [3, 4],
    ]);
    const average = await tutor.say({ user: 'ivan', lang: 'ru', text: '/анимация pool=average' });
    expect(average.facts).toMatchObject({
      kind: 'pool',
      output: [
        [3.25, 5.25],
        [2, 2],
      ],
    });
    expect(textOf(average)).toContain('среднее');
    await expectGif(average, { most: 200_000 });
  });

  it('for a transposed convolution, spread and with zeros inserted: one output', async () => {
    for (const text of ['', 'stride=1', 'stride=3 dilation=2', 'padding=1', 'padding=2 stride=2', 'kernel="1 2; 3 4"']) {
      const spread = await tutor.say({ text: `/animate kind=transposed ${text}` });
      const zeros = await tutor.say({ text: `/animate kind=transposed view=zeros ${text}` });
      expect(zeros.facts!.output, text).toEqual(spread.facts!.output);
      expect(zeros.media[0]!.path).not.toBe(spread.media[0]!.path);
    }
    // i=2, k=3, s=2: (2 − 1)·2 + 3 = 5; the middle of four overlapping kernels is 1 + 2 + 3 + 4
    const output = (await tutor.say({ text: '/animate kind=transposed' })).facts!.output as number[][];
    expect(output).toHaveLength(5);
    expect(output[2]![2]).toBe(10);
  });
});

describe('a learner animates a photo', () => {
  it('and goes on to a step card and back', async () => {
    const reply = await tutor.say({ text: '/animate kernel=sobel_x padding=same', attach: [scene] });
    expect(reply.facts).toMatchObject({ kind: 'convolve', output: { width: 720, height: 480 } });
    await expectGif(reply, { most: 4_000_000 });
    const card = await tutor.say({ press: button(reply, 'Step card')! });
    expect(card.facts).toMatchObject({ kernel: 'sobel_x', output: { width: 720, height: 480 } });
    expect(button(card, 'Animate')).toMatch(/^animate image=#\w+ kernel=sobel_x padding=same$/);
    expect((await tutor.say({ press: button(reply, 'The whole output')! })).facts).toMatchObject({ kernel: 'sobel_x' });
  });

  it('pooled, in Russian', async () => {
    const reply = await tutor.say({ user: 'ivan', lang: 'ru', text: '/animate kind=pool window=4', attach: [scene] });
    expect(reply.facts).toMatchObject({ kind: 'pool', output: { width: 180, height: 120 } });
    expect(reply.media[0]!.alt).toContain('Анимация');
    await expectGif(reply, { most: 4_000_000 });
  });
});

it('tells how far the drawing is, up to the end', async () => {
  const told: number[] = [];
  const numbers = { size: 6 };
  const animation = { kind: 'pool', pool: 'max', window: 3, stride: 3, padding: 'valid' } as const;
  await tutor.tutor.engine.run(
    'animate-grid',
    { numbers, animation, language: 'en', theme: 'dark' },
    { onProgress: (fraction) => told.push(fraction) },
  );
  expect(told.at(-1)).toBe(1);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
});

describe('bad input', () => {
  it.each([
    ['/animate size=16 padding=1', 'animate-too-large', /18×18; at most 16×16/],
    ['/animate size=99', 'option-out-of-range', /size/],
    ['/animate size=2', 'kernel-too-large', /does not fit/],
    ['/animate kind=pool kernel=sobel', 'animate-unused', /“kernel” does nothing with kind=pool/],
    ['/animate window=3', 'animate-unused', /unless the kernel is box or gaussian/],
    ['/animate kind=pool border=reflect', 'animate-unused', /border/],
    ['/animate kind=transposed flip=yes', 'animate-unused', /flip/],
    ['/animate view=zeros', 'animate-unused', /view/],
    ['/animate kind=pool window=2 padding=2', 'animate-pool-padding', /at most 1/],
    ['/animate kind=transposed kernel=sobel', 'animate-one-kernel', /sobel_x/],
    ['/animate kind=transposed padding=9', 'animate-nothing-left', /only 5 wide/],
    ['/animate kind=transposed view=zeros size=5 padding=3', 'animate-zeros-padding', /at most 2/],
    ['/animate kind=transposed size=16', 'animate-too-large', /33×33/],
    ['/animate matrix="1 2; 3"', 'matrix-ragged', /Row 2/],
  ])('%s is refused in one sentence that helps', async (text, id, sentence) => {
    const { error } = await tutor.say({ text });
    expect(error?.id).toBe(id);
    expect(error!.message).toMatch(sentence);
    const russian = await tutor.say({ user: 'ivan', lang: 'ru', text });
    expect(russian.error!.message).toMatch(/[а-яё]/);
    expect(`${error!.message} ${russian.error!.message}`).not.toMatch(/\{|undefined|NaN/);
  });

  it('a photo is not spread', async () => {
    expect((await tutor.say({ text: '/animate kind=transposed', attach: [scene] })).error?.id).toBe('animate-photo-transposed');
  });
});
