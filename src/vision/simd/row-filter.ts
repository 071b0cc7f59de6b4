/** Convolution of a picture row by row: only as many rows as the kernel is high are in the SIMD programs' memory at a time. */
import { LRUCache } from 'lru-cache';
import { type Border, borderIndex } from '../border.ts';
import type { Window } from '../convolution.ts';
import type { Kernel } from '../kernel-shapes.ts';
import { type Factors, separate } from '../separate.ts';
import { createMemoryPlan } from './memory-plan.ts';
import {
  BLOCK,
  clipFixed,
  clipWhole,
  FIXED_BITS,
  FIXED_ONE,
  fixedFromBytesProgram,
  fixedProgram,
  floatProgram,
  memory,
  type Shown,
  type SumProgram,
  type SumType,
  show,
  type Taps,
  wholeProgram,
  widen,
} from './row-programs.ts';

/** A picture's bytes or a plane's numbers, channels interleaved. */
export interface Samples {
  width: number;
  height: number;
  channels: number;
  data: Uint8Array | Float32Array;
}

export interface RowFilter {
  /** Numbers in one row of the output: its width × channels. */
  samples: number;
  /** Computes a row of the output, for every kernel. Rows in ascending order cost least. */
  compute(y: number): void;
  /** A sum × unit is the number that a kernel gives. */
  unit: number;
  /** The computed row's sums, one array a kernel; overwritten by the next. */
  sums: (Int16Array | Float32Array)[];
  /** Writes computed rows as bytes: shown · scale + shift, rounded half to even, cut off at 0 and 255. `magnitude` takes the first two kernels. */
  writer(shown: Shown, scale: number, shift: number): RowWriter;
}

export interface RowWriter {
  /** Writes the computed row into the target, from its element `at` on. */
  write(target: Uint8Array, at: number): void;
  /** Least and greatest number of the rows written so far, before scale and shift; with `absolute` they keep their sign. */
  extremes(): [number, number];
}

/**
 * How sums are made. `whole`: tap by tap, exact, where no sum can leave 16 bits. `fixed`: columns, then rows, for weighted means of bytes,
 * to about 1/50 of a gray level. `float`: tap by tap or columns, then rows, with 24 bits.
 */
type Arithmetic = 'whole' | 'fixed' | 'float';

/** What one tap costs for one sample, in instructions. */
const TAP_COST = { whole: 0.44, fixed: 0.44, float: 0.75 };
/** Making bytes floating-point numbers. */
const WIDEN_COST = 0.7;
/** The largest sum of weights' sizes that 255 can be multiplied with in 16 bits. */
const MOST_WHOLE = Math.floor(32_767 / 255);
/** Rows that are read on before the last ones are moved back to the beginning. */
const LEAST_ROWS = 8;
/** Programs kept for the next picture. */
const KEPT_PROGRAMS = 64;

const makers = { whole: wholeProgram, 'fixed-bytes': fixedFromBytesProgram, fixed: fixedProgram, float: floatProgram };
const programs = new LRUCache<string, SumProgram>({ max: KEPT_PROGRAMS });

function program(maker: keyof typeof makers, taps: Taps): SumProgram {
  const key = `${maker} ${taps.step} ${JSON.stringify(taps.weights)}`;
  let known = programs.get(key);
  if (known === undefined) {
    known = makers[maker](taps);
    programs.set(key, known);
  }
  return known;
}

interface Plan {
  arithmetic: Arithmetic;
  /** A sum × unit is the number that the kernel gives. */
  unit: number;
  /** For every kernel: its taps, or the columns and rows that it is made of. */
  kernels: { taps: number[][]; factors?: Factors }[];
}

/** The cheapest way to compute these kernels on bytes or on floating-point numbers. */
function planFor(kernels: Kernel[], bytes: boolean): Plan {
  const [{ denominator }] = kernels as [Kernel];
  const parts = kernels.map(({ values }) => {
    const direct = values.flat().filter((weight) => weight !== 0).length;
    const sides = values.length + values[0]!.length;
    const factors = separate(values, Math.ceil(direct / sides) - 1);
    return { taps: values, direct, factors, cost: factors === undefined ? direct : factors.rows.length * sides };
  });
  const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + of(part), 0);
  const costs: Record<Arithmetic, number> = {
    whole: bytes && kernels.every(isWhole) ? sum((part) => part.direct) * TAP_COST.whole : Number.POSITIVE_INFINITY,
    fixed:
      bytes && parts.length === 1 && isMean(kernels[0]!, parts[0]!.factors) ? parts[0]!.cost * TAP_COST.fixed : Number.POSITIVE_INFINITY,
    float: sum((part) => part.cost) * TAP_COST.float + (bytes ? WIDEN_COST : 0),
  };
  if (costs.whole <= Math.min(costs.fixed, costs.float))
    return { arithmetic: 'whole', unit: 1 / denominator, kernels: parts.map(({ taps }) => ({ taps })) };
  if (costs.fixed <= costs.float)
    return { arithmetic: 'fixed', unit: 2 ** -FIXED_BITS, kernels: [{ taps: parts[0]!.taps, factors: inFractions(parts[0]!.factors!) }] };
  return { arithmetic: 'float', unit: 1 / denominator, kernels: parts };
}

const isWhole = ({ values }: Kernel) =>
  values.flat().every(Number.isInteger) && values.flat().reduce((sum, weight) => sum + Math.abs(weight), 0) <= MOST_WHOLE;

/** One column × one row of weights that are a mean's: none negative, 1 together. */
const isMean = ({ values, denominator }: Kernel, factors: Factors | undefined): factors is Factors =>
  factors?.rows.length === 1 &&
  values.flat().every((weight) => weight >= 0) &&
  Math.abs(values.flat().reduce((sum, weight) => sum + weight, 0) / denominator - 1) < 1e-9;

/** Column and row in 2¹⁵ths that add up to 1 exactly: what rounding loses goes to the largest. */
function inFractions({ columns, rows }: Factors): Factors {
  const fractions = (weights: number[]) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const rounded = weights.map((weight) => Math.round((weight / total) * FIXED_ONE));
    const largest = rounded.indexOf(Math.max(...rounded));
    rounded[largest]! += FIXED_ONE - rounded.reduce((sum, weight) => sum + weight, 0);
    // 1 itself would leave 16 bits
    return rounded.map((weight) => Math.min(weight, FIXED_ONE - 1));
  };
  return { columns: columns.map(fractions), rows: rows.map(fractions) };
}

/**
 * Prepares kernels of one size and one denominator for a picture. Only one row filter is in use at a time: they share their memory.
 * @param shape of the output, as outputShape tells it
 */
export function createRowFilter(
  source: Samples,
  kernels: Kernel[],
  { stride, dilation, padding, border }: Window,
  shape: { width: number; height: number },
): RowFilter {
  const { channels, data } = source;
  const rows = kernels[0]!.values.length;
  const bytes = data instanceof Uint8Array;
  const plan = planFor(kernels, bytes);
  const { arithmetic, unit } = plan;
  const widened = bytes && arithmetic === 'float';
  const paddedWidth = source.width + padding.left + padding.right;
  const span = dilation * (rows - 1) + 1;
  const step = dilation * channels;
  const blocksFor = (count: number) => Math.ceil(count / BLOCK);
  const samples = shape.width * channels;
  // before columns that the stride leaves out are dropped
  const blocks = blocksFor(((shape.width - 1) * stride + 1) * channels);
  const paddedBlocks = blocksFor(paddedWidth * channels);
  // the last block may begin at the last sample, and a tap reads on from there
  const capacity = (paddedBlocks + 1) * BLOCK;
  const sampleBytes = arithmetic === 'float' ? 4 : 1;
  const type: SumType = arithmetic === 'float' ? 'floats' : 'words';

  const place = createMemoryPlan();
  const rowBytes = capacity * sampleBytes;
  const held = span + Math.max(span, LEAST_ROWS);
  const strip = place(held * rowBytes);
  const line = place(capacity);
  const sums = kernels.map(() => place(capacity * 4));
  const termBytes = capacity * 4;
  const terms = place(termBytes * Math.max(...plan.kernels.map(({ factors }) => factors?.rows.length ?? 0)));
  const shownRow = place(capacity);
  const seen = place(32);
  // only now: growing the memory would have made views of it useless
  const { buffer } = memory;
  const sumViews = sums.map((address) =>
    type === 'words' ? new Int16Array(buffer, address, capacity) : new Float32Array(buffer, address, capacity),
  );
  const shownView = new Uint8Array(buffer, shownRow, samples);

  // neighboring rows of the padded picture, from row `first` up to `next`; bytes that become floating-point numbers pass through one line of their own
  const view = (address: number) =>
    (bytes ? new Uint8Array(buffer, address, capacity) : new Float32Array(buffer, address, capacity)).fill(0);
  const lineView = view(line);
  const lines = Array.from({ length: held }, (_, slot) => (widened ? lineView : view(strip + slot * rowBytes)));
  const loadRow = createRowLoader(source, paddedWidth, padding, border ?? 'zero');
  const stripView = new Uint8Array(buffer, strip, held * rowBytes);
  let first = 0;
  let next = 0;
  /** The address of this row of the padded picture, the rows under the kernel loaded behind it. */
  function addressOf(top: number): number {
    if (top < first || top > next) first = next = top;
    if (top + span > first + held) {
      stripView.copyWithin(0, (top - first) * rowBytes, (next - first) * rowBytes);
      first = top;
    }
    for (; next < top + span; next++) {
      const slot = next - first;
      loadRow(lines[slot]!, next);
      if (widened) widen(strip + slot * rowBytes, paddedBlocks, line);
    }
    return strip + (top - first) * rowBytes;
  }

  const apart = dilation * rowBytes;
  const steps = plan.kernels.map(({ taps, factors }, index) => {
    const target = sums[index]!;
    if (factors === undefined) {
      const run = program(arithmetic === 'whole' ? 'whole' : 'float', { weights: taps, step });
      return (address: number) => run(target, blocks, address, apart);
    }
    const down = factors.columns.map((column) =>
      program(arithmetic === 'fixed' ? 'fixed-bytes' : 'float', { weights: column.map((weight) => [weight]), step }),
    );
    const across = program(arithmetic === 'fixed' ? 'fixed' : 'float', { weights: factors.rows, step });
    return (address: number) => {
      for (const [term, run] of down.entries()) run(terms + term * termBytes, paddedBlocks, address, apart);
      across(target, blocks, terms, termBytes);
    };
  });

  return {
    samples,
    unit,
    sums: sumViews,
    compute(y) {
      const address = addressOf(y * stride);
      for (const run of steps) run(address);
      for (const row of sumViews) {
        if (stride > 1) keepEvery(row, stride, shape.width, channels);
        // the last block must not show what is not there
        row.fill(row[samples - 1]!, samples, blocksFor(samples) * BLOCK);
      }
    },
    writer(shown, scale, shift) {
      const [first, second = first] = sums as [number, number?];
      // whole numbers that are shown as they are need no floating-point ones
      const asTheyAre = type === 'words' && shown === 'plain' && scale === 1 && shift === 0 && (arithmetic === 'fixed' || unit === 1);
      const run = !asTheyAre ? show(type, shown) : arithmetic === 'fixed' ? clipFixed : clipWhole;
      const found = asTheyAre
        ? new Int16Array(buffer, seen, 16).fill(32_767, 0, 8).fill(-32_768, 8)
        : new Float32Array(buffer, seen, 8).fill(Number.POSITIVE_INFINITY, 0, 4).fill(Number.NEGATIVE_INFINITY, 4);
      const half = found.length / 2;
      return {
        write(target, at) {
          run(shownRow, blocksFor(samples), first, second, seen, scale * unit, shift);
          target.set(shownView, at);
        },
        extremes: () => [Math.min(...found.subarray(0, half)) * unit, Math.max(...found.subarray(half)) * unit],
      };
    },
  };
}

/** Writes row `row` of the padded picture, and leaves zeros where the border is zero. */
function createRowLoader(
  { width, height, channels, data }: Samples,
  paddedWidth: number,
  { top, left }: Window['padding'],
  border: Border,
) {
  // where each sample beside the picture comes from, counted from the picture's own left edge
  const beside: { to: number; from: number }[] = [];
  for (let x = 0; x < paddedWidth; x++) {
    const inside = borderIndex(x - left, width, border);
    if (inside === undefined || inside === x - left) continue;
    for (let channel = 0; channel < channels; channel++) beside.push({ to: x * channels + channel, from: inside * channels + channel });
  }
  return (line: Uint8Array | Float32Array, row: number) => {
    const y = borderIndex(row - top, height, border);
    if (y === undefined) {
      line.fill(0);
      return;
    }
    const start = y * width * channels;
    line.set(data.subarray(start, start + width * channels), left * channels);
    for (const { to, from } of beside) line[to] = data[start + from]!;
  };
}

/** Keeps every so many pixels of a row, moved together. */
function keepEvery(row: Int16Array | Float32Array, stride: number, width: number, channels: number): void {
  for (let x = 1; x < width; x++)
    for (let channel = 0; channel < channels; channel++) row[x * channels + channel] = row[x * stride * channels + channel]!;
}
