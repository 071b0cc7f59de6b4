import { convolvePlane, paddingFor } from './convolution.ts';
import type { Picture } from './picture.ts';

/** Bits behind the point of a weight. */
const WEIGHT_BITS = 8;

/**
 * Gaussian blur of a gray picture to bytes exactly as OpenCV's GaussianBlur does it when only σ is given: size round(6σ + 1) made odd, weights of
 * whole 256ths with the rounding's error handed on toward the middle, mirrored borders. For other blurs, filterPicture is more exact.
 * @param sigma pixels, above 0
 */
export function blurLikeOpenCv({ width, height, data }: Picture, sigma: number): Picture {
  const weights = weightsLikeOpenCv(sigma);
  const kernel = weights.map((down) => weights.map((across) => down * across));
  const padding = paddingFor('same', { height: weights.length, width: weights.length });
  const sums = convolvePlane({ width, height, data: Float32Array.from(data) }, kernel, {
    stride: 1,
    dilation: 1,
    padding,
    border: 'reflect',
  }).data;
  const blurred = new Uint8Array(data.length);
  const unit = 2 ** (-2 * WEIGHT_BITS);
  for (let at = 0; at < sums.length; at++) blurred[at] = sums[at]! * unit + 0.5;
  return { width, height, channels: 1, data: blurred };
}

/** Whole weights that add up to 256 (modules/imgproc/src/smooth.dispatch.cpp, getGaussianKernelFixedPoint_ED). */
function weightsLikeOpenCv(sigma: number): number[] {
  const half = (Math.round(6 * sigma + 1) | 1) >> 1;
  const hill = Array.from({ length: 2 * half + 1 }, (_, index) => Math.exp(-((index - half) ** 2) / (2 * sigma ** 2)));
  const total = hill.reduce((sum, value) => sum + value, 0);
  const one = 2 ** WEIGHT_BITS;
  let error = 0;
  const side = hill.slice(0, half).map((value) => {
    const exact = (value / total) * one + error;
    const weight = Math.round(exact);
    error = exact - weight;
    return weight;
  });
  const middle = one - 2 * side.reduce((sum, weight) => sum + weight, 0);
  return [...side, middle, ...[...side].reverse()];
}
