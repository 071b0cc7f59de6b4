import { createRandom } from '../quiz/random.ts';
import { seedOf } from './choices.ts';

/** Mean gray levels 0…255 before and after a filter. */
interface Levels {
  before: number;
  after: number;
}

/** Gray levels that anybody tells apart. */
const CLEAR = 25;

/**
 * Two places of a photo of which the darker one is clearly the brighter one after the filter, in the order shown; the same ones for the same
 * seed. Undefined where there are none.
 */
export function placesToCompare<Place extends Levels>(places: readonly Place[], seed: string): [Place, Place] | undefined {
  const pairs = places.flatMap((one) =>
    places
      .filter((other) => one.before - other.before >= CLEAR && other.after - one.after >= CLEAR)
      .map((other): [Place, Place] => [one, other]),
  );
  if (pairs.length === 0) return undefined;
  const random = createRandom(seedOf(seed));
  return random.shuffle(random.pick(pairs)) as [Place, Place];
}
