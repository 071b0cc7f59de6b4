import { createCanvas, loadImage } from 'canvas';
import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/vision/decode.ts';
import type { Picture } from '../../src/vision/picture.ts';

/** The picture that every file below holds, 3×2: red, green, blue over white, black, orange. */
const COLORS = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 255],
  [0, 0, 0],
  [255, 165, 0],
] as const;
const WIDTH = 3;
const HEIGHT = 2;

interface BmpParts {
  bits: number;
  compression?: number;
  /** The image header's size, bytes: 12 or 40. */
  header?: 12 | 40;
  /** Between header and pixels: masks or a palette. */
  extra?: Buffer;
  /** Bytes of one row, padded to a multiple of four here. */
  row: (y: number) => number[];
  topDown?: boolean;
  width?: number;
  height?: number;
}

function bmp({
  bits,
  compression = 0,
  header = 40,
  extra = Buffer.alloc(0),
  row,
  topDown = false,
  width = WIDTH,
  height = HEIGHT,
}: BmpParts): Buffer {
  const info = Buffer.alloc(header);
  info.writeUInt32LE(header, 0);
  if (header === 12) {
    info.writeUInt16LE(width, 4);
    info.writeUInt16LE(height, 6);
    info.writeUInt16LE(1, 8);
    info.writeUInt16LE(bits, 10);
  } else {
    info.writeInt32LE(width, 4);
    info.writeInt32LE(topDown ? -height : height, 8);
    info.writeUInt16LE(1, 12);
    info.writeUInt16LE(bits, 14);
    info.writeUInt32LE(compression, 16);
  }
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const bytes = row(topDown ? y : HEIGHT - 1 - y);
    return Buffer.from([...bytes, ...new Array<number>((4 - (bytes.length % 4)) % 4).fill(0)]);
  });
  const file = Buffer.alloc(14);
  file.write('BM', 'latin1');
  file.writeUInt32LE(14 + header + extra.length, 10);
  return Buffer.concat([file, info, extra, ...rows]);
}

const at = (y: number) => COLORS.slice(y * WIDTH, (y + 1) * WIDTH);
const littleEndian = (values: number[], bytes: number) =>
  values.flatMap((value) => Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 255));
const masks = (...values: number[]) => Buffer.from(littleEndian(values, 4));
const palette = (entryBytes: number) => Buffer.from(COLORS.flatMap(([r, g, b]) => (entryBytes === 3 ? [b, g, r] : [b, g, r, 0])));
const indexes = (y: number) => [0, 1, 2].map((x) => y * WIDTH + x);

const EXPECTED: Picture = { width: WIDTH, height: HEIGHT, channels: 3, data: new Uint8Array(COLORS.flat()) };

describe('a Windows bitmap', () => {
  it.each<[string, BmpParts]>([
    ['24 bits', { bits: 24, row: (y) => at(y).flatMap(([r, g, b]) => [b, g, r]) }],
    ['24 bits from the top', { bits: 24, topDown: true, row: (y) => at(y).flatMap(([r, g, b]) => [b, g, r]) }],
    ['24 bits of OS/2', { bits: 24, header: 12, row: (y) => at(y).flatMap(([r, g, b]) => [b, g, r]) }],
    ['32 bits whose fourth byte means nothing', { bits: 32, row: (y) => at(y).flatMap(([r, g, b]) => [b, g, r, 0]) }],
    [
      '32 bits with masks in another order',
      { bits: 32, compression: 3, extra: masks(0xff, 0xff00, 0xff0000), row: (y) => at(y).flatMap(([r, g, b]) => [r, g, b, 0]) },
    ],
    ['8 bits', { bits: 8, extra: Buffer.concat([palette(4), Buffer.alloc(250 * 4)]), row: indexes }],
    [
      '4 bits',
      { bits: 4, extra: Buffer.concat([palette(4), Buffer.alloc(10 * 4)]), row: (y) => [((y * 3) << 4) | (y * 3 + 1), (y * 3 + 2) << 4] },
    ],
    ['8 bits of OS/2', { bits: 8, header: 12, extra: Buffer.concat([palette(3), Buffer.alloc(250 * 3)]), row: indexes }],
  ])('of %s', async (_name, parts) => {
    const { picture, type, original } = await decodePicture(bmp(parts));
    expect(type).toBe('BMP');
    expect(original).toEqual({ width: WIDTH, height: HEIGHT });
    expect(picture).toEqual(EXPECTED);
  });

  it('of one bit', async () => {
    const extra = Buffer.from([0, 0, 0, 0, 255, 255, 255, 0]);
    const { picture } = await decodePicture(bmp({ bits: 1, extra, row: (y) => [y === 0 ? 0b10100000 : 0b01000000] }));
    expect([...picture.data].filter((_, index) => index % 3 === 0)).toEqual([255, 0, 255, 0, 255, 0]);
  });

  it.each([
    ['5-5-5', 0, Buffer.alloc(0), 10, 5],
    ['5-6-5', 3, masks(0xf800, 0x07e0, 0x001f), 11, 6],
  ] as const)('of 16 bits, %s: the largest value is 255', async (_name, compression, extra, redShift, greenBits) => {
    const pack = ([r, g, b]: readonly [number, number, number]) => ((r >> 3) << redShift) | ((g >> (8 - greenBits)) << 5) | (b >> 3);
    const { picture } = await decodePicture(bmp({ bits: 16, compression, extra, row: (y) => littleEndian(at(y).map(pack), 2) }));
    [...picture.data].forEach((value, index) => {
      expect(Math.abs(value - EXPECTED.data[index]!)).toBeLessThanOrEqual(4);
    });
    expect([...picture.data.subarray(0, 3)]).toEqual([255, 0, 0]);
  });

  it('with alpha lies on white; alpha that is zero everywhere means nothing', async () => {
    const extra = masks(0xff0000, 0xff00, 0xff, 0xff000000);
    const file = (alpha: number) =>
      bmp({ bits: 32, compression: 6, extra, row: (y) => at(y).flatMap(([r, g, b], x) => [b, g, r, x === 0 ? alpha : 0]) });
    const { picture } = await decodePicture(file(128));
    expect([...picture.data.subarray(0, 6)]).toEqual([255, 127, 127, 255, 255, 255]);
    expect((await decodePicture(file(0))).picture).toEqual(EXPECTED);
  });

  it('is shrunk as any other picture', async () => {
    const { picture, original } = await decodePicture(bmp({ bits: 24, row: (y) => at(y).flatMap(([r, g, b]) => [b, g, r]) }), {
      maxPixels: 2,
    });
    expect(picture.width * picture.height).toBeLessThanOrEqual(2);
    expect(original).toEqual({ width: 3, height: 2 });
  });

  it('that is cut off, compressed or absurdly large is refused', async () => {
    const whole = bmp({ bits: 24, row: (y) => at(y).flatMap(([r, g, b]) => [b, g, r]) });
    for (const length of [whole.length - 4, 40, 20]) {
      await expect(decodePicture(whole.subarray(0, length))).rejects.toHaveProperty('learner.id', 'picture-unreadable');
    }
    await expect(decodePicture(bmp({ bits: 8, compression: 1, row: indexes }))).rejects.toHaveProperty('learner', {
      id: 'picture-format',
      values: { format: 'BMP (RLE)' },
    });
    await expect(decodePicture(bmp({ bits: 24, width: 30_000, height: 30_000, row: () => [] }))).rejects.toHaveProperty(
      'learner.id',
      'picture-too-many-pixels',
    );
    await expect(decodePicture(bmp({ bits: 24, width: 0, row: () => [] }))).rejects.toHaveProperty('learner.id', 'picture-unreadable');
    await expect(decodePicture(bmp({ bits: 8, row: indexes }).subarray(0, 56))).rejects.toHaveProperty('learner.id', 'picture-unreadable');
  });
});

it('the canvas of another library sees the same colors', async () => {
  // the files above are written by this test: a second reader keeps writer and reader from being wrong together
  const image = await loadImage(bmp({ bits: 24, row: (y) => at(y).flatMap(([r, g, b]) => [b, g, r]) }));
  const context = createCanvas(WIDTH, HEIGHT).getContext('2d');
  context.drawImage(image, 0, 0);
  const seen = context.getImageData(0, 0, WIDTH, HEIGHT).data.filter((_, index) => index % 4 !== 3);
  expect([...seen]).toEqual([...EXPECTED.data]);
});
