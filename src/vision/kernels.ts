import { Problem } from './problem.ts';

/**
 * How a filter's numbers become pixels: `clip` cuts off below 0 and above 255, `absolute` shows their size without sign (cut off at 255),
 * `shifted` lets 128 stand for zero, `fitted` stretches from the smallest (black) to the largest (white).
 */
export type Display = 'clip' | 'absolute' | 'shifted' | 'fitted';

export interface Kernel {
  /** Whole numbers where there is a denominator; the weights are values / denominator. */
  values: number[][];
  denominator: number;
}

export interface Filter {
  name: string;
  /** One kernel; or two, whose results are combined as √(a² + b²). */
  kernels: Kernel[];
  display: Display;
  /** Keeps the colors of a photo; else it is made gray first. */
  color: boolean;
}

export const FILTER_NAMES = [
  'sobel',
  'sobel_x',
  'sobel_y',
  'gaussian',
  'box',
  'sharpen',
  'emboss',
  'outline',
  'laplacian',
  'prewitt_x',
  'prewitt_y',
  'scharr_x',
  'scharr_y',
  'identity',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** Largest kernel, rows or columns. */
export const MAX_KERNEL_SIDE = 31;

/** A typed kernel that brightens by more than this is fitted: a mean over 3×3 without its 1/9 would show nothing but white. */
const BRIGHTEST_CLIPPED = 2;

const SOBEL_X = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1],
];
const PREWITT_X = [
  [-1, 0, 1],
  [-1, 0, 1],
  [-1, 0, 1],
];
const SCHARR_X = [
  [-3, 0, 3],
  [-10, 0, 10],
  [-3, 0, 3],
];
/** The well-known 5×5 approximation of a Gaussian with σ ≈ 1, over 273. */
const GAUSSIAN_5 = [
  [1, 4, 7, 4, 1],
  [4, 16, 26, 16, 4],
  [7, 26, 41, 26, 7],
  [4, 16, 26, 16, 4],
  [1, 4, 7, 4, 1],
];

const transpose = (matrix: number[][]) => matrix[0]!.map((_, column) => matrix.map((row) => row[column]!));
const whole = (values: number[][]): Kernel => ({ values, denominator: 1 });

/**
 * The filter of this name.
 * @param size rows and columns of `box` and `gaussian`, 1…31, odd for `gaussian`; without size and sigma 3 and the well-known 5×5
 * @param sigma of `gaussian`, pixels, 0.1…5; without a size the kernel reaches 3σ to each side
 * @throws Problem `kernel-size-even` {size}, `kernel-size-unused` {kernel}, `kernel-sigma-unused` {kernel}
 */
export function namedFilter(name: FilterName, { size, sigma }: { size?: number; sigma?: number } = {}): Filter {
  if (name !== 'gaussian' && sigma !== undefined) throw new Problem('kernel-sigma-unused', { kernel: name });
  if (name !== 'gaussian' && name !== 'box' && size !== undefined) throw new Problem('kernel-size-unused', { kernel: name });
  switch (name) {
    case 'sobel':
      return { name, kernels: [whole(SOBEL_X), whole(transpose(SOBEL_X))], display: 'absolute', color: false };
    case 'sobel_x':
      return edges(name, SOBEL_X);
    case 'sobel_y':
      return edges(name, transpose(SOBEL_X));
    case 'prewitt_x':
      return edges(name, PREWITT_X);
    case 'prewitt_y':
      return edges(name, transpose(PREWITT_X));
    case 'scharr_x':
      return edges(name, SCHARR_X);
    case 'scharr_y':
      return edges(name, transpose(SCHARR_X));
    case 'outline':
      return edges(name, [
        [-1, -1, -1],
        [-1, 8, -1],
        [-1, -1, -1],
      ]);
    case 'laplacian':
      return edges(name, [
        [0, 1, 0],
        [1, -4, 1],
        [0, 1, 0],
      ]);
    case 'sharpen':
      return smooth(
        name,
        whole([
          [0, -1, 0],
          [-1, 5, -1],
          [0, -1, 0],
        ]),
      );
    case 'emboss':
      return smooth(
        name,
        whole([
          [-2, -1, 0],
          [-1, 1, 1],
          [0, 1, 2],
        ]),
      );
    case 'identity':
      return smooth(
        name,
        whole([
          [0, 0, 0],
          [0, 1, 0],
          [0, 0, 0],
        ]),
      );
    case 'box':
      return smooth(name, boxKernel(size ?? 3));
    case 'gaussian':
      return smooth(name, gaussianKernel(size, sigma));
  }
}

/**
 * A typed kernel as a filter. One that sums to zero finds edges: their strength is shown, in gray. Others keep the colors, and the picture is
 * fitted where it would turn all white or all black.
 */
export function typedFilter(values: number[][]): Filter {
  const sum = values.flat().reduce((total, value) => total + value, 0);
  const largest = Math.max(...values.flat().map(Math.abs));
  const edges = largest > 0 && Math.abs(sum) < 1e-9 * largest;
  if (edges) return { name: 'typed', kernels: [whole(values)], display: 'absolute', color: false };
  return { name: 'typed', kernels: [whole(values)], display: sum < 0 || sum > BRIGHTEST_CLIPPED ? 'fitted' : 'clip', color: true };
}

/** The kernel's weights: values over the denominator. */
export function weights({ values, denominator }: Kernel): number[][] {
  return denominator === 1 ? values : values.map((row) => row.map((value) => value / denominator));
}

const edges = (name: string, values: number[][]): Filter => ({ name, kernels: [whole(values)], display: 'absolute', color: false });
const smooth = (name: string, kernel: Kernel): Filter => ({ name, kernels: [kernel], display: 'clip', color: true });

function boxKernel(size: number): Kernel {
  return { values: Array.from({ length: size }, () => new Array<number>(size).fill(1)), denominator: size * size };
}

function gaussianKernel(size: number | undefined, sigma: number | undefined): Kernel {
  if (sigma === undefined && (size === undefined || size === 5)) return { values: GAUSSIAN_5, denominator: 273 };
  if (size !== undefined && size % 2 === 0) throw new Problem('kernel-size-even', { size });
  const side = size ?? Math.min(MAX_KERNEL_SIDE, 2 * Math.ceil(3 * sigma!) + 1);
  // the σ that image libraries take for a size when none is given
  const spread = sigma ?? 0.3 * ((side - 1) * 0.5 - 1) + 0.8;
  const profile = Array.from({ length: side }, (_, index) => Math.exp(-((index - (side - 1) / 2) ** 2) / (2 * spread ** 2)));
  const total = profile.reduce((sum, value) => sum + value, 0) ** 2;
  return { values: profile.map((row) => profile.map((column) => (row * column) / total)), denominator: 1 };
}
