import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type OcclusionInput, occlusion, occlusionAnimation } from '../../src/engine/jobs/occlusion.ts';
import { projectRoot } from '../../src/project-root.ts';

const bytes = new Uint8Array(readFileSync(join(projectRoot, 'data/samples/seven.png')));
const tools = { onProgress: () => undefined };
type Shown = OcclusionInput extends infer Each ? (Each extends unknown ? Omit<Each, 'language' | 'theme'> : never) : never;

const SHOWN: Record<string, { input: Shown; digit: number }> = {
  'map of a drawn digit': { input: { show: 'map', drawn: 29, patch: 5, stride: 1 }, digit: 9 },
  'map of a picture': { input: { show: 'map', bytes, patch: 6, stride: 3, fill: 'mean' }, digit: 7 },
  'digits read': { input: { show: 'readings', drawn: 6, patch: 5, stride: 2 }, digit: 6 },
  tables: { input: { show: 'tables', drawn: 0, patch: 8, stride: 4 }, digit: 0 },
  sizes: { input: { show: 'sizes', drawn: 29, patches: [3, 9], stride: 2 }, digit: 9 },
  fills: { input: { show: 'fills', drawn: 29, patch: 5, stride: 2, fills: [0, 'mean', 1] }, digit: 9 },
};

describe.each(Object.entries(SHOWN))('occlusion: %s', (_, { input, digit }) => {
  it.each(['en', 'ru'] as const)('is drawn as wide as every figure: %s', async (language) => {
    const drawn = await occlusion.run({ ...input, language, theme: 'light' } as OcclusionInput, tools);
    expect(drawn.digit).toBe(digit);
    expect(drawn.figure.width).toBe(1080);
  });
});

it('moves: the whole digit, every position, and the map in the end', async () => {
  const fractions: number[] = [];
  const { gif, frames, digit } = await occlusionAnimation.run(
    { drawn: 29, patch: 8, stride: 5, language: 'en', theme: 'dark' },
    { onProgress: (fraction) => fractions.push(fraction) },
  );
  expect([gif.type, gif.width, frames, digit]).toEqual(['image/gif', 720, 5 * 5 + 2, 9]);
  expect(fractions.at(-1)).toBe(1);
});

it('refuses a digit that there is not, a patch that does not fit, and more positions than anybody would watch', async () => {
  const style = { language: 'en', theme: 'light' } as const;
  await expect(occlusion.run({ show: 'map', drawn: 40, patch: 5, stride: 1, ...style }, tools)).rejects.toThrow(RangeError);
  await expect(occlusion.run({ show: 'map', drawn: 1, patch: 29, stride: 1, ...style }, tools)).rejects.toThrow('kernel-too-large');
  await expect(occlusionAnimation.run({ drawn: 1, patch: 5, stride: 1, ...style }, tools)).rejects.toThrow(RangeError);
});
