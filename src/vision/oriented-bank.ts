/** A bank of oriented filters, alike but for their direction, as Hubel and Wiesel found them in the visual cortex. */
import { convolvePlane, paddingFor } from './convolution.ts';
import { gaborKernel, type Kernel } from './kernel-shapes.ts';
import type { Plane } from './picture.ts';

export interface OrientedFilter {
  /** Of the bar that it answers most: 0 lies flat, 90 stands upright, between them it rises to the right. */
  degrees: number;
  /** Answers a bar in its middle (ψ = 0), */
  line: Kernel;
  /** and an edge there (ψ = 90°). */
  edge: Kernel;
}

/** Stripes 8 pixels from one to the next under a hill half as wide again along them: bars of about 4 pixels are seen best. */
const SHAPE = { lambda: 8, sigma: 2.5, gamma: 0.65, size: 21 };
/** A bar turned by half a turn is the same bar. */
const HALF_TURN = 180;

/** Pairs of Gabor's filters for `count` orientations, evenly spread over half a turn, from 0° on. */
export function orientedBank(count: number): OrientedFilter[] {
  return Array.from({ length: count }, (_, index) => {
    const degrees = (index * HALF_TURN) / count;
    // the kernel's angle goes across its stripes and turns clockwise, for rows count downward
    const angle = (HALF_TURN / 2 - degrees + HALF_TURN) % HALF_TURN;
    const gabor = (psi: number) => gaborKernel({ ...SHAPE, angle, psi });
    return { degrees, line: gabor(0), edge: gabor(90) };
  });
}

/**
 * How strongly each place of a gray plane answers to each filter: √(line² + edge²), which does not mind whether a bar or an edge of this
 * direction lies there, nor exactly where (the energy of Adelson and Bergen, 1985; like a complex cell). Mirrored around, so that maps have the
 * plane's size.
 */
export function orientedMaps(gray: Plane, bank: readonly OrientedFilter[]): Plane[] {
  return bank.map(({ line, edge }) => {
    const answers = [line, edge].map(({ values }) => {
      const padding = paddingFor('same', { height: values.length, width: values[0]!.length });
      return convolvePlane(gray, values, { stride: 1, dilation: 1, padding, border: 'reflect' }).data;
    }) as [Float32Array, Float32Array];
    return { ...gray, data: answers[0].map((value, at) => Math.hypot(value, answers[1][at]!)) };
  });
}

/** At each place, which of the maps is largest: its index. */
export function strongestMap(maps: readonly Plane[]): Uint8Array {
  return Uint8Array.from(maps[0]!.data, (_, at) =>
    maps.reduce((best, { data }, index) => (data[at]! > maps[best]!.data[at]! ? index : best), 0),
  );
}
