import { beforeAll, describe, expect, it } from 'vitest';
import { cover, dropsOf, mostProbable, type NetworkPicture, occlusion, type Predict } from '../../../src/network/attribution/occlusion.ts';
import { loadDigitNetwork } from '../../../src/network/digits.ts';
import { drawDigits } from '../../../src/network/drawn-digits.ts';

/** 1…12 in three rows of four. */
const counted: NetworkPicture = { height: 3, width: 4, data: Float32Array.from({ length: 12 }, (_, at) => at + 1) };
/** Two "classes": a fortieth of the number in row 1, column 2, and the rest. */
const oneCell: Predict = (pictures) => pictures.map((data) => [data[6]! / 40, 1 - data[6]! / 40]);

describe('a patch', () => {
  it('covers its pixels and no others', async () => {
    const covered = cover(counted, { row: 1, column: 2, patch: 2, fill: 0 });
    expect([...covered]).toEqual([1, 2, 3, 4, 5, 6, 0, 0, 9, 10, 0, 0]);
    expect([...counted.data]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('is filled with the mean of each channel', async () => {
    const colored: NetworkPicture = { height: 1, width: 3, channels: 2, data: Float32Array.from([1, 10, 2, 20, 6, 60]) };
    expect([...cover(colored, { row: 0, column: 1, patch: 1, fill: 'mean' })]).toEqual([1, 10, 3, 30, 6, 60]);
  });
});

describe('occlusion', () => {
  it('asks at every position, row by row, and lowers a class where its cell is hidden', async () => {
    const found = await occlusion(counted, oneCell, { patch: 2, stride: 1, fill: 3 });
    expect([found.rows, found.columns]).toEqual([2, 3]);
    expect(found.whole).toEqual([7 / 40, 33 / 40]);
    // the cell is under the patch at columns 1 and 2 of both rows; there 3 takes the place of 7
    const drops = dropsOf(found, 0);
    expect([drops.height, drops.width]).toEqual([2, 3]);
    expect([...drops.data].map((drop) => Number(drop.toFixed(6)))).toEqual([0, 0.1, 0.1, 0, 0.1, 0.1]);
    expect([...dropsOf(found, 1).data].map((drop) => Number(drop.toFixed(6)))).toEqual([0, -0.1, -0.1, 0, -0.1, -0.1]);
  });

  it('moves by its stride, and rounds down where that does not divide', async () => {
    const found = await occlusion(counted, oneCell, { patch: 1, stride: 2 });
    expect([found.rows, found.columns, found.covered.length]).toEqual([2, 2, 4]);
    // row 1 is never covered
    expect(dropsOf(found, 0).data.every((drop) => drop === 0)).toBe(true);
  });

  it('asks in batches, and once more for the whole picture', async () => {
    const sizes: number[] = [];
    const picture = { height: 28, width: 28, data: new Float32Array(784) };
    const counting: Predict = (pictures) => {
      sizes.push(pictures.length);
      return pictures.map(() => [1]);
    };
    expect((await occlusion(picture, counting)).covered).toHaveLength(576);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(577);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(128);
  });

  it('refuses a patch that is larger than the picture', async () => {
    await expect(occlusion(counted, oneCell, { patch: 4 })).rejects.toThrow('kernel-too-large');
  });
});

describe('occlusion of the shipped digit network', () => {
  let network: Awaited<ReturnType<typeof loadDigitNetwork>>;
  beforeAll(async () => {
    network = await loadDigitNetwork();
  });
  const pictureOf = (data: Float32Array): NetworkPicture => ({ height: 28, width: 28, data });
  const nine = pictureOf(drawDigits(10, 28)[9]!.input);

  it('gives at each position what the network says of that one picture alone', async () => {
    const found = await occlusion(nine, network.probabilities, { patch: 7, stride: 7 });
    expect([found.rows, found.columns]).toEqual([4, 4]);
    const data = nine.data.map((value, at) =>
      Math.floor(at / 28) >= 7 && Math.floor(at / 28) < 14 && at % 28 >= 14 && at % 28 < 21 ? 0 : value,
    );
    const [alone] = await network.probabilities([data]);
    expect(found.covered[4 + 2]!.map((p) => p.toFixed(4))).toEqual(alone!.map((p) => p.toFixed(4)));
    expect(alone!.reduce((sum, p) => sum + p)).toBeCloseTo(1, 4);
  });

  it('changes nothing where a black patch lies on black, and makes a nine a four where it hides the arch', async () => {
    const found = await occlusion(nine, network.probabilities);
    expect([found.rows, found.columns]).toEqual([24, 24]);
    expect(mostProbable(found.whole)).toBe(9);
    const drops = dropsOf(found, 9);
    expect(drops.data[0]).toBeCloseTo(0, 5);
    const worst = drops.data.indexOf(Math.max(...drops.data));
    expect(drops.data[worst]).toBeGreaterThan(0.9);
    expect(mostProbable(found.covered[worst]!)).toBe(4);
  });
});
