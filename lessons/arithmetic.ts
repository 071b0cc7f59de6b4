/** The one source of every formula that lessons, commands and questions use. Sizes are in cells along one axis. */

/** One axis of a convolution or pooling: input n, window f, padding p on each side, stride s, dilation d (1 = none). */
export interface Axis {
  n: number;
  f: number;
  p?: number;
  s?: number;
  d?: number;
}

export interface AxisOutput {
  /** N' = ⌊(N + 2P − D(F−1) − 1)/S⌋ + 1 (Dumoulin and Visin, 2016); 0 or less when the window does not fit. */
  output: number;
  /** The same without rounding down. */
  exact: number;
  /** Cells that a dilated window spans: D(F−1) + 1. */
  span: number;
  /** Cells at the far end of the padded input that no window reaches. */
  unreached: number;
  /** The window fits into the padded input. */
  fits: boolean;
}

/** Size of the output along one axis. All arguments are whole numbers; n, f, s, d ≥ 1, p ≥ 0. */
export function outputSize({ n, f, p = 0, s = 1, d = 1 }: Axis): AxisOutput {
  const span = d * (f - 1) + 1;
  const free = n + 2 * p - span;
  return { output: Math.floor(free / s) + 1, exact: (free + s) / s, span, unreached: free >= 0 ? free % s : 0, fits: free >= 0 };
}

/** The padding that keeps the size at stride 1: P = D(F−1)/2; undefined when that is no whole number. */
export function samePadding(f: number, d = 1): number | undefined {
  const both = d * (f - 1);
  return both % 2 === 0 ? both / 2 : undefined;
}

/** The least padding with which the window fits. */
export function leastPadding({ n, f, d = 1 }: Axis): number {
  return Math.max(0, Math.ceil((d * (f - 1) + 1 - n) / 2));
}

/** Output size after each layer of a chain. */
export function chainSizes(n: number, layers: readonly Omit<Axis, 'n'>[]): number[] {
  const sizes: number[] = [];
  for (const layer of layers) sizes.push(outputSize({ ...layer, n: sizes.at(-1) ?? n }).output);
  return sizes;
}

/** Parameters of a layer of filters with a bias each: C_out·(C_in·F² + 1). */
export function filterParameters({ channels, filters, f }: { channels: number; filters: number; f: number }): number {
  return filters * (channels * f * f + 1);
}
