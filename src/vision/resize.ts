import { rawInput } from './encode.ts';
import type { Picture } from './picture.ts';

/** The picture resized to exactly this width and height, pixels (Lanczos; aspect is the caller's matter). */
export async function resizePicture(picture: Picture, { width, height }: { width: number; height: number }): Promise<Picture> {
  const { data, info } = await rawInput(picture)
    .resize({ width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)), fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    channels: picture.channels,
    data: new Uint8Array(data.buffer, data.byteOffset, data.length),
  };
}
