import { createRandom } from '../../network/training/random.ts';
import { encodeGif } from '../../render/animation/gif.ts';
import type { Scene } from '../../render/animation/scene.ts';
import { slidingScene } from '../../render/animation/sliding-scene.ts';
import { spread, transposedScene } from '../../render/animation/transposed-scene.ts';
import { outputShape, type Padding, paddingFor } from '../../vision/convolution.ts';
import { filterMatrix } from '../../vision/filter-matrix.ts';
import type { Kernel } from '../../vision/kernel-shapes.ts';
import { poolMatrix } from '../../vision/pool-picture.ts';
import { Problem } from '../../vision/problem.ts';
import { MAX_ANIMATED_SIDE as MAX_SIDE } from '../animation-limits.ts';
import { job, type Rendered } from '../job.ts';
import { filterOf, type KernelChoice } from './convolve.ts';
import type { FigureStyle } from './figure-style.ts';
import { type KernelWindowChoice, kernelName, slidingWindow, type WindowChoice } from './window-choice.ts';

/** What is animated on a grid of numbers. */
export type GridAnimation =
  | ({ kind: 'convolve' } & KernelWindowChoice)
  | ({ kind: 'pool'; pool: 'max' | 'average'; window: number } & Omit<WindowChoice, 'dilation' | 'border'>)
  | ({ kind: 'transposed'; kernel: KernelChoice; view: 'spread' | 'zeros' } & Omit<WindowChoice, 'border'>);

/** The numbers, or the side of a square of digits that are made up, always the same ones. */
export type GridNumbers = { matrix: number[][] } | { size: number };

/** A window that slides over a grid of numbers, or a grid that a transposed convolution spreads, as a GIF. */
export const animateGrid = job({
  timeoutMs: 40_000,
  cached: true,
  async run({ numbers, animation, ...style }: { numbers: GridNumbers; animation: GridAnimation } & FigureStyle, { onProgress }) {
    const input = 'matrix' in numbers ? numbers.matrix : digits(numbers.size);
    const { scene, output, unreached } = sceneOf(input, animation, style);
    const { bytes, width, height, frames } = await encodeGif(scene, onProgress);
    const gif: Rendered = { bytes, type: 'image/gif', width, height };
    return { gif, frames, input, output, unreached };
  },
});

interface Made {
  scene: Scene;
  output: number[][];
  /** Rows and columns at the far end that no window reaches. */
  unreached: { rows: number; columns: number };
}

const NOTHING = { rows: 0, columns: 0 };

function sceneOf(input: number[][], animation: GridAnimation, style: FigureStyle): Made {
  switch (animation.kind) {
    case 'convolve':
      return convolution(input, animation, style);
    case 'pool':
      return pooling(input, animation, style);
    case 'transposed':
      return transposed(input, animation, style);
  }
}

function convolution(
  input: number[][],
  { kernel, flip = false, ...choice }: Extract<GridAnimation, { kind: 'convolve' }>,
  style: FigureStyle,
): Made {
  const filter = filterOf(kernel, flip);
  const window = slidingWindow(filter, choice);
  checkSide(input, window.padding);
  const { output, unreachedRows, unreachedColumns } = filterMatrix(input, filter, window);
  const unreached = { rows: unreachedRows, columns: unreachedColumns };
  const kernels = filter.kernels.map((one, index) => ({ ...one, ...(filter.name === 'typed' ? {} : { name: kernelName(filter, index) }) }));
  return {
    scene: slidingScene({ kind: 'convolve', input, padding: window.padding, window, flipped: flip, kernels, output, unreached, ...style }),
    output,
    unreached,
  };
}

function pooling(input: number[][], { pool, window, stride, padding }: Extract<GridAnimation, { kind: 'pool' }>, style: FigureStyle): Made {
  const size = { height: window, width: window };
  const zeros = paddingFor(padding, size);
  checkSide(input, zeros);
  const moving = { stride, dilation: 1, padding: zeros };
  const { unreachedRows, unreachedColumns } = outputShape({ height: input.length, width: input[0]!.length }, size, moving);
  const { output } = poolMatrix(input, { kind: pool, size: window, stride, padding: zeros, ceil: false, countPadding: true });
  const unreached = { rows: unreachedRows, columns: unreachedColumns };
  const shown = { rows: window, columns: window, stride, dilation: 1 };
  return {
    scene: slidingScene({ kind: pool, input, padding: zeros, window: shown, kernels: [], output, unreached, ...style }),
    output,
    unreached,
  };
}

function transposed(
  input: number[][],
  { kernel, view, stride, padding, dilation }: Extract<GridAnimation, { kind: 'transposed' }>,
  style: FigureStyle,
): Made {
  const filter = filterOf(kernel);
  if (filter.kernels.length > 1) throw new Problem('animate-one-kernel', { kernel: filter.name });
  const one = filter.kernels[0]!;
  const window = slidingWindow(filter, { stride, padding, dilation });
  // what is added around the input of a convolution is cut off the output of its transposed one
  const cut = window.padding.top;
  const weights = one.values.map((row) => row.map((value) => value / one.denominator));
  const whole = spread(input, weights, { stride, dilation });
  const side = (length: number) => length - 2 * cut;
  if (side(whole.length) < 1 || side(whole[0]!.length) < 1)
    throw new Problem('animate-nothing-left', { padding: cut, size: Math.min(whole.length, whole[0]!.length) });
  checkSide(whole, { top: 0, right: 0, bottom: 0, left: 0 });
  const output = whole.slice(cut, whole.length - cut).map((row) => row.slice(cut, row.length - cut));
  if (view === 'zeros')
    return { scene: insertedScene(input, { kernel: one, stride, dilation, cut, output }, style), output, unreached: NOTHING };
  return { scene: transposedScene({ input, kernel: weights, stride, dilation, padding: cut, ...style }), output, unreached: NOTHING };
}

/** The same as a convolution at stride 1: zeros between the input's cells, more around them, and the kernel turned by half a turn. */
function insertedScene(
  input: number[][],
  { kernel, stride, dilation, cut, output }: { kernel: Kernel; stride: number; dilation: number; cut: number; output: number[][] },
  style: FigureStyle,
): Scene {
  const rows = kernel.values.length;
  const columns = kernel.values[0]!.length;
  const vertical = dilation * (rows - 1) - cut;
  const horizontal = dilation * (columns - 1) - cut;
  if (vertical < 0 || horizontal < 0)
    throw new Problem('animate-zeros-padding', { padding: cut, most: dilation * (Math.min(rows, columns) - 1) });
  const apart = (length: number) => (length - 1) * stride + 1;
  const inserted = Array.from({ length: apart(input.length) }, (_row, y) =>
    Array.from({ length: apart(input[0]!.length) }, (_column, x) =>
      y % stride === 0 && x % stride === 0 ? input[y / stride]![x / stride]! : 0,
    ),
  );
  const padding = { top: vertical, bottom: vertical, left: horizontal, right: horizontal };
  checkSide(inserted, padding);
  return slidingScene({
    kind: 'inserted',
    input: inserted,
    inserted: stride - 1,
    padding,
    window: { rows, columns, stride: 1, dilation },
    kernels: [{ values: kernel.values.map((row) => row.toReversed()).toReversed(), denominator: kernel.denominator }],
    output,
    unreached: NOTHING,
    ...style,
  });
}

function checkSide(input: number[][], { top, right, bottom, left }: Padding): void {
  const rows = input.length + top + bottom;
  const columns = input[0]!.length + left + right;
  if (rows > MAX_SIDE || columns > MAX_SIDE) throw new Problem('animate-too-large', { rows, columns, limit: MAX_SIDE });
}

function digits(size: number): number[][] {
  const random = createRandom(size);
  return Array.from({ length: size }, () => Array.from({ length: size }, () => random.below(10)));
}
