import type { Picture, Plane } from './picture.ts';

/** One plane a channel, levels 0…255. */
export function planesOf({ width, height, channels, data }: Picture): Plane[] {
  return Array.from({ length: channels }, (_, channel) => {
    const plane = new Float32Array(width * height);
    for (let pixel = 0, at = channel; pixel < plane.length; pixel++, at += channels) plane[pixel] = data[at]!;
    return { width, height, data: plane };
  });
}
