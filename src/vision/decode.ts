import sharp, { type Metadata } from 'sharp';
import type { Picture } from './picture.ts';
import { Problem } from './problem.ts';

/** Pixels of a picture that is read at all: a 50-megapixel photo. */
export const MAX_PIXELS = 50_000_000;
/** Longest side of a picture that is read at all, pixels. */
export const MAX_SIDE = 16_000;
/** A picture that takes longer to decode is given up, seconds. */
const DECODE_TIMEOUT_SECONDS = 20;
/** What the decoder reads; vector graphics and documents are not pictures here. */
const RASTER_FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif', 'avif', 'jxl', 'jp2']);
/** How much of the beginning is looked at for `<svg`, bytes. */
const SVG_SNIFF_BYTES = 4096;

// the pool of processes is the parallelism: more threads in each would only take turns, and its cache would keep uploads in memory
sharp.concurrency(1);
sharp.cache(false);

export interface DecodedPicture {
  picture: Picture;
  /** Size as uploaded, after turning it upright, pixels. */
  original: { width: number; height: number };
  /** Frames of an animation; the first one is the picture. */
  frames: number;
}

/**
 * Decodes an uploaded picture safely: the header's size is checked before a pixel is read, EXIF rotation is applied, transparency lies on white,
 * 16-bit, CMYK and palette pictures become 8-bit sRGB, gray stays one channel.
 * @param maxPixels the picture is shrunk to at most this many pixels (JPEG while it is read)
 * @throws Problem `picture-empty`, `picture-svg`, `picture-not-a-picture`, `picture-format` {format}, `picture-too-many-pixels` {width, height, limit},
 *   `picture-unreadable`
 */
export async function decodePicture(bytes: Uint8Array, { maxPixels = MAX_PIXELS }: { maxPixels?: number } = {}): Promise<DecodedPicture> {
  if (bytes.length === 0) throw new Problem('picture-empty');
  if (looksLikeSvg(bytes)) throw new Problem('picture-svg');
  const header = await readHeader(bytes);
  const original = { width: header.autoOrient.width, height: header.autoOrient.height };
  const scale = Math.min(1, Math.sqrt(maxPixels / (original.width * original.height)));
  const gray = header.channels <= 2 && (header.space === 'b-w' || header.space === 'grey16');
  let pipeline = sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS, sequentialRead: true })
    .timeout({ seconds: DECODE_TIMEOUT_SECONDS })
    .autoOrient();
  if (header.hasAlpha) pipeline = pipeline.flatten({ background: '#ffffff' });
  if (scale < 1) {
    pipeline = pipeline.resize({
      width: Math.max(1, Math.floor(original.width * scale)),
      height: Math.max(1, Math.floor(original.height * scale)),
      fit: 'fill',
    });
  }
  try {
    const { data, info } = await pipeline
      .toColourspace(gray ? 'b-w' : 'srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { picture: toPicture(new Uint8Array(data.buffer, data.byteOffset, data.length), info), original, frames: header.pages ?? 1 };
  } catch (error) {
    if (error instanceof Error && /unsupported|compression|codec/i.test(error.message)) throw new Problem('picture-format', { format: header.format.toUpperCase() });
    throw new Problem('picture-unreadable');
  }
}

async function readHeader(bytes: Uint8Array): Promise<Metadata> {
  let header: Metadata;
  try {
    header = await sharp(bytes, { failOn: 'none', limitInputPixels: false }).metadata();
  } catch {
    // a known beginning with a broken header is a damaged picture, anything else none at all
    throw new Problem(hasPictureSignature(bytes) ? 'picture-unreadable' : 'picture-not-a-picture');
  }
  if (header.format === 'svg') throw new Problem('picture-svg');
  if (!RASTER_FORMATS.has(header.format)) throw new Problem('picture-format', { format: header.format.toUpperCase() });
  const { width, height } = header;
  if (width * height > MAX_PIXELS || width > MAX_SIDE || height > MAX_SIDE) {
    throw new Problem('picture-too-many-pixels', { width, height, limit: MAX_PIXELS / 1_000_000 });
  }
  return header;
}

function toPicture(data: Uint8Array, info: { width: number; height: number; channels: number }): Picture {
  const { width, height, channels } = info;
  if (channels === 1 || channels === 3) return { width, height, channels, data };
  // a color space that keeps its alpha after flattening: the samples beside the colors are left out
  const kept = channels > 3 ? 3 : 1;
  const copy = new Uint8Array(width * height * kept);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < kept; channel++) copy[pixel * kept + channel] = data[pixel * channels + channel]!;
  }
  return { width, height, channels: kept, data: copy };
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, SVG_SNIFF_BYTES));
  return /^\s*(?:\uFEFF)?\s*</.test(start) && /<(?:\w+:)?svg[\s>]/i.test(start);
}

function hasPictureSignature(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return /^(\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF....WEBP|....ftyp)/s.test(start);
}
