import { createRandom, type Random, shuffledOrder } from './random.ts';

/** One step's pictures, size × height × width × channels values in the network's range, and the probabilities wanted, size × classes. */
export interface Batch {
  size: number;
  images: Float32Array;
  targets: Float32Array;
}

export interface Batches {
  stepsPerEpoch: number;
  /** The batch of step 0, 1, 2, …: the same for the same step, so that a run that was interrupted goes on as it would have. */
  at(step: number): Batch;
}

/** What is drawn by lot for a step: the order in which its epoch takes the pictures, and a stream of numbers for the step alone. */
export interface Lot {
  order: Uint32Array;
  random: Random;
}

/** The lots of steps 0, 1, 2, …: they follow from the seed and the step alone. @param count pictures of an epoch */
export function createLots(count: number, stepsPerEpoch: number, seed: number): (step: number) => Lot {
  let epochOfOrder = -1;
  let order = new Uint32Array(0);
  return (step) => {
    const epoch = Math.floor(step / stepsPerEpoch);
    if (epoch !== epochOfOrder) {
      order = shuffledOrder(count, createRandom(seed + 7919 * epoch));
      epochOfOrder = epoch;
    }
    return { order, random: createRandom(Math.imul(seed + 1, 2654435761) + step) };
  };
}
