import { describe, expect, it } from 'vitest';
import { colorize, DIVERGING, scaleFor } from '../../src/vision/display.ts';

const sizes = (...parts: [count: number, size: number][]) =>
  Float32Array.from(parts.flatMap(([count, size]) => new Array<number>(count).fill(size)));

describe('the scale of a display', () => {
  it('is a round number that holds all but the strongest twentieth', () => {
    expect(scaleFor(sizes([1000, 0], [1000, 200], [40, 900]), 1020)).toBe(250);
    expect(scaleFor(sizes([1000, 377]), 1020)).toBe(400);
    expect(scaleFor(sizes([1000, 400]), 1020)).toBe(400);
    expect(scaleFor(sizes([1000, 0.031]), 0.1)).toBeCloseTo(0.04, 9);
  });

  it('does not listen to what is next to nothing: a few lines on white paper are seen', () => {
    expect(scaleFor(sizes([100_000, 0], [500, 600]), 1020)).toBe(600);
  });

  it('never makes faint noise look like edges', () => {
    expect(scaleFor(sizes([1000, 2]), 1020)).toBe(40);
    expect(scaleFor(sizes([1000, 0]), 1020)).toBe(40);
    expect(scaleFor(sizes([1000, 0]), 0)).toBe(1);
  });
});

describe('two colors around zero', () => {
  it.each(['white', 'dark'] as const)('with %s at zero', (zero) => {
    const { data, channels } = colorize({ width: 5, height: 1, channels: 1, data: new Uint8Array([1, 0, 128, 255, 64]) }, zero);
    expect(channels).toBe(3);
    const colors = Array.from({ length: 5 }, (_, pixel) => [...data.subarray(pixel * 3, pixel * 3 + 3)]);
    expect(colors.slice(0, 4)).toEqual([
      DIVERGING[zero].negative,
      DIVERGING[zero].negative,
      DIVERGING[zero].zero,
      DIVERGING[zero].positive,
    ]);
    // halfway to below zero
    expect(colors[4]![2]).toBe(Math.round(DIVERGING[zero].zero[2] + (DIVERGING[zero].negative[2] - DIVERGING[zero].zero[2]) * (64 / 127)));
  });
});
