/** SIMD loops over one row of a picture. Every loop works on blocks of sixteen samples and may read and write beyond the row's end. */
import { advance, assemble, type Code, f32x4, get, i8x16, i16x8, i32, i32x4, type Program, repeat, set, v128 } from './assembler.ts';

/** Samples that a program takes at a time. */
export const BLOCK = 16;

/** Memory of all programs: a few rows of a picture, see row-memory.ts. */
export const memory = new WebAssembly.Memory({ initial: 16 });

type Exports = Record<string, (...values: number[]) => void>;

function compile(programs: Program[]): Exports {
  const module = new WebAssembly.Module(assemble(programs));
  return new WebAssembly.Instance(module, { host: { memory } }).exports as Exports;
}

/** Weights of one kernel row by column; a tap's place is its column × `step` samples. */
export interface Taps {
  weights: number[][];
  /** Samples from one column to the next: dilation × channels. */
  step: number;
}

/** Writes a row of sums; the rows under the kernel begin at `rows` and lie `apart` bytes from each other. */
export type SumProgram = (target: number, blocks: number, rows: number, apart: number) => void;

const sumProgram = (taps: Taps, arithmetic: Arithmetic): SumProgram => compile([tapProgram(taps, arithmetic)]).sums!;

const WORDS = { lanes: 8, sumBytes: 2, add: i16x8.add, sub: i16x8.sub, zero: i16x8.const(0) };

/** Sums of products with whole weights, bytes to 16-bit numbers; the caller has made sure that no sum can leave 16 bits. */
export const wholeProgram = (taps: Taps) =>
  sumProgram(taps, { ...WORDS, sampleBytes: 1, load: v128.load8x8u, weight: i16x8.const, mul: i16x8.mul });

/** Sums of products of 32-bit floating-point numbers. */
export const floatProgram = (taps: Taps) =>
  sumProgram(taps, {
    lanes: 4,
    sampleBytes: 4,
    sumBytes: 4,
    load: v128.load,
    weight: f32x4.const,
    zero: f32x4.const(0),
    add: f32x4.add,
    sub: f32x4.sub,
    mul: f32x4.mul,
  });

/** Bits behind the point of a fixed-point number: 16-bit numbers of −256 up to 256. */
export const FIXED_BITS = 7;
/** What stands for the weight 1. */
export const FIXED_ONE = 2 ** 15;
const fixed = { ...WORDS, weight: i16x8.const, mul: i16x8.mulFraction };

/** Weighted means with weights of 0 up to 1 in 2¹⁵ths, bytes to fixed-point numbers; each product is rounded to 1/128. */
export const fixedFromBytesProgram = (taps: Taps) =>
  sumProgram(taps, {
    ...fixed,
    sampleBytes: 1,
    load: (offset) => [...v128.load8x8u(offset), ...i32.const(FIXED_BITS), ...i16x8.shiftLeft],
  });
/** The same of fixed-point numbers. */
export const fixedProgram = (taps: Taps) => sumProgram(taps, { ...fixed, sampleBytes: 2, load: v128.load });

interface Arithmetic {
  lanes: number;
  sampleBytes: number;
  sumBytes: number;
  load(offset: number): Code;
  weight(value: number): Code;
  zero: Code;
  add: Code;
  sub: Code;
  mul: Code;
}

/** sums[x] = Σ weight · row[x + offset], the taps written out one after the other. */
function tapProgram({ weights, step }: Taps, { lanes, sampleBytes, sumBytes, load, weight, zero, add, sub, mul }: Arithmetic): Program {
  const [target, blocks, rows, apart, row] = [0, 1, 2, 3, 4];
  const vectors = BLOCK / lanes;
  const distinct = [...new Set(weights.flat())].filter((value) => value !== 0 && Math.abs(value) !== 1);
  const sumOf = (part: number) => row + 1 + part;
  const weightOf = (value: number) => sumOf(vectors) + distinct.indexOf(value);
  const parts = Array.from({ length: vectors }, (_, part) => part);
  // the parts' sums take turns, so that none waits for its own last addition
  const tap = (value: number, j: number) =>
    parts.flatMap((part) => {
      const sample = [...get(row), ...load((j * step + part * lanes) * sampleBytes)];
      const product = Math.abs(value) === 1 ? sample : [...sample, ...get(weightOf(value)), ...mul];
      return [...get(sumOf(part)), ...product, ...(value === -1 ? sub : add), ...set(sumOf(part))];
    });
  return {
    name: 'sums',
    parameters: { i32: 4 },
    locals: { i32: 1, v128: vectors + distinct.length },
    body: [
      ...distinct.flatMap((value) => [...weight(value), ...set(weightOf(value))]),
      ...repeat(blocks, [
        ...parts.flatMap((part) => [...zero, ...set(sumOf(part))]),
        ...[...get(rows), ...set(row)],
        ...weights.flatMap((values) => [
          ...values.flatMap((value, j) => (value === 0 ? [] : tap(value, j))),
          ...[...get(row), ...get(apart), ...i32.add, ...set(row)],
        ]),
        ...parts.flatMap((part) => [...get(target), ...get(sumOf(part)), ...v128.store(part * lanes * sumBytes)]),
        ...[...advance(target, BLOCK * sumBytes), ...advance(rows, BLOCK * sampleBytes)],
      ]),
    ],
  };
}

/** What a row of sums is made of: 16-bit whole numbers or 32-bit floating-point ones. */
export type SumType = 'words' | 'floats';
/** `plain` shows sums, `absolute` their size, `magnitude` √(a² + b²) of two rows of sums. */
export type Shown = 'plain' | 'absolute' | 'magnitude';

/** Numbers beyond this are cut off anyway. */
const FAR = 1e6;
/** Added to a number, it pushes all but the whole part out of the 24 bits, rounding half to even; the bits that remain are that part. */
const ROUNDER = 1.5 * 2 ** 23;
const ROUNDER_BITS = new Int32Array(new Float32Array([ROUNDER]).buffer)[0]!;

/**
 * Programs that turn sums into bytes: byte = shown · scale + shift, rounded (half to even), cut off at 0 and 255.
 * They take (target, blocks, sums, second sums, address of the least and greatest value so far, scale, shift).
 */
function showProgram(type: SumType, shown: Shown): Program {
  const [target, blocks, first, second, extremes, scale, shift, least, greatest, factor, offset, value] = Array.from(Array(12).keys()) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const sumBytes = type === 'words' ? 2 : 4;
  const sum = (row: number, part: number) =>
    type === 'words' ? [...get(row), ...v128.load16x4s(part * 8), ...f32x4.convert] : [...get(row), ...v128.load(part * 16)];
  const square = (row: number, part: number) => [...sum(row, part), ...set(value), ...get(value), ...get(value), ...f32x4.mul];
  const quarter = (part: number) => [
    ...(shown === 'magnitude' ? [...square(first, part), ...square(second, part), ...f32x4.add, ...f32x4.sqrt] : sum(first, part)),
    ...set(value),
    ...[...get(least), ...get(value), ...f32x4.min, ...set(least)],
    ...[...get(greatest), ...get(value), ...f32x4.max, ...set(greatest)],
    ...[...get(value), ...(shown === 'absolute' ? f32x4.abs : []), ...get(factor), ...f32x4.mul, ...get(offset), ...f32x4.add],
    ...[...f32x4.const(-FAR), ...f32x4.max, ...f32x4.const(FAR), ...f32x4.min],
    ...[...f32x4.const(ROUNDER), ...f32x4.add, ...i32x4.const(ROUNDER_BITS), ...i32x4.sub],
  ];
  return {
    name: showName(type, shown),
    parameters: { i32: 5, f32: 2 },
    locals: { v128: 5 },
    body: [
      ...[...get(scale), ...f32x4.splat, ...set(factor), ...get(shift), ...f32x4.splat, ...set(offset)],
      ...[...get(extremes), ...v128.load(0), ...set(least), ...get(extremes), ...v128.load(16), ...set(greatest)],
      ...repeat(blocks, [
        ...get(target),
        ...[...quarter(0), ...quarter(1), ...i16x8.narrow, ...quarter(2), ...quarter(3), ...i16x8.narrow, ...i8x16.narrow],
        ...v128.store(0),
        ...[...advance(target, BLOCK), ...advance(first, BLOCK * sumBytes), ...advance(second, BLOCK * sumBytes)],
      ]),
      ...[...get(extremes), ...get(least), ...v128.store(0), ...get(extremes), ...get(greatest), ...v128.store(16)],
    ],
  };
}

/** The same for 16-bit sums with so many bits behind the point, shown as they are; it does without some of the parameters. */
function clipProgram(name: string, bits: number): Program {
  const [target, blocks, sums, extremes, least, greatest, low, high] = [0, 1, 2, 4, 7, 8, 9, 10];
  const seen = (sum: number) => [
    ...[...get(least), ...get(sum), ...i16x8.min, ...set(least)],
    ...[...get(greatest), ...get(sum), ...i16x8.max, ...set(greatest)],
  ];
  const rounded = (sum: number) =>
    bits === 0 ? get(sum) : [...get(sum), ...i16x8.const(2 ** (bits - 1)), ...i16x8.addSaturated, ...i32.const(bits), ...i16x8.shiftRight];
  return {
    name,
    parameters: { i32: 5, f32: 2 },
    locals: { v128: 4 },
    body: [
      ...[...get(extremes), ...v128.load(0), ...set(least), ...get(extremes), ...v128.load(16), ...set(greatest)],
      ...repeat(blocks, [
        ...[...get(sums), ...v128.load(0), ...set(low), ...get(sums), ...v128.load(16), ...set(high)],
        ...[...seen(low), ...seen(high)],
        ...[...get(target), ...rounded(low), ...rounded(high), ...i8x16.narrow, ...v128.store(0)],
        ...[...advance(target, BLOCK), ...advance(sums, BLOCK * 2)],
      ]),
      ...[...get(extremes), ...get(least), ...v128.store(0), ...get(extremes), ...get(greatest), ...v128.store(16)],
    ],
  };
}

/** Bytes as 32-bit floating-point numbers: (target, blocks, bytes). */
function widenProgram(): Program {
  const [target, blocks, source, bytes] = [0, 1, 2, 3];
  const quarter = (half: Code, extend: Code, part: number) => [
    ...[...get(target), ...get(bytes), ...half, ...extend, ...f32x4.convert],
    ...v128.store(part * 16),
  ];
  return {
    name: 'widen',
    parameters: { i32: 3 },
    locals: { v128: 1 },
    body: repeat(blocks, [
      ...[...get(source), ...v128.load(0), ...set(bytes)],
      ...quarter(i16x8.extendLowBytes, i32x4.extendLow, 0),
      ...quarter(i16x8.extendLowBytes, i32x4.extendHigh, 1),
      ...quarter(i16x8.extendHighBytes, i32x4.extendLow, 2),
      ...quarter(i16x8.extendHighBytes, i32x4.extendHigh, 3),
      ...[...advance(target, BLOCK * 4), ...advance(source, BLOCK)],
    ]),
  };
}

/** Weights of red, green and blue in 2¹⁵ths, and what rounds (ITU-R BT.601, as OpenCV's cvtColor has them). */
const GRAY = { red: 9798, green: 19_235, blue: 3735, half: 16_384, bits: 15 };

/** Red, green and blue interleaved as gray: (target, blocks, colors). */
function grayProgram(): Program {
  const [target, blocks, source, pixels] = [0, 1, 2, 3];
  const NOTHING = 255;
  /** Four pixels: where each one's two 16-bit numbers come from. */
  const take = (channels: [number, number]) =>
    i8x16.const(
      Array.from({ length: 4 }, (_, pixel) => channels.flatMap((channel) => [channel + 3 * pixel, NOTHING]))
        .flat()
        .map((place) => Math.min(NOTHING, place)),
    );
  const quarter = (part: number) => [
    ...[...get(source), ...v128.load(part * 12), ...set(pixels)],
    ...[...get(pixels), ...take([0, 1]), ...i8x16.swizzle, ...i16x8.pairs(GRAY.red, GRAY.green), ...i32x4.dot],
    ...[...get(pixels), ...take([2, NOTHING]), ...i8x16.swizzle, ...i16x8.pairs(GRAY.blue, 0), ...i32x4.dot],
    ...[...i32x4.add, ...i32x4.const(GRAY.half), ...i32x4.add, ...i32.const(GRAY.bits), ...i32x4.shiftRight],
  ];
  return {
    name: 'gray',
    parameters: { i32: 3 },
    locals: { v128: 1 },
    body: repeat(blocks, [
      ...get(target),
      ...[...quarter(0), ...quarter(1), ...i16x8.narrow, ...quarter(2), ...quarter(3), ...i16x8.narrow, ...i8x16.narrow],
      ...v128.store(0),
      ...[...advance(target, BLOCK), ...advance(source, BLOCK * 3)],
    ]),
  };
}

/** What is left of each byte when the one above it is taken away, modulo 256, as PNG's filter Up has it: (target, blocks, row, row above). */
function differenceProgram(): Program {
  const [target, blocks, row, above] = [0, 1, 2, 3];
  return {
    name: 'difference',
    parameters: { i32: 4 },
    locals: {},
    body: repeat(blocks, [
      ...[...get(target), ...get(row), ...v128.load(0), ...get(above), ...v128.load(0), ...i8x16.sub, ...v128.store(0)],
      ...[target, row, above].flatMap((address) => advance(address, BLOCK)),
    ]),
  };
}

const showName = (type: SumType, shown: Shown) => `${type}-${shown}`;

const always = compile([
  ...(['words', 'floats'] as const).flatMap((type) =>
    (['plain', 'absolute', 'magnitude'] as const).map((shown) => showProgram(type, shown)),
  ),
  clipProgram('clip-whole', 0),
  clipProgram('clip-fixed', FIXED_BITS),
  widenProgram(),
  grayProgram(),
  differenceProgram(),
]);
export const clipWhole = always['clip-whole']!;
export const clipFixed = always['clip-fixed']!;
export const widen = always.widen!;
export const gray = always.gray!;
export const difference = always.difference!;
export const show = (type: SumType, shown: Shown) => always[showName(type, shown)]!;
