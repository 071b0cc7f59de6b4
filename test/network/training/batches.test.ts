import { describe, expect, it } from 'vitest';
import type { NetworkInput } from '../../../src/network/definition.ts';
import { createBatches } from '../../../src/network/training/batches.ts';
import { firstOf, type LabeledPictures, reordered, withBorder } from '../../../src/network/training/dataset.ts';
import { flipAndShift } from '../../../src/network/training/flip-and-shift.ts';
import { createRandom, type Random, shuffledOrder } from '../../../src/network/training/random.ts';

/** Seven gray pictures of 1×2 pixels: picture i is [10·i, 10·i + 1] and shows the class i mod 3. */
const seven: LabeledPictures = {
  count: 7,
  height: 1,
  width: 2,
  channels: 1,
  images: Uint8Array.from({ length: 14 }, (_, at) => 10 * Math.floor(at / 2) + (at % 2)),
  labels: Uint8Array.from({ length: 7 }, (_, picture) => picture % 3),
};
const input: NetworkInput = { height: 1, width: 2, channels: 1, range: [0, 255] };
const settings = { data: seven, input, classes: 3, size: 3, seed: 1 };

const picturesOf = (images: Float32Array) => Array.from({ length: images.length / 2 }, (_, at) => images[2 * at]! / 10);

describe('batches', () => {
  const epoch = (batches: ReturnType<typeof createBatches>, index: number) =>
    [0, 1, 2].flatMap((step) => picturesOf(batches.at(3 * index + step).images));

  it('show every picture once an epoch, in another order each time', () => {
    const batches = createBatches(settings);
    expect(batches.stepsPerEpoch).toBe(3);
    const orders = [0, 1, 2].map((index) => epoch(batches, index));
    for (const order of orders) expect(order.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(new Set(orders.map(String)).size).toBe(3);
  });

  it('end an epoch with what is left', () => {
    expect([0, 1, 2, 5].map((step) => createBatches(settings).at(step).size)).toEqual([3, 3, 1, 1]);
  });

  it('are the same for the same seed and step, whatever was asked for before', () => {
    const change = (target: Float32Array, source: Uint8Array, random: Random) => target.set(source.map((value) => value + random.below(9)));
    const [one, other] = [createBatches({ ...settings, change }), createBatches({ ...settings, change })];
    for (const step of [0, 1, 2, 3]) one.at(step);
    expect(one.at(4)).toEqual(other.at(4));
    expect(createBatches({ ...settings, change, seed: 2 }).at(4)).not.toEqual(other.at(4));
  });

  it('want the label, or spread a share of it over all classes', () => {
    const { images, targets } = createBatches(settings).at(0);
    const wanted = picturesOf(images).flatMap((picture) => [0, 1, 2].map((label) => Number(label === picture % 3)));
    expect([...targets]).toEqual(wanted);
    const smoothed = createBatches({ ...settings, smoothing: 0.3 }).at(0).targets;
    wanted.forEach((value, at) => {
      expect(smoothed[at]).toBeCloseTo(0.7 * value + 0.1, 6);
    });
  });

  it('bring bytes into the network’s range', () => {
    const ends: LabeledPictures = { ...firstOf(seven, 1), images: Uint8Array.of(0, 255) };
    expect([...createBatches({ ...settings, data: ends, input: { ...input, range: [-1, 1] } }).at(0).images]).toEqual([-1, 1]);
  });

  it('refuse pictures that do not fit', () => {
    expect(() => createBatches({ ...settings, input: { ...input, height: 2 } })).toThrow('pictures of 1×1×2 do not fit');
  });
});

describe('a set of pictures', () => {
  it('gets a border of zeros around each', () => {
    const { height, width, images } = withBorder(firstOf(seven, 2), 1);
    expect([height, width]).toEqual([3, 4]);
    expect([...images]).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 11, 0, 0, 0, 0, 0]);
    expect(withBorder(seven, 0)).toBe(seven);
  });

  it('gets its pixels in another order, colors together', () => {
    const set: LabeledPictures = {
      count: 2,
      height: 1,
      width: 2,
      channels: 3,
      images: Uint8Array.from([1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16]),
      labels: Uint8Array.of(0, 1),
    };
    expect([...reordered(set, Uint32Array.of(1, 0)).images]).toEqual([4, 5, 6, 1, 2, 3, 14, 15, 16, 11, 12, 13]);
    expect(() => reordered(set, Uint32Array.of(0))).toThrow(RangeError);
  });

  it('keeps all values when shuffled, and gets them back by the opposite order', () => {
    const order = shuffledOrder(2, createRandom(3));
    const back = Uint32Array.from(order, (_, place) => order.indexOf(place));
    expect(reordered(reordered(seven, order), back).images).toEqual(seven.images);
  });
});

/** Chance says `mirrored`; the numbers that `below` gives come from a list. */
const fixed = (mirrored: boolean, numbers: number[]): Random => ({
  ...createRandom(1),
  chance: () => mirrored,
  below: () => numbers.shift()!,
});

describe('flipping and shifting', () => {
  const source = Uint8Array.from([1, 2, 3, 4, 5, 6]); // 2×3
  const changed = (random: Random) => {
    const target = new Float32Array(6).fill(99);
    flipAndShift({ height: 2, width: 3, channels: 1, shift: 1 })(target, source, random);
    return [...target];
  };

  it('leaves, mirrors and moves a picture, and what comes in is black', () => {
    expect(changed(fixed(false, [1, 1]))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(changed(fixed(true, [1, 1]))).toEqual([3, 2, 1, 6, 5, 4]);
    expect(changed(fixed(false, [2, 1]))).toEqual([0, 0, 0, 1, 2, 3]); // one down
    expect(changed(fixed(false, [1, 0]))).toEqual([2, 3, 0, 5, 6, 0]); // one to the left
    expect(changed(fixed(true, [0, 2]))).toEqual([0, 6, 5, 0, 0, 0]); // mirrored, then up and to the right
  });

  it('keeps colors together', () => {
    const target = new Float32Array(6);
    flipAndShift({ height: 1, width: 2, channels: 3, shift: 0 })(target, source, fixed(true, [0, 0]));
    expect([...target]).toEqual([4, 5, 6, 1, 2, 3]);
  });
});
