import type { Oracles } from './oracle.ts';
import { slidingPlaces } from './places.ts';

/** Rows of a text, `1 0 −1 / …`, as numbers. */
const rowsIn = (text: string) => text.split('/').map((row) => row.replaceAll('−', '-').match(/-?\d+/g)!.map(Number));

/** Places one after the other, as a hand computes. */
function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

/** What the words of a choice say, drawn. */
const DRAWN: Record<string, (row: number, column: number) => boolean> = {
  'patch-left': (_, column) => column === 0,
  'patch-right': (_, column) => column === 2,
  'patch-top': (row) => row === 0,
  'patch-bottom': (row) => row === 2,
  'patch-falling': (row, column) => row === column,
  'patch-rising': (row, column) => row + column === 2,
  'patch-spot': (row, column) => row === 1 && column === 1,
  'patch-flat': () => true,
};
const NINE = [0, 1, 2, 3, 4, 5, 6, 7, 8];

interface Table {
  panels: { values: number[][] }[];
}

export const oracles: Oracles = {
  'map-shape': ({ n, filters, f, p, pooled }) => {
    const convolved = slidingPlaces({ n, f, p });
    const side = pooled === 1 ? slidingPlaces({ n: convolved, f: 2, s: 2 }) : convolved;
    return [filters, side, side];
  },
  'best-patch': ({ weights, a, b, c }, { form, choices, task }) => {
    const flat = rowsIn(weights).flat();
    if (form.id === 'number') return Math.max(0, ...[a, b, c].map((patch) => dot(rowsIn(patch).flat(), flat)));
    const drawn = task.panels?.(choices.map(String)).input as { panels: { data: number[] }[] } | undefined;
    const patches = choices.map((choice, place) =>
      drawn === undefined
        ? NINE.map((at) => (DRAWN[choice as string]!(Math.floor(at / 3), at % 3) ? 1 : 0))
        : drawn.panels[place]!.data.map((shade) => (shade > 128 ? 1 : 0)),
    );
    const sums = patches.map((patch) => dot(patch, flat));
    return choices[sums.indexOf(Math.max(...sums))]!;
  },
  sparsity: ({ list, count }, { task }) => {
    const drawn = task.figure?.input as Table | undefined;
    const numbers = drawn === undefined ? rowsIn(list).flat() : drawn.panels[0]!.values.flat();
    const after = numbers.map((value) => (value > 0 ? value : 0));
    return after.filter((value) => value === 0).length * (100 / count);
  },
  'dead-filters': ({ list }, { task }) => {
    const drawn = task.figure?.input as Table | undefined;
    const table = drawn === undefined ? rowsIn(list) : drawn.panels[0]!.values;
    return table.filter((row) => Math.max(...row) === 0).length;
  },
};
