import { BORDERS } from '../vision/border.ts';
import { DISPLAYS } from '../vision/display.ts';
import { FILTER_NAMES, type FilterOptions } from '../vision/kernels.ts';

/** The filters that /convolve offers by name. */
export const KERNEL_NAMES = FILTER_NAMES;
/** What may lie in the padding, and how a filter's numbers may be shown. */
export const BORDER_NAMES = BORDERS;
export type BorderName = (typeof BORDER_NAMES)[number];
export const DISPLAY_NAMES = DISPLAYS;
export type KernelName = (typeof KERNEL_NAMES)[number];

/** The pages of the picture book, and what stands on each: what is typed after `kernel=`. */
export const KERNEL_BOOK = {
  blur: [
    { name: 'identity' },
    { name: 'box', options: { size: 5 } },
    { name: 'gaussian273' },
    { name: 'gaussian', options: { sigma: 3 } },
    { name: 'motion', options: { length: 15, angle: 30 } },
  ],
  sharpen: [{ name: 'sharpen' }, { name: 'unsharp', options: { sigma: 1, amount: 2 } }, { name: 'emboss' }],
  edges: [{ name: 'sobel_x' }, { name: 'sobel_y' }, { name: 'sobel' }, { name: 'prewitt' }, { name: 'scharr' }, { name: 'roberts' }],
  details: [
    { name: 'laplacian' },
    { name: 'outline' },
    { name: 'gabor', options: { lambda: 8, angle: 0 } },
    { name: 'gabor', options: { lambda: 8, angle: 90 } },
  ],
} satisfies Record<string, { name: KernelName; options?: FilterOptions }[]>;
export type KernelPage = keyof typeof KERNEL_BOOK;
