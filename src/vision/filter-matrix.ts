import { convolveMatrix, type Window } from './convolution.ts';
import type { Filter } from './kernels.ts';

/**
 * A typed matrix through a filter: of two kernels √(a² + b²). Whole numbers are added first and divided last: sums stay exact.
 * @throws Problem `kernel-too-large`, `padding-too-large`
 */
export function filterMatrix(matrix: number[][], filter: Filter, window: Window) {
  const [first, second] = filter.kernels.map(({ values, denominator }) => {
    const done = convolveMatrix(matrix, values, window);
    return { ...done, output: done.output.map((row) => row.map((sum) => sum / denominator)) };
  });
  const { output, unreachedRows, unreachedColumns } = first!;
  return {
    output: second === undefined ? output : output.map((row, y) => row.map((value, x) => Math.hypot(value, second.output[y]![x]!))),
    unreachedRows,
    unreachedColumns,
  };
}
