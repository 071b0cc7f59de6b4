import type { Plane } from '../../vision/picture.ts';
import { DIGIT_SIZE } from '../digit-network.ts';
import type { DigitNetwork } from '../digits.ts';
import type { NetworkUnit } from '../input-gradient.ts';
import { createRandom } from '../training/random.ts';
import { ascend, type Dream, type Recipe } from './ascend.ts';

/** Found by looking at what comes out: strokes that a person can follow, in a second's work. */
export const DIGIT_RECIPE: Recipe = { rate: 0.03, decay: 0.4, blur: { sigma: 0.8, every: 4 }, smallPixels: 0.15, smallGradients: 0.15 };
/** A unit of the second layer looks at 10×10 pixels: it needs less decay, and a finer blur. */
export const UNIT_RECIPE: Recipe = { rate: 0.1, decay: 0.05, blur: { sigma: 0.6, every: 4 }, smallPixels: 0.15, smallGradients: 0.15 };
export const DREAM_STEPS = 60;

/** A picture that is wished for. */
export interface Wish {
  unit: NetworkUnit;
  recipe: Recipe;
  /** Begins in normal noise of this deviation (0…1 is black to white), from this seed; in zeros if not given. */
  noise?: { seed: number; deviation: number };
}

/**
 * What the digit network would like to see most: climbs from zeros, 28×28.
 * @param wishes units all `of` the same layer
 * @param around is added to each picture before the network sees it, and left out of what decays: the mean picture, where a network was
 *   trained on pictures without it. Black (zeros) if not given, as this network was.
 */
export function dreamDigits(
  network: Pick<DigitNetwork, 'gradients'>,
  wishes: readonly Wish[],
  { steps = DREAM_STEPS, keep, around }: { steps?: number; keep?: readonly number[]; around?: Float32Array } = {},
): Dream[] {
  const units = wishes.map(({ unit }) => unit);
  const seen = (picture: Float32Array) => (around === undefined ? picture : picture.map((pixel, at) => pixel + around[at]!));
  return ascend(
    (pictures) => network.gradients(pictures.map(seen), units),
    wishes.map(({ recipe, noise }) => ({ ...recipe, start: startOf(noise) })),
    { steps, ...(keep === undefined ? {} : { keep }) },
  );
}

function startOf(noise: Wish['noise']): Plane {
  const data = new Float32Array(DIGIT_SIZE * DIGIT_SIZE);
  if (noise !== undefined) {
    const random = createRandom(noise.seed);
    for (const at of data.keys()) data[at] = noise.deviation * random.normal();
  }
  return { width: DIGIT_SIZE, height: DIGIT_SIZE, data };
}
