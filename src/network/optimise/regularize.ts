/** What keeps a dreamed picture from turning into noise (Yosinski et al., 2015). Each gives a new plane (height × width). */
import { convolvePlane, paddingFor } from '../../vision/convolution.ts';
import { gaussianKernel } from '../../vision/kernel-shapes.ts';
import type { Plane } from '../../vision/picture.ts';

/** L2 decay: x ← (1 − share)·x. Climbing S − λ‖x‖² at the rate η takes the share 2ηλ. */
export const decayed = (plane: Plane, share: number): Plane => ({ ...plane, data: plane.data.map((value) => (1 - share) * value) });

/** A Gaussian blur of σ pixels; borders are mirrored, so that an even picture stays even up to its rim. */
export function blurred(plane: Plane, sigma: number): Plane {
  const { values } = gaussianKernel({ sigma });
  const padding = paddingFor('same', { height: values.length, width: values.length });
  return convolvePlane(plane, values, { stride: 1, dilation: 1, padding, border: 'reflect' });
}

/** Sets the ⌊share·count⌋ numbers nearest to zero to zero, whatever their sign; of equal ones the first. @param share 0…1 */
export function smallZeroed(plane: Plane, share: number): Plane {
  // 0.7·10 is a little less than 7 for a computer
  const count = Math.floor(share * plane.data.length + 1e-9);
  if (count === 0) return plane;
  const sizes = plane.data.map(Math.abs);
  const weakest = Array.from(sizes.keys()).sort((a, b) => sizes[a]! - sizes[b]! || a - b);
  const data = plane.data.slice();
  for (const place of weakest.slice(0, count)) data[place] = 0;
  return { ...plane, data };
}
