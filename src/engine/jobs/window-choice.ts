import type { Border } from '../../vision/border.ts';
import { type Padding, paddingFor, type Window } from '../../vision/convolution.ts';
import type { Filter } from '../../vision/kernels.ts';
import type { KernelChoice } from './convolve.ts';

/** How a window of given size moves. */
export interface WindowChoice {
  stride: number;
  padding: 'valid' | 'same' | number;
  dilation: number;
  /** What lies in the padding; zero if not given. */
  border?: Border;
}

/** How a kernel of the learner's choice moves. */
export interface KernelWindowChoice extends WindowChoice {
  kernel: KernelChoice;
  /** True convolution: the kernel turned by 180°. */
  flip?: boolean;
}

/** Photos are worked on at this size at most, pixels: more would only be time, for a card shows one window. */
export const MAX_WORKING_PIXELS = 4_000_000;

/** The window of a filter, whose kernels have one size. */
export function slidingWindow(
  filter: Filter,
  { stride, padding, dilation, border = 'zero' }: WindowChoice,
): Window & { rows: number; columns: number } {
  const { values } = filter.kernels[0]!;
  const size = { height: values.length, width: values[0]!.length };
  return { stride, dilation, padding: paddingFor(padding, size, dilation), border, rows: size.height, columns: size.width };
}

/** Names of a filter's kernels: a filter of two has one for each direction. */
export const kernelName = ({ name, kernels }: Filter, index: number) =>
  kernels.length === 1 ? name : `${name}_${index === 0 ? 'x' : 'y'}`;

/** One number where all sides have the same padding, else top, right, bottom, left. */
export const paddingLabel = ({ top, right, bottom, left }: Padding) =>
  top === right && right === bottom && bottom === left ? String(top) : `${top} ${right} ${bottom} ${left}`;
