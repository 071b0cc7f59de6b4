import { LearnerError } from './errors.ts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads a matrix as people type it: rows end at `;`, a line break or `]`; numbers are apart by spaces or commas;
 * `1/9` is a fraction and `−` a minus.
 * @throws LearnerError `matrix-empty`, `matrix-not-a-number` {value}, `matrix-ragged` {row, got, expected}, `matrix-too-large` {rows, columns, limit}
 */
export function parseMatrix(text: string, { maxSide = 64 }: { maxSide?: number } = {}): number[][] {
  const rows = text
    .replace(/[−–]/g, '-')
    .replace(/[[(]/g, ' ')
    .split(/[;\n\])|]/)
    .map((row) => row.split(/[\s,]+/).filter((cell) => cell !== ''))
    .filter((row) => row.length > 0)
    .map((row) => row.map(parseCell));
  const first = rows[0];
  if (first === undefined) throw new LearnerError('matrix-empty');
  rows.forEach((row, index) => {
    if (row.length !== first.length) throw new LearnerError('matrix-ragged', { row: index + 1, got: row.length, expected: first.length });
  });
  if (rows.length > maxSide || first.length > maxSide) {
    throw new LearnerError('matrix-too-large', { rows: rows.length, columns: first.length, limit: maxSide });
  }
  return rows;
}

/** True for text that can only be meant as a piece of a matrix, so that `kernel=1 0 1; 0 1 0` needs no quotes. */
export function looksLikeMatrixPiece(token: string): boolean {
  return /^[-+−–\d.,;/[\]()]+$/.test(token);
}

function parseCell(cell: string): number {
  const [numerator, denominator, ...rest] = cell.split('/');
  if (rest.length === 0 && NUMBER.test(numerator ?? '') && (denominator === undefined || NUMBER.test(denominator))) {
    const value = Number(numerator) / (denominator === undefined ? 1 : Number(denominator));
    // ten million keeps every sum of products exact enough to be shown
    if (Number.isFinite(value) && Math.abs(value) <= 1e7) return value;
  }
  throw new LearnerError('matrix-not-a-number', { value: cell.slice(0, 40).replace(/^-(?=\.?\d)/, '−') });
}
