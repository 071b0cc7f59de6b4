import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

const folder = mkdtempSync(join(tmpdir(), 'tutor-pool-'));
const scene = join(projectRoot, 'data/samples/scene.png');
const lecture = 'matrix="1 1 2 4; 5 6 7 8; 3 2 1 0; 1 2 3 4"';
let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

async function flat(name: string, width: number, height: number): Promise<string> {
  const path = join(folder, name);
  await sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .png()
    .toFile(path);
  return path;
}

describe('a learner pools numbers', () => {
  it("and gets the lecture's, with the formulas", async () => {
    const largest = await tutor.say({ text: `/pool ${lecture}` });
    expect(largest.facts).toMatchObject({
      kind: 'max',
      output: [
        [6, 8],
        [3, 4],
      ],
      shape: [2, 2],
    });
    expect(textOf(largest)).toContain("H' = (4 − 2) / 2 + 1 = 2");
    expect(textOf(largest)).toContain('max(1, 1, 5, 6) = 6');
    expect(largest.media[0]).toMatchObject({ type: 'image/png', width: 1080 });
    const other = largest.buttons.flat().find((button) => button.label === 'Average instead')!;
    const mean = await tutor.say({ press: other.route! });
    expect(mean.facts).toMatchObject({
      kind: 'average',
      output: [
        [3.25, 5.25],
        [2, 2],
      ],
    });
    expect(textOf(mean)).toContain('(1 + 1 + 5 + 6) / 4 = 3.25');
  });

  it('in Russian', async () => {
    const reply = await tutor.say({ user: 'ivan', lang: 'ru', text: `/пулинг ${lecture} kind=среднее` });
    expect(reply.facts).toMatchObject({
      output: [
        [3.25, 5.25],
        [2, 2],
      ],
    });
    expect(textOf(reply)).toContain('Каждое число — среднее по своему окну');
    expect(reply.media[0]!.alt).toContain('3,25 5,25; 2 2');
  });

  it('and is told what no window reaches, and how padding and ceil count', async () => {
    const lost = await tutor.say({ text: '/pool size=2 matrix="1 2 3; 4 5 6; 7 8 9"' });
    expect(lost.facts).toMatchObject({ output: [[5]], unreachedRows: 1, unreachedColumns: 1 });
    expect(textOf(lost)).toContain('`ceil=yes` adds windows');
    expect((await tutor.say({ text: '/pool ceil=yes matrix="1 2 3; 4 5 6; 7 8 9"' })).facts).toMatchObject({
      output: [
        [5, 6],
        [8, 9],
      ],
      unreachedRows: 0,
    });
    const padded = 'kind=average size=2 padding=1 matrix="4 8; 12 16"';
    const counted = await tutor.say({ text: `/pool ${padded}` });
    expect(counted.facts).toMatchObject({
      output: [
        [1, 2],
        [3, 4],
      ],
    });
    expect(textOf(counted)).toContain('counts as zeros');
    expect((await tutor.say({ text: `/pool count=no ${padded}` })).facts).toMatchObject({
      output: [
        [4, 8],
        [12, 16],
      ],
    });
    expect(textOf(await tutor.say({ text: '/pool ceil=yes padding=1 matrix="1 2 3; 4 5 6; 7 8 9"' }))).toContain('hence the − 1');
  });
});

describe('a learner pools a photo', () => {
  it('and sees what is left, then other windows by buttons', async () => {
    const reply = await tutor.say({ text: '/pool', attach: [scene] });
    expect(reply.facts).toMatchObject({
      kind: 'max',
      input: { width: 720, height: 480 },
      output: { width: 360, height: 240 },
      channels: 3,
      lostPercent: 75,
    });
    expect(textOf(reply)).toContain('3×480×720 → 3×240×360');
    expect(textOf(reply)).toContain('25 % of the numbers are left, 75 % are thrown away');
    expect(reply.media[0]!.alt).toContain('max pooling');
    expect(reply.buttons.flat().map((button) => button.label)).toEqual(['Average instead', '3×3', '4×4', '8×8', '16×16', 'Predict first']);
    const four = reply.buttons.flat().find((button) => button.label === '4×4')!;
    expect((await tutor.say({ press: four.route! })).facts).toMatchObject({
      kind: 'max',
      size: 4,
      stride: 4,
      output: { width: 180, height: 120 },
    });
  });

  it('sent without a word: pooling is offered', async () => {
    const offered = await tutor.say({ user: 'eve', attach: [scene] });
    const button = offered.buttons.flat().find(({ label }) => label === 'Pooling')!;
    expect((await tutor.say({ user: 'eve', press: button.route! })).facts).toMatchObject({ output: { width: 360, height: 240 } });
  });

  it('that has one color, one pixel, or no color: each is named', async () => {
    const constant = await flat('flat.png', 30, 20);
    expect(textOf(await tutor.say({ text: '/pool', attach: [constant] }))).toContain('one color only (51, 102, 153)');
    // zeros of the padding do change the means at the edge
    expect(textOf(await tutor.say({ text: '/pool kind=average padding=1', attach: [constant] }))).not.toContain('one color only');
    const pixel = await flat('pixel.png', 1, 1);
    const refused = await tutor.say({ text: '/pool', attach: [pixel] });
    expect(refused.error?.message).toContain('at most 1×1 or padding 1');
    expect((await tutor.say({ text: '/pool padding=1', attach: [pixel] })).facts).toMatchObject({ output: { width: 1, height: 1 } });
    const gray = join(folder, 'gray.png');
    await sharp(scene).toColourspace('b-w').png().toFile(gray);
    expect((await tutor.say({ text: '/pool size=1 stride=3', attach: [gray] })).facts).toMatchObject({
      channels: 1,
      output: { width: 240, height: 160 },
    });
  });

  it('without a photo gets a sample', async () => {
    const reply = await tutor.say({ user: 'newcomer', text: '/pool' });
    expect(reply.error?.id).toBe('picture-missing');
    expect((await tutor.say({ user: 'newcomer', press: reply.buttons[0]![0]!.route! })).facts).toMatchObject({ kind: 'max' });
  });
});

describe('what cannot be pooled', () => {
  it.each([
    ['/pool size=5 matrix="1 2; 3 4"', 'window-too-large'],
    ['/pool padding=2 matrix="1 2; 3 4"', 'pool-padding'],
    ['/pool size=0 image=#scene', 'option-out-of-range'],
    ['/pool size=33 image=#scene', 'option-out-of-range'],
    ['/pool kind=median image=#scene', 'option-not-a-choice'],
    ['/pool matrix="1 2; 3"', 'matrix-ragged'],
  ])('%s is refused with %s', async (text, id) => {
    for (const lang of ['en', 'ru']) {
      const reply = await tutor.say({ user: `bad-${lang}`, lang, text });
      expect(reply.error?.id).toBe(id);
      expect(reply.error!.message).not.toMatch(/\{|undefined|NaN/);
      expect(/[а-яё]/i.test(reply.error!.message)).toBe(lang === 'ru');
    }
  });
});
