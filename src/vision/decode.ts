import sharp, { type Metadata } from 'sharp';
import { decodeBmp, readBmpHeader } from './bmp.ts';
import type { Picture } from './picture.ts';
import { READABLE_TYPES, type ReadableType, sniffPictureType } from './picture-type.ts';
import { Problem } from './problem.ts';
import { resizePicture } from './resize.ts';

/** Pixels of a picture that is read at all: a 50-megapixel photo. */
export const MAX_PIXELS = 50_000_000;
/** Longest side of a picture that is read at all, pixels. */
export const MAX_SIDE = 16_000;
/** A picture that takes longer to decode is given up, seconds. */
const DECODE_TIMEOUT_SECONDS = 10;

// the pool of processes is the parallelism: more threads in each would only take turns, and its cache would keep uploads in memory
sharp.concurrency(1);
sharp.cache(false);

export interface DecodedPicture {
  picture: Picture;
  /** What the bytes were, whatever the file was called. */
  type: ReadableType;
  /** Size as uploaded, after turning it upright, pixels. */
  original: { width: number; height: number };
  /** Frames of an animation (pages of a TIFF); the first one is the picture. */
  frames: number;
}

/**
 * Decodes an uploaded picture safely: the type is told from the bytes, the header's size is checked before a pixel is read, EXIF rotation is
 * applied, transparency lies on white, 16-bit, CMYK and palette pictures become 8-bit sRGB, gray stays one channel. How many bytes an upload may
 * have is the chat's matter, which stops downloading there.
 * @param maxPixels the picture is shrunk, aspect kept, to at most this many pixels (a JPEG already while it is read)
 * @throws Problem `picture-empty`, `picture-not-a-picture`, `picture-svg`, `picture-format` {format},
 *   `picture-too-many-pixels` {width, height, limit: megapixels, side: pixels}, `picture-unreadable`, `picture-too-slow`
 */
export async function decodePicture(bytes: Uint8Array, { maxPixels = MAX_PIXELS }: { maxPixels?: number } = {}): Promise<DecodedPicture> {
  const type = readableType(bytes);
  return type === 'BMP' ? decodeBitmap(bytes, maxPixels) : decodeWithSharp(bytes, type, maxPixels);
}

/** Nothing whose beginning is not a known raster format reaches a parser. */
function readableType(bytes: Uint8Array): ReadableType {
  if (bytes.length === 0) throw new Problem('picture-empty');
  const type = sniffPictureType(bytes);
  if (type === undefined) throw new Problem('picture-not-a-picture');
  if (type === 'SVG') throw new Problem('picture-svg');
  const readable = READABLE_TYPES.find((known) => known === type);
  if (readable === undefined) throw new Problem('picture-format', { format: type });
  return readable;
}

async function decodeBitmap(bytes: Uint8Array, maxPixels: number): Promise<DecodedPicture> {
  const header = readBmpHeader(bytes);
  checkSize(header);
  const { width, height } = header;
  const picture = decodeBmp(bytes, header);
  const size = sizeWithin({ width, height }, maxPixels);
  return {
    picture: size.width < width || size.height < height ? await resizePicture(picture, size) : picture,
    type: 'BMP',
    original: { width, height },
    frames: 1,
  };
}

async function decodeWithSharp(bytes: Uint8Array, type: ReadableType, maxPixels: number): Promise<DecodedPicture> {
  const header = await readHeader(bytes);
  checkSize(header);
  const original = { width: header.autoOrient.width, height: header.autoOrient.height };
  const size = sizeWithin(original, maxPixels);
  const gray = header.space === 'b-w' || header.space === 'grey16';
  // "error": a cut-off or damaged file is refused, while harmless oddities of cameras' files are not
  let pipeline = sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS }).timeout({ seconds: DECODE_TIMEOUT_SECONDS }).autoOrient();
  if (header.hasAlpha) pipeline = pipeline.flatten({ background: '#ffffff' });
  if (size.width < original.width || size.height < original.height) pipeline = pipeline.resize({ ...size, fit: 'fill' });
  try {
    const { data, info } = await pipeline
      .toColourspace(gray ? 'b-w' : 'srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    // a picture of science with a number of bands of its own
    if (channels !== 1 && channels !== 3) throw new Problem('picture-unreadable');
    return {
      picture: { width, height, channels, data: new Uint8Array(data.buffer, data.byteOffset, data.length) },
      type,
      original,
      frames: header.pages ?? 1,
    };
  } catch (error) {
    throw isTimeout(error) ? new Problem('picture-too-slow') : new Problem('picture-unreadable');
  }
}

async function readHeader(bytes: Uint8Array): Promise<Metadata> {
  try {
    // no limit here: the size is for the person to be told, and no pixel is read
    return await sharp(bytes, { failOn: 'none', limitInputPixels: false }).metadata();
  } catch {
    throw new Problem('picture-unreadable');
  }
}

function checkSize({ width, height }: { width: number; height: number }): void {
  if (width * height > MAX_PIXELS || width > MAX_SIDE || height > MAX_SIDE) {
    throw new Problem('picture-too-many-pixels', { width, height, limit: MAX_PIXELS / 1_000_000, side: MAX_SIDE });
  }
}

/** The size, aspect kept, that has at most so many pixels; a strip keeps at least one pixel across. */
function sizeWithin({ width, height }: { width: number; height: number }, maxPixels: number): { width: number; height: number } {
  const scale = Math.min(1, Math.sqrt(maxPixels / (width * height)));
  const across = Math.max(1, Math.min(maxPixels, Math.floor(width * scale)));
  return { width: across, height: Math.max(1, Math.min(Math.floor(maxPixels / across), Math.floor(height * scale))) };
}

const isTimeout = (error: unknown) => error instanceof Error && error.message.startsWith('timeout');
