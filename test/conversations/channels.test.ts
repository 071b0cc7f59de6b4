import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

const folder = mkdtempSync(join(tmpdir(), 'tutor-channels-'));
const scene = join(projectRoot, 'data/samples/scene.png');
let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

describe('a learner sends a color photo through several filters', () => {
  it('and sees the shapes of weights and output, and the parameters', async () => {
    const reply = await tutor.say({ text: '/channels', attach: [scene] });
    expect(reply.facts).toMatchObject({
      filters: ['edges_x', 'edges_y', 'outline', 'mean', 'red_green', 'blue_yellow'],
      inputShape: [3, 480, 720],
      weightShape: [6, 3, 3, 3],
      outputShape: [6, 478, 718],
      parameters: 168,
    });
    expect(textOf(reply)).toContain('6×3×3×3');
    expect(textOf(reply)).toContain('6·(3·3² + 1) = 168');
    expect(reply.media[0]).toMatchObject({ type: 'image/jpeg', width: 1080 });
    const eight = reply.buttons.flat().find((button) => button.label === '8 filters')!;
    expect((await tutor.say({ press: eight.route! })).facts).toMatchObject({ weightShape: [8, 3, 3, 3], parameters: 224 });
  });

  it('by name, with stride and padding', async () => {
    const reply = await tutor.say({ text: '/channels filters="mean, red-green" stride=2 padding=same', attach: [scene] });
    expect(reply.facts).toMatchObject({
      filters: ['mean', 'red_green'],
      weightShape: [2, 3, 3, 3],
      outputShape: [2, 240, 360],
      padding: 1,
    });
  });

  it('in Russian, with Russian plurals', async () => {
    const reply = await tutor.say({ user: 'ivan', lang: 'ru', text: '/каналы filters=3 image=#scene' });
    expect(textOf(reply)).toContain('3 фильтра дают 3 карты: 3×478×718');
    expect(textOf(reply)).toContain('3·(3·3² + 1) = 84');
  });

  it('sent without a word: the channels are offered', async () => {
    const offered = await tutor.say({ user: 'eve', attach: [scene] });
    const button = offered.buttons.flat().find(({ label }) => label === 'Channels')!;
    expect((await tutor.say({ user: 'eve', press: button.route! })).facts).toMatchObject({ parameters: 168 });
  });
});

describe('an unusual picture', () => {
  it('gray, of one color or of one pixel is named', async () => {
    const gray = join(folder, 'gray.png');
    await sharp(scene).toColourspace('b-w').png().toFile(gray);
    const shown = await tutor.say({ text: '/channels filters=red_green', attach: [gray] });
    expect(textOf(shown)).toContain('The photo is gray');
    expect(shown.facts).toMatchObject({ ranges: [[0, 0]] });
    const pixel = join(folder, 'pixel.png');
    await sharp({ create: { width: 1, height: 1, channels: 3, background: '#336699' } })
      .png()
      .toFile(pixel);
    expect((await tutor.say({ text: '/channels', attach: [pixel] })).error?.message).toContain('padding 1 on each side');
    const padded = await tutor.say({ text: '/channels padding=same', attach: [pixel] });
    expect(padded.facts).toMatchObject({ outputShape: [6, 1, 1] });
    expect(textOf(padded)).toContain('one color only');
  });
});

describe('what is no filter', () => {
  it.each([
    ['/channels image=#scene filters=0', 'channels-count'],
    ['/channels image=#scene filters=9', 'channels-count'],
    ['/channels image=#scene filters=2.5', 'channels-count'],
    ['/channels image=#scene filters=sobel', 'channels-filter-unknown'],
    ['/channels image=#scene filters=mean,edgesx', 'channels-filter-unknown-suggest'],
    ['/channels image=#scene stride=0', 'option-out-of-range'],
  ])('%s is refused with %s', async (text, id) => {
    for (const lang of ['en', 'ru']) {
      const reply = await tutor.say({ user: `bad-${lang}`, lang, text });
      expect(reply.error?.id).toBe(id);
      expect(reply.error!.message).not.toMatch(/\{|undefined|NaN/);
      expect(/[а-яё]/i.test(reply.error!.message)).toBe(lang === 'ru');
    }
  });
});
