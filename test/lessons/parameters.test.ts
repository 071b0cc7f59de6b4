import { describe, expect, it } from 'vitest';
import { parseChain, wordsOf } from '../../commands/size-words.ts';
import { effectiveField, fieldPlaces, influences } from '../../lessons/arithmetic.ts';
import { savingOf } from '../../lessons/designs.ts';
import { runChain } from '../../lessons/layer-chain.ts';
import { DESIGNS, NETWORKS } from '../../lessons/networks.ts';
import { layerCost, multiplicationsWithNumbers, parametersFormula, parametersWithNumbers, totalCost } from '../../lessons/parameters.ts';

function run(text: string) {
  const typed = parseChain(wordsOf(text), undefined);
  const { steps, misfit } = runChain(typed.input, typed.layers);
  expect(misfit).toBeUndefined();
  return steps;
}
const costs = (text: string) => run(text).map(layerCost);
const learned = (text: string) => costs(text).flatMap(({ parameters }) => (parameters > 0 ? [parameters] : []));

describe('parameters of published networks', () => {
  it.each<[keyof typeof NETWORKS, number, number[]?]>([
    ['lenet', 61_706, [156, 2416, 48_120, 10_164, 850]],
    ['digits', 167_478, [320, 9248, 156_900, 1010]],
    ['small', 541_278, [168, 540_100, 1010]],
    ['mlp', 308_310],
    ['alexnet', 61_100_840],
    ['vgga', 132_863_336],
    ['vgg16', 138_357_544],
  ])('%s has %i', (name, total, layers) => {
    expect(totalCost(costs(NETWORKS[name])).parameters).toBe(total);
    if (layers !== undefined) expect(learned(NETWORKS[name])).toEqual(layers);
  });

  it('VGG16 multiplies 15.47 thousand million times', () => {
    expect(totalCost(costs(NETWORKS.vgg16)).multiplications / 1e9).toBeCloseTo(15.47, 2);
  });

  it("PyTorch's and Keras's examples for MNIST, and torchinfo's", () => {
    expect(totalCost(costs('1x28x28 conv3@32 relu conv3@64 relu pool2 flatten linear128 relu linear10')).parameters).toBe(1_199_882);
    expect(totalCost(costs('1x28x28 conv3@32 pool2 conv3@64 pool2 flatten linear10 softmax')).parameters).toBe(34_826);
    expect(learned('1x28x28 conv5@10 pool2 conv5@20 pool2 flatten linear50 linear10')).toEqual([260, 5020, 16_050, 510]);
  });

  it('MobileNet v1 at a quarter of its width, with the statistics of its batch normalization', () => {
    const blocks = [16, 32, 32, 64, 64, 128, 128, 128, 128, 128, 128, 256, 256].map((filters, index) => {
      const stride = [1, 3, 5, 11].includes(index) ? 's2' : '';
      return `dw3${stride}samenobias bn conv1@${filters}nobias bn`;
    });
    const words = `conv3s2same@8nobias bn ${blocks.join(' ')} gap linear1000`.split(' ');
    const pieces: string[][] = [];
    while (words.length > 0) pieces.push(words.splice(0, 20));
    let input = '3x224x224';
    let all = 0;
    for (const piece of pieces) {
      const steps = run(`${input} ${piece.join(' ')}`);
      const { parameters, statistics } = totalCost(steps.map(layerCost));
      all += parameters + statistics;
      const { channels, sizes } = steps.at(-1)!.output;
      input = `${channels}x${sizes.join('x')}`;
    }
    expect(all).toBe(475_544);
  });
});

describe('what one layer costs', () => {
  it.each<[string, object]>([
    ['3x32x32 conv3@6', { weights: 162, biases: 6, parameters: 168, multiplications: 145_800, operations: 291_600 }],
    ['3x32x32 conv3@6nobias', { weights: 162, biases: 0, parameters: 162 }],
    ['64x8x8 conv3same@128g32', { weights: 2304, biases: 128, multiplications: 147_456 }],
    ['64x8x8 dw3same', { weights: 576, biases: 64, multiplications: 36_864 }],
    ['8x4x4 tconv3s2@2', { weights: 144, biases: 2, multiplications: 2304 }],
    ['4x16x16x16 conv3@8', { weights: 864, biases: 8, multiplications: 864 * 14 ** 3 }],
    ['16x10x12 conv3x5@4', { weights: 960, biases: 4, multiplications: 960 * 8 * 8 }],
    ['6x8x8 bn', { parameters: 12, statistics: 12, multiplications: 384 }],
    ['6x8x8 pool2', { parameters: 0, multiplications: 0, operations: 288 }],
    ['6x8x8 avgpool2', { parameters: 0, operations: 384 }],
    ['6x8x8 relu', { parameters: 0, operations: 384 }],
  ])('%s', (text, expected) => {
    expect(costs(text)[0]).toMatchObject(expected);
  });

  it('a separable convolution is its depthwise and its 1×1 layer', () => {
    const steps = run('64x56x56 sep3same@128');
    expect(steps.map(({ layer }) => layer.name)).toEqual(['dw3same', 'conv1@128']);
    expect(steps.map(layerCost).map(({ parameters }) => parameters)).toEqual([640, 8320]);
  });

  it('is written with the numbers', () => {
    const [grouped, , linear] = run('64x8x8 conv3same@128g32 flatten linear10') as [never, never, never];
    expect(parametersFormula(grouped)!.plain).toBe('C_out·(C_in/G·F² + 1)');
    expect(parametersWithNumbers(grouped, 'en')!.plain).toBe('128·(64/32·3² + 1) = 2,432');
    expect(parametersWithNumbers(grouped, 'en')!.latex).toBe('128 \\cdot (64/32 \\cdot 3^2 + 1) = 2{,}432');
    expect(multiplicationsWithNumbers(grouped, 'ru')!.plain).toBe('64/32·3²·128·8·8 = 147\u00a0456');
    expect(multiplicationsWithNumbers(grouped, 'ru')!.latex).toContain('= 147\\,456');
    expect(parametersWithNumbers(linear, 'en')!.plain).toBe('(8192 + 1)·10 = 81,930');
  });

  it('groups must divide the channels', () => {
    const { input, layers } = parseChain(['6x8x8', 'conv3@9g4'], undefined);
    expect(runChain(input, layers).misfit).toMatchObject({ reason: 'groups', values: { groups: 4, channels: 6, filters: 9, most: 3 } });
  });
});

describe('designs that are compared', () => {
  const pair = (text: string) => {
    const [one, other] = text.split(' vs ') as [string, string];
    return [run(one), run(/^\d/.test(other) ? other : `${one.split(' ')[0]} ${other}`)] as const;
  };
  it.each<[keyof typeof DESIGNS, string]>([
    ['bottleneck', 'C_t / C_in = 64 / 256 = 0.25 ≈ 0.278'],
    ['separable', '1 / 128 + 1 / 3² = 0.119'],
    ['connected', '32·32·100 / (5²·6·28·28) = 0.871'],
  ])('%s: the rule of thumb agrees with the count', (name, last) => {
    const [one, other] = pair(DESIGNS[name]);
    expect(savingOf(one, other, 'en')).toMatchObject({ kind: name });
    expect(savingOf(other, one, 'en')!.formulas.at(-1)!.plain).toBe(last);
    const [small, large] = [one, other].map((steps) => totalCost(steps.map(layerCost)));
    const ratio = small!.weights / large!.weights;
    const rule = { bottleneck: 64 / 256, separable: 1 / 128 + 1 / 9, connected: (32 * 32 * 100) / (25 * 6) }[name];
    // the rule of the 1×1 layer leaves its own weights out
    expect(Math.abs(ratio / rule - 1)).toBeLessThan(name === 'bottleneck' ? 0.12 : 1e-12);
  });
  it('others have no rule', () => {
    expect(savingOf(run('3x8x8 conv3@4'), run('3x8x8 conv5@4'), 'en')).toBeUndefined();
  });
});

describe('receptive fields', () => {
  const axes = (text: string) => run(text.replace(/ flatten.*/, '')).map((step) => step.axes[0]!);
  const fields = (text: string) => fieldPlaces(axes(text)).map(({ field }) => field);
  const pools = (text: string) => fields(text).filter((_, index) => text.split(' ')[index + 1]!.startsWith('pool'));

  it('are those published by google-research/receptive_field', () => {
    expect(pools(NETWORKS.vgg16)).toEqual([6, 16, 44, 100, 212]);
    expect(pools(NETWORKS.vgga)).toEqual([4, 10, 30, 70, 150]);
    expect(fields('3x224x224 conv11s4@64 pool3s2 conv5same@192 pool3s2 conv3same@384 conv3same@384 conv3same@256 pool3s2')).toEqual([
      11, 19, 51, 67, 99, 131, 163, 195,
    ]);
    expect(fields(NETWORKS.lenet)).toEqual([5, 6, 14, 16]);
    expect(fields('32 conv3 conv3 conv3')).toEqual([3, 5, 7]);
    expect(fields('32 conv3 conv3d2 conv3d4').at(-1)).toBe(15);
  });

  it('ResNet-50 along its longest path sees 483', () => {
    const stages = [3, 4, 6, 3].flatMap((blocks, stage) =>
      // the stride is in the last block of a stage, as slim has it
      Array.from({ length: blocks }, (_, block) => `conv3p1${block === blocks - 1 && stage < 3 ? 's2' : ''}`),
    );
    expect(fields(`224 conv7s2p3 pool3s2p1 ${stages.join(' ')}`).at(-1)).toBe(483);
  });

  it('lie where output 0 looks: start and center of Araujo et al.', () => {
    expect(fieldPlaces(axes('32 conv3p1 conv3s2p1 conv3p1'))).toEqual([
      { field: 3, jump: 1, start: -1, center: 0 },
      { field: 5, jump: 2, start: -2, center: 0 },
      { field: 9, jump: 2, start: -4, center: 0 },
    ]);
  });

  it('activations and batch normalization see what the layer before them sees', () => {
    expect(run('3x32x32 conv3@8 bn relu conv3@8 flatten').map(({ field }) => field?.[0])).toEqual([3, 3, 3, 5, undefined]);
  });
});

describe('the effective field', () => {
  it('counts the paths from each cell: two 3-wide windows give 1 2 3 2 1', () => {
    const weights = influences(
      [
        { n: 9, f: 3 },
        { n: 7, f: 3 },
      ],
      2,
    )[0]!;
    expect(weights.map((weight) => Math.round(weight * 9))).toEqual([0, 0, 1, 2, 3, 2, 1, 0, 0]);
  });

  it('agrees with counting path after path, with strides, padding and dilation', () => {
    const layers = [
      { n: 21, f: 3, p: 2, s: 2 },
      { n: 12, f: 2, s: 2 },
      { n: 6, f: 3, p: 2, d: 2 },
    ];
    const reached = new Array<number>(21).fill(0);
    const walk = (index: number, cell: number, share: number): void => {
      if (index < 0) {
        reached[cell]! += share;
        return;
      }
      const { n, f, s = 1, p = 0, d = 1 } = layers[index] as { n: number; f: number; s?: number; p?: number; d?: number };
      for (let tap = 0; tap < f; tap++) {
        const from = cell * s - p + tap * d;
        if (from >= 0 && from < n) walk(index - 1, from, share / f);
      }
    };
    walk(2, 3, 1);
    influences(layers, 3)[0]!.forEach((weight, cell) => {
      expect(weight).toBeCloseTo(reached[cell]!, 12);
    });
  });

  it('grows by the root of the depth: narrower than the theoretical one', () => {
    const chain = (depth: number) => Array.from({ length: depth }, (_, index) => ({ n: 201 - 2 * index, f: 3 }));
    const widths = [5, 20, 80].map((depth) => effectiveField(influences(chain(depth), 100 - depth)[0]!));
    expect(widths[0]!).toBeLessThanOrEqual(11);
    expect(widths[1]! / widths[0]!).toBeLessThan(2.5);
    expect(widths[2]! / widths[1]!).toBeCloseTo(2, 0);
  });
});
