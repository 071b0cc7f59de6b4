/** What the benchmark asks each side for. */
import { paddingFor } from '../vision/convolution.ts';
import { type Filter, namedFilter } from '../vision/kernels.ts';

export const FILTERS = {
  sobel: namedFilter('sobel'),
  gaussian: namedFilter('gaussian', { size: 5, sigma: 1 }),
  sharpen: namedFilter('sharpen'),
} satisfies Record<string, Filter>;

export interface CompareRequest {
  path: string;
  filter: keyof typeof FILTERS;
  format: 'jpeg' | 'png';
  /** The number of a magnitude that becomes white. */
  most: number;
  /** Of the JPEG. */
  quality: number;
}

/** What a side says first. */
export interface Greeting {
  name: string;
  threads: string;
}

/** OpenCV's own window: the picture keeps its size, mirrored at its edges. */
export function windowFor({ kernels }: Filter) {
  const { values } = kernels[0]!;
  return {
    stride: 1,
    dilation: 1,
    padding: paddingFor('same', { height: values.length, width: values[0]!.length }),
    border: 'reflect',
  } as const;
}
