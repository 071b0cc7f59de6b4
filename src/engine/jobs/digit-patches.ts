import { type DrawnDigit, drawDigits } from '../../network/drawn-digits.ts';
import type { Plane } from '../../vision/picture.ts';
import { networks } from '../networks.ts';
import { type Field, patchOf, strongestPlaces } from './seen-digit.ts';

/** Digits that neighbors and patches are looked for in: enough that each digit comes in many hands. */
export const DRAWN = 400;
const SEED = 28;

let drawn: DrawnDigit[] | undefined;

/** The first of the set; drawn once a process. */
export function drawnSet(count = DRAWN): DrawnDigit[] {
  drawn ??= drawDigits(DRAWN, SEED);
  return drawn.slice(0, count);
}

/** For each unit of `relu2` the parts of drawn digits that excite it most, strongest first: a digit gives one at most, its neighbors look nearly the same. */
export async function strongestPatches(
  units: readonly number[],
  field: Field,
  count: number,
): Promise<{ patch: Plane; value: number }[][]> {
  const { digits } = await networks();
  const set = drawnSet();
  const maps = await digits.maps(
    set.map(({ input }) => input),
    'relu2',
  );
  return units.map((unit) =>
    strongestPlaces(
      maps.map((planes) => planes[unit]!),
      count,
    ).map(({ picture, row, column, value }) => ({ patch: patchOf(set[picture]!.input, row, column, field), value })),
  );
}
