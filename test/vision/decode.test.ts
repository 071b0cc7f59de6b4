import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePicture, MAX_PIXELS, MAX_SIDE } from '../../src/vision/decode.ts';
import type { Picture } from '../../src/vision/picture.ts';
import { crc32 } from './png-chunks.ts';

const ORANGE = { r: 230, g: 120, b: 20 };

/** Left half orange, right half blue: every orientation of it is told apart from its mirror. */
async function twoHalves(width = 64, height = 32) {
  const half = await sharp({ create: { width: width / 2, height, channels: 3, background: { r: 20, g: 40, b: 220 } } })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: ORANGE } })
    .composite([{ input: half, left: width / 2, top: 0 }])
    .png()
    .toBuffer();
}

const pixel = ({ width, channels, data }: Picture, x: number, y: number) => [
  ...data.subarray((y * width + x) * channels, (y * width + x + 1) * channels),
];

function expectNear(actual: number[], expected: number[], tolerance: number) {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, index) => {
    expect(Math.abs(value - expected[index]!), `${actual} is not about ${expected}`).toBeLessThanOrEqual(tolerance);
  });
}

const problem = (id: string, values: Record<string, unknown> = {}) => expect.objectContaining({ learner: { id, values } });

/** A PNG whose header promises this size; no pixels follow. */
function pngHeader(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13, 0);
  header.write('IHDR', 4, 'latin1');
  header.writeUInt32BE(width, 8);
  header.writeUInt32BE(height, 12);
  header.set([8, 2, 0, 0, 0], 16);
  header.writeUInt32BE(crc32(header.subarray(4, 21)), 21);
  const data = Buffer.alloc(16);
  data.writeUInt32BE(4, 0);
  data.write('IDAT', 4, 'latin1');
  data.writeUInt32BE(crc32(data.subarray(4, 12)), 12);
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), header, data]));
}

describe('pictures of every kind become 8-bit sRGB', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'tiff', 'avif'] as const)('%s', async (format) => {
    const bytes = await sharp(await twoHalves())
      .toFormat(format, { quality: 95 })
      .toBuffer();
    const { picture, original, frames, type } = await decodePicture(bytes);
    expect(type.toLowerCase()).toBe(format);
    expect({ ...picture, data: picture.data.length }).toEqual({ width: 64, height: 32, channels: 3, data: 64 * 32 * 3 });
    expect(original).toEqual({ width: 64, height: 32 });
    expect(frames).toBe(1);
    expectNear(pixel(picture, 5, 16), [230, 120, 20], 6);
    expectNear(pixel(picture, 60, 16), [20, 40, 220], 6);
  });

  it('gray stays one channel', async () => {
    const gray = new Uint8Array(Array.from({ length: 64 }, (_, index) => index * 4));
    const bytes = await sharp(gray, { raw: { width: 8, height: 8, channels: 1 } })
      .toColourspace('b-w')
      .png()
      .toBuffer();
    const { picture } = await decodePicture(bytes);
    expect(picture).toEqual({ width: 8, height: 8, channels: 1, data: gray });
  });

  it('16 bits a sample, color and gray: the upper eight are kept', async () => {
    const samples = new Uint16Array(Array.from({ length: 48 }, (_, index) => index * 1365));
    const color = await sharp(samples, { raw: { width: 4, height: 4, channels: 3 } })
      .toColourspace('rgb16')
      .png()
      .toBuffer();
    expect((await sharp(color).metadata()).depth).toBe('ushort');
    const { picture } = await decodePicture(color);
    expectNear(
      [...picture.data],
      [...samples].map((sample) => sample / 257),
      1,
    );

    const gray = await sharp(samples.subarray(0, 16), { raw: { width: 4, height: 4, channels: 1 } })
      .toColourspace('grey16')
      .png()
      .toBuffer();
    expect((await sharp(gray).metadata()).depth).toBe('ushort');
    const decoded = (await decodePicture(gray)).picture;
    expect(decoded.channels).toBe(1);
    expectNear(
      [...decoded.data],
      [...samples.subarray(0, 16)].map((sample) => sample / 257),
      1,
    );
  });

  it('16-bit gray with transparency', async () => {
    const samples = new Uint16Array(16).map((_, index) => (index % 2 === 0 ? 10_000 : index < 8 ? 65_535 : 0));
    const bytes = await sharp(samples, { raw: { width: 4, height: 2, channels: 2 } })
      .toColourspace('grey16')
      .png()
      .toBuffer();
    const { picture } = await decodePicture(bytes);
    expect(picture.channels).toBe(1);
    expectNear(pixel(picture, 0, 0), [39], 1);
    expectNear(pixel(picture, 0, 1), [255], 1);
  });

  it.each(['jpeg', 'tiff'] as const)('CMYK %s', async (format) => {
    const bytes = await sharp(await twoHalves())
      .toColourspace('cmyk')
      .toFormat(format, { quality: 95 })
      .toBuffer();
    expect((await sharp(bytes).metadata()).space).toBe('cmyk');
    const { picture } = await decodePicture(bytes);
    expect(picture.channels).toBe(3);
    const [red = 0, , blue = 0] = pixel(picture, 5, 16);
    expect(red).toBeGreaterThan(blue + 80);
    const right = pixel(picture, 60, 16);
    expect(right[2]).toBeGreaterThan(right[0]! + 60);
  });

  it('a palette of few colors', async () => {
    const bytes = await sharp(await twoHalves())
      .png({ palette: true, colours: 4 })
      .toBuffer();
    expect((await sharp(bytes).metadata()).isPalette).toBe(true);
    const { picture } = await decodePicture(bytes);
    expectNear(pixel(picture, 5, 5), [230, 120, 20], 4);
  });

  it('what is transparent shows white, in color, gray and GIF', async () => {
    const clear = { width: 6, height: 4, channels: 4 as const, background: { ...ORANGE, alpha: 0 } };
    for (const bytes of [await sharp({ create: clear }).png().toBuffer(), await sharp({ create: clear }).gif().toBuffer()]) {
      expect(pixel((await decodePicture(bytes)).picture, 3, 2)).toEqual([255, 255, 255]);
    }
    const half = new Uint8Array(8 * 2).map((_, index) => (index % 2 === 0 ? 100 : 128));
    const gray = await sharp(half, { raw: { width: 4, height: 2, channels: 2 } })
      .toColourspace('b-w')
      .png()
      .toBuffer();
    const { picture } = await decodePicture(gray);
    expect(picture.channels).toBe(1);
    expectNear(pixel(picture, 1, 1), [177], 2);
  });

  it('of an animation the first frame, and how many there were', async () => {
    const frames = [ORANGE, { r: 0, g: 0, b: 255 }, { r: 0, g: 255, b: 0 }];
    const inputs = await Promise.all(
      frames.map((background) =>
        sharp({ create: { width: 8, height: 8, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    for (const format of ['gif', 'webp'] as const) {
      const bytes = await sharp(inputs, { join: { animated: true } })
        .toFormat(format, { quality: 100 })
        .toBuffer();
      const decoded = await decodePicture(bytes);
      expect(decoded.frames).toBe(3);
      expect(decoded.original).toEqual({ width: 8, height: 8 });
      expectNear(pixel(decoded.picture, 4, 4), [230, 120, 20], 6);
    }
  });
});

describe('photos as phones take them', () => {
  it.each([
    [1, { width: 64, height: 32 }, { x: 2, y: 16 }],
    [2, { width: 64, height: 32 }, { x: 61, y: 16 }],
    [3, { width: 64, height: 32 }, { x: 61, y: 16 }],
    [4, { width: 64, height: 32 }, { x: 2, y: 16 }],
    [5, { width: 32, height: 64 }, { x: 16, y: 2 }],
    [6, { width: 32, height: 64 }, { x: 16, y: 2 }],
    [7, { width: 32, height: 64 }, { x: 16, y: 61 }],
    [8, { width: 32, height: 64 }, { x: 16, y: 61 }],
  ])('EXIF orientation %i is turned upright', async (orientation, size, orange) => {
    const bytes = await sharp(await twoHalves())
      .withMetadata({ orientation })
      .jpeg({ quality: 95 })
      .toBuffer();
    const { picture, original } = await decodePicture(bytes);
    expect({ width: picture.width, height: picture.height }).toEqual(size);
    expect(original).toEqual(size);
    expectNear(pixel(picture, orange.x, orange.y), [230, 120, 20], 8);
  });

  it('are shrunk to the pixels asked for, upright and with their aspect', async () => {
    const bytes = await sharp(await twoHalves(1600, 800))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { picture, original } = await decodePicture(bytes, { maxPixels: 20_000 });
    expect(original).toEqual({ width: 800, height: 1600 });
    expect({ width: picture.width, height: picture.height }).toEqual({ width: 100, height: 200 });
    expectNear(pixel(picture, 50, 20), [230, 120, 20], 8);
    expectNear(pixel(picture, 50, 180), [20, 40, 220], 8);
  });

  it('are never enlarged', async () => {
    const { picture } = await decodePicture(await twoHalves(), { maxPixels: 1_000_000 });
    expect(picture.width).toBe(64);
  });

  it('even a strip of one row keeps within the pixels asked for', async () => {
    const bytes = await sharp({ create: { width: 10_000, height: 1, channels: 3, background: ORANGE } })
      .png()
      .toBuffer();
    const { picture } = await decodePicture(bytes, { maxPixels: 100 });
    expect(picture.width * picture.height).toBeLessThanOrEqual(100);
    expectNear(pixel(picture, 50, 0), [230, 120, 20], 1);
  });

  it('a wrong extension does not matter: only the bytes are read', async () => {
    // nothing is handed over but bytes, and a view into a larger buffer is one picture all the same
    const bytes = await twoHalves();
    const larger = new Uint8Array(bytes.length + 20).fill(7);
    larger.set(bytes, 10);
    const { type, picture } = await decodePicture(larger.subarray(10, 10 + bytes.length));
    expect(type).toBe('PNG');
    expect(pixel(picture, 60, 3)).toEqual([20, 40, 220]);
  });
});

describe('what is refused', () => {
  it('an empty file', async () => {
    await expect(decodePicture(new Uint8Array(0))).rejects.toEqual(problem('picture-empty'));
  });

  it.each([
    ['text', 'hello, this is no picture'],
    ['a page', '<!doctype html><html><body>nothing <svg></svg></body></html>'],
    ['zeros', '\0'.repeat(4000)],
    ['one byte', 'x'],
    ['the first letters of a bitmap', 'BMW is a car maker and this is a text about it, long enough'],
  ])('%s', async (_name, text) => {
    await expect(decodePicture(Buffer.from(text))).rejects.toEqual(problem('picture-not-a-picture'));
  });

  it.each([
    ['plain', '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'],
    ['with a prologue', '\uFEFF<?xml version="1.0"?>\n<!-- drawn -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg width="1" height="1"></svg>'],
    ['with a prefix', '<x:svg xmlns:x="http://www.w3.org/2000/svg" width="30000" height="30000"/>'],
  ])('SVG, %s', async (_name, text) => {
    await expect(decodePicture(Buffer.from(text))).rejects.toEqual(problem('picture-svg'));
  });

  it.each([
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['HEIC', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'],
    ['MP4', '\0\0\0\x18ftypisom\0\0\x02\0isomiso2'],
    ['PDF', '%PDF-1.7\n'],
    ['PSD', '8BPS\0\x01'],
    ['ICO', '\0\0\x01\0\x01\0\x10\x10'],
    ['JPEG XL', '\xff\x0a\xfa\x1f'],
    ['JPEG 2000', '\0\0\0\x0cjP  \r\n\x87\n'],
    ['WebM', '\x1a\x45\xdf\xa3\x9f\x42'],
  ])('%s, by its name', async (format, start) => {
    await expect(decodePicture(Buffer.from(start, 'latin1'))).rejects.toEqual(problem('picture-format', { format }));
  });

  it.each(['png', 'jpeg', 'webp', 'gif', 'tiff', 'avif'] as const)('a cut-off %s', async (format) => {
    const noise = new Uint8Array(96 * 96 * 3).map((_, index) => (index * 2_654_435_761) >>> 24);
    const whole = await sharp(noise, { raw: { width: 96, height: 96, channels: 3 } })
      .toFormat(format)
      .toBuffer();
    await expect(decodePicture(whole)).resolves.toBeDefined();
    for (const kept of [0.9, 0.5, 0.1]) {
      await expect(decodePicture(whole.subarray(0, Math.floor(whole.length * kept))), `${kept} of it`).rejects.toEqual(
        problem('picture-unreadable'),
      );
    }
    await expect(decodePicture(whole.subarray(0, 16))).rejects.toEqual(problem('picture-unreadable'));
  });

  it('a PNG with a damaged byte', async () => {
    const bytes = new Uint8Array(await twoHalves());
    bytes[60]! ^= 0xff;
    await expect(decodePicture(bytes)).rejects.toEqual(problem('picture-unreadable'));
  });

  it('30,000×30,000 by its header alone, with little memory', async () => {
    const before = process.memoryUsage.rss();
    await expect(decodePicture(pngHeader(30_000, 30_000))).rejects.toEqual(
      problem('picture-too-many-pixels', { width: 30_000, height: 30_000, limit: 50, side: 16_000 }),
    );
    expect(process.memoryUsage.rss() - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('one pixel row more than the limits, while the limits themselves are read', async () => {
    expect(MAX_PIXELS).toBe(50_000_000);
    const tooWide = problem('picture-too-many-pixels', { width: MAX_SIDE + 1, height: 2, limit: 50, side: MAX_SIDE });
    await expect(decodePicture(pngHeader(MAX_SIDE + 1, 2))).rejects.toEqual(tooWide);
    // past the size check the missing pixels are noticed
    await expect(decodePicture(pngHeader(MAX_SIDE, 2))).rejects.toEqual(problem('picture-unreadable'));
    await expect(decodePicture(pngHeader(10_000, 5_000))).rejects.toEqual(problem('picture-unreadable'));
  });

  it('garbage behind a known beginning never gets out as anything but a Problem', async () => {
    const starts = [
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [0xff, 0xd8, 0xff, 0xe0],
      [...Buffer.from('GIF89a')],
      [...Buffer.from('II*\0')],
      [...Buffer.from('RIFF\x20\0\0\0WEBPVP8 ')],
    ];
    for (const start of starts) {
      const bytes = new Uint8Array(500).map((_, index) => start[index] ?? (index * 2_654_435_761) >>> 24);
      await expect(decodePicture(bytes)).rejects.toHaveProperty('learner');
    }
  });
});
