/** Where windows lie along each axis: what sliding operators share. Lists have one entry a spatial axis, outermost first (D, H, W). */
import { Problem } from '../problem.ts';

/** One number for every spatial axis, or one an axis. */
export type PerAxis = number | readonly number[];

/**
 * Cells added around the input: a number on each side of every axis, one number or [before, after] for each axis, or by name:
 * `valid` adds none; `same` gives ⌈N/S⌉ outputs and puts the odd cell after (TensorFlow's SAME, ONNX's SAME_UPPER), `same-lower` before
 * (ONNX's SAME_LOWER).
 */
export type Padding = 'valid' | 'same' | 'same-lower' | number | readonly (number | readonly [before: number, after: number])[];

export interface WindowOptions {
  stride?: PerAxis;
  /** Steps between neighboring cells of a window; 1 is none. */
  dilation?: PerAxis;
  padding?: Padding;
}

/** One spatial axis of an operator with everything filled in. */
export interface Axis {
  /** Cells of the input without padding. */
  input: number;
  /** Taps of the window. */
  window: number;
  stride: number;
  dilation: number;
  /** Cells added before and after. */
  before: number;
  after: number;
}

/** Larger strides, dilations, paddings and windows are refused. */
export const MAX_STEP = 2 ** 20;

/** Cells that a dilated window spans: D(F−1) + 1. */
export const spanOf = ({ window, dilation }: Pick<Axis, 'window' | 'dilation'>) => dilation * (window - 1) + 1;

/**
 * The options along each axis.
 * @throws Problem `axes-count` {option, got, expected}, `axes-range` {option, least, most}
 */
export function axesOf(
  input: readonly number[],
  window: readonly number[],
  { stride = 1, dilation = 1, padding = 0 }: WindowOptions,
): Axis[] {
  const strides = perAxis('stride', stride, input.length, 1);
  const dilations = perAxis('dilation', dilation, input.length, 1);
  const axes = input.map((size, index) => ({
    input: size,
    window: window[index]!,
    stride: strides[index]!,
    dilation: dilations[index]!,
    before: 0,
    after: 0,
  }));
  if (padding === 'valid') return axes;
  if (padding === 'same' || padding === 'same-lower') return axes.map((axis) => ({ ...axis, ...samePadding(axis, padding) }));
  const pairs = typeof padding === 'number' ? input.map(() => padding) : padding;
  const sides = pairs.map((sides) => (typeof sides === 'number' ? ([sides, sides] as const) : sides));
  const before = perAxis(
    'padding',
    sides.map(([side]) => side),
    input.length,
    0,
  );
  const after = perAxis(
    'padding',
    sides.map(([, side]) => side),
    input.length,
    0,
  );
  return axes.map((axis, index) => ({ ...axis, before: before[index]!, after: after[index]! }));
}

/**
 * An option as one whole number an axis.
 * @throws Problem `axes-count` {option, got, expected}, `axes-range` {option, least, most}
 */
export function perAxis(option: string, value: PerAxis, axes: number, least: number): number[] {
  const list = typeof value === 'number' ? new Array<number>(axes).fill(value) : [...value];
  if (list.length !== axes) throw new Problem('axes-count', { option, got: list.length, expected: axes });
  if (!list.every((size) => Number.isInteger(size) && size >= least && size <= MAX_STEP))
    throw new Problem('axes-range', { option, least, most: MAX_STEP });
  return list;
}

/** Half of a total on each side; the odd cell after for `same`, before for `same-lower`. */
export function halves(total: number, padding: 'same' | 'same-lower'): { before: number; after: number } {
  const half = Math.floor(total / 2);
  return padding === 'same' ? { before: half, after: total - half } : { before: total - half, after: half };
}

/** What ⌈N/S⌉ windows need: (⌈N/S⌉ − 1)·S + span − N cells, none if that is negative. */
function samePadding(axis: Axis, padding: 'same' | 'same-lower'): { before: number; after: number } {
  const outputs = Math.ceil(axis.input / axis.stride);
  return halves(Math.max(0, (outputs - 1) * axis.stride + spanOf(axis) - axis.input), padding);
}

/**
 * Windows along each axis: ⌊(N + P_before + P_after − D(F−1) − 1)/S⌋ + 1, or ⌈…⌉ + 1 with `ceil`; there the last window must begin inside the
 * input or the padding before it (PyTorch's rule, ONNX's since opset 19).
 * @throws Problem `window-too-large` {window: what it spans, input: with its padding, most: the largest window, need: padding on each side}
 */
export function outputSizes(axes: readonly Axis[], { ceil = false }: { ceil?: boolean } = {}): number[] {
  const padded = axes.map(({ input, before, after }) => input + before + after);
  if (axes.some((axis, index) => spanOf(axis) > padded[index]!)) {
    throw new Problem('window-too-large', {
      window: axes.map(spanOf).join('×'),
      input: padded.join('×'),
      most: axes.map(({ window, dilation }, index) => Math.min(window, Math.floor((padded[index]! - 1) / dilation) + 1)).join('×'),
      need: Math.ceil(Math.max(...axes.map((axis) => spanOf(axis) - axis.input)) / 2),
    });
  }
  return axes.map((axis, index) => {
    const free = padded[index]! - spanOf(axis);
    if (!ceil) return Math.floor(free / axis.stride) + 1;
    const outputs = Math.ceil(free / axis.stride) + 1;
    return (outputs - 1) * axis.stride >= axis.input + axis.before ? outputs - 1 : outputs;
  });
}
