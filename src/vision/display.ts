/** How a filter's numbers become pixels. */
import type { Picture } from './picture.ts';

/**
 * `clip` shows numbers as they are, cut off below 0 and above 255; `absolute` their size without sign, 0 black; `shifted` middle gray for zero;
 * `signed` two colors around zero; `fitted` stretches from the smallest (black) to the largest (white).
 */
export const DISPLAYS = ['clip', 'absolute', 'shifted', 'signed', 'fitted'] as const;
export type Display = (typeof DISPLAYS)[number];

export type Color = [red: number, green: number, blue: number];

/**
 * The colors of `signed`, white or dark at zero: orange below, blue above (Okabe and Ito's, told apart by the color-blind too).
 */
export const DIVERGING = {
  white: { negative: [213, 94, 0], zero: [255, 255, 255], positive: [0, 114, 178] },
  dark: { negative: [240, 128, 60], zero: [29, 38, 48], positive: [86, 168, 221] },
} satisfies Record<string, Record<'negative' | 'zero' | 'positive', Color>>;
export type Zero = keyof typeof DIVERGING;

/** What of the sizes lies within the scale: the few strongest edges may be cut off, so that the others can be seen. */
const SHARE_SHOWN = 0.95;
/** Sizes below this part of the largest are no edges and have no say. */
const LEAST_SAID = 1 / 50;
/** Steps of a power of ten at which a scale may end, for a color bar that is easy to read. */
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
const BINS = 512;

/**
 * The number that is shown white (or in full color), a round one: at least as large as 95 % of the sizes that are not next to nothing, and not
 * so small that a filter's faintest answer would look like a strong one.
 * @param sizes absolute values, a sample of them is enough
 * @param possible the largest value that the filter can give at all
 * @param share of the sizes that lie within the scale
 */
export function scaleFor(sizes: Float32Array, possible: number, share = SHARE_SHOWN): number {
  let largest = 0;
  for (let index = 0; index < sizes.length; index++) largest = Math.max(largest, sizes[index]!);
  const least = possible / 32;
  if (largest <= least) return roundUp(least);
  const counts = new Uint32Array(BINS);
  const binOf = BINS / largest;
  for (let index = 0; index < sizes.length; index++) counts[Math.min(BINS - 1, Math.floor(sizes[index]! * binOf))]!++;
  let bin = Math.round(BINS * LEAST_SAID);
  const counted = counts.subarray(bin).reduce((sum, count) => sum + count, 0);
  for (let below = counts[bin]!; below < counted * share; below += counts[bin]!) bin++;
  return roundUp(Math.max(least, (largest * (bin + 1)) / BINS));
}

/** The next round number. */
function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return Number((ROUND.find((step) => step * power >= value * (1 - 1e-9))! * power).toPrecision(2));
}

/** Shade that stands for zero where numbers have signs; ±127 steps around it. */
export const MIDDLE = 128;

/** Gray shades around 128 as two colors around zero. */
export function colorize(shades: Picture, at0: Zero): Picture {
  const { negative, zero, positive } = DIVERGING[at0];
  return paintShades(
    shades,
    Array.from({ length: 256 }, (_, shade) => {
      const strength = Math.min(1, Math.abs(shade - MIDDLE) / 127);
      const end = shade < MIDDLE ? negative : positive;
      return zero.map((value, channel) => Math.round(value + (end[channel]! - value) * strength)) as Color;
    }),
  );
}

/** Each shade of a gray picture as the color of that number. */
export function paintShades({ width, height, data }: Picture, palette: Color[]): Picture {
  const [red, green, blue] = [0, 1, 2].map((channel) => Uint8Array.from(palette, (color) => color[channel]!)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const colors = new Uint8Array(data.length * 3);
  for (let pixel = 0, at = 0; pixel < data.length; pixel++, at += 3) {
    const shade = data[pixel]!;
    colors[at] = red[shade]!;
    colors[at + 1] = green[shade]!;
    colors[at + 2] = blue[shade]!;
  }
  return { width, height, channels: 3, data: colors };
}
