import { describe, expect, it } from 'vitest';
import { poolMatrix, poolPicture } from '../../src/vision/pool-window.ts';

const LECTURE = [
  [1, 1, 2, 4],
  [5, 6, 7, 8],
  [3, 2, 1, 0],
  [1, 2, 3, 4],
];
const none = { top: 0, right: 0, bottom: 0, left: 0 };
const one = { top: 1, right: 1, bottom: 1, left: 1 };

describe('pooling', () => {
  it('gives the lecture’s numbers', () => {
    const window = { side: 2, stride: 2, padding: none };
    expect(poolMatrix(LECTURE, { pool: 'max', ...window })).toEqual([
      [6, 8],
      [3, 4],
    ]);
    expect(poolMatrix(LECTURE, { pool: 'average', ...window })).toEqual([
      [3.25, 5.25],
      [2, 2],
    ]);
  });

  it('lets padding win no maximum, and counts it as zeros in a mean', () => {
    const negative = [
      [-4, -8],
      [-2, -6],
    ];
    const window = { side: 2, stride: 2, padding: one };
    expect(poolMatrix(negative, { pool: 'max', ...window })).toEqual([
      [-4, -8],
      [-2, -6],
    ]);
    expect(poolMatrix(negative, { pool: 'average', ...window })).toEqual([
      [-1, -2],
      [-0.5, -1.5],
    ]);
  });

  it('takes each channel of a picture by itself', () => {
    const picture = { width: 2, height: 2, channels: 3 as const, data: Uint8Array.from([1, 10, 100, 2, 20, 90, 3, 30, 80, 5, 40, 70]) };
    const pooled = poolPicture(picture, { pool: 'max', side: 2, stride: 1, padding: none });
    expect(pooled).toEqual({ width: 1, height: 1, channels: 3, data: Uint8Array.of(5, 40, 100) });
    expect([...poolPicture(picture, { pool: 'average', side: 2, stride: 1, padding: none }).data]).toEqual([3, 25, 85]);
  });

  it('says so when the window does not fit', () => {
    expect(() => poolMatrix([[1]], { pool: 'max', side: 2, stride: 1, padding: none })).toThrow(/kernel-too-large/);
  });
});
