import sharp, { type Sharp } from 'sharp';
import type { Picture } from './picture.ts';

/** zlib's level: 2 is nearly as small as 6 for figures and several times as fast. */
const PNG_LEVEL = 2;
const JPEG_QUALITY = 88;

/** Pixels to encode: 1 (gray), 3 (RGB) or 4 (RGBA, not premultiplied) channels, interleaved, 8 bits each. */
export interface Pixels {
  width: number;
  height: number;
  channels: 1 | 3 | 4;
  data: Uint8Array;
}

/** The picture library's view of raw pixels; gray stays one channel, where the library by itself would make three. */
export function rawInput({ data, width, height, channels }: Pixels | Picture): Sharp {
  return sharp(data, { raw: { width, height, channels } }).toColourspace(channels === 1 ? 'b-w' : 'srgb');
}

/** Lossless PNG, tuned for speed. */
export async function encodePng(pixels: Pixels | Picture): Promise<Uint8Array> {
  return bytesOf(await rawInput(pixels).png({ compressionLevel: PNG_LEVEL, adaptiveFiltering: false }).toBuffer());
}

/** JPEG for photos whose every pixel does not matter; transparency shows white. */
export async function encodeJpeg(pixels: Pixels | Picture): Promise<Uint8Array> {
  const pipeline = pixels.channels === 4 ? rawInput(pixels).flatten({ background: '#ffffff' }) : rawInput(pixels);
  // tables made for the picture would save 3 % and double the time
  return bytesOf(await pipeline.jpeg({ quality: JPEG_QUALITY, optimiseCoding: false }).toBuffer());
}

const bytesOf = (buffer: Buffer) => new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
