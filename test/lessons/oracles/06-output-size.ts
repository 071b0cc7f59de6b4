import type { Oracles } from './oracle.ts';
import { slidingPlaces } from './places.ts';

export const oracles: Oracles = {
  'size-plain': ({ n, f }) => slidingPlaces({ n, f }),
  'size-chain': ({ n, f1, p1, s1, f2, p2, s2 }) => slidingPlaces({ n: slidingPlaces({ n, f: f1, p: p1, s: s1 }), f: f2, p: p2, s: s2 }),
};
