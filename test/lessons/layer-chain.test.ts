import { describe, expect, it } from 'vitest';
import { axisFormula, type Layer, runChain, type Shape, type WindowLayer } from '../../lessons/layer-chain.ts';

const layer = (kind: WindowLayer['kind'], f: number | number[], change: Partial<WindowLayer> = {}): WindowLayer => ({
  kind,
  name: kind,
  f: [f].flat(),
  s: kind === 'pool' || kind === 'avgpool' ? [f].flat() : [1],
  p: [0],
  d: [1],
  op: [0],
  filters: 1,
  ...change,
});
const flatten: Layer = { kind: 'flatten', name: 'flatten' };
const linear = (features: number): Layer => ({ kind: 'linear', name: `linear${features}`, features });
const shapes = (input: Shape, layers: Layer[]) => runChain(input, layers).steps.map(({ output }) => [output.channels, ...output.sizes]);
const plane = (...sizes: number[]): Shape => ({ channels: 1, sizes });

describe('a chain of layers', () => {
  it('is LeNet as the lecture has it', () => {
    const { steps } = runChain({ channels: 3, sizes: [32, 32] }, [
      layer('conv', 5, { filters: 6 }),
      layer('pool', 2),
      layer('conv', 5, { filters: 16 }),
      layer('pool', 2),
      flatten,
      linear(10),
    ]);
    expect(steps.map(({ output }) => [output.channels, ...output.sizes])).toEqual([
      [6, 28, 28],
      [6, 14, 14],
      [16, 10, 10],
      [16, 5, 5],
      [400],
      [10],
    ]);
    expect(steps.map(({ field }) => field)).toEqual([[5, 5], [6, 6], [14, 14], [16, 16], undefined, undefined]);
  });

  it('has one, two and three axes, each with its own numbers', () => {
    expect(shapes({ channels: 16, sizes: [50] }, [layer('conv', 3, { s: [2], filters: 33 })])).toEqual([[33, 24]]);
    const spatial = layer('conv', [3, 5, 2], { s: [2, 1, 1], p: [4, 2, 0], filters: 33 });
    expect(shapes({ channels: 16, sizes: [10, 50, 100] }, [spatial])).toEqual([[33, 8, 50, 99]]);
    expect(shapes(plane(32, 48), [layer('conv', [3, 5])])).toEqual([[1, 30, 44]]);
  });

  it('enlarges by transposed convolutions, after which nothing is said about fields', () => {
    const { steps } = runChain(plane(7, 7), [layer('conv', 3), layer('tconv', 3, { s: [2], p: [1], op: [1] }), layer('conv', 3)]);
    expect(steps.map(({ output }) => output.sizes[0])).toEqual([5, 10, 8]);
    expect(steps.map(({ field }) => field?.[0])).toEqual([3, undefined, undefined]);
  });

  it('pads SAME as PyTorch at stride 1 and as TensorFlow else', () => {
    const paddings = (sizes: number, f: number, s: number) => {
      const [axis] = runChain(plane(sizes), [layer('conv', f, { s: [s], p: 'same' })]).steps[0]!.axes;
      return [axis!.p, axis!.q, axis!.output];
    };
    expect(paddings(8, 3, 1)).toEqual([1, 1, 8]);
    expect(paddings(8, 3, 2)).toEqual([0, 1, 4]);
    expect(paddings(8, 2, 1)).toEqual([0, 1, 8]);
  });

  it('writes the formula that is true of the layer', () => {
    const formulaOf = (one: WindowLayer, n: number) => axisFormula(one, runChain(plane(n), [one]).steps[0]!.axes[0]!)[1]!.plain;
    expect(formulaOf(layer('conv', 3, { p: 'same' }), 8)).toBe("N' = ⌊(8 + 2·1 − 3) / 1⌋ + 1 = 8");
    expect(formulaOf(layer('conv', 3, { p: 'same', s: [2] }), 8)).toBe("N' = ⌈8 / 2⌉ = 4");
    expect(formulaOf(layer('tconv', 3, { s: [2] }), 2)).toBe("N' = (2 − 1)·2 − 2·0 + 3 = 5");
  });

  it.each<[string, Layer[], object]>([
    ['window', [layer('conv', 3), layer('conv', 9)], { index: 1, reason: 'window', values: { span: 9, padded: 6, padding: 2, kernel: 6 } }],
    ['axes', [layer('conv', [3, 3, 3])], { reason: 'axes', values: { got: 3, count: 2 } }],
    ['vector', [flatten, layer('pool', 2)], { index: 1, reason: 'vector' }],
    ['not-flat', [linear(10)], { reason: 'not-flat' }],
    ['empty', [layer('tconv', 1, { p: [4] })], { reason: 'empty', values: { padding: 4, whole: 8 } }],
    ['too-large', [layer('tconv', 2, { s: [100_000] })], { reason: 'too-large', values: { size: 700_002, limit: 100_000 } }],
    ['pool-padding', [layer('pool', 3, { p: [2] })], { reason: 'pool-padding', values: { padding: 2, most: 1, window: 3 } }],
    ['output-padding', [layer('tconv', 3, { op: [1] })], { reason: 'output-padding', values: { op: 1, most: 0 } }],
  ])('stops at a layer that does not fit: %s', (_reason, layers, expected) => {
    expect(runChain(plane(8, 8), layers).misfit).toMatchObject(expected);
  });
});
