import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/vision/decode.ts';
import { encodeJpeg, encodePng } from '../../src/vision/encode.ts';
import type { Picture } from '../../src/vision/picture.ts';
import { resizePicture, shrinkKeepingLines } from '../../src/vision/resize.ts';

const noise = (length: number) => new Uint8Array(length).map((_, index) => (index * 2_654_435_761) >>> 24);
const smooth = (channels: 1 | 3): Picture => ({
  width: 40,
  height: 30,
  channels,
  data: new Uint8Array(40 * 30 * channels).map((_, index) => 60 + Math.floor((index / channels) % 40) * 3),
});

describe('PNG', () => {
  it.each([1, 3] as const)('keeps every pixel of %i channels', async (channels) => {
    const picture: Picture = { width: 17, height: 9, channels, data: noise(17 * 9 * channels) };
    const bytes = await encodePng(picture);
    expect((await sharp(bytes).metadata()).channels).toBe(channels);
    expect((await decodePicture(bytes)).picture).toEqual(picture);
  });

  it('keeps transparency', async () => {
    const data = noise(5 * 4 * 4);
    const bytes = await encodePng({ width: 5, height: 4, channels: 4, data });
    expect(new Uint8Array(await sharp(bytes).raw().toBuffer())).toEqual(data);
  });

  it('of one pixel', async () => {
    const picture: Picture = { width: 1, height: 1, channels: 3, data: new Uint8Array([1, 2, 3]) };
    expect((await decodePicture(await encodePng(picture))).picture).toEqual(picture);
  });
});

describe('JPEG', () => {
  it.each([1, 3] as const)('comes near every pixel of %i channels', async (channels) => {
    const picture = smooth(channels);
    const decoded = (await decodePicture(await encodeJpeg(picture))).picture;
    expect(decoded.channels).toBe(channels);
    const worst = Math.max(...decoded.data.map((value, index) => Math.abs(value - picture.data[index]!)));
    expect(worst).toBeLessThanOrEqual(6);
  });

  it('shows white where it was transparent', async () => {
    const { picture } = await decodePicture(await encodeJpeg({ width: 8, height: 8, channels: 4, data: new Uint8Array(256) }));
    expect(Math.min(...picture.data)).toBeGreaterThan(250);
  });
});

it.each([1, 3] as const)('resizing keeps %i channels and the colors of an even picture', async (channels) => {
  const even: Picture = { width: 30, height: 20, channels, data: new Uint8Array(600 * channels).fill(77) };
  const resized = await resizePicture(even, { width: 7, height: 45 });
  expect(resized).toEqual({ width: 7, height: 45, channels, data: new Uint8Array(7 * 45 * channels).fill(77) });
});

describe('shrinking lines on black', () => {
  it.each([1, 3] as const)('keeps the brightest pixel of each block in %i channels', (channels) => {
    const data = new Uint8Array(6 * 4 * channels);
    // one line down the second column, and a brighter point beside it
    for (let y = 0; y < 4; y++) data.fill(90, (y * 6 + 1) * channels, (y * 6 + 2) * channels);
    data.fill(200, 0, channels);
    const shrunk = shrinkKeepingLines({ width: 6, height: 4, channels, data }, { width: 3, height: 2 });
    const first = Array.from({ length: 6 }, (_, pixel) => shrunk.data[pixel * channels]);
    expect(first).toEqual([200, 0, 0, 90, 0, 0]);
  });

  it('leaves a picture that is not larger as it is', () => {
    const picture = smooth(1);
    expect(shrinkKeepingLines(picture, { width: 40, height: 30 })).toBe(picture);
  });
});
