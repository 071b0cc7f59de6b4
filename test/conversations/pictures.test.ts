import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

const folder = mkdtempSync(join(tmpdir(), 'tutor-pictures-'));
const scene = readFileSync(join(projectRoot, 'data/samples/scene.png'));
let tutor: Awaited<ReturnType<typeof startTestTutor>>;

const file = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const blank = (width: number, height: number, background = '#ffffff') => sharp({ create: { width, height, channels: 3, background } });

beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

describe('whatever is sent as a picture', () => {
  it.each([
    ['not a picture', () => file('notes.png', 'just some notes'), 'picture-not-a-picture'],
    ['an empty file', () => file('empty.jpg', ''), 'picture-empty'],
    ['a truncated picture', () => file('cut.png', scene.subarray(0, 20_000)), 'picture-unreadable'],
    [
      'an SVG drawing',
      () => file('drawing.png', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'),
      'picture-svg',
    ],
    ['more than the size limit', () => file('huge.png', Buffer.concat([scene, Buffer.alloc(21 * 1024 * 1024)])), 'picture-too-large'],
    ['a file that is not there', () => join(folder, 'gone.png'), 'terminal-no-file'],
  ])('%s is refused in one sentence, in both languages', async (_name, make, id) => {
    const path = make();
    for (const lang of ['en', 'ru']) {
      const { error } = await tutor.say({ user: `u-${lang}`, lang, text: '/convolve', attach: [path] });
      expect(error?.id).toBe(id);
      expect(/[а-яё]/i.test(error!.message)).toBe(lang === 'ru');
    }
  });

  it('30,000×30,000 pixels are refused before they are read', async () => {
    // a PNG's header alone tells its size
    const header = Buffer.from(scene.subarray(0, 33));
    header.writeUInt32BE(30_000, 16);
    header.writeUInt32BE(30_000, 20);
    const path = file('vast.png', Buffer.concat([header, scene.subarray(33)]));
    expect((await tutor.say({ text: '/convolve', attach: [path] })).error?.message).toContain('30000×30000');
  });

  it('is read when it is unusual: a wrong extension, turned, CMYK, 16 bits, gray, transparent, animated', async () => {
    const pictures: [string, Uint8Array, [number, number]][] = [
      ['really-a-jpeg.png', await sharp(scene).jpeg().toBuffer(), [720, 480]],
      ['turned.jpg', await sharp(scene).withMetadata({ orientation: 6 }).jpeg().toBuffer(), [480, 720]],
      ['cmyk.jpg', await sharp(scene).toColourspace('cmyk').jpeg().toBuffer(), [720, 480]],
      ['deep.png', await sharp(scene).toColourspace('rgb16').png().toBuffer(), [720, 480]],
      ['gray.png', await sharp(scene).toColourspace('b-w').png().toBuffer(), [720, 480]],
      ['clear.png', await sharp(scene).ensureAlpha(0.5).png().toBuffer(), [720, 480]],
      ['webp.webp', await sharp(scene).webp().toBuffer(), [720, 480]],
    ];
    for (const [name, bytes, [width, height]] of pictures) {
      const reply = await tutor.say({ text: '/convolve kernel=outline', attach: [file(name, bytes)] });
      expect(reply.facts?.input, name).toEqual({ width, height });
    }
    const frames = await Promise.all(['#ff0000', '#00ff00'].map((color) => blank(40, 30, color).png().toBuffer()));
    const animated = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(textOf(await tutor.say({ text: '/convolve', attach: [file('moving.gif', animated)] }))).toContain('2 frames');
  });

  it('gives a sensible answer when it is one pixel, one color, or the kernel is all zero', async () => {
    const pixel = file('pixel.png', await blank(1, 1).png().toBuffer());
    expect((await tutor.say({ text: '/convolve', attach: [pixel] })).error?.message).toContain('Padding 1 on each side');
    expect((await tutor.say({ text: '/convolve padding=same', attach: [pixel] })).facts).toMatchObject({ output: { width: 1, height: 1 } });
    const flat = file('flat.png', await blank(30, 20, '#808080').png().toBuffer());
    expect(textOf(await tutor.say({ text: '/convolve', attach: [flat] }))).toContain('one color everywhere');
    expect(textOf(await tutor.say({ text: '/convolve kernel="0 0; 0 0"', attach: [flat] }))).toContain('Every number of this kernel is 0');
  });
});

describe('a digit', () => {
  it('is read, and shown in four steps', async () => {
    const reply = await tutor.say({ press: 'classify image=#seven' });
    expect(reply.facts).toMatchObject({ digit: 7 });
    expect(Number(reply.facts!.confidence)).toBeGreaterThan(0.9);
    expect(reply.facts!.probabilities).toHaveLength(10);
    expect(reply.media[0]!.alt).toContain('7');
  });

  it.each([
    ['an empty page', () => blank(600, 400).png().toBuffer()],
    ['a scene', async () => scene],
    ['one pixel', () => blank(1, 1).png().toBuffer()],
  ])('is not found on %s, which is said', async (name, make) => {
    const reply = await tutor.say({ text: '/classify', attach: [file(`${name}.png`, await make())] });
    expect(reply.facts).toMatchObject({ digit: null });
    expect(textOf(reply)).toMatch(/no ink|no single digit|not sure enough|more than one/);
  });
});
