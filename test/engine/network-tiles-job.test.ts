import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type NetworkTilesInput, networkTiles } from '../../src/engine/jobs/network-tiles.ts';
import { projectRoot } from '../../src/project-root.ts';

const bytes = new Uint8Array(readFileSync(join(projectRoot, 'data/samples/seven.png')));
const tools = { onProgress: () => undefined };
type Shown = NetworkTilesInput extends infer Each ? (Each extends unknown ? Omit<Each, 'language' | 'theme'> : never) : never;

const SHOWN: Record<string, Shown> = {
  filters: { show: 'filters' },
  channels: { show: 'channels', filter: 31 },
  'maps with signs': { show: 'maps', layer: 'conv2', bytes },
  'maps after ReLU': { show: 'maps', layer: 'relu2', bytes },
  patches: { show: 'patches', units: [0, 31], field: { start: -3, size: 10, jump: 4 } },
  neighbors: { show: 'neighbors', shift: 3, bytes },
  distances: { show: 'distances' },
  influence: { show: 'influence', field: { start: -3, size: 10, jump: 4 }, equal: [1, 2, 4, 5, 6, 6, 5, 4, 2, 1] },
};

describe.each(Object.entries(SHOWN))('the digit network: %s', (_, input) => {
  it.each(['en', 'ru'] as const)('is drawn as wide as every figure: %s', async (language) => {
    const { figure } = await networkTiles.run({ ...input, language, theme: 'light' } as NetworkTilesInput, tools);
    expect(figure.width).toBe(1080);
    expect(figure.type).toBe('image/png');
  });
});

it('refuses a filter that the network has not', async () => {
  await expect(networkTiles.run({ show: 'channels', filter: 32, language: 'en', theme: 'light' }, tools)).rejects.toThrow(RangeError);
});
