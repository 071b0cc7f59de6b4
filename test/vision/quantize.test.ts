import { describe, expect, it } from 'vitest';
import { chooseColors } from '../../src/vision/quantize.ts';
import { createRandom } from './random.ts';

describe('the colors chosen for a picture', () => {
  it('are its own where they are few, in order', async () => {
    const pixels = Uint8Array.from([1, 2, 3, 255, 0, 0, 1, 2, 3, 0, 0, 9]);
    expect(await chooseColors(pixels, 3)).toEqual([0x010203, 0xff0000, 0x000009]);
  });

  it('stand near all of its pixels where they are many, and are the same every time', async () => {
    const random = createRandom(7);
    const pixels = Uint8Array.from({ length: 30_000 }, () => Math.floor(random() * 256));
    const colors = await chooseColors(pixels, 200);
    expect(colors).toHaveLength(200);
    expect(new Set(colors).size).toBe(200);
    let far = 0;
    for (let at = 0; at < pixels.length; at += 3) {
      const distances = colors.map((color) =>
        Math.hypot(pixels[at]! - (color >> 16), pixels[at + 1]! - ((color >> 8) & 255), pixels[at + 2]! - (color & 255)),
      );
      far += Math.min(...distances);
    }
    // 200 points spread evenly over the cube leave about 22 to the nearest
    expect(far / (pixels.length / 3)).toBeLessThan(30);
    expect(await chooseColors(pixels, 200)).toEqual(colors);
  });
});
