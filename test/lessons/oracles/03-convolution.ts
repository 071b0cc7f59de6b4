import type { Oracles } from './oracle.ts';

const table = (text: string) => text.split('; ').map((row) => row.split(' ').map((value) => Number(value.replace('−', '-'))));

/** Weight by weight, each laid on its number. */
function laidOn(input: number[][], kernel: number[][], row: number, column: number): number {
  let total = 0;
  for (let y = 0; y < kernel.length; y++) for (let x = 0; x < kernel.length; x++) total += kernel[y]![x]! * input[row + y]![column + x]!;
  return total;
}

export const oracles: Oracles = {
  'window-sum': ({ window, kernel, input, row, column }) => laidOn(table(input ?? window), table(kernel), row ?? 0, column ?? 0),
  'output-cell': ({ input, kernel, row, column }) => laidOn(table(input), table(kernel), row - 1, column - 1),
  'window-rows': ({ n, f }) => {
    const rows: number[][] = [];
    for (let top = 0; top + f <= n; top++)
      for (let left = 0; left + f <= n; left++)
        rows.push(Array.from({ length: f * f }, (_, index) => (top + Math.floor(index / f)) * n + left + (index % f)));
    return [rows.length, rows[0]!.length];
  },
};
