import { pictureShape } from '../../vision/picture.ts';
import type { NetworkInput } from '../definition.ts';
import { type Batches, createLots } from './batch.ts';
import type { LabeledPictures } from './dataset.ts';
import type { Random } from './random.ts';

export interface BatchSettings {
  data: LabeledPictures;
  input: NetworkInput;
  classes: number;
  /** Pictures a step; the last step of an epoch takes what is left. */
  size: number;
  seed: number;
  /** Share of the wanted probability that is spread over all classes; 0 if not given (Szegedy et al., 2016: label smoothing). */
  smoothing?: number;
  /** Writes a changed copy of picture `at` (values 0…255) into `target`; as it is if not given. */
  change?(target: Float32Array, source: Uint8Array, random: Random): void;
}

/** Batches of a set in an order that is new in each epoch and follows from the seed alone. */
export function createBatches({ data, input, classes, size, seed, smoothing = 0, change }: BatchSettings): Batches {
  const stepsPerEpoch = Math.ceil(data.count / size);
  const pixels = data.height * data.width * data.channels;
  if (data.height !== input.height || data.width !== input.width || data.channels !== input.channels)
    throw new RangeError(`pictures of ${pictureShape(data)} do not fit the network's input`);
  const [low, high] = input.range;
  const scale = (high - low) / 255;
  const lotOf = createLots(data.count, stepsPerEpoch, seed);
  return {
    stepsPerEpoch,
    at(step) {
      const { order, random } = lotOf(step);
      const first = (step % stepsPerEpoch) * size;
      const count = Math.min(size, data.count - first);
      const images = new Float32Array(count * pixels);
      const targets = new Float32Array(count * classes).fill(smoothing / classes);
      for (let i = 0; i < count; i++) {
        const at = order[first + i]!;
        const target = images.subarray(i * pixels, (i + 1) * pixels);
        const source = data.images.subarray(at * pixels, (at + 1) * pixels);
        if (change === undefined) target.set(source);
        else change(target, source, random);
        targets[i * classes + data.labels[at]!]! += 1 - smoothing;
      }
      for (let i = 0; i < images.length; i++) images[i] = low + images[i]! * scale;
      return { size: count, images, targets };
    },
  };
}
