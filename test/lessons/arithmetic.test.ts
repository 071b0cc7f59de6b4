import { describe, expect, it } from 'vitest';
import {
  ascendedPixel,
  bestLinearPixel,
  chainSizes,
  filterParameters,
  groupedParameters,
  largestKernel,
  layersToSee,
  leastPadding,
  outputSize,
  overlap,
  participation,
  patchPlaces,
  pathCounts,
  penalizedScore,
  receptiveFields,
  sameBorders,
  samePadding,
  separableParameters,
  touchingPlaces,
  transposedSize,
  withSmallZeroed,
} from '../../lessons/arithmetic.ts';
import { convolveMatrix, paddingFor } from '../../src/vision/convolution.ts';

describe('the size of an output', () => {
  it.each([
    // the lecture's chain, LeNet, AlexNet (torchvision), and a ResNet's first layer
    [{ n: 32, f: 5 }, 28],
    [{ n: 28, f: 5 }, 24],
    [{ n: 10, f: 2, s: 2 }, 5],
    [{ n: 224, f: 11, p: 2, s: 4 }, 55],
    [{ n: 227, f: 11, s: 4 }, 55],
    [{ n: 55, f: 3, s: 2 }, 27],
    [{ n: 27, f: 5, p: 2 }, 27],
    [{ n: 224, f: 7, p: 3, s: 2 }, 112],
    [{ n: 5, f: 3, d: 2 }, 1],
    [{ n: 7, f: 3, p: 2, d: 2 }, 7],
    // the worked examples of Dumoulin and Visin, 2016: none, arbitrary, half and full padding, strides, dilation
    [{ n: 4, f: 3 }, 2],
    [{ n: 5, f: 4, p: 2 }, 6],
    [{ n: 5, f: 3, p: 1 }, 5],
    [{ n: 5, f: 3, p: 2 }, 7],
    [{ n: 5, f: 3, s: 2 }, 2],
    [{ n: 5, f: 3, p: 1, s: 2 }, 3],
    [{ n: 6, f: 3, p: 1, s: 2 }, 3],
    [{ n: 7, f: 3, d: 2 }, 3],
    // PyTorch's examples of one and three dimensions
    [{ n: 50, f: 3, s: 2 }, 24],
    [{ n: 10, f: 3, p: 4, s: 2 }, 8],
    [{ n: 100, f: 2 }, 99],
  ])('%o is %i', (axis, expected) => {
    expect(outputSize(axis).output).toBe(expected);
  });

  it('names what no window reaches: the column of 99s', () => {
    expect(outputSize({ n: 7, f: 3, s: 3 })).toEqual({ output: 2, exact: 7 / 3, span: 3, unreached: 1, fits: true });
  });

  it('says when the window does not fit and how much padding would do', () => {
    expect(outputSize({ n: 4, f: 7 }).fits).toBe(false);
    expect(leastPadding({ n: 4, f: 7 })).toBe(2);
    expect(outputSize({ n: 4, f: 7, p: 2 }).output).toBe(2);
    expect(leastPadding({ n: 9, f: 3 })).toBe(0);
  });

  it('is kept by P = D(F − 1)/2 for every odd kernel', () => {
    for (let f = 1; f <= 15; f += 2)
      for (let d = 1; d <= 3; d++) expect(outputSize({ n: 40, f, p: samePadding(f, d)!, d }).output).toBe(40);
    expect(samePadding(4)).toBeUndefined();
    expect(samePadding(4, 2)).toBe(3);
  });

  it('goes through chains', () => {
    expect(chainSizes(32, [{ f: 5 }, { f: 5 }])).toEqual([28, 24]);
    expect(chainSizes(32, [{ f: 5 }, { f: 2, s: 2 }, { f: 5 }, { f: 2, s: 2 }])).toEqual([28, 14, 10, 5]);
    // AlexNet as torchvision has it
    const pool = { f: 3, s: 2 };
    const third = { f: 3, p: 1 };
    expect(chainSizes(224, [{ f: 11, s: 4, p: 2 }, pool, { f: 5, p: 2 }, pool, third, third, third, pool])).toEqual([
      55, 27, 27, 13, 13, 13, 13, 6,
    ]);
  });

  it('agrees with what convolution really gives', () => {
    for (const n of [5, 8, 13]) {
      for (const f of [1, 2, 3]) {
        for (const p of [0, 1, 2]) {
          for (const s of [1, 2, 3]) {
            for (const d of [1, 2]) {
              const input = [Array.from({ length: n }, (_, index) => index)];
              const window = { stride: s, dilation: d, padding: { ...paddingFor(p, { height: 1, width: f }), top: 0, bottom: 0 } };
              const expected = outputSize({ n, f, p, s, d });
              if (!expected.fits) continue;
              const { output, unreachedColumns } = convolveMatrix(input, [new Array<number>(f).fill(1)], window);
              expect([output[0]!.length, unreachedColumns]).toEqual([expected.output, expected.unreached]);
            }
          }
        }
      }
    }
  });
});

describe('the parameters of a layer of filters', () => {
  it.each([
    // the lecture's networks, and LeNet's two convolutions
    [{ channels: 3, filters: 6, f: 3 }, 168],
    [{ channels: 1, filters: 32, f: 3 }, 320],
    [{ channels: 32, filters: 32, f: 3 }, 9248],
    [{ channels: 1, filters: 6, f: 5 }, 156],
    [{ channels: 6, filters: 16, f: 5 }, 2416],
  ])('%o are %i', (layer, expected) => {
    expect(filterParameters(layer)).toBe(expected);
  });

  // 64·(64·9 + 1), 64·(16·9 + 1), 64·(9 + 1); with 1×1 behind it 640 + 128·(64 + 1)
  it('has fewer of them in groups, and fewest depthwise', () => {
    const layer = { channels: 64, filters: 64, f: 3 };
    expect([1, 4, 64].map((groups) => groupedParameters({ ...layer, groups }))).toEqual([36_928, 9280, 640]);
    expect(separableParameters({ ...layer, filters: 128 })).toBe(8960);
  });
});

/** Every window laid over the cells by hand. */
function countedByHand(n: number, f: number, s: number, d: number): number[] {
  const counts = new Array<number>(n).fill(0);
  for (let start = 0; start + d * (f - 1) < n; start += s) for (let tap = 0; tap < f; tap++) counts[start + tap * d]!++;
  return counts;
}

describe('how often a cell is used', () => {
  it('rises from the edge to the middle', () => {
    expect(participation({ n: 7, f: 3 })).toEqual([1, 2, 3, 3, 3, 2, 1]);
    expect(participation({ n: 5, f: 3, p: 1 })).toEqual([1, 2, 3, 3, 3, 2, 1]);
    expect(participation({ n: 7, f: 3, s: 3 })).toEqual([1, 1, 1, 1, 1, 1, 0]);
    expect(participation({ n: 3, f: 7 })).toEqual([0, 0, 0]);
  });

  it('is what counting by hand gives', () => {
    for (const n of [1, 5, 8, 13])
      for (const f of [1, 2, 3, 5])
        for (const s of [1, 2, 3, 7])
          for (const d of [1, 2, 3]) expect(participation({ n, f, s, d }), `${n} ${f} ${s} ${d}`).toEqual(countedByHand(n, f, s, d));
  });

  it('adds up to the windows times their cells', () => {
    const counts = participation({ n: 100_000, f: 99_000, p: 7 });
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(99_000 * outputSize({ n: 100_000, f: 99_000, p: 7 }).output);
  });
});

describe('a transposed convolution', () => {
  it.each([
    // the published examples: K = 3, S = 2
    [{ n: 2, f: 3, s: 2 }, 5],
    [{ n: 3, f: 3, s: 2, p: 1 }, 5],
    [{ n: 3, f: 3, s: 2, p: 1, op: 1 }, 6],
    // Dumoulin and Visin, 2016: the transposes of the convolutions above
    [{ n: 2, f: 3 }, 4],
    [{ n: 6, f: 4, p: 2 }, 5],
    [{ n: 5, f: 3, p: 1 }, 5],
    [{ n: 7, f: 3, p: 2 }, 5],
    [{ n: 3, f: 3, s: 1, d: 2 }, 7],
    [{ n: 14, f: 2, s: 2 }, 28],
  ])('%o gives %i', (axis, expected) => {
    expect(transposedSize(axis)).toBe(expected);
  });

  it('undoes the size of a convolution that leaves nothing over', () => {
    for (let f = 1; f <= 5; f++)
      for (let s = 1; s <= 3; s++)
        for (let p = 0; p < f; p++)
          for (let d = 1; d <= 2; d++) {
            const { output, unreached, fits } = outputSize({ n: 17, f, p, s, d });
            if (fits) expect(transposedSize({ n: output, f, p, s, d, op: unreached })).toBe(17);
          }
  });

  it('reaches its output unevenly where the stride does not divide the kernel', () => {
    expect(overlap({ n: 3, f: 3, s: 2 })).toEqual([1, 1, 2, 1, 2, 1, 1]);
    expect(overlap({ n: 3, f: 2, s: 2 })).toEqual([1, 1, 1, 1, 1, 1]);
    expect(overlap({ n: 3, f: 3, s: 2, p: 1, op: 1 })).toEqual([1, 2, 1, 2, 1, 1]);
    expect(overlap({ n: 2, f: 1, s: 3, op: 2 })).toEqual([1, 0, 0, 1, 0, 0]);
  });
});

describe('padding that is chosen', () => {
  it('SAME gives ⌈N/S⌉, with one zero more at the far end where it must', () => {
    expect(sameBorders({ n: 5, f: 3, s: 2 })).toEqual({ output: 3, p: 1, q: 1 });
    // TensorFlow pads 224 by 2 and 3 for a 7×7 window at stride 2
    expect(sameBorders({ n: 224, f: 7, s: 2 })).toEqual({ output: 112, p: 2, q: 3 });
    expect(sameBorders({ n: 6, f: 2 })).toEqual({ output: 6, p: 0, q: 1 });
    expect(sameBorders({ n: 6, f: 1, s: 4 })).toEqual({ output: 2, p: 0, q: 0 });
    for (let n = 1; n < 20; n++)
      for (let f = 1; f < 6; f++)
        for (let s = 1; s < 5; s++) {
          const { output, p, q } = sameBorders({ n, f, s });
          expect(outputSize({ n, f, s, p, q }).output).toBe(Math.ceil(n / s));
          expect(output).toBe(Math.ceil(n / s));
        }
  });

  it('the largest kernel is the largest that fits', () => {
    for (let n = 1; n < 12; n++)
      for (let p = 0; p < 3; p++)
        for (let d = 1; d < 4; d++) {
          const f = largestKernel({ n, p, d });
          expect([outputSize({ n, p, d, f }).fits, outputSize({ n, p, d, f: f + 1 }).fits]).toEqual([true, false]);
        }
  });
});

describe('the receptive field', () => {
  const fields = (layers: Parameters<typeof receptiveFields>[0]) => receptiveFields(layers).map(({ field }) => field);
  const conv = { f: 3 };
  const pool = { f: 2, s: 2 };

  it('is what google-research/receptive_field publishes', () => {
    const vgg16 = [conv, conv, pool, conv, conv, pool, ...[1, 2, 3].flatMap(() => [conv, conv, conv, pool])];
    expect(fields(vgg16).filter((_, index) => vgg16[index] === pool)).toEqual([6, 16, 44, 100, 212]);
    const vggA = [conv, pool, conv, pool, ...[1, 2, 3].flatMap(() => [conv, conv, pool])];
    expect(fields(vggA).filter((_, index) => vggA[index] === pool)).toEqual([4, 10, 30, 70, 150]);
    const large = { f: 3, s: 2 };
    expect(fields([{ f: 11, s: 4 }, large, { f: 5 }, large, conv, conv, conv, large])).toEqual([11, 19, 51, 67, 99, 131, 163, 195]);
  });

  it('of ResNet-50 is 483 where each block ends with its stride, as TF-Slim has it', () => {
    const block = (units: number) => [...new Array<typeof conv>(units - 1).fill(conv), { f: 3, s: 2 }];
    const resnet = [{ f: 7, s: 2 }, { f: 3, s: 2 }, ...block(3), ...block(4), ...block(6), conv, conv, conv];
    expect(receptiveFields(resnet).at(-1)).toEqual({ field: 483, jump: 32 });
  });

  it('grows by F − 1 at stride 1, faster with stride and dilation', () => {
    expect(fields([conv, conv, conv])).toEqual([3, 5, 7]);
    expect(fields([conv, { f: 3, d: 2 }, { f: 3, d: 4 }])).toEqual([3, 7, 15]);
    expect(fields([{ f: 5 }, pool, { f: 5 }, pool])).toEqual([5, 6, 14, 16]);
    expect(receptiveFields([{ f: 3, s: 2 }, pool]).map(({ jump }) => jump)).toEqual([2, 4]);
  });
});

describe('a patch that slides over a picture', () => {
  it.each([
    [{ height: 28, width: 28, patch: 5, stride: 1 }, [24, 24, 576]],
    [{ height: 28, width: 28, patch: 8, stride: 4 }, [6, 6, 36]],
    [{ height: 224, width: 224, patch: 15, stride: 8 }, [27, 27, 729]],
    [{ height: 10, width: 7, patch: 4, stride: 3 }, [3, 2, 6]],
  ])('has its positions: %o', (sliding, expected) => {
    const { rows, columns, places } = patchPlaces(sliding);
    expect([rows, columns, places]).toEqual(expected);
  });

  it('hides a pixel at as many positions as windows take part in it, a wider detail at m + k − 1', () => {
    for (const [n, patch] of [
      [10, 3],
      [12, 5],
    ] as const)
      expect(Array.from({ length: n }, (_, start) => touchingPlaces({ n, patch, detail: 1, start }))).toEqual(
        participation({ n, f: patch }),
      );
    expect(touchingPlaces({ n: 20, patch: 5, detail: 3, start: 8 })).toBe(7);
    expect(touchingPlaces({ n: 20, patch: 5, detail: 3, start: 0 })).toBe(3);
    expect(touchingPlaces({ n: 20, patch: 5, detail: 2, start: 17 })).toBe(3);
  });
});

describe('the ways from a pixel to an output', () => {
  it('are the coefficients of (1 + x + x²)ⁿ for windows of 3', () => {
    expect(pathCounts([{ f: 3 }])).toEqual([1, 1, 1]);
    expect(pathCounts([{ f: 3 }, { f: 3 }])).toEqual([1, 2, 3, 2, 1]);
    expect(pathCounts([{ f: 3 }, { f: 3 }, { f: 3 }])).toEqual([1, 3, 6, 7, 6, 3, 1]);
    expect(pathCounts(new Array(4).fill({ f: 2 }))).toEqual([1, 4, 6, 4, 1]);
  });

  it('go through strides and holes', () => {
    expect(pathCounts([{ f: 3, s: 2 }, { f: 3 }])).toEqual([1, 1, 2, 1, 2, 1, 1]);
    expect(pathCounts([{ f: 3, d: 2 }])).toEqual([1, 0, 1, 0, 1]);
  });
});

describe('the layers that it takes', () => {
  it.each([
    [1024, 3, 512],
    [7, 3, 3],
    [8, 3, 4],
    [7, 7, 1],
    [1, 3, 0],
    [10, 5, 3],
  ])('to see %i through windows of %i are %i', (field, f, layers) => {
    expect(layersToSee(field, f)).toBe(layers);
    expect(receptiveFields(new Array(layers).fill({ f })).at(-1)?.field ?? 1).toBeGreaterThanOrEqual(field);
  });
});

describe('gradient ascent on a picture', () => {
  it('moves a pixel along its slope, less what decay takes', () => {
    expect(ascendedPixel({ pixel: 2, gradient: -2, rate: 0.5 })).toBe(1);
    expect(ascendedPixel({ pixel: 4, gradient: 6, rate: 0.5, decay: 0.25 })).toBe(6);
  });

  it('takes λ times the sum of squares from the score', () => {
    expect(penalizedScore(30, [3, -4], 0.5)).toBe(17.5);
    expect(penalizedScore(30, [3, -4], 0)).toBe(30);
  });

  it('has its best pixel for a linear score at w / (2λ): there a step changes nothing, and both sides are worse', () => {
    const [weight, decay] = [-6, 2];
    const best = bestLinearPixel(weight, decay);
    expect(best).toBe(-1.5);
    expect(ascendedPixel({ pixel: best, gradient: weight, rate: 0.1, decay })).toBe(best);
    const worth = (pixel: number) => penalizedScore(weight * pixel, [pixel], decay);
    expect(worth(best)).toBeGreaterThan(Math.max(worth(best - 0.1), worth(best + 0.1)));
  });

  it('sets the numbers nearest to zero to zero', () => {
    expect(withSmallZeroed([3, -9, 1, 8, -2], 0.4)).toEqual([3, -9, 0, 8, 0]);
    expect(withSmallZeroed([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.7).filter((value) => value === 0)).toHaveLength(7);
    expect(withSmallZeroed([2, -2, 2], 0.34)).toEqual([0, -2, 2]);
  });
});
