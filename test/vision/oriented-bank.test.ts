import { describe, expect, it } from 'vitest';
import { orientedBank, orientedMaps, strongestMap } from '../../src/vision/oriented-bank.ts';
import type { Plane } from '../../src/vision/picture.ts';

const plane = (side: number, value: (x: number, y: number) => number): Plane => ({
  width: side,
  height: side,
  data: Float32Array.from({ length: side * side }, (_, at) => value(at % side, Math.floor(at / side))),
});
/** A light bar through the middle that rises by so many degrees. */
const bar = (degrees: number, side = 41, width = 4) => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const middle = (side - 1) / 2;
  // rows count downward: away from the line through the middle
  return plane(side, (x, y) => (Math.abs((x - middle) * sin + (y - middle) * cos) <= width / 2 ? 255 : 0));
};
const middleOf = ({ width, data }: Plane) => data[((width - 1) / 2) * (width + 1)]!;

describe('a bank of oriented filters', () => {
  it('spreads over half a turn, evenly', () => {
    expect(orientedBank(6).map(({ degrees }) => degrees)).toEqual([0, 30, 60, 90, 120, 150]);
    expect(orientedBank(4).map(({ degrees }) => degrees)).toEqual([0, 45, 90, 135]);
  });

  it('has weights that add up to 0, the line alike on both sides of its middle, the edge with opposite signs', () => {
    for (const { line, edge } of orientedBank(6)) {
      const [even, odd] = [line.values.flat(), edge.values.flat()];
      for (const weights of [even, odd]) expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(0, 9);
      for (let at = 0; at < even.length; at++) {
        expect(even.at(-1 - at)).toBeCloseTo(even[at]!, 9);
        expect(odd.at(-1 - at)).toBeCloseTo(-odd[at]!, 9);
      }
    }
  });

  it('has one upright filter that is the flat one turned', () => {
    const [flat, , , upright] = orientedBank(6);
    flat!.line.values.forEach((row, y) => {
      row.forEach((weight, x) => {
        expect(upright!.line.values[x]![y]).toBeCloseTo(weight, 9);
      });
    });
  });

  it.each([0, 30, 60, 90, 120, 150])('answers a bar at %i° most with its own filter, and less the further it is turned away', (degrees) => {
    const bank = orientedBank(6);
    const answers = orientedMaps(bar(degrees), bank).map(middleOf);
    const own = degrees / 30;
    const turned = (steps: number) => answers[(own + steps + 6) % 6]!;
    for (const steps of [1, -1]) {
      expect(answers[own]).toBeGreaterThan(1.5 * turned(steps));
      expect(turned(steps)).toBeGreaterThan(turned(2 * steps));
    }
    const maps = orientedMaps(bar(degrees), bank);
    expect(strongestMap(maps)[20 * 42]).toBe(own);
  });

  it('is the root of two squared sums: one place computed by hand', () => {
    const picture = plane(30, (x, y) => ((7 * x + 13 * y + x * y) % 23) * 10);
    const [filter] = orientedBank(5).slice(2);
    const reach = (filter!.line.values.length - 1) / 2;
    const sum = (weights: number[][]) =>
      weights.reduce(
        (total, row, i) =>
          total + row.reduce((part, weight, j) => part + weight * picture.data[(12 + i - reach) * 30 + 16 + j - reach]!, 0),
        0,
      );
    const expected = Math.sqrt(sum(filter!.line.values) ** 2 + sum(filter!.edge.values) ** 2);
    const [map] = orientedMaps(picture, [filter!]);
    expect(map).toMatchObject({ width: 30, height: 30 });
    expect(map!.data[12 * 30 + 16]! / expected).toBeCloseTo(1, 4);
  });

  it('does not answer even light, and takes the smallest picture', () => {
    const even = orientedMaps(
      plane(25, () => 200),
      orientedBank(3),
    );
    for (const { data } of even) for (const value of data) expect(value).toBeLessThan(0.01);
    expect(
      orientedMaps(
        plane(1, () => 9),
        orientedBank(2),
      ).map(({ data }) => data.length),
    ).toEqual([1, 1]);
  });
});
