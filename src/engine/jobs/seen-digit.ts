import { decodePicture } from '../../vision/decode.ts';
import type { DigitPreparation } from '../../vision/digit/preparation.ts';
import { prepareDigit } from '../../vision/digit/prepare.ts';
import type { Plane } from '../../vision/picture.ts';

/** Width and height of what the digit network sees. */
export const SIDE = 28;
const MAX_WORKING_PIXELS = 1_000_000;

export async function preparedDigit(bytes: Uint8Array): Promise<DigitPreparation> {
  const { picture } = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
  return prepareDigit(picture);
}

/** What the network sees of it; where no digit was found, the picture merely squashed. */
export const seenOf = (preparation: DigitPreparation) => (preparation.found ? preparation.input : preparation.unprepared);

/** 28×28 numbers as a plane. */
export const planeOf = (data: Float32Array): Plane => ({ width: SIDE, height: SIDE, data });

/** What an output of a layer sees of the picture: where output 0 begins, how wide it is, and how far neighbors are apart, pixels. */
export interface Field {
  start: number;
  size: number;
  jump: number;
}

/** The part of a 28×28 picture that an output sees; the padding around it is 0. */
export function patchOf(picture: Float32Array, row: number, column: number, { start, size, jump }: Field): Plane {
  const pixel = (y: number, x: number) => (y >= 0 && x >= 0 && y < SIDE && x < SIDE ? picture[y * SIDE + x]! : 0);
  const [top, left] = [start + row * jump, start + column * jump];
  const data = Float32Array.from({ length: size * size }, (_, at) => pixel(top + Math.floor(at / size), left + (at % size)));
  return { width: size, height: size, data };
}

/** The places where a map is strongest: of each picture its strongest one, since its neighbors look nearly the same. */
export function strongestPlaces(maps: readonly Plane[], count: number): { picture: number; row: number; column: number; value: number }[] {
  return maps
    .map(({ width, data }, picture) => {
      const at = data.reduce((found, value, place) => (value > data[found]! ? place : found), 0);
      return { picture, row: Math.floor(at / width), column: at % width, value: data[at]! };
    })
    .sort((a, b) => b.value - a.value)
    .slice(0, count);
}
