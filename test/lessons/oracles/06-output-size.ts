import type { Oracles } from './oracle.ts';
import { slidingPlaces } from './places.ts';

export const oracles: Oracles = {
  'size-plain': ({ n, f }) => slidingPlaces({ n, f }),
  'size-chain': ({ n, f1, p1, s1, f2, p2, s2 }) => slidingPlaces({ n: slidingPlaces({ n, f: f1, p: p1, s: s1 }), f: f2, p: p2, s: s2 }),
  'edge-windows': ({ n, f, row, column }) => {
    let windows = 0;
    for (let top = 1; top + f - 1 <= n; top++)
      for (let left = 1; left + f - 1 <= n; left++) if (row >= top && row < top + f && column >= left && column < left + f) windows++;
    return windows;
  },
};
