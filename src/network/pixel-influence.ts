import type { Plane } from '../vision/picture.ts';

/** A square part of a picture, pixels. */
export interface Area {
  /** First row and first column. */
  from: number;
  size: number;
}

/** How far a pixel is moved: half of the range 0…1, towards its middle and beyond, so that it stays inside. */
const NUDGE = 0.5;

/**
 * How strongly each pixel of an area reaches one place of a layer, measured: the pixel is moved by half the range, and what the place's numbers
 * change by is averaged over all maps and pictures. 0 where a pixel changes nothing.
 * @param mapsOf the layer's maps for each picture
 * @param pictures square, 0…1, row by row, all of one size
 * @param place row and column in the maps, from 0
 */
export async function pixelInfluence(
  mapsOf: (pictures: readonly Float32Array[]) => Plane[][] | Promise<Plane[][]>,
  pictures: readonly Float32Array[],
  place: { row: number; column: number },
  { from, size }: Area,
): Promise<Plane> {
  const side = Math.sqrt(pictures[0]!.length);
  const sums = new Float64Array(size * size);
  for (const picture of pictures) {
    const nudged = Array.from({ length: size * size }, (_, at) => {
      const pixel = (from + Math.floor(at / size)) * side + from + (at % size);
      const changed = Float32Array.from(picture);
      changed[pixel]! += picture[pixel]! < 0.5 ? NUDGE : -NUDGE;
      return changed;
    });
    const [before, ...after] = (await mapsOf([picture, ...nudged])).map((maps) =>
      maps.map(({ width, data }) => data[place.row * width + place.column]!),
    );
    after.forEach((values, at) => {
      sums[at]! += values.reduce((sum, value, map) => sum + Math.abs(value - before![map]!), 0) / values.length;
    });
  }
  return { width: size, height: size, data: Float32Array.from(sums, (sum) => sum / pictures.length) };
}

/** The part of all influence that lies in the middle of a square plane, 0…1. */
export function shareInMiddle({ width, data }: Plane, middle: number): number {
  const border = (width - middle) / 2;
  const isInside = (at: number) => at >= border && at < width - border;
  let [inside, all] = [0, 0];
  data.forEach((value, at) => {
    all += value;
    if (isInside(at % width) && isInside(Math.floor(at / width))) inside += value;
  });
  return inside / all;
}
