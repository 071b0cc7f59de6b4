import { expect } from 'vitest';
import type { Oracles } from './oracle.ts';
import { slidingPlaces } from './places.ts';

/** The one number in 0…limit for which something is so; two would be two right answers. */
export function theOnly(limit: number, isSo: (candidate: number) => boolean): number {
  const found = Array.from({ length: limit + 1 }, (_, candidate) => candidate).filter(isSo);
  expect(found).toHaveLength(1);
  return found[0]!;
}

export const oracles: Oracles = {
  'size-padded': ({ n, f, p }) => slidingPlaces({ n, f, p }),
  'padding-same': ({ n, f }, { form }) => {
    const p = theOnly(20, (candidate) => slidingPlaces({ n, f, p: candidate }) === n);
    return form.id === 'picture' ? `p${p}` : p;
  },
  'find-kernel': ({ n, p, output }) => theOnly(n + 2 * p, (f) => f > 0 && slidingPlaces({ n, f, p }) === output),
  'find-padding': ({ n, f, output }) => theOnly(20, (p) => slidingPlaces({ n, f, p }) === output),
};
