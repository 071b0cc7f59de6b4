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

/**
 * The picture shrunk so that each pixel is the brightest of those it stands for: thin lines on black stay as bright as they are.
 * A picture that is not larger is given back as it is.
 */
export function shrinkKeepingLines(picture: Picture, { width, height }: { width: number; height: number }): Picture {
  const { channels, data } = picture;
  if (width >= picture.width || height >= picture.height) return picture;
  const columnOf = Int32Array.from({ length: picture.width }, (_, x) => Math.floor((x * width) / picture.width));
  const result = new Uint8Array(width * height * channels);
  const brightest = new Uint16Array(width * height);
  const [green, blue] = channels === 1 ? [0, 0] : [1, 2];
  for (let y = 0, from = 0; y < picture.height; y++) {
    const row = Math.floor((y * height) / picture.height) * width;
    for (let x = 0; x < picture.width; x++, from += channels) {
      const brightness = data[from]! + data[from + green]! + data[from + blue]!;
      // most is black, and black is what stands there already
      if (brightness === 0) continue;
      const to = row + columnOf[x]!;
      if (brightness <= brightest[to]!) continue;
      brightest[to] = brightness;
      for (let channel = 0; channel < channels; channel++) result[to * channels + channel] = data[from + channel]!;
    }
  }
  return { width, height, channels, data: result };
}
