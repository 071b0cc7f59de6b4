import type { Pooling } from '../vision/pool-picture.ts';
import { formatNumber } from './numbers.ts';

/** A formula as a readable line and as LaTeX. */
export interface PoolFormula {
  plain: string;
  latex: string;
  /** A last window would begin outside the input and is left out. */
  leftOut: boolean;
}

/**
 * One axis of pooling with its numbers, N' = (N + 2P − F)/S + 1: `N' = (4 − 2) / 2 + 1 = 2`. Rounding is shown where there is something to round;
 * a last window that would begin outside the input is taken off again.
 */
export function poolFormula(name: string, input: number, output: number, { size, stride, padding, ceil }: Pooling): PoolFormula {
  const sum = padding === 0 ? `${input} − ${size}` : `${input} + 2·${padding} − ${size}`;
  const steps = (input + 2 * padding - size) / stride;
  const latexSum = sum.replace('·', ' \\cdot ').replaceAll('−', '-');
  if (Number.isInteger(steps))
    return {
      plain: `${name}' = (${sum}) / ${stride} + 1 = ${output}`,
      latex: `${name}' = \\frac{${latexSum}}{${stride}} + 1 = ${output}`,
      leftOut: false,
    };
  const rounded = ceil ? Math.ceil(steps) : Math.floor(steps);
  const leftOut = rounded + 1 > output;
  const off = leftOut ? ' − 1' : '';
  const [open, close] = ceil ? ['⌈', '⌉'] : ['⌊', '⌋'];
  const [latexOpen, latexClose] = ceil ? ['\\lceil', '\\rceil'] : ['\\lfloor', '\\rfloor'];
  const value = formatNumber(steps);
  return {
    plain: `${name}' = ${open}(${sum}) / ${stride}${close} + 1 = ${open}${value}${close} + 1${off} = ${output}`,
    latex: `${name}' = \\left${latexOpen} \\frac{${latexSum}}{${stride}} \\right${latexClose} + 1 = ${latexOpen} ${value} ${latexClose} + 1${off.replace('−', '-')} = ${output}`,
    leftOut,
  };
}

/** Numbers of a window that still fit into a formula. */
const MOST_NUMBERS = 25;

/**
 * What one window of a matrix gives, with its numbers: `max(1, 1, 5, 6) = 6` or `(1 + 1 + 5 + 6) / 4 = 3.25`. Row and column count windows.
 * Undefined where the window holds too many numbers to be read.
 */
export function windowFormula(matrix: number[][], row: number, column: number, result: number, pooling: Pooling): string | undefined {
  if (pooling.size ** 2 > MOST_NUMBERS) return undefined;
  const numbers = windowCells(matrix, row, column, pooling).map(({ value }) => formatNumber(value));
  if (pooling.kind === 'max') return `max(${numbers.join(', ')}) = ${formatNumber(result)}`;
  if (numbers.length === 1) return `${numbers[0]} / 1 = ${formatNumber(result)}`;
  const sum = numbers.map((text) => (text.startsWith('−') ? `(${text})` : text)).join(' + ');
  return `(${sum}) / ${numbers.length} = ${formatNumber(result, 3)}`;
}

/** Row and column of the cell whose number a max pooling window takes: the first of the largest. */
export function winner(matrix: number[][], row: number, column: number, pooling: Pooling): { row: number; column: number } {
  const cells = windowCells(matrix, row, column, pooling).filter((cell) => matrix[cell.row]?.[cell.column] !== undefined);
  return cells.reduce((best, cell) => (cell.value > best.value ? cell : best));
}

/** The cells that a window looks at; padding counts only in averages, and only when told to. */
function windowCells(matrix: number[][], row: number, column: number, { kind, size, stride, padding, countPadding }: Pooling) {
  const cells: { row: number; column: number; value: number }[] = [];
  const [height, width] = [matrix.length, matrix[0]!.length];
  for (let y = row * stride - padding; y < row * stride - padding + size; y++) {
    for (let x = column * stride - padding; x < column * stride - padding + size; x++) {
      const value = matrix[y]?.[x];
      const counted = kind === 'average' && countPadding && y < height + padding && x < width + padding;
      if (value !== undefined || counted) cells.push({ row: y, column: x, value: value ?? 0 });
    }
  }
  return cells;
}
