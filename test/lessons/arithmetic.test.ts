import { describe, expect, it } from 'vitest';
import { chainSizes, filterParameters, leastPadding, outputSize, samePadding } from '../../lessons/arithmetic.ts';
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
});
