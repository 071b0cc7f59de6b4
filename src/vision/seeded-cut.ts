import { type CutGraph, minCut } from './min-cut.ts';
import type { Plane } from './picture.ts';

/** Of each pixel 1: object, −1: background, 0: unknown. */
export type Seeds = Int8Array;

/**
 * Seeds from a saliency map: the share `object` of most salient pixels and the share `background` of least salient ones, equal ones
 * included; 5 % and 30 % in Simonyan, Vedaldi and Zisserman, 2013.
 */
export function seedsOf(saliency: Float32Array, { object = 0.05, background = 0.3 } = {}): Seeds {
  const sorted = Float32Array.from(saliency).sort();
  const place = (share: number) => Math.min(sorted.length - 1, Math.max(0, Math.round(share * sorted.length)));
  const low = sorted[Math.max(0, place(background) - 1)]!;
  const high = sorted[place(1 - object)]!;
  return Int8Array.from(saliency, (value) => (value >= high ? 1 : value <= low ? -1 : 0));
}

export interface CutOptions {
  /** Brightness is told apart in so many steps. */
  bins?: number;
  /** Price of a border between two equal neighbors; borders along edges cost less. */
  smoothness?: number;
}

/**
 * Cuts an object out by seeds, in one round of what GrabCut repeats (Boykov and Jolly, 2001; Rother et al., 2004). The seeds of each kind
 * teach a histogram of brightness; then every pixel, seeds too, goes to the side that its own brightness and its four neighbors make
 * cheapest: Σ_p −ln h_side(p)(I_p) + Σ_pq smoothness · exp(−(I_p − I_q)² / 2σ²) over neighbors on different sides, σ² the mean of (I_p − I_q)².
 * @param brightness 0…255
 * @param seeds as many as pixels
 * @returns 1 for the object, 0 for the background
 */
export function seededCut(brightness: Plane, seeds: Seeds, { bins = 16, smoothness = 2 }: CutOptions = {}): Uint8Array {
  const { data } = brightness;
  const binOf = (value: number) => Math.min(bins - 1, Math.max(0, Math.floor((value / 256) * bins)));
  const [asObject, asBackground] = [1, -1].map((kind) => costs(data, seeds, kind, bins, binOf)) as [Float64Array, Float64Array];
  const [source, sink] = [data.length, data.length + 1];
  const edges: CutGraph['edges'][number][] = [];
  data.forEach((value, pixel) => {
    // what is paid by the other side is what this side saves
    edges.push({ from: source, to: pixel, capacity: asBackground[binOf(value)]! });
    edges.push({ from: pixel, to: sink, capacity: asObject[binOf(value)]! });
  });
  const pairs = neighbors(brightness);
  const mean = pairs.reduce((sum, [p, q]) => sum + (data[p]! - data[q]!) ** 2, 0) / Math.max(1, pairs.length);
  for (const [p, q] of pairs) {
    const difference = (data[p]! - data[q]!) ** 2;
    const capacity = smoothness * (mean === 0 ? 1 : Math.exp(-difference / (2 * mean)));
    edges.push({ from: p, to: q, capacity, back: capacity });
  }
  return minCut({ nodes: data.length + 2, source, sink, edges }).side.slice(0, data.length);
}

/** −ln of each brightness step's share among the seeds of a kind; one count is given to every step, so that none is impossible. */
function costs(data: Float32Array, seeds: Seeds, kind: number, bins: number, binOf: (value: number) => number): Float64Array {
  const counts = new Float64Array(bins).fill(1);
  data.forEach((value, pixel) => {
    if (seeds[pixel] === kind) counts[binOf(value)]! += 1;
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => -Math.log(count / total));
}

/** Pairs of pixels side by side and one below the other. */
function neighbors({ width, height }: Plane): [number, number][] {
  const pairs: [number, number][] = [];
  for (let at = 0; at < width * height; at++) {
    if ((at + 1) % width !== 0) pairs.push([at, at + 1]);
    if (at + width < width * height) pairs.push([at, at + width]);
  }
  return pairs;
}
