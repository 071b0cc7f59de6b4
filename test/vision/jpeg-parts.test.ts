import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodeJpeg, JPEG_QUALITY } from '../../src/vision/encode.ts';
import { joinParts, partRows } from '../../src/vision/jpeg-parts.ts';
import { createRandom } from './random.ts';

function scene(width: number, height: number, channels: 1 | 3) {
  const random = createRandom(width);
  const data = new Uint8Array(width * height * channels).map((_, index) => 120 + 90 * Math.sin(index / 300) + 30 * random());
  return { width, height, channels, data };
}

describe('a JPEG encoded in parts', () => {
  it.each([
    [640, 700, 3],
    [333, 517, 3],
    [1001, 999, 1],
    // more units than a restart interval may hold in a quarter
    [5000, 4200, 1],
  ] as const)('%i×%i in %i channels has the pixels of one encoded at once', async (width, height, channels) => {
    const picture = scene(width, height, channels);
    const joined = await encodeJpeg(picture);
    const atOnce = await sharp(picture.data, { raw: { width, height, channels } })
      .toColourspace(channels === 1 ? 'b-w' : 'srgb')
      .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:2:0', optimiseCoding: false })
      .toBuffer();
    expect(Buffer.compare(joined, atOnce)).not.toBe(0);
    expect(await sharp(joined).metadata()).toMatchObject({ format: 'jpeg', width, height, channels });
    const [found, expected] = await Promise.all([joined, atOnce].map((bytes) => sharp(bytes, { failOn: 'warning' }).raw().toBuffer()));
    expect(Buffer.compare(found!, expected!)).toBe(0);
  });

  it('is not worth it for a small picture', async () => {
    expect(partRows({ width: 500, height: 300, channels: 3 })).toBeUndefined();
    expect(partRows({ width: 1080, height: 1920, channels: 3 })).toBe(240);
    expect((await sharp(await encodeJpeg(scene(50, 30, 3))).metadata()).height).toBe(30);
  });

  it('of one part is that part with an interval', async () => {
    const picture = scene(64, 64, 3);
    const part = await encodeJpeg(picture);
    const joined = joinParts([part], { ...picture, rows: 64 });
    const [found, expected] = await Promise.all([joined, part].map((bytes) => sharp(bytes, { failOn: 'warning' }).raw().toBuffer()));
    expect(Buffer.compare(found!, expected!)).toBe(0);
  });
});
