import { boolean, choice, integer, matrix, number } from '../src/chat/options.ts';
import type { KernelChoice } from '../src/engine/jobs/convolve.ts';
import { BORDER_NAMES, KERNEL_NAMES } from '../src/engine/kernel-names.ts';

/** Ways people call the kernels. */
const KERNEL_ALIASES = { gauss: 'gaussian', blur: 'gaussian', edges: 'sobel', edge: 'sobel', mean: 'box', average: 'box' } as const;

/** A kernel by name or typed, up to 15×15; undefined when none is given. */
export const kernelOption = () => choice(KERNEL_NAMES, { aliases: KERNEL_ALIASES, or: matrix({ maxSide: 15 }) });
export const strideOption = () => integer({ min: 1, max: 16 });
export const paddingOption = () => choice(['valid', 'same'], { default: 'valid', or: integer({ min: 0, max: 64 }) });
export const dilationOption = () => integer({ min: 1, max: 16, default: 1 });
/** What lies in the padding. */
export const borderOption = () =>
  choice(BORDER_NAMES, { default: 'zero', aliases: { zeros: 'zero', mirror: 'reflect', wrap: 'circular', edge: 'replicate' } });
/** True convolution. */
export const flipOption = () => boolean({ default: false });
export const sizeOption = () => integer({ min: 1, max: 31 });
export const sigmaOption = () => number({ min: 0.1, max: 5 });

/** What a job is told about the kernel. */
export const kernelChoice = (kernel: (typeof KERNEL_NAMES)[number] | number[][], size?: number, sigma?: number): KernelChoice =>
  typeof kernel === 'string' ? { name: kernel, size, sigma } : { values: kernel };

/** A typed kernel or matrix as it is typed. */
export const typedMatrix = (values: number[][]) => values.map((row) => row.join(' ')).join(';');
