import type { Oracles } from './oracle.ts';

const KERNELS = { x: [-1, 0, 1, -2, 0, 2, -1, 0, 1], y: [-1, -2, -1, 0, 0, 0, 1, 2, 1] };
const dot = (patch: number[], kernel: number[]) => patch.reduce((sum, gray, index) => sum + gray * kernel[index]!, 0);

export const oracles: Oracles = {
  // told from what the weights do: their sum, and where the signs change
  'which-filter': ({ kernel, gray }, { form }) => {
    const rows = String(kernel)
      .replace(' (: 9)', '')
      .split(' / ')
      .map((row) => row.split(' ').map(Number));
    const sum = (pick: (y: number, x: number) => boolean) =>
      rows.flatMap((row, y) => row.filter((_, x) => pick(y, x))).reduce((total, weight) => total + weight, 0);
    if (form.id === 'number') return gray * sum(() => true);
    const [left, right] = [sum((_, x) => x === 0), sum((_, x) => x === 2)];
    const [above, below] = [sum((y) => y === 0), sum((y) => y === 2)];
    if (rows.flat().every((weight) => weight > 0)) return 'blur';
    if (right === -left && right !== 0 && above === 0) return 'edges-upright';
    if (below === -above && below !== 0 && left === 0) return 'edges-level';
    if (rows[0]![0]! < 0 && rows[2]![2]! > 0) return 'emboss';
    return sum(() => true) === 0 ? 'outline' : 'sharpen';
  },
  // the kernel as two passes of 1 2 1, down and then across
  'blurred-value': ({ patch }) => {
    const rows = String(patch)
      .split(' / ')
      .map((row) => row.split(' ').map(Number));
    const pass = (values: number[]) => (values[0]! + 2 * values[1]! + values[2]!) / 4;
    return pass([0, 1, 2].map((column) => pass(rows.map((row) => row[column]!))));
  },
  'sobel-response': ({ patch, direction }, { task }) => {
    const drawn = task.figure?.input as { panels: { input: number[][] }[] } | undefined;
    const grays: number[] = drawn?.panels[0]?.input.flat() ?? patch.split(/[ /]+/).map(Number);
    return dot(grays, KERNELS[direction as 'x' | 'y']);
  },
  'gradient-size': ({ gx, gy }, { task }) => {
    const drawn = task.figure?.input as { panels: { values: number[][] }[] } | undefined;
    const patch = drawn?.panels[0]?.values.flat();
    const [x, y] = patch === undefined ? [gx, gy] : [dot(patch, KERNELS.x), dot(patch, KERNELS.y)];
    let size = 0;
    while (size * size < x * x + y * y) size++;
    return size;
  },
  hysteresis: ({ line, low, high }, { task }) => {
    const drawn = task.figure?.input as { panels: { values: number[][] }[] } | undefined;
    const sizes: number[] = drawn?.panels[0]?.values[0] ?? line.split(' ').map(Number);
    // runs of what reaches the low threshold stay whole where they hold something strong
    const runs: number[][] = [[]];
    for (const size of sizes) size >= low ? runs.at(-1)!.push(size) : runs.push([]);
    return runs.filter((run) => run.some((size) => size >= high)).flat().length;
  },
};
