import type { Exercise } from '../../../lessons/quiz/exercise.ts';
import type { Oracles } from './oracle.ts';

interface Layer {
  f: number;
  s: number;
  p: number;
  d: number;
}

/** `F = 3, S = 2 → …` as the learner reads it. */
const layersIn = (chain: string): Layer[] =>
  chain.split(' → ').map((layer) => {
    const [f, s, p, d] = ['F', 'S', 'P', 'D'].map((letter) => Number(new RegExp(`${letter} = (\\d+)`).exec(layer)?.[1] ?? Number.NaN));
    return { f: f!, s: s!, p: p || 0, d: d || 1 };
  });
const stacked = (windows: number[]): Layer[] => windows.map((f) => ({ f, s: 1, p: 0, d: 1 }));
const listed = (text: string) => String(text).split(', ').map(Number);

/** Columns that one output cell sees, followed down window by window, cell by cell; those of the padding lie outside the input. */
function seenBy(layers: Layer[], cell: number): number[] {
  let cells = new Set([cell]);
  for (const { f, s, p, d } of [...layers].reverse()) {
    const below = new Set<number>();
    for (const above of cells) for (let tap = 0; tap < f; tap++) below.add(above * s - p + tap * d);
    cells = below;
  }
  return [...cells].sort((one, other) => one - other);
}
/** From the first column seen to the last. */
const reach = (layers: Layer[], cell = 40) => {
  const seen = seenBy(layers, cell);
  return seen.at(-1)! - seen[0]! + 1;
};
const apart = (layers: Layer[]) => seenBy(layers, 1)[0]! - seenBy(layers, 0)[0]!;

/** Every way from an output cell down to one input cell, walked. */
function ways(windows: number[], target: number): number {
  const [first, ...others] = windows;
  if (first === undefined) return target === 0 ? 1 : 0;
  let count = 0;
  for (let step = 0; step < first; step++) count += ways(others, target - step);
  return count;
}

/** Weights and biases of a layer, counted filter by filter. */
function counted(channels: number, f: number): number {
  let count = 0;
  for (let filter = 0; filter < channels; filter++) {
    for (let channel = 0; channel < channels; channel++) for (let row = 0; row < f; row++) count += f;
    count += 1;
  }
  return count;
}

/** The figure's own numbers, where there is one. */
const drawnOf = ({ task }: Exercise) =>
  // biome-ignore lint/suspicious/noExplicitAny: panels of several kinds
  (task.figure?.input as { panels: any[] } | undefined)?.panels;

export const oracles: Oracles = {
  'stacked-field': ({ windows }, exercise) => {
    const drawn = drawnOf(exercise)?.[0].layers as { f: number }[] | undefined;
    return reach(stacked(drawn === undefined ? listed(windows) : drawn.map(({ f }) => f)));
  },
  'strided-field': ({ chain }, exercise) => {
    const drawn = drawnOf(exercise)?.[0].layers as { f: number; s: number; d: number }[] | undefined;
    return reach(drawn === undefined ? layersIn(chain) : drawn.map((layer) => ({ ...layer, p: 0 })));
  },
  'field-jump': ({ chain }, { form, choices, task }) => {
    const layers = layersIn(chain);
    if (form.id !== 'picture') return apart(layers);
    const { panels } = task.panels!(choices as string[]).input as { panels: { windows: { column: number; columns: number }[] }[] };
    const [first, second] = [seenBy(layers, 0), seenBy(layers, 1)];
    const fits = panels.map(({ windows }) =>
      [first, second].every((seen, cell) => {
        const { column, columns } = windows[cell]!;
        return column === seen[0] && column + columns - 1 === seen.at(-1);
      }),
    );
    return choices[fits.indexOf(true)]!;
  },
  'field-place': ({ chain, cell, column, row }, { form, choices, task }) => {
    const layers = layersIn(chain);
    if (form.id !== 'picture') return seenBy(layers, cell).at(-1)!;
    const drawn = task.panels!(choices as string[]).input as {
      panels: { padding: { left: number; top: number }; windows: { row: number; column: number; rows: number; columns: number }[] }[];
    };
    const [across, down] = [seenBy(layers, column), seenBy(layers, row)];
    const fits = drawn.panels.map(({ padding, windows: [box] }) => {
      const [left, top] = [box!.column - padding.left, box!.row - padding.top];
      return left === across[0] && left + box!.columns - 1 === across.at(-1) && top === down[0] && top + box!.rows - 1 === down.at(-1);
    });
    return choices[fits.indexOf(true)]!;
  },
  'field-depth': ({ field, f, pooled }, exercise) => {
    const wanted = drawnOf(exercise)?.[0].windows[0].columns ?? field;
    const layers = pooled === 1 ? [{ f: 2, s: 2, p: 0, d: 1 }] : [];
    let depth = 0;
    while (reach([...layers, ...stacked(new Array<number>(depth).fill(f))]) < wanted) depth++;
    return depth;
  },
  'small-windows': ({ channels, f, layers, asked }) => {
    const chain = Array.from({ length: layers }, () => counted(channels, f)).reduce((sum, count) => sum + count, 0);
    if (asked === 'stack') return chain;
    return counted(channels, reach(stacked(new Array<number>(layers).fill(f)))) - chain;
  },
  'field-paths': ({ windows, distance }) => {
    const all = listed(windows);
    const field = reach(stacked(all));
    return ways(all, (field - 1) / 2 + distance);
  },
  'effective-field': ({ list }, exercise) => {
    const drawn = drawnOf(exercise)?.[0].values as (number | string)[][] | undefined;
    const counts =
      drawn === undefined
        ? listed(list)
        : drawn
            .flat()
            .filter((value) => value !== '')
            .map(Number);
    const largest = [...counts].sort((one, other) => other - one)[0]!;
    return counts.filter((count) => count / largest > 4.55 / 100).length;
  },
};
