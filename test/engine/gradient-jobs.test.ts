import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type GradientMapsInput, gradientMaps } from '../../src/engine/jobs/gradient-maps.ts';
import { saliencyCut } from '../../src/engine/jobs/saliency-cut.ts';
import { scoreChange } from '../../src/engine/jobs/score-change.ts';
import { projectRoot } from '../../src/project-root.ts';

const sample = (name: string) => new Uint8Array(readFileSync(join(projectRoot, `data/samples/${name}.png`)));
const bytes = sample('seven');
const tools = { onProgress: () => undefined };
const style = { language: 'en', theme: 'light' } as const;
const field = { start: -3, size: 10, jump: 4 };

const MAPS: Record<string, object> = {
  'scores as sizes': { show: 'scores', digits: [7], methods: ['gradient'], signed: false, bytes },
  'scores with signs': { show: 'scores', digits: [7, 1], methods: ['gradient', 'guided'], signed: true, bytes },
  'a unit': { show: 'unit', unit: 10, field },
  untrained: { show: 'untrained', digit: 7, bytes },
};

describe.each(Object.entries(MAPS))('gradients of the digit network: %s', (_, input) => {
  it.each(['en', 'ru'] as const)('are drawn as wide as every figure: %s', async (language) => {
    const { figure } = await gradientMaps.run({ ...input, ...style, language } as GradientMapsInput, tools);
    expect([figure.width, figure.type]).toEqual([1080, 'image/png']);
  });
});

describe('jobs on gradients', () => {
  it('refuse a unit that the network has not', async () => {
    await expect(gradientMaps.run({ show: 'unit', unit: 32, field, ...style }, tools)).rejects.toThrow(RangeError);
  });

  it('draw what the gradient foretells, and refuse a pixel outside', async () => {
    const input = { bytes, digit: 7, ...style };
    const { figure } = await scoreChange.run({ ...input, pixels: [{ row: 10, column: 16 }] }, tools);
    expect(figure.width).toBe(1080);
    await expect(scoreChange.run({ ...input, pixels: [{ row: 28, column: 0 }] }, tools)).rejects.toThrow(RangeError);
  });

  it.each([
    ['a digit', bytes],
    ['a photo without one', sample('scene')],
  ])('cut out %s', async (_, picture) => {
    for (const cut of [true, false]) {
      const { figure } = await saliencyCut.run({ bytes: picture, methods: ['gradient', 'guided'], cut, ...style }, tools);
      expect(figure.width).toBe(1080);
    }
  });
});
