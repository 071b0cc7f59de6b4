/** Kernels that are computed from numbers a person chooses. */
import { Problem } from './problem.ts';

export interface Kernel {
  /** Whole numbers where there is a denominator; the weights are values / denominator. */
  values: number[][];
  denominator: number;
}

/** Largest kernel, rows or columns. */
export const MAX_KERNEL_SIDE = 31;

/** How many σ a kernel reaches to each side when its size is not given. */
const REACH = { gaussian: 3, gabor: 2.5 };

const square = (side: number, value: (row: number, column: number) => number) =>
  Array.from({ length: side }, (_, row) => Array.from({ length: side }, (_column, column) => value(row, column)));
const sideFor = (reach: number) => Math.min(MAX_KERNEL_SIDE, 2 * Math.ceil(reach) + 1);

/** The mean of size × size pixels. */
export function boxKernel(size: number): Kernel {
  return { values: square(size, () => 1), denominator: size * size };
}

/**
 * exp(−(x² + y²) / 2σ²), adding up to 1. Without σ the one that image libraries take for a size, 0.3·((size − 1)/2 − 1) + 0.8; without a size
 * 3σ to each side.
 * @throws Problem `kernel-size-even` {size}
 */
export function gaussianKernel({ size, sigma }: { size?: number; sigma: number } | { size: number; sigma?: number }): Kernel {
  if (size !== undefined && size % 2 === 0) throw new Problem('kernel-size-even', { size });
  const side = size ?? sideFor(REACH.gaussian * sigma!);
  const spread = sigma ?? 0.3 * ((side - 1) * 0.5 - 1) + 0.8;
  const profile = Array.from({ length: side }, (_, index) => Math.exp(-((index - (side - 1) / 2) ** 2) / (2 * spread ** 2)));
  const total = profile.reduce((sum, value) => sum + value, 0) ** 2;
  return { values: square(side, (row, column) => (profile[row]! * profile[column]!) / total), denominator: 1 };
}

/** Unsharp mask as one kernel: the picture plus `amount` × (the picture − its Gaussian blur). */
export function unsharpKernel({ sigma, amount }: { sigma: number; amount: number }): Kernel {
  const { values } = gaussianKernel({ sigma });
  const middle = (values.length - 1) / 2;
  return {
    values: values.map((row, y) => row.map((blur, x) => (y === middle && x === middle ? 1 + amount : 0) - amount * blur)),
    denominator: 1,
  };
}

/** Points per pixel at which the line of a motion is followed. */
const POINTS = 64;

/**
 * The mean along a line, as when the camera moved while the shutter was open: each cell weighs as much of the line as lies in it.
 * @param length of the line, pixels, 2…31
 * @param angle degrees, 0 to the right, 90 upward
 */
export function motionKernel({ length, angle }: { length: number; angle: number }): Kernel {
  const reach = (part: number) => Math.min((MAX_KERNEL_SIDE - 1) / 2, Math.round((length * Math.abs(part)) / 2 - 1e-9));
  const [across, up] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const [columns, rows] = [reach(across), reach(up)];
  const counts = Array.from({ length: 2 * rows + 1 }, () => new Array<number>(2 * columns + 1).fill(0));
  const points = POINTS * length;
  for (let point = 0; point < points; point++) {
    const along = ((point + 0.5) / points - 0.5) * length;
    const row = Math.round(-along * up) + rows;
    const column = Math.round(along * across) + columns;
    counts[row]![column]!++;
  }
  const divisor = counts.flat().reduce(greatestCommonDivisor, points);
  return { values: counts.map((line) => line.map((count) => count / divisor)), denominator: points / divisor };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/**
 * Gabor's kernel: stripes under a Gaussian hill, the shape that the first layer of many networks learns.
 * g = exp(−(x'² + γ²y'²) / 2σ²) · (cos(2πx'/λ + ψ) − c), x' = x·cos θ + y·sin θ, y' = −x·sin θ + y·cos θ   (Petkov, 1995)
 * where c, a few hundredths, is what makes the weights add up to 0: an even surface has no stripes.
 * @param lambda λ: width of a pair of stripes, pixels
 * @param angle θ: direction across the stripes, degrees; 0 gives upright stripes
 * @param gamma γ: below 1 the hill is longer along the stripes
 * @param psi ψ: 0 puts a stripe in the middle, 90 an edge, degrees
 * @param size without it 2.5σ to each side
 * @throws Problem `kernel-size-even` {size}
 */
export function gaborKernel(shape: { lambda: number; angle: number; sigma: number; gamma: number; psi: number; size?: number }): Kernel {
  const { lambda, sigma, gamma, size = sideFor(REACH.gabor * sigma) } = shape;
  if (size % 2 === 0) throw new Problem('kernel-size-even', { size });
  const middle = (size - 1) / 2;
  const [cos, sin] = [Math.cos((shape.angle * Math.PI) / 180), Math.sin((shape.angle * Math.PI) / 180)];
  const across = (row: number, column: number) => (column - middle) * cos + (row - middle) * sin;
  const along = (row: number, column: number) => (row - middle) * cos - (column - middle) * sin;
  const hill = square(size, (row, column) => Math.exp(-(across(row, column) ** 2 + (gamma * along(row, column)) ** 2) / (2 * sigma ** 2)));
  const waves = square(size, (row, column) => Math.cos((2 * Math.PI * across(row, column)) / lambda + (shape.psi * Math.PI) / 180));
  const total = (of: (row: number, column: number) => number) =>
    square(size, of)
      .flat()
      .reduce((sum, value) => sum + value, 0);
  const mean = total((row, column) => hill[row]![column]! * waves[row]![column]!) / total((row, column) => hill[row]![column]!);
  return { values: square(size, (row, column) => hill[row]![column]! * (waves[row]![column]! - mean)), denominator: 1 };
}
