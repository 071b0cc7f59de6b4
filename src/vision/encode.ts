import sharp, { type Sharp } from 'sharp';
import { joinParts, partRows } from './jpeg-parts.ts';
import type { Picture } from './picture.ts';

/** zlib's level: 2 is nearly as small as 6 for figures and several times as fast. */
const PNG_LEVEL = 2;
export const JPEG_QUALITY = 88;

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

/** JPEG for photos whose every pixel does not matter; transparency shows white. A large one is encoded in parts at the same time. */
export function encodeJpeg(pixels: Pixels | Picture): Promise<Uint8Array> {
  const encoder = startJpeg();
  encoder.rows(pixels, pixels.height);
  return encoder.finish();
}

/** The same while the picture is still being made: encoding goes on in threads of its own. */
export function startJpeg() {
  let picture: Pixels | undefined;
  const parts: Promise<Uint8Array>[] = [];
  return {
    /** Says that so many rows are done, and will not change any more. */
    rows(pixels: Pixels | Picture, done: number): void {
      picture = pixels;
      const { width, height, channels, data } = pixels;
      const rows = partRows(pixels) ?? height;
      for (let top = parts.length * rows; top < height && Math.min(top + rows, height) <= done; top += rows) {
        const part = data.subarray(top * width * channels, (top + rows) * width * channels);
        parts.push(encodeJpegPart({ width, height: part.length / (width * channels), channels, data: part }));
      }
    },
    /** The JPEG, when all rows were done. */
    async finish(): Promise<Uint8Array> {
      const encoded = await Promise.all(parts);
      return encoded.length === 1 ? encoded[0]! : joinParts(encoded, { ...picture!, rows: partRows(picture!)! });
    },
  };
}

async function encodeJpegPart(pixels: Pixels): Promise<Uint8Array> {
  const pipeline = pixels.channels === 4 ? rawInput(pixels).flatten({ background: '#ffffff' }) : rawInput(pixels);
  // tables made for the picture would save 3 % and double the time, and parts could not be joined
  return bytesOf(await pipeline.jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:2:0', optimiseCoding: false }).toBuffer());
}

const bytesOf = (buffer: Buffer) => new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
