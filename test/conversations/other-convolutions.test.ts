import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

const textIn = async (text: string, lang: 'en' | 'ru' = 'en') => textOf(await tutor.say({ user: lang, lang, text }));

describe('a learner gives /size a batch', () => {
  // the first two are the lecture's; the others by hand, axis by axis
  it.each([
    ['/size 20x16x50 conv3s2@33 dims=1', '20×16×50 → 20×33×24'],
    ['/size 20x16x10x50x100 conv3x5x2s2x1x1p4x2x0@33', '20×16×10×50×100 → 20×33×8×50×99'],
    ['/size 8x3x32x32 conv3p1d2@6 dims=2', '8×3×32×32 → 8×6×30×30'],
    ['/size 8x6x4x4 tconv3s2p1op1@3 dims=2', '8×6×4×4 → 8×3×8×8'],
    ['/size 8x6x10x10 dw3 conv1@12 conv3g4@8 dims=2', '8×6×10×10 → 8×6×8×8 → 8×12×8×8 → 8×8×6×6'],
    ['/size 8x3x4x4 flatten dims=2', '8×3×4×4 → 8×48'],
  ])('%s: %s', async (line, shapes) => {
    const said = await textIn(line);
    expect(said).toContain(shapes);
    expect(said).toContain('The first number');
  });

  it('and is told in Russian too, by name in the facts', async () => {
    expect(await textIn('/size 20x16x50 conv3s2@33 dims=1', 'ru')).toContain('Первое число, 20');
    expect((await tutor.say({ text: '/size 20x16x50 conv3s2@33 dims=1' })).facts).toMatchObject({ batch: 20, output: 24 });
    expect((await tutor.say({ text: '/size 16x50 conv3s2@33 dims=1' })).facts).not.toHaveProperty('batch');
  });

  it('or a batch of nothing, or one number too many', async () => {
    expect((await tutor.say({ text: '/size 0x16x50 conv3 dims=1' })).error?.id).toBe('size-number-range');
    expect((await tutor.say({ text: '/size 2x20x16x50 conv3 dims=1' })).error?.id).toBe('size-input-axes');
    expect((await tutor.say({ text: '/size 2x20@16x50 conv3' })).error).toBeDefined();
  });
});

describe('the lesson on other convolutions', () => {
  it.each([
    [3, 'dilated'],
    [5, 'spread'],
    [6, 'zeros'],
  ])('moves on card %i', async (card, name) => {
    const [media] = (await tutor.say({ press: `lesson.turn lesson=13 card=${card}` })).media;
    expect(media).toMatchObject({ name: `${name}.gif`, type: 'image/gif' });
    const { pages } = await sharp(readFileSync(media!.path), { animated: true }).metadata();
    expect(pages).toBeGreaterThan(4);
  });

  it('asks for shapes of two numbers and of four', async () => {
    const said = await Promise.all(['/quiz axes:31a2b', '/quiz axes:51a2b'].map((line) => textIn(line)));
    expect(said[0]).toContain('Type both numbers');
    expect(said[1]).toContain('channels × depth × height × width');
  });
});
