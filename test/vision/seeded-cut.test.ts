import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/network/training/random.ts';
import { type CutGraph, minCut } from '../../src/vision/min-cut.ts';
import { seededCut, seedsOf } from '../../src/vision/seeded-cut.ts';

/** What a division of the nodes costs. */
const costOf = (edges: CutGraph['edges'], side: ArrayLike<number>) =>
  edges.reduce((sum, { from, to, capacity, back = 0 }) => {
    const one = side[from] === 1 && side[to] === 0 ? capacity : 0;
    const other = side[to] === 1 && side[from] === 0 ? back : 0;
    return sum + one + other;
  }, 0);

describe('the cheapest cut', () => {
  it('goes through the narrowest place of a chain', () => {
    const edges = [5, 2, 7].map((capacity, from) => ({ from, to: from + 1, capacity }));
    const { cost, side } = minCut({ nodes: 4, source: 0, sink: 3, edges });
    expect([cost, [...side]]).toEqual([2, [1, 1, 0, 0]]);
  });

  it('may send a flow back that took the wrong way first', () => {
    // the textbook diamond: a greedy path over the middle edge has to be taken back
    const edges = [
      [0, 1, 1],
      [0, 2, 1],
      [1, 2, 1],
      [1, 3, 1],
      [2, 3, 1],
    ].map(([from, to, capacity]) => ({ from: from!, to: to!, capacity: capacity! }));
    expect(minCut({ nodes: 4, source: 0, sink: 3, edges }).cost).toBe(2);
  });

  it('is as cheap as the best of all divisions, on random graphs', () => {
    const random = createRandom(4);
    for (let round = 0; round < 60; round++) {
      const nodes = 8;
      const edges = Array.from({ length: 18 }, () => ({
        from: random.below(nodes),
        to: random.below(nodes),
        capacity: random.below(10),
        back: random.below(3) === 0 ? random.below(10) : 0,
      })).filter(({ from, to }) => from !== to);
      const { cost, side } = minCut({ nodes, source: 0, sink: nodes - 1, edges });
      let best = Number.POSITIVE_INFINITY;
      for (let mask = 0; mask < 2 ** (nodes - 2); mask++)
        best = Math.min(best, costOf(edges, [1, ...Array.from({ length: nodes - 2 }, (_, at) => (mask >> at) & 1), 0]));
      expect(cost).toBe(best);
      expect(costOf(edges, side)).toBe(cost);
    }
  });

  it('never goes through what may not be cut', () => {
    const edges = [{ from: 0, to: 1, capacity: Number.POSITIVE_INFINITY }];
    expect(() => minCut({ nodes: 2, source: 0, sink: 1, edges })).toThrow(RangeError);
    expect(minCut({ nodes: 3, source: 0, sink: 2, edges: [...edges, { from: 1, to: 2, capacity: 3 }] }).cost).toBe(3);
  });
});

describe('seeds', () => {
  it('are the most and the least salient pixels', () => {
    const map = Float32Array.from({ length: 20 }, (_, at) => (at * 7) % 20);
    const seeds = seedsOf(map, { object: 0.1, background: 0.25 });
    expect([...map].filter((_, at) => seeds[at] === 1).sort()).toEqual([18, 19]);
    expect([...map].filter((_, at) => seeds[at] === -1).sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it('are taken whole where pixels are equally salient', () => {
    expect([...seedsOf(Float32Array.from([0, 0, 0, 0, 0, 0, 1, 9, 9, 9]), { object: 0.1, background: 0.1 })]).toEqual([
      -1, -1, -1, -1, -1, -1, 0, 1, 1, 1,
    ]);
  });
});

describe('a cut by seeds', () => {
  /** A dark bar on a light ground with noise. */
  const random = createRandom(2);
  const isBar = (at: number) => Math.floor(at / 12) >= 4 && Math.floor(at / 12) < 7 && at % 12 >= 2;
  const picture = {
    width: 12,
    height: 10,
    data: Float32Array.from({ length: 120 }, (_, at) => (isBar(at) ? 60 : 200) + 20 * random.normal()),
  };
  const seeds = (object: number[], background: number[]) =>
    Int8Array.from({ length: 120 }, (_, at) => (object.includes(at) ? 1 : background.includes(at) ? -1 : 0));

  it('finds the whole object from a few seeds, even if one of them is wrong', () => {
    const background = [0, 5, 11, 20, 33, 100, 108, 119];
    for (const object of [
      [52, 66, 80],
      [52, 66, 80, 3],
    ])
      expect([...seededCut(picture, seeds(object, background))]).toEqual(Array.from({ length: 120 }, (_, at) => (isBar(at) ? 1 : 0)));
  });

  it('pays the least of all divisions of a small picture', () => {
    const small = { width: 3, height: 3, data: Float32Array.from([10, 20, 200, 15, 120, 210, 130, 220, 230]) };
    const marks = Int8Array.from([1, 0, 0, 0, 0, 0, 0, 0, -1]);
    const cut = seededCut(small, marks, { bins: 4, smoothness: 0.8 });
    // each histogram holds one count a step and the seed's own: −ln 2/5 there, −ln 1/5 elsewhere
    const own = (pixel: number, side: number) => {
      const step = Math.floor(small.data[pixel]! / 64);
      return -Math.log((side === 1 ? step === 0 : step === 3) ? 2 / 5 : 1 / 5);
    };
    const pairs: [number, number][] = [];
    for (let a = 0; a < 9; a++) for (let b = a + 1; b < 9; b++) if (b - a === 3 || (b - a === 1 && a % 3 < 2)) pairs.push([a, b]);
    const squared = ([a, b]: [number, number]) => (small.data[a]! - small.data[b]!) ** 2;
    const mean = pairs.map(squared).reduce((sum, value) => sum + value, 0) / pairs.length;
    const price = (side: ArrayLike<number>) =>
      [...small.data].reduce((sum, _, pixel) => sum + own(pixel, side[pixel]!), 0) +
      pairs.reduce((sum, pair) => sum + (side[pair[0]] === side[pair[1]] ? 0 : 0.8 * Math.exp(-squared(pair) / (2 * mean))), 0);
    const all = Array.from({ length: 512 }, (_, mask) => price(Array.from({ length: 9 }, (_bit, at) => (mask >> at) & 1)));
    expect(price(cut)).toBeCloseTo(Math.min(...all), 9);
    expect(cut[0]).toBe(1);
    expect(cut[8]).toBe(0);
  });

  it('of an even picture takes all or nothing', () => {
    const even = { width: 4, height: 2, data: new Float32Array(8).fill(90) };
    expect(new Set(seededCut(even, Int8Array.from([1, 1, 0, 0, 0, 0, 0, -1]))).size).toBe(1);
  });
});
