import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { MEASURED, NINE } from '../../lessons/19-occlusion/lesson.ts';
import { mostProbable, occlusion } from '../../src/network/attribution/occlusion.ts';
import { loadDigitNetwork } from '../../src/network/digits.ts';
import { drawDigits } from '../../src/network/drawn-digits.ts';
import { projectRoot } from '../../src/project-root.ts';
import { decodePicture } from '../../src/vision/decode.ts';
import { prepareDigit } from '../../src/vision/digit/prepare.ts';

describe('what the cards of lesson 19 say of the digit network', () => {
  let network: Awaited<ReturnType<typeof loadDigitNetwork>>;
  let seven: Float32Array;
  const nine = drawDigits(NINE + 1, 28)[NINE]!.input;
  beforeAll(async () => {
    network = await loadDigitNetwork();
    const { picture } = await decodePicture(new Uint8Array(readFileSync(join(projectRoot, 'data/samples/seven.png'))), {
      maxPixels: 1_000_000,
    });
    const preparation = prepareDigit(picture);
    if (!preparation.found) throw new Error('the sample has no digit');
    seven = preparation.input;
  });

  const occluded = (data: Float32Array, patch: number, { stride = 1, fill = 0 } = {}) =>
    occlusion({ height: 28, width: 28, data }, network.probabilities, { patch, stride, fill });
  /** What is left of a digit at its worst place, whole percent, and what is read there. */
  async function worst(data: Float32Array, digit: number, patch: number, fill = 0) {
    const { covered } = await occluded(data, patch, { fill });
    const least = covered.reduce((found, probabilities) => (probabilities[digit]! < found[digit]! ? probabilities : found));
    return { percent: Math.round(100 * least[digit]!), reads: mostProbable(least) };
  }

  it('is measured: the seven under small and large patches, the nine under white', async () => {
    expect((await worst(seven, 7, 5)).percent).toBe(MEASURED.seven5);
    expect((await worst(seven, 7, 9)).percent).toBe(MEASURED.seven9);
    expect(await worst(nine, 9, 5, 1)).toEqual({ percent: MEASURED.nineWhite, reads: 8 });
  });

  it('is true of the nine: a 4 without the top of its loop, a 7 without the left side, a 9 without a part of its stem', async () => {
    const { whole, covered, columns } = await occluded(nine, 5, { stride: 2 });
    expect(whole[9]).toBeGreaterThan(0.995);
    const reads = covered.map(mostProbable);
    const rowsWith = (digit: number) => [...reads.keys()].filter((at) => reads[at] === digit).map((at) => Math.floor(at / columns));
    expect([...new Set(reads)].sort()).toEqual([4, 7, 9]);
    expect(new Set(rowsWith(4))).toEqual(new Set([2, 3]));
    expect(new Set(rowsWith(7))).toEqual(new Set([5, 6, 7]));
  });

  it('is true of the curve: it falls three times', async () => {
    const { covered } = await occluded(nine, 8, { stride: 4 });
    const low = covered.map((probabilities) => probabilities[9]! < 0.5);
    expect(low.filter((is, at) => is && !low[at - 1])).toHaveLength(3);
  });
});
