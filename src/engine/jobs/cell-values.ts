import { filterMatrix } from '../../vision/filter-matrix.ts';
import { type Pooling, poolMatrix } from '../../vision/pool-picture.ts';
import { Problem } from '../../vision/problem.ts';
import { job } from '../job.ts';
import { type ConvolveInput, filterOf, windowOf } from './convolve.ts';

/** One way to a number: the settings, and the cell of their output. */
export interface CellWay {
  by: { pooling: Pooling } | Omit<ConvolveInput, 'bytes'>;
  x: number;
  y: number;
}

/** The number that each way leads to on a matrix; undefined where the settings do not fit or the output has no such cell. */
export const cellValues = job({
  timeoutMs: 10_000,
  cached: true,
  run: async ({ matrix, ways }: { matrix: number[][]; ways: CellWay[] }) => ({ values: ways.map((way) => cellOf(matrix, way)) }),
});

function cellOf(matrix: number[][], { by, x, y }: CellWay): number | undefined {
  try {
    const { output } = 'pooling' in by ? poolMatrix(matrix, by.pooling) : filtered(matrix, by);
    return output[y]?.[x];
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

function filtered(matrix: number[][], choice: Omit<ConvolveInput, 'bytes'>) {
  const filter = filterOf(choice.kernel, choice.flip);
  return filterMatrix(matrix, filter, windowOf(filter, choice));
}
