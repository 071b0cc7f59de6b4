import { theOnly } from './07-padding.ts';
import type { Oracles } from './oracle.ts';
import { behindLast, slidingPlaces } from './places.ts';

export const oracles: Oracles = {
  'size-strided': ({ n, f, p, s }) => slidingPlaces({ n, f, p, s }),
  unreached: ({ n, f, p, s }) => behindLast({ n, f, p, s }),
  'find-stride': ({ n, f, p, output }) => theOnly(n + 2 * p, (s) => s > 0 && slidingPlaces({ n, f, p, s }) === output),
};
