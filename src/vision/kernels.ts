import type { Display } from './display.ts';
import { boxKernel, gaborKernel, gaussianKernel, type Kernel, motionKernel, unsharpKernel } from './kernel-shapes.ts';
import { Problem } from './problem.ts';

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
  'gaussian273',
  'box',
  'sharpen',
  'unsharp',
  'emboss',
  'outline',
  'laplacian',
  'prewitt',
  'prewitt_x',
  'prewitt_y',
  'scharr',
  'scharr_x',
  'scharr_y',
  'roberts',
  'roberts_x',
  'roberts_y',
  'motion',
  'gabor',
  'identity',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** Numbers that some filters take; which ones, TAKERS tells. */
export interface FilterOptions {
  /** Rows and columns, 1…31; odd but for `box`. Without it 3 for `box`, and what σ asks for in the others. */
  size?: number;
  /** σ of `gaussian` (pixels, 0.1…5), of the blur in `unsharp` (default 1) and of the hill in `gabor` (default 4). */
  sigma?: number;
  /** Of `motion`, pixels, 2…31; default 9. */
  length?: number;
  /** Of `motion` (0 to the right, 90 upward) and θ of `gabor` (across its stripes), degrees; default 0. */
  angle?: number;
  /** Of `unsharp`, default 1. */
  amount?: number;
  /** λ of `gabor`, pixels from stripe to stripe; default 8. */
  lambda?: number;
  /** γ of `gabor`, default 1: a round hill. */
  gamma?: number;
  /** ψ of `gabor`, degrees; default 0. */
  psi?: number;
}

/** The filters that an option is for. */
const TAKERS: Record<keyof FilterOptions, readonly FilterName[]> = {
  size: ['box', 'gaussian', 'gabor'],
  sigma: ['gaussian', 'unsharp', 'gabor'],
  length: ['motion'],
  angle: ['motion', 'gabor'],
  amount: ['unsharp'],
  lambda: ['gabor'],
  gamma: ['gabor'],
  psi: ['gabor'],
};

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
/** The differences along the two diagonals. */
const ROBERTS_X = [
  [1, 0],
  [0, -1],
];
const ROBERTS_Y = [
  [0, 1],
  [-1, 0],
];
/** The well-known 5×5 approximation of a Gaussian with σ ≈ 1, over 273. */
const GAUSSIAN_273: Kernel = {
  values: [
    [1, 4, 7, 4, 1],
    [4, 16, 26, 16, 4],
    [7, 26, 41, 26, 7],
    [4, 16, 26, 16, 4],
    [1, 4, 7, 4, 1],
  ],
  denominator: 273,
};

const transpose = (matrix: number[][]) => matrix[0]!.map((_, column) => matrix.map((row) => row[column]!));
const whole = (values: number[][]): Kernel => ({ values, denominator: 1 });
const edges = (name: string, ...kernels: number[][][]): Filter => ({
  name,
  kernels: kernels.map(whole),
  display: 'absolute',
  color: false,
});
const smooth = (name: string, kernel: Kernel): Filter => ({ name, kernels: [kernel], display: 'clip', color: true });

/**
 * The filter of this name. `gaussian` with neither size nor σ, or of size 5 without σ, is the well-known 5×5 over 273.
 * @throws Problem `kernel-size-even` {size}, `kernel-option-unused` {option, kernel, takers}
 */
export function namedFilter(name: FilterName, options: FilterOptions = {}): Filter {
  for (const option of Object.keys(TAKERS) as (keyof FilterOptions)[]) {
    const takers = TAKERS[option];
    if (options[option] !== undefined && !takers.includes(name))
      throw new Problem('kernel-option-unused', { option, kernel: name, takers: takers.join(', ') });
  }
  const { size, sigma, length = 9, angle = 0, amount = 1, lambda = 8, gamma = 1, psi = 0 } = options;
  switch (name) {
    case 'sobel':
      return edges(name, SOBEL_X, transpose(SOBEL_X));
    case 'sobel_x':
      return edges(name, SOBEL_X);
    case 'sobel_y':
      return edges(name, transpose(SOBEL_X));
    case 'prewitt':
      return edges(name, PREWITT_X, transpose(PREWITT_X));
    case 'prewitt_x':
      return edges(name, PREWITT_X);
    case 'prewitt_y':
      return edges(name, transpose(PREWITT_X));
    case 'scharr':
      return edges(name, SCHARR_X, transpose(SCHARR_X));
    case 'scharr_x':
      return edges(name, SCHARR_X);
    case 'scharr_y':
      return edges(name, transpose(SCHARR_X));
    case 'roberts':
      return edges(name, ROBERTS_X, ROBERTS_Y);
    case 'roberts_x':
      return edges(name, ROBERTS_X);
    case 'roberts_y':
      return edges(name, ROBERTS_Y);
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
    case 'gaussian273':
      return smooth(name, GAUSSIAN_273);
    case 'gaussian':
      return smooth(name, sigma !== undefined ? gaussianKernel({ size, sigma }) : gaussianOfSize(size ?? 5));
    case 'unsharp':
      return smooth(name, unsharpKernel({ sigma: sigma ?? 1, amount }));
    case 'motion':
      return smooth(name, motionKernel({ length, angle }));
    case 'gabor':
      return { ...edges(name), kernels: [gaborKernel({ lambda, angle, sigma: sigma ?? 4, gamma, psi, size })], display: 'signed' };
  }
}

const gaussianOfSize = (size: number) => (size === 5 ? GAUSSIAN_273 : gaussianKernel({ size }));

/**
 * A typed kernel as a filter. One that sums to zero finds edges: their strength is shown, in gray. Others keep the colors, and the picture is
 * fitted where it would turn all white or all black.
 */
export function typedFilter(values: number[][]): Filter {
  const sum = values.flat().reduce((total, value) => total + value, 0);
  const largest = Math.max(...values.flat().map(Math.abs));
  if (largest > 0 && Math.abs(sum) < 1e-9 * largest) return edges('typed', values);
  return { ...smooth('typed', whole(values)), display: sum < 0 || sum > BRIGHTEST_CLIPPED ? 'fitted' : 'clip' };
}

/** The filter with its kernels turned by 180°: what is then computed is convolution as mathematics defines it. */
export function flipFilter(filter: Filter): Filter {
  const flip = ({ values, denominator }: Kernel) => ({ values: values.map((row) => [...row].reverse()).reverse(), denominator });
  return { ...filter, kernels: filter.kernels.map(flip) };
}

/** The kernel's weights: values over the denominator. */
export function weights({ values, denominator }: Kernel): number[][] {
  return denominator === 1 ? values : values.map((row) => row.map((value) => value / denominator));
}
