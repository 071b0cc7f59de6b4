import { describe, expect, it } from 'vitest';
import type { Picture } from '../../src/vision/picture.ts';
import { type Pooling, poolMatrix, poolPicture } from '../../src/vision/pool-picture.ts';

const pooling = (changes: Partial<Pooling> = {}): Pooling => ({
  kind: 'max',
  size: 2,
  stride: 2,
  padding: 0,
  ceil: false,
  countPadding: true,
  ...changes,
});
const row = (...values: number[]): Picture => ({ width: values.length, height: 1, channels: 1, data: Uint8Array.from(values) });

describe('a pooled photo', () => {
  it('keeps its channels, each pooled by itself', () => {
    // two pixels wide, two high: red grows to the right, green downwards, blue is flat
    const photo: Picture = { width: 2, height: 2, channels: 3, data: Uint8Array.of(0, 0, 9, 200, 0, 9, 0, 100, 9, 200, 100, 9) };
    expect(poolPicture(photo, pooling()).output).toEqual({ width: 1, height: 1, channels: 3, data: Uint8Array.of(200, 100, 9) });
    expect([...poolPicture(photo, pooling({ kind: 'average' })).output.data]).toEqual([100, 50, 9]);
  });

  it('rounds its means', () => {
    const { output } = poolPicture({ ...row(1, 2, 4, 5), width: 2, height: 2 }, pooling({ kind: 'average' }));
    expect([...output.data]).toEqual([3]);
    expect([...poolPicture({ ...row(0, 0, 0, 255), width: 2, height: 2 }, pooling({ kind: 'average' })).output.data]).toEqual([64]);
  });

  it('counts the rows and columns of its own that no window reaches', () => {
    const of = (width: number, changes: Partial<Pooling>) =>
      poolPicture({ ...row(), width, height: width, data: new Uint8Array(width * width) }, pooling(changes));
    expect(of(7, { size: 3, stride: 3 })).toMatchObject({ unreachedRows: 1, unreachedColumns: 1 });
    expect(of(7, { size: 3, stride: 3, ceil: true })).toMatchObject({ unreachedRows: 0, output: { width: 3, height: 3 } });
    // what is left over is padding, nothing is lost
    expect(of(6, { size: 3, stride: 2, padding: 1 })).toMatchObject({ unreachedRows: 0, unreachedColumns: 0 });
  });

  it('is refused when the window does not fit, and told what would', () => {
    expect(() => poolPicture(row(1, 2, 3), pooling())).toThrowError(
      expect.objectContaining({ learner: { id: 'window-too-large', values: { window: '2×2', input: '1×3', most: '1×2', need: 1 } } }),
    );
  });
});

describe('a pooled matrix', () => {
  const lecture = [
    [1, 1, 2, 4],
    [5, 6, 7, 8],
    [3, 2, 1, 0],
    [1, 2, 3, 4],
  ];
  it("gives the lecture's numbers", () => {
    expect(poolMatrix(lecture, pooling())).toEqual({
      output: [
        [6, 8],
        [3, 4],
      ],
      unreachedRows: 0,
      unreachedColumns: 0,
    });
    expect(poolMatrix(lecture, pooling({ kind: 'average' })).output).toEqual([
      [3.25, 5.25],
      [2, 2],
    ]);
  });

  it('is not rounded', () => {
    expect(
      poolMatrix(
        [
          [1, 2],
          [3, 0.1],
        ],
        pooling({ kind: 'average' }),
      ).output,
    ).toEqual([[1.525]]);
    expect(poolMatrix([[-1e7, -0.001]], pooling({ padding: 1 })).output).toEqual([[-1e7, -0.001]]);
  });
});

describe('pooling with padding that differs from side to side', () => {
  const negative = [
    [-4, -8],
    [-2, -6],
  ];
  const pooling = { size: 2, stride: 1, padding: { top: 0, left: 0, bottom: 1, right: 1 }, ceil: false, countPadding: true };

  it('lets it win no maximum, and counts it as zeros in a mean', () => {
    expect(poolMatrix(negative, { kind: 'max', ...pooling }).output).toEqual([
      [-2, -6],
      [-2, -6],
    ]);
    expect(poolMatrix(negative, { kind: 'average', ...pooling }).output).toEqual([
      [-5, -3.5],
      [-2, -1.5],
    ]);
  });

  it('says what no window reaches behind it', () => {
    const padding = { top: 1, left: 0, bottom: 0, right: 0 };
    const done = poolMatrix(
      [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
      { kind: 'max', ...pooling, stride: 2, padding },
    );
    expect(done).toEqual({
      output: [[2], [8]],
      unreachedRows: 0,
      unreachedColumns: 1,
    });
  });

  it('takes each channel of a picture by itself', () => {
    const picture = { width: 2, height: 2, channels: 3 as const, data: Uint8Array.from([1, 10, 100, 2, 20, 90, 3, 30, 80, 5, 40, 70]) };
    const whole = { ...pooling, padding: 0 };
    expect([...poolPicture(picture, { kind: 'max', ...whole }).output.data]).toEqual([5, 40, 100]);
    expect([...poolPicture(picture, { kind: 'average', ...whole }).output.data]).toEqual([3, 25, 85]);
  });
});
