import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

const folder = mkdtempSync(join(tmpdir(), 'tutor-edges-'));
const scene = join(projectRoot, 'data/samples/scene.png');
let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

async function blank(name: string, width: number, height: number): Promise<string> {
  const path = join(folder, name);
  writeFileSync(
    path,
    await sharp({ create: { width, height, channels: 3, background: '#8090a0' } })
      .png()
      .toBuffer(),
  );
  return path;
}

describe('a learner asks for edges by Canny', () => {
  it('and sees the stages one after the other as an animation', async () => {
    const reply = await tutor.say({ text: '/canny view=animation', attach: [scene] });
    expect(reply.media[0]).toMatchObject({ type: 'image/gif', name: 'canny.gif' });
    expect((await sharp(reply.media[0]!.path).metadata()).pages).toBe(7);
    const sheet = await tutor.say({ text: '/canny', attach: [scene] });
    expect(reply.facts!.edgePixels).toBe(sheet.facts!.edgePixels);
    expect(sheet.buttons.flat().map(({ label }) => label)).toContain('Animate');
  });

  it('and sees every stage, with thresholds taken from the picture', async () => {
    const reply = await tutor.say({ text: '/canny', attach: [scene] });
    expect(reply.facts).toMatchObject({ sigma: 1.4, input: { width: 720, height: 480 } });
    const { low, high, strong, kept, edgePixels } = reply.facts as Record<string, number>;
    expect(high).toBeGreaterThan(low!);
    expect(edgePixels).toBe(strong! + kept!);
    expect(reply.media[0]).toMatchObject({ type: 'image/jpeg', width: 1080 });
    expect(reply.media[0]!.alt).toContain('Seven stages');
  });

  it('and presses for more and fewer', async () => {
    const first = await tutor.say({ user: 'mia', text: '/canny low=60 high=150', attach: [scene] });
    const press = async (label: string) =>
      (await tutor.say({ user: 'mia', press: first.buttons.flat().find((button) => button.label === label)!.route! })).facts!;
    const [more, fewer] = [await press('More edges'), await press('Fewer edges')];
    expect(more).toMatchObject({ low: 36, high: 90 });
    expect(Number(more.edgePixels)).toBeGreaterThan(Number(first.facts!.edgePixels));
    expect(Number(fewer.edgePixels)).toBeLessThan(Number(first.facts!.edgePixels));
  });

  it('and is told when there is nothing to find, or the threshold is too high', async () => {
    expect(textOf(await tutor.say({ text: '/canny', attach: [await blank('even.png', 30, 20)] }))).toContain('the same everywhere');
    expect((await tutor.say({ text: '/canny', attach: [await blank('pixel.png', 1, 1)] })).facts).toMatchObject({ edgePixels: 0 });
    expect(textOf(await tutor.say({ text: '/canny high=2000', attach: [scene] }))).toContain('No gradient is above');
    expect((await tutor.say({ text: '/canny sigma=9', attach: [scene] })).error?.id).toBe('option-out-of-range');
    expect((await tutor.say({ user: 'nobody', text: '/canny' })).error?.id).toBe('picture-missing');
  });

  it('in Russian', async () => {
    const reply = await tutor.say({ user: 'olga', lang: 'ru', text: '/канни norm=l1', attach: [scene] });
    expect(textOf(reply)).toContain('методом Канни');
  });
});

describe('a learner asks for corners', () => {
  it('and gets them marked, with the formula', async () => {
    const reply = await tutor.say({ text: '/harris k=0.04', attach: [scene] });
    expect(Number(reply.facts!.count)).toBeGreaterThan(20);
    expect(textOf(reply)).toContain('R = det M − 0.04');
    const fewer = reply.buttons.flat().find((button) => button.label === 'Fewer corners')!;
    expect(Number((await tutor.say({ press: fewer.route! })).facts!.count)).toBeLessThan(Number(reply.facts!.count));
  });

  it('with a box window, and says when there are none', async () => {
    expect((await tutor.say({ text: '/harris window=box size=6', attach: [scene] })).facts).toMatchObject({ window: 'box' });
    const even = await blank('even.png', 30, 20);
    expect(textOf(await tutor.say({ user: 'ivan', lang: 'ru', text: '/харрис', attach: [even] }))).toContain('Углов здесь нет');
    expect((await tutor.say({ text: '/harris', attach: [await blank('pixel.png', 1, 1)] })).facts).toMatchObject({ count: 0 });
    expect((await tutor.say({ user: 'nobody', text: '/harris' })).error?.id).toBe('picture-missing');
  });
});

describe('a learner asks for columns by orientation', () => {
  it('and sees which direction is strongest: a picture of upright stripes', async () => {
    const stripes = join(folder, 'stripes.png');
    await sharp(Buffer.from(Array.from({ length: 96 * 64 }, (_, at) => ((at % 96) % 8 < 4 ? 230 : 20))), {
      raw: { width: 96, height: 64, channels: 1 },
    })
      .png()
      .toFile(stripes);
    const reply = await tutor.say({ text: '/orientations', attach: [stripes] });
    expect(reply.facts!.degrees).toEqual([0, 30, 60, 90, 120, 150]);
    const shares = reply.facts!.shares as number[];
    expect(shares[3]).toBeGreaterThan(0.4);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2);
    expect(textOf(reply)).toContain('bars and edges at 90°');
    expect(reply.media[0]!.alt).toContain('in colors (most of all 90°); and');
    const filter = reply.buttons.flat().find((button) => button.label === 'The strongest filter')!;
    expect(filter.route).toContain('angle=0');
    expect((await tutor.say({ press: filter.route! })).facts).toMatchObject({ kernel: 'gabor' });
  });

  it('and is told when nothing has a direction, in Russian too', async () => {
    const even = await blank('even.png', 30, 20);
    expect(textOf(await tutor.say({ user: 'ivan', lang: 'ru', text: '/ориентации', attach: [even] }))).toContain('не отвечает ни одна');
    expect((await tutor.say({ text: '/orientations', attach: [await blank('pixel.png', 1, 1)] })).facts).toMatchObject({
      shares: [0, 0, 0, 0, 0, 0],
    });
    expect((await tutor.say({ user: 'nobody', text: '/orientations' })).error?.id).toBe('picture-missing');
  });
});

describe('the picture book of kernels', () => {
  it('has a page for each kind, without any photo', async () => {
    const reply = await tutor.say({ user: 'reader', text: '/kernels' });
    expect(reply.facts!.pages).toEqual(['blur', 'sharpen', 'edges', 'details']);
    expect(reply.media.map(({ width }) => width)).toEqual([1080, 1080, 1080, 1080]);
    expect(reply.facts!.kernels).toContain('gaussian sigma=3');
  });

  it("opens at a page, on the learner's own photo, and turns the pages", async () => {
    const reply = await tutor.say({ user: 'olga', lang: 'ru', text: '/ядра edges', attach: [scene] });
    expect(reply.media).toHaveLength(1);
    expect(textOf(reply)).toContain('Границы');
    const next = reply.buttons.flat().find((button) => button.label === 'Размытие')!;
    expect((await tutor.say({ user: 'olga', press: next.route! })).facts!.pages).toEqual(['blur']);
    expect((await tutor.say({ text: '/kernels page=colours' })).error?.id).toMatch(/^option-not-a-choice/);
  });

  it('and works with the smallest photo', async () => {
    expect((await tutor.say({ text: '/kernels details', attach: [await blank('pixel.png', 1, 1)] })).media).toHaveLength(1);
  });
});

describe('kernels with numbers of their own', () => {
  it.each(['motion', 'gabor', 'unsharp', 'roberts', 'scharr', 'prewitt', 'gaussian273'])(
    '%s is told with what it does, in both languages',
    async (name) => {
      for (const lang of ['en', 'ru']) {
        const reply = await tutor.say({ user: `book-${lang}`, lang, text: `/convolve kernel=${name}`, attach: [scene] });
        expect(reply.facts?.kernel).toBe(name);
        expect(/[а-яё]/i.test(reply.media[0]!.alt)).toBe(lang === 'ru');
      }
    },
  );
});
