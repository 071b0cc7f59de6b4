import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
// the whole library, which people load, lets operations follow each other with a dot
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { type JsonReply, speakTo, startTestTutor, textOf } from '../helpers/tutor.ts';

const scene = join(projectRoot, 'data/samples/scene.png');
const LECTURE = 'matrix="1 1 1 0 0; 0 1 1 1 0; 0 0 1 1 1; 0 0 1 1 0; 0 1 1 0 0" kernel="1 0 1; 0 1 0; 1 0 1"';
let tutor: Awaited<ReturnType<typeof startTestTutor>>;
let folder: string;

beforeAll(async () => {
  tutor = await startTestTutor();
  folder = mkdtempSync(join(tmpdir(), 'tutor-step-'));
  await tf.setBackend('cpu');
});
afterAll(() => tutor.stop());

const button = (reply: JsonReply, label: string) => reply.buttons.flat().find((one) => one.label === label)?.route;
const labels = (reply: JsonReply) => reply.buttons.map((row) => row.map((one) => one.label));
const bytesOf = (route: string) => new TextEncoder().encode(route).length;

/** Gray levels of a picture as OpenCV and Pillow compute them: rounded to whole numbers. */
async function grayLevels(path: string) {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    at: (x: number, y: number, channel?: number) => {
      const pixel = (y * info.width + x) * info.channels;
      if (channel !== undefined) return data[pixel + channel]!;
      return Math.round((299 * data[pixel]! + 587 * data[pixel + 1]! + 114 * data[pixel + 2]!) / 1000);
    },
  };
}

describe('a learner looks at one window of a photo', () => {
  it('and sees its pixels, the kernel, the sum, and the line in two frameworks', async () => {
    const reply = await tutor.say({ text: '/step kernel=sobel_x at=240,100', attach: [scene] });
    const gray = await grayLevels(scene);
    const pixels = [100, 101, 102].map((y) => [240, 241, 242].map((x) => gray.at(x, y)));
    const kernel = [
      [-1, 0, 1],
      [-2, 0, 2],
      [-1, 0, 1],
    ];
    const sum = pixels.flatMap((row, i) => row.map((pixel, j) => pixel * kernel[i]![j]!)).reduce((total, product) => total + product, 0);
    expect(reply.facts).toMatchObject({
      at: { x: 240, y: 100 },
      output: { width: 718, height: 478 },
      window: [{ channel: 'gray', pixels, kernel, sum }],
      value: sum,
    });
    expect(textOf(reply)).toContain(`${pixels[0]![0]}·(−1) + ${pixels[0]![1]}·0 + ${pixels[0]![2]}·1`);
    const code = reply.blocks.filter((block) => block.type === 'code').map((block) => block.text);
    expect(code[0]).toContain(`torch.tensor([[${pixels[0]!.join(', ')}]`);
    expect(code[0]).toContain('F.conv2d(x, w)[0, 0, 100, 240]');
    expect(reply.media[0]).toMatchObject({ type: 'image/png', width: 1080 });
    expect(reply.media[0]!.alt).toContain(pixels.map((row) => row.join(' ')).join('; '));
    // a phone's caption holds all of it, so that a press can change the message in its place
    expect(textOf(reply).length).toBeLessThan(1000);
  });

  it('and moves it with buttons, to the edge and not beyond', async () => {
    const first = await tutor.say({ text: '/step kernel=sobel_x at=0,0', attach: [scene] });
    expect(labels(first)).toEqual([['↓', '→'], ['↵ next row'], ['Animate', 'The whole output']]);
    const right = await tutor.say({ press: button(first, '→')! });
    expect(right.facts).toMatchObject({ at: { x: 1, y: 0 } });
    const down = await tutor.say({ press: button(right, '↓')! });
    expect(down.facts).toMatchObject({ at: { x: 1, y: 1 } });
    const next = await tutor.say({ press: button(down, '↵ next row')! });
    expect(next.facts).toMatchObject({ at: { x: 0, y: 2 } });
    const last = await tutor.say({ text: '/step kernel=sobel_x at=717,477', attach: [scene] });
    expect(labels(last)[0]).toEqual(['←', '↑']);
    for (const route of [first, right, down, last].flatMap((reply) => reply.buttons.flat().map((one) => one.route!)))
      expect(bytesOf(route), route).toBeLessThanOrEqual(64);
  });

  it('in color: three channels and the sum of their sums', async () => {
    const reply = await tutor.say({ text: '/step channels=color kernel=sharpen at=300,200', attach: [scene] });
    const levels = await grayLevels(scene);
    const sums = [0, 1, 2].map(
      (channel) =>
        5 * levels.at(301, 201, channel) -
        levels.at(300, 201, channel) -
        levels.at(302, 201, channel) -
        levels.at(301, 200, channel) -
        levels.at(301, 202, channel),
    );
    expect((reply.facts!.window as { channel: string; sum: number }[]).map(({ channel, sum }) => [channel, sum])).toEqual([
      ['red', sums[0]],
      ['green', sums[1]],
      ['blue', sums[2]],
    ]);
    expect(reply.facts!.value).toBe(sums[0]! + sums[1]! + sums[2]!);
    expect((await tutor.say({ press: button(reply, '→')! })).facts).toMatchObject({ at: { x: 301, y: 200 }, window: [{}, {}, {}] });
  });

  it('with two kernels: both sums and the magnitude', async () => {
    const { facts } = await tutor.say({ text: '/step kernel=sobel at=240,100', attach: [scene] });
    const [x, y] = facts!.totals as number[];
    expect(facts!.value).toBeCloseTo(Math.hypot(x!, y!), 9);
    expect(facts!.window).toHaveLength(2);
  });

  it('of his own choice, else one where something is to be seen', async () => {
    const { facts } = await tutor.say({ text: '/step kernel=sobel_x', attach: [scene] });
    expect(Math.abs(Number(facts!.value))).toBeGreaterThan(500);
    const blurred = await tutor.say({ text: '/step kernel=gaussian', attach: [scene] });
    expect(blurred.facts).toMatchObject({ at: { x: 357, y: 237 } });
  });

  it('beyond the edge, where a border puts the photo’s own pixels, and says so in Russian', async () => {
    const text = '/step kernel=emboss padding=2 border=replicate flip=yes at=0,0';
    const reply = await tutor.say({ user: 'ivan', lang: 'ru', text, attach: [scene] });
    const corner = (await grayLevels(scene)).at(0, 0);
    expect((reply.facts!.window as { pixels: number[][] }[])[0]!.pixels.flat()).toEqual(Array(9).fill(corner));
    // emboss sums to 1
    expect(reply.facts!.value).toBe(corner);
    expect(textOf(reply)).toContain('повторяется его край');
    const moved = await tutor.say({ user: 'ivan', lang: 'ru', press: button(reply, '→')! });
    expect(moved.facts).toMatchObject({ at: { x: 1, y: 0 }, output: { width: 722, height: 482 } });
    expect(textOf(moved)).toContain('повёрнуто на 180°');
  });

  it('through a kernel that is too long for a button: the settings are kept, also over a restart', async () => {
    const weights = Array.from({ length: 15 }, (_row, row) =>
      Array.from({ length: 15 }, (_column, column) => (row - 7) * (column - 7)).join(' '),
    );
    const reply = await tutor.say({
      text: `/step kernel="${weights.join('; ')}" stride=3 padding=same dilation=2 at=5,6`,
      attach: [scene],
    });
    expect(reply.facts).toMatchObject({ at: { x: 5, y: 6 }, output: { width: 240, height: 160 } });
    const route = button(reply, '→')!;
    expect(bytesOf(route)).toBeLessThanOrEqual(64);
    const moved = await tutor.say({ press: route });
    expect(moved.facts).toMatchObject({ at: { x: 6, y: 6 }, output: { width: 240, height: 160 } });
    expect((moved.facts!.window as { kernel: number[][] }[])[0]!.kernel[0]![0]).toBe(49);
    const again = speakTo(tutor.tutor, tutor.folder);
    expect((await again.say({ press: route })).facts!.value).toBe(moved.facts!.value);
  });
});

describe('a learner looks at one window of numbers', () => {
  it('of the lecture, and at what it says in Russian', async () => {
    const reply = await tutor.say({ user: 'ivan', lang: 'ru', text: `/шаг ${LECTURE} at=1,1` });
    expect(reply.facts).toMatchObject({ value: 4, output: { width: 3, height: 3 } });
    expect(textOf(reply)).toContain('строка 1, столбец 1');
    expect(textOf(reply)).toContain('out[1][1] = 1·1 + 1·0 + 1·1 + 0·0 + 1·1 + 1·0 + 0·1 + 1·0 + 1·1 = 4');
    const left = await tutor.say({ user: 'ivan', lang: 'ru', press: button(reply, '←')! });
    expect(left.facts).toMatchObject({ at: { x: 0, y: 1 }, value: 2 });
  });

  it.each([
    ['', 4],
    ['stride=2 padding=1', 2],
    ['padding=same dilation=2', 2],
    ['stride=2 padding=2 dilation=2', 1],
  ])('and the TensorFlow.js line with %s gives the same number', async (settings, x) => {
    const matrix = Array.from({ length: 7 }, (_row, row) => Array.from({ length: 7 }, (_column, column) => row * 10 + column * column));
    const kernel = [
      [1, -2, 3],
      [0.5, 4, -5],
      [6, 0, 7],
    ];
    const typed = (rows: number[][]) => rows.map((row) => row.join(' ')).join(';');
    const reply = await tutor.say({ text: `/step matrix="${typed(matrix)}" kernel="${typed(kernel)}" ${settings} at=${x},1` });
    const code = reply.blocks.find((block) => block.type === 'code' && block.language === 'js') as { text: string };
    const run = (lines: string) => new Function('tf', 'x', 'w', lines) as (...values: unknown[]) => tf.Tensor;
    const lines = code.text.split('\n');
    const [x4, w4] = [tf.tensor4d(matrix.flat(), [1, 7, 7, 1]), tf.tensor4d(kernel.flat(), [3, 3, 1, 1])];
    const byHand = run(lines.slice(0, 3).join('\n').replace('window.mul', 'return window.mul'))(tf, x4, w4);
    const layered = run(`return ${lines.at(-1)}`)(tf, x4, w4);
    expect(byHand.dataSync()[0]).toBeCloseTo(Number(reply.facts!.value), 3);
    expect(layered.dataSync()[0]).toBeCloseTo(Number(reply.facts!.value), 3);
  });

  it.each([
    // by hand: which of four cells stands at each place of a padding of 2
    ['reflect', [2, 1, 0, 1, 2, 3, 2, 1], "mode='reflect'"],
    ['replicate', [0, 0, 0, 1, 2, 3, 3, 3], "'edge')"],
    ['circular', [2, 3, 0, 1, 2, 3, 0, 1], "'wrap')"],
  ])('with border=%s and flip: card and code take the true numbers', async (border, sources, mode) => {
    const matrix = Array.from({ length: 4 }, (_row, row) => Array.from({ length: 4 }, (_column, column) => row * 10 + column * column));
    const kernel = [
      [1, -2, 3],
      [0.5, 4, -5],
      [6, 0, 7],
    ];
    const padded = sources.map((row) => sources.map((column) => matrix[row]![column]!));
    const typed = (rows: number[][]) => rows.map((row) => row.join(' ')).join(';');
    for (const at of ['0,0', '5,1']) {
      const [x, y] = at.split(',').map(Number) as [number, number];
      // true convolution: the kernel read from its end
      const value = kernel.flatMap((row, i) => row.map((weight, j) => weight * padded[y + 2 - i]![x + 2 - j]!)).reduce((a, b) => a + b, 0);
      const reply = await tutor.say({
        text: `/step matrix="${typed(matrix)}" kernel="${typed(kernel)}" padding=2 border=${border} flip=yes at=${at}`,
      });
      expect(reply.facts!.value, at).toBeCloseTo(value, 9);
      const [torch, js] = reply.blocks.filter((block) => block.type === 'code').map((block) => block.text) as [string, string];
      expect(torch).toContain(`F.conv2d(F.pad(x, (2, 2, 2, 2), mode='${border}'), torch.flip(w, (2, 3)))[0, 0, ${y}, ${x}]`);
      expect(torch).toContain('kernel = torch.flip(torch.tensor([[1, -2, 3]');
      expect(`${torch}\n${js}`).toContain(mode);
      const lines = js.split('\n');
      const run = (text: string) =>
        (new Function('tf', 'x', 'w', 'padded', text) as (...values: unknown[]) => tf.Tensor)(
          tf,
          tf.tensor4d(matrix.flat(), [1, 4, 4, 1]),
          tf.tensor4d(kernel.flat(), [3, 3, 1, 1]),
          tf.tensor4d(padded.flat(), [1, 8, 8, 1]),
        );
      expect(run(lines.slice(0, 3).join('\n').replace('window.mul', 'return window.mul')).dataSync()[0]).toBeCloseTo(value, 3);
      expect(run(`return ${lines.at(-1)}`).dataSync()[0]).toBeCloseTo(value, 3);
    }
  });

  it('with a border wider than the libraries mirror leaves the padding to NumPy', async () => {
    const reply = await tutor.say({ text: '/step matrix="1 2; 3 4" kernel="1 1 1; 1 1 1; 1 1 1" padding=2 border=reflect' });
    const code = reply.blocks.filter((block) => block.type === 'code').map((block) => block.text);
    expect(code[0]).toContain("torch.from_numpy(np.pad(x, ((0, 0), (0, 0), (2, 2), (2, 2)), 'reflect'))");
    expect(code[1]).toContain("padded = np.pad(x, ((0, 0), (2, 2), (2, 2), (0, 0)), 'reflect')");
  });

  it('and the TensorFlow.js line for color and two kernels gives the same number', async () => {
    const { data, info } = await sharp(scene).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const reply = await tutor.say({ text: '/step kernel=sobel channels=color at=240,100', attach: [scene] });
    const code = reply.blocks.find((block) => block.type === 'code' && block.language === 'js') as { text: string };
    const image = tf.tensor4d(Float32Array.from(data), [1, info.height, info.width, 3]);
    const sobel = tf.tensor2d([
      [-1, 0, 1],
      [-2, 0, 2],
      [-1, 0, 1],
    ]);
    // rows × columns × channels × kernels
    const weights = tf.tile(tf.expandDims(tf.stack([sobel, tf.transpose(sobel)], 2), 2), [1, 1, 3, 1]);
    const value = (new Function('tf', 'x', 'w', `return ${code.text.split('\n').at(-1)}`) as (...values: unknown[]) => tf.Tensor)(
      tf,
      image,
      weights,
    );
    expect(value.dataSync()[0]).toBeCloseTo(Number(reply.facts!.value), 1);
  });
});

describe('bad input', () => {
  it.each([
    ['/step at=718,0', 'step-outside', /columns are 0 to 717 .* rows 0 to 477/],
    ['/step at=0,99999', 'step-outside', /0 to 477/],
    ['/step at=-1,0', 'step-place-unreadable', /at=10,20/],
    ['/step at=middle', 'step-place-unreadable', /middle/],
    ['/step kernel=box size=3 sigma=2', 'kernel-option-unused', /sigma/],
    ['/step matrix="1 2; 3 4"', 'kernel-too-large', /does not fit/],
    ['/step stride=0', 'option-out-of-range', /stride/],
  ])('%s is refused in one sentence that helps', async (text, id, sentence) => {
    const { error } = await tutor.say({ text, attach: [scene] });
    expect(error?.id).toBe(id);
    expect(error!.message).toMatch(sentence);
    expect(error!.message).not.toMatch(/\{|undefined|NaN/);
  });

  it('without a picture offers a sample, and an old button says so', async () => {
    const reply = await tutor.say({ user: 'new', text: '/step' });
    expect(reply.error?.id).toBe('picture-missing');
    expect((await tutor.say({ user: 'new', press: button(reply, 'Use a sample picture')! })).facts).toMatchObject({ kernel: 'sobel_x' });
    expect((await tutor.say({ press: 'step.at gone123456 0,0' })).error?.id).toBe('button-old');
    expect((await tutor.say({ press: 'step.go #gone123456 0,0 sobel_x' })).error?.id).toBe('picture-gone');
  });

  it.each([
    ['one pixel', { width: 1, height: 1 }],
    ['one color', { width: 40, height: 30 }],
  ])('%s gives a card all the same', async (name, size) => {
    const path = join(folder, `${name}.png`);
    await sharp({ create: { ...size, channels: 3, background: '#808080' } })
      .png()
      .toFile(path);
    const { facts } = await tutor.say({ text: '/step padding=same', attach: [path] });
    expect(facts).toMatchObject({ value: 0, output: size });
    expect((await tutor.say({ text: '/step kernel="0 0; 0 0" padding=same', attach: [path] })).facts).toMatchObject({ value: 0 });
  });
});

it('keeps whole levels as they are in a gray picture', async () => {
  const path = join(folder, 'gray.png');
  await sharp(readFileSync(scene)).toColourspace('b-w').png().toFile(path);
  const { facts } = await tutor.say({ text: '/step channels=color kernel=identity at=10,10', attach: [path] });
  expect(facts!.window).toHaveLength(1);
  expect(Number.isInteger(facts!.value)).toBe(true);
});
