import { describe, expect, it } from 'vitest';
import { loadDigitNetwork } from '../../src/network/digits.ts';
import { drawDigits } from '../../src/network/drawn-digits.ts';
import { pixelInfluence, shareInMiddle } from '../../src/network/pixel-influence.ts';

describe('the influence of pixels', () => {
  it('is half of each weight for a weighted sum, averaged over maps and pictures', async () => {
    // two maps of one place: 1·a + 2·b + 3·c + 4·d, and minus twice that
    const sum = (picture: Float32Array) => picture.reduce((total, value, at) => total + value * (at + 1), 0);
    const mapsOf = (pictures: readonly Float32Array[]) =>
      pictures.map((picture) => [sum(picture), -2 * sum(picture)].map((value) => ({ width: 1, height: 1, data: Float32Array.of(value) })));
    const pictures = [Float32Array.of(0, 0, 0, 0), Float32Array.of(1, 1, 1, 1)];
    const { data } = await pixelInfluence(mapsOf, pictures, { row: 0, column: 0 }, { from: 0, size: 2 });
    expect([...data]).toEqual([0.75, 1.5, 2.25, 3]);
  });

  it('is found in the receptive field of the digit network, and nowhere else', async () => {
    const network = await loadDigitNetwork();
    const pictures = drawDigits(3, 1).map(({ input }) => input);
    // output (3, 3) of the second layer: columns −3 + 3·4 = 9 to 18
    const { data } = await pixelInfluence(
      (inputs) => network.maps(inputs, 'relu2'),
      pictures,
      { row: 3, column: 3 },
      { from: 7, size: 14 },
    );
    const isInside = (at: number) => at >= 2 && at < 12;
    const [inside, outside] = [true, false].map((wanted) =>
      [...data].filter((_, at) => (isInside(at % 14) && isInside(Math.floor(at / 14))) === wanted),
    );
    expect(Math.max(...outside!)).toBe(0);
    expect(inside!.filter((value) => value > 0).length).toBeGreaterThan(80);
  });

  it('lies in the middle by a share', async () => {
    const data = Float32Array.of(1, 1, 1, 1, 1, 5, 5, 1, 1, 5, 5, 1, 1, 1, 1, 1);
    expect(shareInMiddle({ width: 4, height: 4, data }, 2)).toBe(20 / 32);
    expect(shareInMiddle({ width: 4, height: 4, data }, 4)).toBe(1);
  });
});
