import { beforeAll, describe, expect, it } from 'vitest';
import { toGray } from '../../src/vision/gray.ts';
import { cv, loadOpenCv } from './opencv.ts';
import { createRandom } from './random.ts';

const picture = (width: number, height: number, data: Uint8Array) => ({ width, height, channels: 3 as const, data });

describe('gray', () => {
  beforeAll(loadOpenCv);

  it("is OpenCV's, every pixel of it", () => {
    const random = createRandom(5);
    for (const [width, height] of [
      [1, 1],
      [17, 3],
      [4096, 1],
      [409, 101],
    ] as const) {
      const data = new Uint8Array(width * height * 3).map(() => Math.floor(random() * 256));
      const colors = cv.matFromArray(height, width, cv.CV_8UC3, [...data]);
      const gray = new cv.Mat();
      cv.cvtColor(colors, gray, cv.COLOR_RGB2GRAY);
      expect(Buffer.compare(toGray(picture(width, height, data)).data, gray.data as Uint8Array)).toBe(0);
      colors.delete();
      gray.delete();
    }
  });

  it('weighs the colors as television does, and leaves grays exactly as they are', () => {
    expect([...toGray(picture(4, 1, new Uint8Array([255, 0, 0, 0, 255, 0, 0, 0, 255, 201, 201, 201]))).data]).toEqual([76, 150, 29, 201]);
    for (let level = 0; level < 256; level++) expect([...toGray(picture(1, 1, new Uint8Array(3).fill(level))).data]).toEqual([level]);
    const gray = { width: 1, height: 1, channels: 1 as const, data: new Uint8Array([7]) };
    expect(toGray(gray)).toBe(gray);
  });
});
