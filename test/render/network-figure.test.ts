import { describe, expect, it } from 'vitest';
import { drawLayerTable, type LayerRow } from '../../src/render/layer-table-figure.ts';
import { drawNetwork } from '../../src/render/network-figure.ts';
import type { NetworkLayer } from '../../src/render/network-layer.ts';
import { drawnTexts, expectReadable } from '../helpers/drawn-text.ts';

const style = { language: 'en', theme: 'light' } as const;
const LENET: NetworkLayer[] = [
  { kind: 'input', shape: [1, 32, 32] },
  { kind: 'conv', window: [5, 5], activation: 'sigmoid', shape: [6, 28, 28] },
  { kind: 'avgpool', window: [2, 2], settings: ['S = 2'], shape: [6, 14, 14] },
  { kind: 'conv', window: [5, 5], activation: 'sigmoid', shape: [16, 10, 10] },
  { kind: 'avgpool', window: [2, 2], settings: ['S = 2'], shape: [16, 5, 5] },
  { kind: 'flatten', shape: [400] },
  { kind: 'linear', activation: 'sigmoid', shape: [120] },
  { kind: 'linear', shape: [10] },
];
const LONG: NetworkLayer[] = [
  { kind: 'input', shape: [1024, 1000, 1000] },
  {
    kind: 'tconv',
    window: [11, 11],
    settings: ['S = 4', 'P = same', 'D = 12', 'G = 1024'],
    activation: 'sigmoid',
    shape: [2048, 224, 224],
  },
  { kind: 'bn', activation: 'ReLU', shape: [2048, 224, 224] },
  { kind: 'conv', window: ['?', '?'], shape: [16, '?', '?'] },
  { kind: 'gap', shape: [2048] },
  { kind: 'asked', shape: ['?'] },
  { kind: 'pool', window: [4], settings: ['S = 4'], shape: [1, 15] },
  { kind: 'linear', shape: [1_000_000_000] },
];
/** As MobileNet's: a depthwise convolution and a pointwise one, five times the same, among layers that are not. */
const pair = (channels: number, side: number): NetworkLayer[] => [
  { kind: 'conv', window: [3, 3], settings: ['P = same', 'G = C'], activation: 'ReLU6', shape: [channels, side, side] },
  { kind: 'conv', window: [1, 1], settings: ['P = same'], activation: 'ReLU6', shape: [channels, side, side] },
];
const MOBILE: NetworkLayer[] = [
  { kind: 'input', shape: [8, 112, 112] },
  ...[8, 16, 32, 64].flatMap((channels) => pair(channels, 448 / channels)),
  { kind: 'conv', window: [1, 1], settings: ['S = 2'], activation: 'ReLU6', shape: [128, 7, 7] },
  ...Array.from({ length: 5 }, () => pair(128, 7)).flat(),
  { kind: 'gap', shape: [128] },
  { kind: 'linear', shape: [10] },
];
const wordsOf = (draw: () => ReturnType<typeof drawNetwork>) => drawnTexts(draw).texts.map(({ text }) => text);

describe('a drawn network', () => {
  it('folds the blocks that a long network repeats, and calls depthwise convolutions by their name', () => {
    const drawn = drawnTexts(() => drawNetwork({ layers: MOBILE, ...style }));
    expectReadable(drawn, 24);
    const words = drawn.texts.map(({ text }) => text);
    expect(words.filter((word) => word === '128×7×7')).toHaveLength(2);
    expect(words.join(' ')).toMatch(/5\s×\s\(depthwise convolution\s3×3 → convolution\s1×1\) P\s=\ssame, ReLU6/);
    const short = wordsOf(() => drawNetwork({ layers: MOBILE.slice(10), language: 'ru', theme: 'light' }));
    expect(short.filter((word) => word === '128×7×7')).toHaveLength(10);
    expect(short.join(' ')).toMatch(/свёртка по каналам\s3×3/);
  });

  it('names every layer with its window, and writes its shape', () => {
    const words = wordsOf(() => drawNetwork({ layers: LENET, ...style }));
    expect(words).toEqual(expect.arrayContaining(['convolution 5×5', '1×32×32', '6×28×28', '16×5×5', '400', '120', '10']));
    expect(words.filter((word) => word.includes('sigmoid'))).toHaveLength(3);
  });

  it('tells nothing of a shape that is asked for', () => {
    const asked = LENET.map((layer, index) => (index === 4 ? { ...layer, shape: ['?', '?', '?'] as '?'[] } : layer));
    const words = wordsOf(() => drawNetwork({ layers: asked, ...style }));
    expect(words).not.toContain('16×5×5');
    expect(words.filter((word) => word === '?')).toHaveLength(2);
  });

  it.each(['en', 'ru'] as const)('can be read on a phone, with long names and numbers: %s', (language) => {
    for (const layers of [LENET, LONG])
      expectReadable(
        drawnTexts(() => drawNetwork({ title: 'LeNet-5', layers, language, theme: 'dark' })),
        26,
      );
  });

  it('is no network without a layer', () => {
    expect(() => drawNetwork({ layers: LENET.slice(0, 1), ...style })).toThrow(RangeError);
  });
});

describe('a table of layers', () => {
  const rows: LayerRow[] = LENET.slice(1, 4).map((layer, index) => ({
    layer,
    parameters: [156, 0, 2416][index]!,
    multiplications: [117_600, 0, 240_000][index]!,
    field: [5, 6, 14][index]!,
    jump: [1, 2, 2][index]!,
  }));

  it('shows what each layer gives, costs and sees, and the sums', () => {
    const words = wordsOf(() => drawLayerTable({ rows, total: { parameters: 2572, multiplications: 357_600 }, ...style }));
    expect(words).toEqual(expect.arrayContaining(['conv 5×5', '6×28×28', '156', '117,600', '5', '1', '14', '2', '2,572', '357,600']));
  });

  it('leaves columns out that nothing stands in', () => {
    const words = wordsOf(() => drawLayerTable({ rows: rows.map(({ layer, parameters }) => ({ layer, parameters })), ...style }));
    expect(words).not.toContain('MACs');
    expect(words).not.toContain('r');
  });

  it.each(['en', 'ru'] as const)('writes numbers short where they would not fit, and can be read on a phone: %s', (language) => {
    const large = LONG.map((layer) => ({ layer, parameters: 138_357_544, multiplications: 15_470_264_320, field: 1212, jump: 128 }));
    const drawn = drawnTexts(() =>
      drawLayerTable({
        title: 'VGG16',
        rows: large,
        total: { parameters: 138_357_544, multiplications: 15_470_264_320 },
        language,
        theme: 'light',
      }),
    );
    expectReadable(drawn, 22);
    expect(drawn.texts.map(({ text }) => text)).toContain(language === 'en' ? '15.47B' : '15,47\u00a0млрд');
  });

  it('folds the blocks that a long network repeats into one row with what they cost together', () => {
    const rows = MOBILE.slice(1).map(
      (layer, index): LayerRow => ({ layer, parameters: 100 + index, multiplications: 7, field: index, jump: 1 }),
    );
    const block = rows.slice(9, 19).map((row, index) => ({ ...row, parameters: index % 2 === 0 ? 1280 : 16_640 }));
    const words = wordsOf(() => drawLayerTable({ rows: [...rows.slice(0, 9), ...block, ...rows.slice(19)], ...style }));
    // 5 · (1,280 + 16,640) parameters, 5 · 2 · 7 multiplications, and the field of the last of them
    expect(words.join(' ')).toMatch(/5\s×\s\(depthwise conv\s3×3 → conv\s1×1\) P\s=\ssame, ReLU6 128×7×7 89,600 70 18 1 mean/);
    expect(words.filter((word) => word === '128×7×7')).toHaveLength(2);
    expect(words.join(' ')).not.toContain('G\u00a0=\u00a0C');
  });
});
