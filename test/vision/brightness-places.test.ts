import { describe, expect, it } from 'vitest';
import { placesToCompare } from '../../lessons/predict/brighter-place.ts';
import { brightnessPlaces } from '../../src/vision/brightness-places.ts';
import type { Picture } from '../../src/vision/picture.ts';

const picture = (width: number, height: number, of: (x: number, y: number) => number): Picture => ({
  width,
  height,
  channels: 1,
  data: Uint8Array.from({ length: width * height }, (_, at) => of(at % width, Math.floor(at / width))),
});

describe('brightness before and after a filter', () => {
  // a bright flat left half, a dark right half whose result is bright
  const photo = picture(90, 60, (x) => (x < 45 ? 200 : 50));
  const result = picture(88, 58, (x) => (x + 1 < 45 ? 0 : 120));

  it('is the mean of squares off the rim; a smaller result lies in the middle', () => {
    const places = brightnessPlaces(photo, result);
    // squares of 10 pixels: 8 − 1 columns of them, 5 − 1 rows
    expect(places).toHaveLength(7 * 4);
    expect(places[0]).toEqual({ x: 10 / 90, y: 10 / 60, width: 10 / 90, height: 10 / 60, before: 200, after: 0 });
    expect(places[6]).toMatchObject({ x: 70 / 90, before: 50, after: 120 });
    // half of this square lies on either side
    expect(places[3]).toMatchObject({ x: 40 / 90, before: 125, after: 60 });
  });

  it('is compared where the darker place becomes the brighter one', () => {
    const places = brightnessPlaces(photo, result);
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      const pair = placesToCompare(places, seed)!;
      expect(placesToCompare(places, seed)).toEqual(pair);
      const [before, after] = [pair[0].before - pair[1].before, pair[0].after - pair[1].after];
      expect(Math.sign(before)).toBe(-Math.sign(after));
      expect(Math.min(Math.abs(before), Math.abs(after))).toBeGreaterThanOrEqual(25);
    }
    expect(placesToCompare(brightnessPlaces(photo, photo), 'a')).toBeUndefined();
  });
});
