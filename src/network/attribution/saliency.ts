/**
 * What Simonyan et al. (2013) call the class saliency map: for each pixel the largest size of its channels' gradients, whatever the sign.
 * @param gradient height × width × channels, row by row
 * @returns height × width, 0 or more
 */
export function saliency(gradient: Float32Array, channels: number): Float32Array {
  return Float32Array.from({ length: gradient.length / channels }, (_, pixel) =>
    gradient.subarray(pixel * channels, (pixel + 1) * channels).reduce((most, value) => Math.max(most, Math.abs(value)), 0),
  );
}
