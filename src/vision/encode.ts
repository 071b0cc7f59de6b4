import sharp from 'sharp';
import type { Picture } from './picture.ts';

/** zlib's level: 2 is nearly as small as 6 for figures and several times as fast. */
const PNG_LEVEL = 2;
const JPEG_QUALITY = 88;

/** Pixels to encode: 1 (gray), 3 (RGB) or 4 (RGBA, not premultiplied) channels, interleaved. */
export interface Pixels {
  width: number;
  height: number;
  channels: 1 | 3 | 4;
  data: Uint8Array;
}

const input = ({ data, width, height, channels }: Pixels | Picture) => sharp(data, { raw: { width, height, channels } });

/** Lossless PNG, tuned for speed. */
export async function encodePng(pixels: Pixels | Picture): Promise<Uint8Array> {
  // gray stays gray: libvips would otherwise write three equal channels
  const pipeline = pixels.channels === 1 ? input(pixels).toColourspace('b-w') : input(pixels);
  return new Uint8Array(await pipeline.png({ compressionLevel: PNG_LEVEL, adaptiveFiltering: false }).toBuffer());
}

/** JPEG for photos whose every pixel does not matter. */
export async function encodeJpeg(pixels: Pixels | Picture): Promise<Uint8Array> {
  const pipeline = pixels.channels === 1 ? input(pixels).toColourspace('b-w') : input(pixels);
  return new Uint8Array(await pipeline.jpeg({ quality: JPEG_QUALITY }).toBuffer());
}

/** The picture resized to exactly this width and height, pixels. */
export async function resizePicture(picture: Picture, { width, height }: { width: number; height: number }): Promise<Picture> {
  const { data, info } = await input(picture)
    .resize({ width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)), fit: 'fill' })
    .toColourspace(picture.channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: picture.channels, data: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}
