/** A kernel as a sum of columns × rows: kernel[i][j] = Σ_k columns[k][i] · rows[k][j]. */
export interface Factors {
  columns: number[][];
  rows: number[][];
}

/** What is left of a kernel, measured by its largest weight, when it counts as taken apart. */
const NOTHING = 1e-12;

/**
 * Takes a kernel apart into as few columns × rows as it has rank (a Gaussian: one; an outline: two), so that F² products a pixel become 2F for
 * each. Gaussian elimination with full pivoting: the row and column through the largest weight are one term; the rest goes on.
 * @returns undefined when more than `most` terms are needed
 */
export function separate(kernel: number[][], most: number): Factors | undefined {
  const rest = kernel.map((row) => [...row]);
  const largest = Math.max(...rest.flat().map(Math.abs));
  const factors: Factors = { columns: [], rows: [] };
  for (;;) {
    const { i, j, size } = pivotOf(rest);
    if (size <= NOTHING * largest) return factors;
    if (factors.columns.length === most) return undefined;
    const row = [...rest[i]!];
    const column = rest.map((values) => values[j]! / row[j]!);
    factors.columns.push(column);
    factors.rows.push(row);
    for (const [y, values] of rest.entries()) for (const x of values.keys()) values[x]! -= column[y]! * row[x]!;
  }
}

function pivotOf(matrix: number[][]): { i: number; j: number; size: number } {
  const pivot = { i: 0, j: 0, size: 0 };
  matrix.forEach((row, i) => {
    row.forEach((value, j) => {
      if (Math.abs(value) > pivot.size) Object.assign(pivot, { i, j, size: Math.abs(value) });
    });
  });
  return pivot;
}
