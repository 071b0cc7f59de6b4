import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodePhotoPng } from '../../src/vision/encode-photo.ts';
import { createRandom } from './random.ts';

describe('a PNG of a photo', () => {
  it.each([
    [1, 1, 1],
    [700, 701, 3],
    [1, 1, 3],
    [33, 7, 3],
    [500, 40, 1],
    [16, 16, 3],
  ] as const)('%i×%i in %i channels is read back as it was', async (width, height, channels) => {
    const random = createRandom(width);
    const data = new Uint8Array(width * height * channels).map((_, index) => (index % 50 < 20 ? 77 : Math.floor(random() * 256)));
    const png = await encodePhotoPng({ width, height, channels, data });
    const metadata = await sharp(png).metadata();
    expect(metadata).toMatchObject({ format: 'png', width, height, channels, depth: 'uchar' });
    const back = await sharp(png, { failOn: 'warning' })
      .toColourspace(channels === 1 ? 'b-w' : 'srgb')
      .raw()
      .toBuffer();
    expect(Buffer.compare(back, data)).toBe(0);
  });

  it('of even areas is small all the same', async () => {
    const white = await encodePhotoPng({ width: 1000, height: 1000, channels: 3, data: new Uint8Array(3_000_000).fill(255) });
    expect(white.length).toBeLessThan(20_000);
  });
});
