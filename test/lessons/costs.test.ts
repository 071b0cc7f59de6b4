import { describe, expect, it } from 'vitest';
import { parseChain, wordsOf } from '../../commands/size-words.ts';
import { cost } from '../../lessons/12-cost/lesson.ts';
import { ALEXNET, costOf, DIGITS, LENET, stagesOf, VGG16 } from '../../lessons/12-cost/networks.ts';
import { filterMultiplications, parallelRounds, weightRatio, workRatio } from '../../lessons/arithmetic.ts';
import { runChain } from '../../lessons/layer-chain.ts';
import { NETWORKS } from '../../lessons/networks.ts';

const numbers = cost.numbers!;

describe('what layers cost', () => {
  it('is counted for a bank of filters', () => {
    expect(filterMultiplications({ channels: 3, filters: 6, f: 3 }, [30, 30])).toBe(145_800);
    expect(filterMultiplications({ channels: 3, filters: 6, f: 5 }, [28, 28])).toBe(352_800);
    expect(filterMultiplications({ channels: 1, filters: 1, f: 1 }, [1, 7])).toBe(7);
  });

  it("is compared by the lecture's ratios", () => {
    const rivals = { h: 32, w: 32, neurons: 100, filters: 6, f: 5 };
    expect(weightRatio(rivals)).toBeCloseTo(307_200 / 450, 12);
    expect(workRatio(rivals, [28, 28])).toBeCloseTo(307_200 / 352_800, 12);
    // a window as large as the picture is a fully connected layer
    expect(weightRatio({ h: 5, w: 5, neurons: 7, filters: 7, f: 5 })).toBe(1);
    expect(workRatio({ h: 5, w: 5, neurons: 7, filters: 7, f: 5 }, [1, 1])).toBe(1);
  });

  it('is shared in rounds, the last of which may not be full', () => {
    expect([1, 3, 4, 15, 16, 17].map((workers) => parallelRounds(16, workers))).toEqual([16, 6, 4, 2, 1, 1]);
  });
});

describe('the networks of lesson 12', () => {
  it.each([
    ['lenet', LENET, 61_706, 416_520],
    ['digits', DIGITS, 167_478, 2_189_928],
    ['alexnet', ALEXNET, 61_100_840, 714_188_480],
    ['vgg16', VGG16, 138_357_544, 15_470_264_320],
  ] as const)('%s has its published costs, as its chain of layers has', (name, steps, parameters, multiplications) => {
    const { input, layers } = parseChain(wordsOf(NETWORKS[name]), undefined);
    expect(costOf(runChain(input, layers).steps)).toMatchObject({ parameters, multiplications });
    expect(costOf(steps)).toMatchObject({ parameters, multiplications });
  });

  it('VGG16 keeps its parameters at the end and works at the beginning', () => {
    const stages = stagesOf(VGG16).map((steps) => costOf(steps));
    expect(stages).toHaveLength(8);
    expect(stages[0]!.parameters).toBe(1792 + 36_928);
    expect(stages.slice(5).map(({ parameters }) => parameters)).toEqual([102_764_544, 16_781_312, 4_097_000]);
    expect(numbers).toMatchObject({ vggBillions: 15.47, connectedShare: 89.4, convolutionWork: 99.2, oneShare: 74.3 });
  });

  it('tells sums that can be checked by hand', () => {
    expect(numbers).toMatchObject({
      connectedParameters: 3073 * 100,
      filterParameters: 456,
      places: 784,
      sameParameters: 3073 * 4704,
      fewerWeights: Math.round((3072 * 4704) / 450),
      firstNumbers: 64 * 224 * 224,
      vggMegabytes: 553,
      rounds: Math.ceil((64 * 224 * 224) / 10_000),
    });
  });
});
