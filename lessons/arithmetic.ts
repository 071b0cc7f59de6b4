/** The one source of every formula that lessons, commands and questions use. Sizes are in cells along one axis. */

/** One axis of a convolution or pooling: input n, window f, padding p on each side, stride s, dilation d (1 = none). */
export interface Axis {
  n: number;
  f: number;
  p?: number;
  /** Padding at the far end where it differs from p. */
  q?: number;
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
export function outputSize({ n, f, p = 0, q = p, s = 1, d = 1 }: Axis): AxisOutput {
  const span = d * (f - 1) + 1;
  const free = n + p + q - span;
  return { output: Math.floor(free / s) + 1, exact: (free + s) / s, span, unreached: free >= 0 ? free % s : 0, fits: free >= 0 };
}

/** The padding that keeps the size at stride 1: P = D(F−1)/2; undefined when that is no whole number. */
export function samePadding(f: number, d = 1): number | undefined {
  const both = d * (f - 1);
  return both % 2 === 0 ? both / 2 : undefined;
}

/** SAME of TensorFlow: the output has ⌈N/S⌉ cells, and where the padding for it is odd the far end gets one zero more. */
export function sameBorders({ n, f, s = 1, d = 1 }: Axis): { output: number; p: number; q: number } {
  const output = Math.ceil(n / s);
  const both = Math.max(0, (output - 1) * s + d * (f - 1) + 1 - n);
  return { output, p: Math.floor(both / 2), q: Math.ceil(both / 2) };
}

/**
 * Output of a transposed convolution: (N − 1)S − 2P + D(F − 1) + OP + 1 (Dumoulin and Visin, 2016; as PyTorch's ConvTranspose).
 * `op`: cells added at the far end. 0 or less when the padding cuts everything off.
 */
export function transposedSize({ n, f, p = 0, s = 1, d = 1, op = 0 }: Omit<Axis, 'q'> & { op?: number }): number {
  return (n - 1) * s - 2 * p + d * (f - 1) + op + 1;
}

/** The least padding with which the window fits. */
export function leastPadding({ n, f, d = 1 }: Axis): number {
  return Math.max(0, Math.ceil((d * (f - 1) + 1 - n) / 2));
}

/** The largest F whose window fits into the padded input: ⌊(N + 2P − 1)/D⌋ + 1. */
export function largestKernel({ n, p = 0, q = p, d = 1 }: Omit<Axis, 'f'>): number {
  return Math.floor((n + p + q - 1) / d) + 1;
}

/**
 * How many windows each cell of the padded input takes part in: those that cover it, and with dilation those that read it.
 * Over two axes a cell is in as many as the product. N + P + Q numbers, in time linear in them and F.
 */
export function participation(axis: Axis): number[] {
  const { n, f, p = 0, q = p, s = 1, d = 1 } = axis;
  const { output, fits } = outputSize(axis);
  const counts = new Array<number>(n + p + q).fill(0);
  if (!fits) return counts;
  // number t of the window reads the cells tD, tD + S, …, tD + (N' − 1)S: each row of them is begun once and ended once
  for (let t = 0; t < f; t++) {
    counts[t * d]! += 1;
    const end = t * d + output * s;
    if (end < counts.length) counts[end]! -= 1;
  }
  for (let cell = s; cell < counts.length; cell++) counts[cell]! += counts[cell - s]!;
  return counts;
}

/** How many cells of the input reach each output cell of a transposed convolution: unequal numbers are its checkerboard (Odena et al., 2016). */
export function overlap(axis: Omit<Axis, 'q'> & { op?: number }): number[] {
  const { n, f, p = 0, s = 1, d = 1 } = axis;
  const whole = participation({ n: transposedSize({ n, f, s, d }), f, s, d });
  return Array.from({ length: transposedSize(axis) }, (_, cell) => whole[cell + p] ?? 0);
}

/** What one output cell of a layer sees of the chain's input, in cells. */
export interface ReceptiveField {
  /** r = r₋₁ + D(F − 1)·j₋₁. */
  field: number;
  /** How far apart the fields of neighbors lie: j = j₋₁·S. */
  jump: number;
}

/** Where the field of output 0 of a layer lies in the chain's input. */
export interface FieldPlace extends ReceptiveField {
  /** First cell that output 0 sees; below 0 in the padding: start = start₋₁ − P·j₋₁. */
  start: number;
  /** Middle of that field; cells have their middles at whole numbers: start + (r − 1)/2. */
  center: number;
}

/** Receptive field after each layer and where it lies, along one axis (Araujo et al., Distill 2019). */
export function fieldPlaces(layers: readonly Pick<Axis, 'f' | 's' | 'd' | 'p'>[]): FieldPlace[] {
  const fields = receptiveFields(layers);
  let start = 0;
  return layers.map(({ p = 0 }, index) => {
    start -= p * (fields[index - 1]?.jump ?? 1);
    const { field, jump } = fields[index]!;
    return { field, jump, start, center: start + (field - 1) / 2 };
  });
}

/**
 * How strongly each input cell reaches one output of a chain when every window weighs its cells equally: the share of all paths, which
 * add up to 1 without padding (Luo et al., 2016). Cells of the padding are left out. One list a layer, the chain's input first.
 * @param output the output cell of the last layer, from 0
 */
export function influences(layers: readonly Omit<Axis, 'q'>[], output: number): number[][] {
  const lists: number[][] = [];
  let weights: number[] = [];
  for (const [index, { n, f, s = 1, p = 0, d = 1 }] of [...layers.entries()].reverse()) {
    if (index === layers.length - 1) {
      weights = new Array<number>(Math.max(output + 1, outputSize(layers[index]!).output)).fill(0);
      weights[output] = 1;
      lists.unshift(weights);
    }
    // every window is a box: begun at its first cell and ended behind its last, D cells apart, then summed up
    const last = (weights.length - 1) * s + d * f;
    const padded = new Array<number>(Math.max(n + 2 * p, last + 1)).fill(0);
    weights.forEach((weight, cell) => {
      if (weight === 0) return;
      padded[cell * s]! += weight / f;
      padded[cell * s + d * f]! -= weight / f;
    });
    for (let cell = d; cell < padded.length; cell++) padded[cell]! += padded[cell - d]!;
    // what begins and ends does not cancel to the last bit
    weights = padded.slice(p, p + n).map((weight) => (weight > 1e-13 ? weight : 0));
    lists.unshift(weights);
  }
  return lists;
}

/** Cells whose influence is more than 4.55 % of the largest: the effective field of Luo et al. (2016). */
export function effectiveField(weights: readonly number[]): number {
  const most = weights.reduce((found, weight) => Math.max(found, weight), 0);
  return weights.filter((weight) => weight > (1 - 0.9545) * most).length;
}

/** Receptive field after each layer, along one axis (Araujo et al., Distill 2019). */
export function receptiveFields(layers: readonly Pick<Axis, 'f' | 's' | 'd'>[]): ReceptiveField[] {
  let [field, jump] = [1, 1];
  return layers.map(({ f, s = 1, d = 1 }) => {
    field += d * (f - 1) * jump;
    jump *= s;
    return { field, jump };
  });
}

/**
 * How many ways lead from each cell of the field, in order, to one output of a chain without padding: a way goes through one cell of each
 * layer (Luo et al., 2016). All of them together are ΠF.
 */
export function pathCounts(layers: readonly Pick<Axis, 'f' | 's' | 'd'>[]): number[] {
  const sizes = chainSizes(receptiveFields(layers).at(-1)!.field, layers);
  const seen = layers.map((layer, index) => ({ ...layer, n: index === 0 ? receptiveFields(layers).at(-1)!.field : sizes[index - 1]! }));
  const all = layers.reduce((product, { f }) => product * f, 1);
  return influences(seen, 0)[0]!.map((share) => Math.round(share * all));
}

/** How many layers of windows F ≥ 2 at stride 1 it takes until one cell sees at least so many: ⌈(R − 1)/(F − 1)⌉. */
export const layersToSee = (field: number, f: number): number => Math.ceil((field - 1) / (f - 1));

/** Output size after each layer of a chain. */
export function chainSizes(n: number, layers: readonly Omit<Axis, 'n'>[]): number[] {
  const sizes: number[] = [];
  for (const layer of layers) sizes.push(outputSize({ ...layer, n: sizes.at(-1) ?? n }).output);
  return sizes;
}

/** Parameters of a layer in groups, whose filters see C_in/G channels each, with a bias each: C_out·(C_in/G·F² + 1). G divides both. */
export const groupedParameters = ({ groups, channels, ...layer }: FilterBank & { groups: number }): number =>
  filterParameters({ ...layer, channels: channels / groups });

/** Parameters of a depthwise separable layer, biases in both (Howard et al., 2017): C·(F² + 1) and C_out·(C + 1). */
export const separableParameters = ({ channels, filters, f }: FilterBank): number =>
  groupedParameters({ channels, filters: channels, f, groups: channels }) + filterParameters({ channels, filters, f: 1 });

export interface FilterBank {
  channels: number;
  filters: number;
  f: number;
}

/** Parameters of a layer of filters with a bias each: C_out·(C_in·F² + 1). */
export function filterParameters({ channels, filters, f }: FilterBank): number {
  return filters * (channels * f * f + 1);
}

/** Multiplications of a layer of filters for one picture, each with its addition (MACs): C_in·F²·C_out·H'·W'; biases only add. */
export const filterMultiplications = ({ channels, filters, f }: FilterBank, [high, wide]: readonly [number, number]): number =>
  channels * f * f * filters * high * wide;

/** An H×W picture before K fully connected neurons, or before filters; both see all its channels, so their number does not count. */
export interface Rivals {
  h: number;
  w: number;
  neurons: number;
  filters: number;
  f: number;
}

/** How many times as many weights the fully connected layer has, biases left out: H·W·K / (F²·C_out). */
export const weightRatio = ({ h, w, neurons, filters, f }: Rivals): number => (h * w * neurons) / (f * f * filters);

/** How many times as many multiplications it takes: a convolution uses each weight H'·W' times, so the ratio of the weights over that. */
export const workRatio = (rivals: Rivals, [high, wide]: readonly [number, number]): number => weightRatio(rivals) / (high * wide);

/** Bytes of a number kept as float32. */
export const FLOAT32_BYTES = 4;

/** Rounds in which so many workers compute results that do not wait for each other, one each in a round: ⌈results / workers⌉. */
export const parallelRounds = (results: number, workers: number): number => Math.ceil(results / workers);

/** Parameters of a fully connected layer with a bias for each output: (n + 1)·m. */
export const linearParameters = (inputs: number, outputs: number): number => (inputs + 1) * outputs;

/** Parameters of a chain of fully connected layers, from the sizes of its vectors. */
export const denseParameters = (sizes: readonly number[]): number =>
  sizes.slice(1).reduce((sum, outputs, index) => sum + linearParameters(sizes[index]!, outputs), 0);

/** Place of a pixel in the vector, from 0, when an H×W picture is flattened row by row, and channel after channel. */
export const flatPlace = ({ row, column, channel = 0, height, width }: FlatPixel): number => (channel * height + row) * width + column;

export interface FlatPixel {
  /** All from 0. */
  row: number;
  column: number;
  channel?: number;
  height: number;
  width: number;
}

/** A square patch that slides over a picture without sticking out, as occlusion does; all in pixels. */
export interface SlidingPatch {
  height: number;
  width: number;
  patch: number;
  stride: number;
}

/** How many positions a patch has: (⌊(H − k)/s⌋ + 1)·(⌊(W − k)/s⌋ + 1); occlusion asks the network once at each. */
export function patchPlaces({ height, width, patch, stride }: SlidingPatch): { rows: number; columns: number; places: number } {
  const rows = outputSize({ n: height, f: patch, s: stride }).output;
  const columns = outputSize({ n: width, f: patch, s: stride }).output;
  return { rows, columns, places: rows * columns };
}

/**
 * Along one axis: at how many positions a patch at stride 1 hides at least one of `detail` cells that begin at cell `start` (from 0) of n.
 * m + k − 1 where no edge is near.
 */
export function touchingPlaces({ n, patch, detail, start }: { n: number; patch: number; detail: number; start: number }): number {
  const first = Math.max(0, start - patch + 1);
  const last = Math.min(n - patch, start + detail - 1);
  return last - first + 1;
}

/** A pixel after one step of gradient ascent on S(I) − λ‖I‖²: I + η(∂S/∂I − 2λI) (Simonyan et al., 2013). No decay if not given. */
export const ascendedPixel = ({
  pixel,
  gradient,
  rate,
  decay = 0,
}: {
  pixel: number;
  gradient: number;
  rate: number;
  decay?: number;
}): number => pixel + rate * (gradient - 2 * decay * pixel);

/** What gradient ascent on a picture makes large: S(I) − λ‖I‖², ‖I‖² being the sum of the pixels' squares (Simonyan et al., 2013). */
export const penalizedScore = (score: number, pixels: readonly number[], decay: number): number =>
  score - decay * pixels.reduce((sum, pixel) => sum + pixel ** 2, 0);

/** Where w·I − λI² is largest: its slope w − 2λI is 0 at I = w / (2λ). */
export const bestLinearPixel = (weight: number, decay: number): number => weight / (2 * decay);

/** The numbers with the ⌊share·count⌋ nearest to zero set to zero; of equal ones the first (Yosinski et al., 2015). @param share 0…1 */
export function withSmallZeroed(numbers: readonly number[], share: number): number[] {
  const weakest = [...numbers.keys()].sort((a, b) => Math.abs(numbers[a]!) - Math.abs(numbers[b]!) || a - b);
  // 0.7·10 is a little less than 7 for a computer
  const zeroed = new Set(weakest.slice(0, Math.floor(share * numbers.length + 1e-9)));
  return numbers.map((number, place) => (zeroed.has(place) ? 0 : number));
}
