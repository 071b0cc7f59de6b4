import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { decodePicture } from '../../src/vision/decode.ts';
import { toGray } from '../../src/vision/gray.ts';
import { findCorners, harrisResponse } from '../../src/vision/harris.ts';
import type { Picture } from '../../src/vision/picture.ts';
import { cv, loadOpenCv } from './opencv.ts';
import { createRandom } from './random.ts';

const gray = (width: number, height: number, value: (x: number, y: number) => number): Picture => ({
  width,
  height,
  channels: 1,
  data: Uint8Array.from({ length: width * height }, (_, at) => value(at % width, Math.floor(at / width))),
});

describe("agrees with OpenCV's cornerHarris", () => {
  beforeAll(loadOpenCv);

  it.each([
    [3, 0.04],
    [5, 0.06],
    [1, 0.05],
    [9, 0.1],
  ])('with a box of %i and k = %f', async (size, k) => {
    const random = createRandom(size);
    const scene = toGray((await decodePicture(await sharp(join(projectRoot, 'data/samples/scene.png')).png().toBuffer())).picture);
    for (const picture of [scene, gray(41, 33, () => 256 * random()), gray(1, 1, () => 5), gray(50, 2, (x) => (x > 20 ? 255 : 0))]) {
      const source = cv.matFromArray(picture.height, picture.width, cv.CV_8UC1, picture.data as unknown as number[]);
      const expected = new cv.Mat();
      cv.cornerHarris(source, expected, size, 3, k);
      const { data } = harrisResponse(picture, { k, window: { shape: 'box', size } });
      const wanted = expected.data32F as Float32Array;
      const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      const worst = wanted.reduce((most, value, at) => Math.max(most, Math.abs(value - data[at]!)), 0);
      expect(worst).toBeLessThanOrEqual(largest * 1e-5);
      source.delete();
      expected.delete();
    }
  });
});

describe('corners', () => {
  const square = gray(60, 50, (x, y) => (x >= 20 && x < 40 && y >= 15 && y < 35 ? 220 : 30));
  const gaussian = { k: 0.05, window: { shape: 'gaussian' as const, sigma: 1.5 } };
  const settings = { quality: 0.01, distance: 5, most: 100 };

  it('of a square are its four', () => {
    const corners = findCorners(harrisResponse(square, gaussian), settings);
    expect(corners).toHaveLength(4);
    for (const [x, y] of [
      [19.5, 14.5],
      [39.5, 14.5],
      [19.5, 34.5],
      [39.5, 34.5],
    ] as const)
      expect(corners.some((corner) => Math.hypot(corner.x - x, corner.y - y) < 2)).toBe(true);
  });

  it('are told from edges by the sign of the response', () => {
    const { data, width } = harrisResponse(square, gaussian);
    expect(data[25 * width + 20]).toBeLessThan(0);
    expect(data[15 * width + 20]).toBeGreaterThan(0);
    expect(data[5 * width + 5]).toBe(0);
  });

  it('are at most so many, the strongest first, and keep their distance', () => {
    const random = createRandom(1);
    const response = harrisResponse(
      gray(200, 150, () => 256 * random()),
      gaussian,
    );
    const corners = findCorners(response, { quality: 0.001, distance: 12, most: 40 });
    expect(corners).toHaveLength(40);
    corners.forEach((one, index) => {
      if (index > 0) expect(one.response).toBeLessThanOrEqual(corners[index - 1]!.response);
      for (const other of corners.slice(0, index)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(12);
    });
  });

  it('are none where nothing changes', () => {
    for (const picture of [gray(9, 9, () => 7), gray(1, 1, () => 7), gray(30, 30, (x) => (x > 14 ? 200 : 0))])
      expect(findCorners(harrisResponse(picture, gaussian), settings)).toEqual([]);
  });
});
