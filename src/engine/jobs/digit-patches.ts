import { type DrawnDigit, drawDigits } from '../../network/drawn-digits.ts';
import type { Plane } from '../../vision/picture.ts';
import { networks } from '../networks.ts';

/** What output 0 of a layer sees along one axis, and how far neighbors are apart, pixels. */
export interface Field {
  start: number;
  size: number;
  jump: number;
}

/** Digits that neighbors and patches are looked for in: enough that each digit comes in many hands. */
export const DRAWN = 400;
const SEED = 28;
const SIDE = 28;

export const drawnSet = (): DrawnDigit[] => drawDigits(DRAWN, SEED);

/** For each unit of `relu2` the parts of drawn digits that excite it most, strongest first: a digit gives one at most, its neighbors look nearly the same. */
export async function strongestPatches(
  units: readonly number[],
  field: Field,
  count: number,
): Promise<{ patch: Plane; value: number }[][]> {
  const { digits } = await networks();
  const set = drawnSet();
  const maps = digits.maps(
    set.map(({ input }) => input),
    'relu2',
  );
  return units.map((unit) =>
    maps
      .map((planes, digit) => ({ digit, ...strongest(planes[unit]!) }))
      .sort((a, b) => b.value - a.value)
      .slice(0, count)
      .map(({ digit, row, column, value }) => ({ patch: patchOf(set[digit]!.input, { row, column }, field), value })),
  );
}

function strongest({ width, data }: Plane): { value: number; row: number; column: number } {
  const place = data.reduce((found, value, at) => (value > data[found]! ? at : found), 0);
  return { value: data[place]!, row: Math.floor(place / width), column: place % width };
}

/** What a place of a layer sees of a 28×28 picture; the padding around it is black. */
export function patchOf(input: Float32Array, { row, column }: { row: number; column: number }, { start, size, jump }: Field): Plane {
  const pixel = (y: number, x: number) => (y >= 0 && x >= 0 && y < SIDE && x < SIDE ? input[y * SIDE + x]! : 0);
  const [top, left] = [start + row * jump, start + column * jump];
  const data = Float32Array.from({ length: size * size }, (_, at) => pixel(top + Math.floor(at / size), left + (at % size)));
  return { width: size, height: size, data };
}
