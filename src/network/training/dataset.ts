/** Pictures of one size with what they show. */
export interface LabeledPictures {
  count: number;
  height: number;
  width: number;
  /** 1 gray, 3 red, green, blue. */
  channels: 1 | 3;
  /** count × height × width × channels values 0…255. */
  images: Uint8Array;
  /** Index of each picture's class. */
  labels: Uint8Array;
}

/** The same pictures with a border of zeros, `pixels` wide: MNIST's 28×28 becomes LeNet's 32×32. */
export function withBorder(set: LabeledPictures, pixels: number): LabeledPictures {
  if (pixels === 0) return set;
  const [height, width] = [set.height + 2 * pixels, set.width + 2 * pixels];
  const row = set.width * set.channels;
  const images = new Uint8Array(set.count * height * width * set.channels);
  for (let picture = 0; picture < set.count; picture++) {
    for (let y = 0; y < set.height; y++) {
      const from = (picture * set.height + y) * row;
      images.set(set.images.subarray(from, from + row), ((picture * height + y + pixels) * width + pixels) * set.channels);
    }
  }
  return { ...set, height, width, images };
}

/** Every picture with its pixels in one and the same other order: pixel `order[i]` comes to place i. Channels of a pixel stay together. */
export function reordered(set: LabeledPictures, order: Uint32Array): LabeledPictures {
  const { channels } = set;
  const size = set.height * set.width;
  if (order.length !== size) throw new RangeError(`an order of ${order.length} pixels does not fit pictures of ${size}`);
  const images = new Uint8Array(set.images.length);
  for (let picture = 0; picture < set.count; picture++) {
    const base = picture * size;
    for (let at = 0; at < size; at++) {
      for (let channel = 0; channel < channels; channel++)
        images[(base + at) * channels + channel] = set.images[(base + order[at]!) * channels + channel]!;
    }
  }
  return { ...set, images };
}

/** The first `count` pictures, or all where there are fewer. */
export function firstOf(set: LabeledPictures, count: number): LabeledPictures {
  const kept = Math.min(count, set.count);
  const size = set.height * set.width * set.channels;
  return { ...set, count: kept, images: set.images.subarray(0, kept * size), labels: set.labels.subarray(0, kept) };
}
