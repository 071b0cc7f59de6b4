import type { Oracles } from './oracle.ts';
import { slidingPlaces } from './places.ts';

const table = (text: string) => text.split('; ').map((row) => row.split(' ').map((value) => Number(value.replace('−', '-'))));

export const oracles: Oracles = {
  'pool-window': ({ kind, side, window, input, row, column }) => {
    const source = table(input ?? window);
    const read: number[] = [];
    for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) read.push(source[(row ?? 0) + y]![(column ?? 0) + x]!);
    if (kind === 'max') return read.sort((a, b) => b - a)[0]!;
    let total = 0;
    for (const value of read) total += value;
    return total / (side * side);
  },
  'pool-shape': ({ c, h, w, f, s }) => [c, slidingPlaces({ n: h, f, s }), slidingPlaces({ n: w, f, s })],
};
