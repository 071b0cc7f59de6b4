import { describe, expect, it } from 'vitest';
import type { NetworkInput } from '../../src/network/definition.ts';
import { middleBox, preparedDigit, preparePhoto, readsDigits } from '../../src/network/prepare-picture.ts';
import type { Picture } from '../../src/vision/picture.ts';

const input = (side: number, channels: 1 | 3, range: [number, number] = [0, 1]): NetworkInput => ({
  height: side,
  width: side,
  channels,
  range,
});

/** A picture whose pixels are what `color` says. */
function painted(width: number, height: number, color: (x: number, y: number) => number[]): Picture {
  const pixels = Array.from({ length: width * height }, (_, at) => color(at % width, Math.floor(at / width)));
  return { width, height, channels: pixels[0]!.length as 1 | 3, data: Uint8Array.from(pixels.flat()) };
}

describe('a photo for a network', () => {
  it('is cut around its middle', async () => {
    // white with black beside: only the white middle is left
    const wide = painted(96, 32, (x) => [x >= 32 && x < 64 ? 255 : 0]);
    const { values, seen } = await preparePhoto(wide, input(32, 1, [-1, 1]), 'crop');
    expect(new Set(values)).toEqual(new Set([1]));
    expect([seen.width, seen.height, seen.channels]).toEqual([32, 32, 1]);
    expect(middleBox(wide, { width: 32, height: 32 })).toEqual({ x: 32, y: 0, width: 32, height: 32 });
    expect(middleBox({ width: 100, height: 401 }, { width: 50, height: 100 })).toEqual({ x: 0, y: 100, width: 100, height: 200 });
  });

  it('or fitted whole, with middle gray beside', async () => {
    const wide = painted(64, 16, () => [255, 0, 0]);
    const { seen } = await preparePhoto(wide, input(32, 3), 'whole');
    const pixel = (x: number, y: number) => [...seen.data.subarray((y * 32 + x) * 3, (y * 32 + x) * 3 + 3)];
    expect(pixel(0, 0)).toEqual([128, 128, 128]);
    expect(pixel(0, 11)).toEqual([128, 128, 128]);
    expect(pixel(0, 12)).toEqual([255, 0, 0]);
    expect(pixel(31, 19)).toEqual([255, 0, 0]);
    expect(pixel(31, 20)).toEqual([128, 128, 128]);
  });

  it('comes in gray or in color, whatever it was', async () => {
    const red = painted(8, 8, () => [255, 0, 0]);
    // 0.299 of 255
    expect(new Set((await preparePhoto(red, input(8, 1, [0, 255]), 'crop')).values)).toEqual(new Set([76]));
    const gray = painted(8, 8, () => [51]);
    const { values } = await preparePhoto(gray, input(8, 3), 'crop');
    expect(values).toHaveLength(192);
    expect(values.every((value) => Math.abs(value - 0.2) < 1e-6)).toBe(true);
  });

  it('has its pixels, all channels of each, where the order puts them', async () => {
    const picture = painted(2, 2, (x, y) => [10 * (2 * y + x), 0, 1]);
    const { values } = await preparePhoto(picture, input(2, 3, [0, 255]), 'crop', Uint32Array.of(3, 0, 1, 2));
    expect([...values].map(Math.round)).toEqual([30, 0, 1, 0, 0, 1, 10, 0, 1, 20, 0, 1]);
  });

  it('is refused where less than a quarter of it would be there', async () => {
    const small = painted(300, 55, () => [9, 9, 9]);
    await expect(preparePhoto(small, input(224, 3), 'crop')).rejects.toMatchObject({
      learner: { id: 'network-picture-small', values: { width: 300, height: 55, least: 56 } },
    });
    await preparePhoto(
      painted(300, 56, () => [9, 9, 9]),
      input(224, 3),
      'crop',
    );
    await preparePhoto(
      painted(8, 8, () => [9, 9, 9]),
      input(32, 3),
      'crop',
    );
  });
});

describe('a digit for a network', () => {
  const centered = Float32Array.from({ length: 784 }, (_, at) => (at === 0 || at === 783 ? 1 : 0));
  const preparation = { found: true, steps: [] as never, input: centered, unprepared: new Float32Array(784) } as const;

  it('is as MNIST has it, with LeNet’s border of two', () => {
    expect(preparedDigit(preparation, input(28, 1, [-1, 1])).values[0]).toBe(1);
    const { values, seen } = preparedDigit(preparation, input(32, 1));
    expect([seen.width, seen.height]).toEqual([32, 32]);
    const lit = [...values.entries()].filter(([, value]) => value > 0).map(([at]) => [at % 32, Math.floor(at / 32)]);
    expect(lit).toEqual([
      [2, 2],
      [29, 29],
    ]);
  });

  it('is resized for other sides', () => {
    const { values } = preparedDigit({ ...preparation, input: new Float32Array(784).fill(1) }, input(14, 1));
    expect(values).toHaveLength(196);
    expect(values.every((value) => value === 1)).toBe(true);
  });

  it('is what one channel and the ten digits mean', () => {
    const digits = Array.from({ length: 10 }, (_, digit) => String(digit));
    expect(readsDigits({ input: input(28, 1), classes: digits })).toBe(true);
    expect(readsDigits({ input: input(28, 3), classes: digits })).toBe(false);
    expect(readsDigits({ input: input(28, 1), classes: [...digits].reverse() })).toBe(false);
  });
});
