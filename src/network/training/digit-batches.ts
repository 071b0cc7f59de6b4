import { augment } from './augment.ts';
import { type Batches, createLots } from './batch.ts';
import type { LabeledPictures } from './dataset.ts';
import { NO_DIGIT, type Pool } from './pool.ts';

/** How many of each kind one step learns from. */
export const BATCH_PARTS = { mnist: 40, drawn: 10, outliers: 14 };
const BATCH_SIZE = BATCH_PARTS.mnist + BATCH_PARTS.drawn + BATCH_PARTS.outliers;
/** Every third picture of MNIST is shown as it is: that is how the test set comes. */
const PLAIN_SHARE = 1 / 3;

/** Mixes MNIST, drawn digits and what is no digit into batches. One epoch shows every picture of MNIST once. */
export function createDigitBatches(mnist: LabeledPictures, drawn: Pool, outliers: Pool, seed: number): Batches {
  const stepsPerEpoch = Math.floor(mnist.count / BATCH_PARTS.mnist);
  const lotOf = createLots(mnist.count, stepsPerEpoch, seed);
  return {
    stepsPerEpoch,
    at(step) {
      const { order, random } = lotOf(step);
      const batch = { size: BATCH_SIZE, images: new Float32Array(BATCH_SIZE * 784), targets: new Float32Array(BATCH_SIZE * 10) };
      let to = 0;
      const add = (source: LabeledPictures | Pool, index: number, strength: number) => {
        augment(source.images, index * 784, batch.images, to * 784, strength, random);
        const label = source.labels[index]!;
        if (label === NO_DIGIT) batch.targets.fill(0.1, to * 10, to * 10 + 10);
        else batch.targets[to * 10 + label] = 1;
        to++;
      };
      const first = (step % stepsPerEpoch) * BATCH_PARTS.mnist;
      for (let i = 0; i < BATCH_PARTS.mnist; i++) add(mnist, order[first + i]!, random.chance(PLAIN_SHARE) ? 0 : 1);
      for (let i = 0; i < BATCH_PARTS.drawn; i++) add(drawn, random.below(drawn.count), random.chance(0.5) ? 1 : 0.5);
      for (let i = 0; i < BATCH_PARTS.outliers; i++) add(outliers, random.below(outliers.count), random.chance(0.5) ? 1 : 0.5);
      return batch;
    },
  };
}
