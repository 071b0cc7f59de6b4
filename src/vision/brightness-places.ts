import { toGray } from './gray.ts';
import type { Picture } from './picture.ts';

/** A square of a photo, in fractions 0…1 of it, with its mean gray level 0…255 before and after a filter. */
export interface BrightnessPlace {
  x: number;
  y: number;
  width: number;
  height: number;
  before: number;
  after: number;
}

/** Squares along the longer side: each is still seen on a phone. */
const PLACES = 9;

/** Mean brightness square by square, without those at the rim. A result smaller than the photo is taken to be its middle, as it is without padding. */
export function brightnessPlaces(photo: Picture, result: Picture): BrightnessPlace[] {
  const [before, after] = [toGray(photo), toGray(result)];
  const side = Math.floor(Math.max(photo.width, photo.height) / PLACES);
  const [left, top] = [Math.floor((photo.width - result.width) / 2), Math.floor((photo.height - result.height) / 2)];
  const places: BrightnessPlace[] = [];
  for (let y = side; y + 2 * side <= photo.height; y += side)
    for (let x = side; x + 2 * side <= photo.width; x += side) {
      const box = { x: x / photo.width, y: y / photo.height, width: side / photo.width, height: side / photo.height };
      places.push({ ...box, before: mean(before, x, y, side), after: mean(after, x - left, y - top, side) });
    }
  return places;
}

/** Mean of a square's pixels that lie in the picture, rounded. */
function mean({ width, height, data }: Picture, left: number, top: number, side: number): number {
  let sum = 0;
  let count = 0;
  for (let y = Math.max(0, top); y < Math.min(height, top + side); y++)
    for (let x = Math.max(0, left); x < Math.min(width, left + side); x++, count++) sum += data[y * width + x]!;
  return count === 0 ? 0 : Math.round(sum / count);
}
