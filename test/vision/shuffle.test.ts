import { describe, expect, it } from 'vitest';
import type { Picture } from '../../src/vision/picture.ts';
import { shufflePixels } from '../../src/vision/shuffle.ts';

const picture = (width: number, height: number, channels: 1 | 3): Picture => ({
  width,
  height,
  channels,
  data: Uint8Array.from({ length: width * height * channels }, (_, index) => index % 251),
});

const pixels = ({ channels, data }: Picture) =>
  Array.from({ length: data.length / channels }, (_, index) => [...data.subarray(index * channels, (index + 1) * channels)].join(' '));

describe('shuffling', () => {
  it.each([1, 3] as const)('keeps every pixel of %i channels and moves most of them', (channels) => {
    const before = picture(20, 15, channels);
    const after = shufflePixels(before, 7);
    expect(pixels(after).sort()).toEqual(pixels(before).sort());
    expect(pixels(after).filter((pixel, index) => pixel === pixels(before)[index]).length).toBeLessThan(10);
  });

  it('gives the same order for a seed and another one for another', () => {
    const before = picture(16, 16, 1);
    expect(shufflePixels(before, 1).data).toEqual(shufflePixels(before, 1).data);
    expect(shufflePixels(before, 1).data).not.toEqual(shufflePixels(before, 2).data);
    // two pictures of one size are permuted alike: what stood on one place stands on one place again
    const inverted = { ...before, data: before.data.map((value) => 255 - value) };
    expect(shufflePixels(inverted, 1).data).toEqual(shufflePixels(before, 1).data.map((value) => 255 - value));
  });

  it('leaves one pixel where it is', () => {
    expect(shufflePixels(picture(1, 1, 3), 5)).toEqual(picture(1, 1, 3));
  });
});
