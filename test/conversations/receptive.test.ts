import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

describe('a learner asks what one cell sees', () => {
  it('and gets fields, jumps and starts layer by layer, formulas with the numbers, and the pyramid', async () => {
    const reply = await tutor.say({ text: '/receptive 32 conv3 conv3 pool2 conv3' });
    expect(reply.facts).toMatchObject({
      field: 10,
      jump: 2,
      effective: 10,
      at: [5, 5],
      seen: [
        [10, 19],
        [10, 19],
      ],
      layers: [
        { name: 'conv3', field: 3, jump: 1 },
        { name: 'conv3', field: 5, jump: 1 },
        { name: 'pool2', field: 6, jump: 2 },
        { name: 'conv3', field: 10, jump: 2 },
      ],
    });
    expect(textOf(reply)).toContain('r = 6 + (3 − 1)·2 = 10, j = 2·1 = 2');
    expect(reply.media[0]).toMatchObject({ type: 'image/png', width: 1080 });
  });

  it.each<[string, object]>([
    ['/receptive vgg16', { field: 212, jump: 32, effective: 136 }],
    ['/receptive vgga', { field: 150, jump: 32 }],
    ['/receptive alexnet', { field: 195, jump: 32 }],
    ['/receptive lenet', { field: 16, jump: 4 }],
    ['/receptive 32 conv3 conv3d2 conv3d4', { field: 15, jump: 1 }],
    ['/receptive 32 conv3 conv3 conv3', { field: 7 }],
    ['/receptive 32 conv3 bn relu conv3', { field: 5 }],
    ['/receptive 32x48 conv3x5s1x2 conv3', { field: [5, 9], jump: [1, 2] }],
    ['/receptive 50 conv3 dims=1 at=7', { at: [7], seen: [[7, 9]] }],
    ['/receptive 10 conv3p1 conv3p1 at=0,0', { effective: 3, layers: [{ start: -1 }, { start: -2 }] }],
  ])('%s', async (text, facts) => {
    expect((await tutor.say({ text })).facts).toMatchObject(facts);
  });

  it('in Russian, and where the field ends', async () => {
    const text = textOf(await tutor.say({ user: 'ivan', lang: 'ru', text: '/рецептивное vgg16' }));
    expect(text).toContain('136 из 212');
    expect(text).toContain('После `flatten`');
  });

  it('says it when the field is larger than the input', async () => {
    expect(textOf(await tutor.say({ text: '/receptive 8 conv5p2 conv5p2 conv5p2' }))).toContain('more than the whole input of 8×8');
  });

  it('on a photo: with the place of another cell', async () => {
    const cells = await tutor.say({ text: '/receptive lenet' });
    const photo = cells.buttons.flat().find(({ label }) => label === 'On a photo')!;
    const shown = await tutor.say({ press: photo.route! });
    expect(shown.facts).toEqual(cells.facts);
    expect(shown.media[0]).toMatchObject({ type: 'image/jpeg', width: 1080 });
    const corner = shown.buttons.flat().find(({ label }) => label === 'The cell in the corner')!;
    expect((await tutor.say({ press: corner.route! })).facts).toMatchObject({
      at: [0, 0],
      seen: [
        [0, 15],
        [0, 15],
      ],
    });
    const own = await tutor.say({ text: '/receptive lenet at=4,0', attach: [join(projectRoot, 'data/samples/seven.png')] });
    expect(own.facts).toMatchObject({
      at: [0, 4],
      seen: [
        [0, 15],
        [16, 31],
      ],
    });
    expect(own.media[0]!.alt).toContain('pool2: 16×16');
  });

  it('and goes on to sizes and parameters of the same chain', async () => {
    const reply = await tutor.say({ text: '/receptive vgg16' });
    const params = reply.buttons.flat().find(({ label }) => label === 'Parameters')!;
    const cost = await tutor.say({ press: params.route! });
    expect(cost.facts).toMatchObject({ parameters: 138_357_544 });
    const back = cost.buttons.flat().find(({ label }) => label === 'Receptive field')!;
    expect((await tutor.say({ press: back.route! })).facts).toEqual(reply.facts);
  });
});

describe('what cannot be', () => {
  it.each([
    ['/receptive', 'receptive-missing'],
    ['/receptive vgg99', 'chain-network-unknown'],
    ['/receptive conv3', 'size-input-missing'],
    ['/receptive mlp', 'receptive-no-window'],
    ['/receptive 8 tconv3', 'receptive-no-window'],
    ['/receptive 4 conv5', 'size-misfit-window'],
    ['/receptive lenet at=9,9', 'receptive-outside'],
    ['/receptive 8 conv3 dims=1 at=6', 'receptive-outside'],
    ['/receptive lenet at=middle', 'step-place-unreadable'],
    ['/receptive 8 conv3 dims=3 image=#scene', 'receptive-photo-axes'],
  ])('%s is refused with %s', async (text, id) => {
    for (const lang of ['en', 'ru']) {
      const reply = await tutor.say({ user: `bad-${lang}`, lang, text });
      expect(reply.error?.id).toBe(id);
      expect(reply.error!.message).not.toMatch(/\{|undefined|NaN|Infinity/);
      expect(/[а-яё]/i.test(reply.error!.message)).toBe(lang === 'ru');
    }
  });
});
