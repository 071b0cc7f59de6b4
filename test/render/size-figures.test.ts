import { describe, expect, it } from 'vitest';
import { outputSize, overlap, participation, transposedSize } from '../../lessons/arithmetic.ts';
import type { ChainShape } from '../../src/render/chain-figure.ts';
import type { ParticipationMap } from '../../src/render/participation-figure.ts';
import { drawSizeFigure, type SizeFigureInput } from '../../src/render/size-figure.ts';
import type { AxisDrawing } from '../../src/render/size-strip.ts';
import { colors } from '../../src/render/theme.ts';
import { drawnTexts, expectReadable } from '../helpers/drawn-text.ts';

const styles = (['en', 'ru'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));
/** The smallest type in these figures, pixels: about 7 on a phone. */
const LEAST_TYPE = 20;

const axisOf = (n: number, f: number, p = 0, s = 1, d = 1): AxisDrawing => {
  const { output, unreached } = outputSize({ n, f, p, s, d });
  const counts = participation({ n, f, p, s, d });
  const formula = `N' = ⌊(${n} + 2·${p} − ${d}·(${f} − 1) − 1) / ${s}⌋ + 1 = ⌊12 345,667⌋ + 1 = ${output}`;
  return { n, f, p, q: p, s, d, op: 0, transposed: false, output, unreached, counts, formula };
};
const transposed = (n: number, f: number, p = 0, s = 1, op = 0): AxisDrawing => ({
  ...axisOf(n, 1, 0, s),
  f,
  p,
  q: p,
  op,
  transposed: true,
  output: transposedSize({ n, f, p, s, op }),
  counts: overlap({ n, f, p, s, op }),
  formula: `N' = (${n} − 1)·${s} − 2·${p} + ${f} + ${op} = ${transposedSize({ n, f, p, s, op })}`,
});

/** Whole, readable, and the same every time, in both languages and themes. */
function expectGood(input: Parameters<typeof withStyle>[0]): void {
  for (const style of styles) {
    const draw = () => drawSizeFigure(withStyle(input, style));
    const drawn = drawnTexts(draw);
    const { width, height, data } = drawn.figure;
    expect(width).toBe(1080);
    expectReadable(drawn, LEAST_TYPE);
    const at = (x: number, y: number) => Buffer.from(data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)).toString('hex');
    const ring = new Set<string>();
    for (let x = 0; x < width; x++) ring.add(at(x, 0)).add(at(x, height - 1));
    for (let y = 0; y < height; y++) ring.add(at(0, y)).add(at(width - 1, y));
    expect([...ring]).toEqual([colors[style.theme].background.slice(1)]);
    expect(Buffer.compare(Buffer.from(draw().data), Buffer.from(data))).toBe(0);
  }
}
type Unstyled<T> = T extends unknown ? Omit<T, 'language' | 'theme'> : never;
const withStyle = (input: Unstyled<SizeFigureInput>, style: (typeof styles)[number]) => ({ ...input, ...style }) as SizeFigureInput;

describe('figures of sizes are whole and readable', () => {
  it.each([
    [7, 3, 0, 3, 1],
    [1, 1, 0, 1, 1],
    [5, 3, 1, 2, 1],
    [20, 20, 0, 1, 1],
    [18, 1, 1, 1, 1],
    [16, 3, 2, 1, 1],
    [9, 3, 0, 1, 2],
    [10, 2, 0, 4, 1],
    [2, 9, 9, 1, 1],
    [28, 5, 2, 1, 1],
    [30, 3, 0, 1, 1],
    [31, 3, 0, 2, 1],
    [224, 11, 2, 4, 1],
    [100_000, 7, 100_000, 3, 1],
    [40, 40, 0, 100_000, 1],
  ])('the grid of N=%i F=%i P=%i S=%i D=%i', (n, f, p, s, d) => {
    expectGood({ view: 'grid', rows: axisOf(n, f, p, s, d), columns: axisOf(n, f, p, s, d) });
  });

  it('grids that are not square, one axis, three axes, transposed', () => {
    expectGood({ view: 'grid', rows: axisOf(3, 3), columns: axisOf(20, 2, 0, 3) });
    expectGood({ view: 'grid', rows: axisOf(20, 5, 0, 4), columns: axisOf(2, 2) });
    expectGood({ view: 'grid', rows: axisOf(32, 3), columns: axisOf(48, 5, 2, 2) });
    expectGood({ view: 'strips', axes: [axisOf(7, 3, 0, 2)] });
    expectGood({ view: 'strips', axes: [axisOf(10, 3, 4, 2), axisOf(50, 5, 2), axisOf(100, 2)] });
    for (const axis of [
      transposed(4, 3, 1, 2),
      transposed(1, 1),
      transposed(3, 3, 0, 2, 1),
      transposed(3, 2, 0, 5, 4),
      transposed(900, 7, 3, 2),
    ])
      expectGood({ view: 'strips', axes: [axis] });
  });

  it('heat maps small and large, of one and two maps, of volumes and of overlaps', () => {
    const map = (rows: AxisDrawing, columns: AxisDrawing, depth = 1): ParticipationMap => ({
      rows: rows.counts,
      columns: columns.counts,
      depth,
      padding: { top: rows.p, bottom: rows.q, left: columns.p, right: columns.q },
    });
    const line: AxisDrawing = { ...axisOf(1, 1), counts: [1] };
    const both = (n: number, f: number, s = 1) => {
      const [bare, padded] = [axisOf(n, f, 0, s), axisOf(n, f, (f - 1) / 2, s)];
      return [map(bare, bare), map(padded, padded)];
    };
    for (const maps of [both(1, 1), both(7, 3), both(7, 3, 3), both(8, 5), both(14, 5), both(32, 5), both(500, 31, 2), both(100_000, 3)])
      expectGood({ view: 'heatmap', of: 'input', maps, slice: false, layer: 'conv3x5s1x2p1x0d1@64 · 100000×100000 → 99998×99998' });
    const single = [[map(line, axisOf(12, 3))], [map(axisOf(3, 3), axisOf(40, 2))], [map(axisOf(9, 3), axisOf(9, 3), 3)]];
    for (const maps of single) expectGood({ view: 'heatmap', of: 'input', maps, slice: true, layer: 'conv3' });
    const output = { ...transposed(6, 3, 0, 2), p: 0, q: 0 };
    expectGood({ view: 'heatmap', of: 'output', maps: [map(output, output)], slice: false, layer: 'tconv3s2' });
  });

  it('chains of one layer and of two dozen, of planes, signals, volumes and vectors, with long names', () => {
    const long = { name: 'tconv 100×100×100', settings: 'S 99×99×99, P 10×10×10, D 5×5×5' };
    const shape = (sizes: number[], channels: number, more: Partial<ChainShape> = {}): ChainShape => ({
      label: [channels, ...sizes].join('×'),
      channels,
      sizes,
      layer: long,
      ...more,
    });
    const input = { layer: undefined, window: [3, 3], unread: [1, 1] };
    const chains = [
      [shape([7, 7], 1, input), shape([2, 2], 1)],
      [shape([1, 1], 1, { ...input, window: [1, 1], unread: [0, 0] }), shape([1, 1], 100_000), shape([], 100_000)],
      [shape([50], 16, { layer: undefined, window: [3], unread: [1] }), shape([24], 33)],
      [shape([16, 112, 112], 3, { layer: undefined, window: [3, 3, 3] }), shape([16, 112, 112], 64), shape([], 1_000_000_000)],
      [shape([10, 1000], 3, input), ...Array.from({ length: 24 }, (_, index) => shape([10, Math.max(1, 1000 - index * 40)], 2 ** index))],
    ];
    for (const shapes of chains) expectGood({ view: 'chain', shapes });
  });
});
