import type { Plane } from '../../vision/picture.ts';
import { blurred, decayed, smallZeroed } from './regularize.ts';

/** What is to become large, for several pictures at once: its value for each, and ∂value/∂pixel. */
export type Objective = (pictures: readonly Float32Array[]) => { value: number; gradient: Float32Array }[];

/** How a picture climbs. */
export interface Recipe {
  /** The learning rate η. */
  rate: number;
  /** λ of S(I) − λ‖I‖²; 0 is no decay. */
  decay: number;
  /** A Gaussian blur of σ pixels after every so many steps. */
  blur?: { sigma: number; every: number };
  /** The share 0…1 of the pixels, those nearest to zero, that become zero after each step; 0 if not given. */
  smallPixels?: number;
  /** The share 0…1 of the gradient's numbers, those nearest to zero, that become zero before a step; 0 if not given. */
  smallGradients?: number;
}

export interface Climb extends Recipe {
  /** Where it begins: zeros in Simonyan's paper. */
  start: Plane;
}

export interface Dream {
  picture: Plane;
  /** S(I) at the start and after each step: steps + 1 numbers, λ‖I‖² not taken away. */
  values: number[];
  /** The picture after each step of `keep`, in the steps' order. */
  kept: Plane[];
}

/**
 * Gradient ascent on pictures: I ← I + η(∂S/∂I − 2λI), which climbs S(I) − λ‖I‖² (Simonyan et al., 2013), then what the recipe says of blur and
 * of small numbers (Yosinski et al., 2015). Pure: the same climbs give the same pictures.
 * @param keep steps after which pictures are kept; 0 is the start
 */
export function ascend(
  objective: Objective,
  climbs: readonly Climb[],
  { steps, keep = [] }: { steps: number; keep?: readonly number[] },
): Dream[] {
  const dreams = climbs.map(({ start }): Dream => ({ picture: start, values: [], kept: [] }));
  for (let step = 0; ; step++) {
    const answers = objective(dreams.map(({ picture }) => picture.data));
    dreams.forEach((dream, index) => {
      const { value, gradient } = answers[index]!;
      dream.values.push(value);
      if (keep.includes(step)) dream.kept.push(dream.picture);
      if (step < steps) dream.picture = stepped(dream.picture, gradient, climbs[index]!, step + 1);
    });
    if (step === steps) return dreams;
  }
}

/** One step; `step` counts from 1. */
function stepped(
  picture: Plane,
  gradient: Float32Array,
  { rate, decay, blur, smallPixels = 0, smallGradients = 0 }: Recipe,
  step: number,
): Plane {
  const slopes = smallZeroed({ ...picture, data: gradient }, smallGradients).data;
  const kept = decayed(picture, 2 * rate * decay);
  const climbed: Plane = { ...kept, data: kept.data.map((pixel, at) => pixel + rate * slopes[at]!) };
  const smooth = blur !== undefined && step % blur.every === 0 ? blurred(climbed, blur.sigma) : climbed;
  return smallZeroed(smooth, smallPixels);
}
