import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

describe('a learner asks what layers cost', () => {
  it('and gets a table, formulas with the numbers and a drawing', async () => {
    const reply = await tutor.say({ text: '/params 3x32x32 conv3@6 flatten linear100 linear10' });
    expect(reply.facts).toMatchObject({
      parameters: 541_278,
      weights: 541_162,
      biases: 116,
      multiplications: 686_800,
      operations: 1_373_600,
      layers: [
        { name: 'conv3@6', output: [6, 30, 30], parameters: 168, multiplications: 145_800 },
        { name: 'flatten', output: [5400], parameters: 0 },
        { name: 'linear100', parameters: 540_100 },
        { name: 'linear10', parameters: 1010 },
      ],
    });
    expect(textOf(reply)).toContain('541,278');
    expect(textOf(reply)).toContain('6·(3·3² + 1) = 168');
    expect(textOf(reply)).toContain('(5400 + 1)·100 = 540,100');
    expect(reply.media[0]).toMatchObject({ type: 'image/png', width: 1080 });
  });

  it('in Russian, with Russian digits', async () => {
    const reply = await tutor.say({ user: 'ivan', lang: 'ru', text: '/параметры lenet' });
    expect(reply.facts).toMatchObject({ parameters: 61_706 });
    expect(textOf(reply)).toContain('61\u00a0706');
    expect(textOf(reply)).toContain('(400 + 1)·120 = 48\u00a0120');
  });

  it.each<[string, object]>([
    ['/params digits', { parameters: 167_478 }],
    ['/params mlp', { parameters: 308_310 }],
    ['/params vgg16', { parameters: 138_357_544, multiplications: 15_470_264_320 }],
    ['/params conv3 3 64 32', { parameters: 1792, multiplications: 1728 * 900 }],
    ['/params dw3 64', { parameters: 640 }],
    ['/params sep3 64 128', { parameters: 640 + 8320 }],
    ['/params 1x1 256 64', { parameters: 16_448 }],
    ['/params conv3nobias 3 64', { parameters: 1728 }],
    ['/params linear 400 120', { parameters: 48_120, multiplications: 48_000 }],
    ['/params conv3 16 33 50 dims=1', { parameters: 33 * 49, multiplications: 33 * 48 * 48 }],
    ['/params 64x8x8 bn', { parameters: 128, statistics: 128 }],
  ])('%s', async (text, facts) => {
    const reply = await tutor.say({ text });
    expect(reply.error).toBeUndefined();
    expect(reply.facts).toMatchObject(facts);
  });

  it('without the size of the input: parameters only, and how to ask for multiplications', async () => {
    const reply = await tutor.say({ text: '/params conv3 3 64' });
    expect(reply.facts).toMatchObject({ parameters: 1792 });
    expect(reply.facts).not.toHaveProperty('multiplications');
    expect(textOf(reply)).toContain('conv3 3 64 32');
  });
});

describe('two designs are compared', () => {
  it.each<[string, object]>([
    ['/params bottleneck', { ratio: { parameters: 0.2782, multiplications: 0.2778 }, saving: 'bottleneck' }],
    ['/params separable', { ratio: { parameters: 0.1213, multiplications: 0.1189 }, saving: 'separable' }],
    ['/params connected', { ratio: { parameters: 673.9035, multiplications: 0.8707 }, saving: 'connected' }],
    ['/params 256x28x28 1x1@64 conv3same@256 vs conv3same@256', { saving: 'bottleneck' }],
    ['/params 3x32x32 conv3@6 compare="conv5@6"', { designs: [{ parameters: 168 }, { parameters: 456 }] }],
  ])('%s', async (text, facts) => {
    expect((await tutor.say({ text })).facts).toMatchObject(facts);
  });

  it('with the rule of the lecture and its numbers, in Russian', async () => {
    const text = textOf(await tutor.say({ user: 'ivan', lang: 'ru', text: '/params bottleneck' }));
    expect(text).toContain('64·(1 + 256 + 256·3²) + 256 = 164\u00a0160');
    expect(text).toContain('C_t / C_in = 64 / 256 = 0,25 ≈ 0,278');
  });
});

describe('the same chain goes from command to command', () => {
  it('in the button itself, or kept where it is too long', async () => {
    for (const chain of ['32 conv3@4 pool2', '3x32x32 conv3p1@16 conv3p1@16 pool2 conv3p1@32 conv3p1@32 pool2 flatten linear10']) {
      const cost = await tutor.say({ text: `/params ${chain}` });
      const sizes = cost.buttons.flat().find(({ label }) => label === 'Sizes')!;
      expect(new TextEncoder().encode(sizes.route!).length).toBeLessThanOrEqual(64);
      const size = await tutor.say({ press: sizes.route! });
      expect(size.error).toBeUndefined();
      const back = size.buttons.flat().find(({ label }) => label === 'Parameters')!;
      expect((await tutor.say({ press: back.route! })).facts).toEqual(cost.facts);
    }
    expect((await tutor.say({ press: 'params.chain nothing' })).error?.id).toBe('button-old');
  });
});

describe('what cannot be', () => {
  it.each([
    ['/params', 'params-missing'],
    ['/params vs conv3', 'params-missing'],
    ['/params lenet vs', 'params-missing'],
    ['/params lenett', 'chain-network-unknown'],
    ['/params conv3@6', 'size-input-missing'],
    ['/params 3x32x32', 'size-layers-missing'],
    ['/params 3x32x32 linear10', 'size-misfit-not-flat'],
    ['/params 3x4x4 conv5@6', 'size-misfit-window'],
    ['/params 3x32x32 conv3@8g2', 'size-misfit-groups'],
    ['/params 3x32x32 conv3@8g0', 'size-number-range'],
    ['/params 3x32x32 sep3', 'size-layer-unreadable'],
    ['/params 3x32x32 linear10bias', 'size-layer-unreadable'],
    ['/params 3x32x32 conv3@6 vs conv5@6 vs conv7@6', 'params-two-designs'],
    ['/params 100000x100000x100000 conv100000@100000', 'params-too-many'],
  ])('%s is refused with %s', async (text, id) => {
    for (const lang of ['en', 'ru']) {
      const reply = await tutor.say({ user: `bad-${lang}`, lang, text });
      expect(reply.error?.id).toBe(id);
      expect(reply.error!.message).not.toMatch(/\{|undefined|NaN/);
      expect(/[а-яё]/i.test(reply.error!.message)).toBe(lang === 'ru');
    }
  });
});
