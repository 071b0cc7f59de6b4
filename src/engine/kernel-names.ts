import { FILTER_NAMES } from '../vision/kernels.ts';

/** The filters that /convolve offers by name. */
export const KERNEL_NAMES = FILTER_NAMES;
export type KernelName = (typeof KERNEL_NAMES)[number];
