import { describe, expect, it } from 'vitest';
import { type DreamsInput, dreams } from '../../src/engine/jobs/dreams.ts';

const tools = { onProgress: () => undefined };
type Shown = DreamsInput extends infer Each ? (Each extends unknown ? Omit<Each, 'language' | 'theme'> : never) : never;

const SHOWN: Record<string, Shown> = {
  'of all classes': { show: 'classes' },
  'on their way': { show: 'steps', digit: 3, keep: [0, 4] },
  'with several λ': { show: 'decay', digit: 8, decays: [0, 2] },
  'without each regularizer': { show: 'regularizers', digit: 3 },
  'from several seeds': { show: 'seeds', digit: 8, seeds: [1, 2] },
  'by score and by probability': { show: 'probability', digits: [3, 5] },
  'around the mean': { show: 'mean', digits: [0, 3] },
  'of units': { show: 'units', units: [4, 12], field: { start: -3, size: 10, jump: 4 } },
};

describe.each(Object.entries(SHOWN))('dreams %s', (_, input) => {
  it('are drawn as wide as every figure, in both languages', async () => {
    for (const language of ['en', 'ru'] as const) {
      const figure = await dreams.run({ ...input, language, theme: 'light' } as DreamsInput, tools);
      expect([figure.width, figure.type]).toEqual([1080, 'image/png']);
    }
  });
});

it('of a digit that there is not are refused', async () => {
  await expect(dreams.run({ show: 'seeds', digit: 10, seeds: [1], language: 'en', theme: 'light' }, tools)).rejects.toThrow(RangeError);
});
