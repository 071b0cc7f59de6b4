/** SIMD loops of training, written for the WebAssembly backend's own memory: nothing is copied in or out. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { advance, advanceBy, assemble, type Code, f32x4, get, type Program, repeat, set, v128 } from '../../vision/simd/assembler.ts';

/** Numbers in a vector. */
const LANES = 4;
const VECTOR_BYTES = 16;

/** Channels of the input, and vectors of outputs, that one program keeps sums of in registers. */
const SHAPES = [1, 2].flatMap((channels) => [1, 2, 4].map((vectors) => ({ channels, vectors })));

/**
 * Adds Σ x·dy over pairs of cells to sums at `target`; a channel's sums lie `targetStep` bytes behind the one before. Addresses, and steps from
 * column to column, from a row's end to the next row, and from a picture's end to the next picture, in bytes. Called so often that its numbers
 * come one by one, not in an object.
 */
export type AddProducts = (
  ...numbers: [
    x: number,
    dy: number,
    images: number,
    rows: number,
    columns: number,
    xColumn: number,
    dyColumn: number,
    xRowSkip: number,
    dyRowSkip: number,
    xImageSkip: number,
    dyImageSkip: number,
    target: number,
    targetStep: number,
  ]
) => void;

export interface TrainingPrograms {
  /** For 1 or 2 channels of x and 1, 2 or 4 vectors of dy. */
  products(channels: number, vectors: number): AddProducts;
  /** Gradient of 2×2 max pooling in steps of 2, channels in vectors: the first largest of each four takes it. Addresses and sizes in bytes. */
  maxPool2(call: {
    x: number;
    dy: number;
    out: number;
    rows: number;
    columns: number;
    vectors: number;
    pixelBytes: number;
    rowBytes: number;
    rowSkip: number;
  }): void;
}

type Exports = Record<string, (...values: number[]) => void>;

const compiled = new WeakMap<object, TrainingPrograms>();

/** The programs on this backend's memory; assembled once. */
export function trainingPrograms(backend: BackendWasm): TrainingPrograms {
  // the library keeps its module's exports under this name, the memory among them
  const module = backend.wasm as unknown as { asm: { memory: WebAssembly.Memory } };
  const { memory } = module.asm;
  const known = compiled.get(memory);
  if (known !== undefined) return known;
  const instance = new WebAssembly.Instance(new WebAssembly.Module(assemble([...SHAPES.map(productsProgram), maxPoolProgram()])), {
    host: { memory },
  });
  const run = instance.exports as Exports;
  // looked up for every call: by numbers, not by names put together anew
  const products: AddProducts[][] = [];
  for (const { channels, vectors } of SHAPES) {
    products[channels] ??= [];
    products[channels]![vectors] = run[productsName(channels, vectors)]!;
  }
  const programs: TrainingPrograms = {
    products: (channels, vectors) => products[channels]![vectors]!,
    maxPool2({ x, dy, out, rows, columns, vectors, pixelBytes, rowBytes, rowSkip }) {
      run.maxPool2!(x, dy, out, rows, columns, vectors, pixelBytes, rowBytes, rowSkip);
    },
  };
  compiled.set(memory, programs);
  return programs;
}

const productsName = (channels: number, vectors: number) => `products-${channels}-${vectors}`;

function productsProgram({ channels, vectors }: { channels: number; vectors: number }): Program {
  const [x, dy, images, rows, columns, xColumn, dyColumn] = [0, 1, 2, 3, 4, 5, 6];
  const [xRowSkip, dyRowSkip, xImageSkip, dyImageSkip, target, targetStep] = [7, 8, 9, 10, 11, 12];
  const [row, column, place] = [13, 14, 15];
  const sum = (channel: number, vector: number) => 16 + channel * vectors + vector;
  const output = (vector: number) => 16 + channels * vectors + vector;
  const all = Array.from({ length: channels }, (_, channel) => channel);
  const each = Array.from({ length: vectors }, (_, vector) => vector);
  const forSums = (code: (channel: number, vector: number) => Code): Code => [
    ...[...get(target), ...set(place)],
    ...all.flatMap((channel) => [...each.flatMap((vector) => code(channel, vector)), ...advanceBy(place, targetStep)]),
  ];
  return {
    name: productsName(channels, vectors),
    parameters: { i32: 13 },
    locals: { i32: 3, v128: channels * vectors + vectors },
    body: [
      ...forSums((channel, vector) => [...get(place), ...v128.load(vector * VECTOR_BYTES), ...set(sum(channel, vector))]),
      ...repeat(images, [
        ...[...get(rows), ...set(row)],
        ...repeat(row, [
          ...[...get(columns), ...set(column)],
          ...repeat(column, [
            ...each.flatMap((vector) => [...get(dy), ...v128.load(vector * VECTOR_BYTES), ...set(output(vector))]),
            ...all.flatMap((channel) =>
              each.flatMap((vector) => [
                ...[...get(sum(channel, vector)), ...get(x), ...v128.load32Splat(channel * 4), ...get(output(vector))],
                ...[...f32x4.mul, ...f32x4.add, ...set(sum(channel, vector))],
              ]),
            ),
            ...[...advanceBy(x, xColumn), ...advanceBy(dy, dyColumn)],
          ]),
          ...[...advanceBy(x, xRowSkip), ...advanceBy(dy, dyRowSkip)],
        ]),
        ...[...advanceBy(x, xImageSkip), ...advanceBy(dy, dyImageSkip)],
      ]),
      ...forSums((channel, vector) => [...get(place), ...get(sum(channel, vector)), ...v128.store(vector * VECTOR_BYTES)]),
    ],
  };
}

function maxPoolProgram(): Program {
  const [x, dy, out, rows, columns, vectors, pixelBytes, rowBytes, rowSkip] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const [column, vector, at] = [9, 10, 11];
  const cells = [12, 13, 14, 15];
  const [largest, rest] = [16, 17];
  /** Leaves on the stack the address of one of a window's four cells below `base`. */
  const cellAddress = (base: number, cell: number): Code => [
    ...[...get(base), ...set(at)],
    ...(cell % 2 === 1 ? advanceBy(at, pixelBytes) : []),
    ...(cell >= 2 ? advanceBy(at, rowBytes) : []),
    ...get(at),
  ];
  return {
    name: 'maxPool2',
    parameters: { i32: 9 },
    locals: { i32: 3, v128: 6 },
    body: repeat(rows, [
      ...[...get(columns), ...set(column)],
      ...repeat(column, [
        ...[...get(vectors), ...set(vector)],
        ...repeat(vector, [
          ...cells.flatMap((local, cell) => [...cellAddress(x, cell), ...v128.load(0), ...set(local)]),
          ...[...get(cells[0]!), ...get(cells[1]!), ...f32x4.max, ...get(cells[2]!), ...get(cells[3]!), ...f32x4.max],
          ...[...f32x4.max, ...set(largest), ...get(dy), ...v128.load(0), ...set(rest)],
          ...cells.flatMap((local, cell) => [
            // the cell's own value gives way to where it is the largest
            ...[...get(local), ...get(largest), ...f32x4.equal, ...set(local)],
            ...[...cellAddress(out, cell), ...get(rest), ...get(local), ...v128.and, ...v128.store(0)],
            ...[...get(rest), ...get(local), ...v128.andNot, ...set(rest)],
          ]),
          ...[x, dy, out].flatMap((address) => advance(address, VECTOR_BYTES)),
        ]),
        // the window's second column was done with the first
        ...[...advanceBy(x, pixelBytes), ...advanceBy(out, pixelBytes)],
      ]),
      ...[...advanceBy(x, rowSkip), ...advanceBy(out, rowSkip)],
    ]),
  };
}

/** Splits outputs into as many vectors at a time as programs take; undefined where they do not fill vectors. */
export function vectorBlocks(outputs: number): { from: number; vectors: number }[] | undefined {
  if (outputs % LANES > 0) return undefined;
  const blocks: { from: number; vectors: number }[] = [];
  for (let from = 0; from < outputs; ) {
    const vectors = [4, 2, 1].find((count) => from + count * LANES <= outputs)!;
    blocks.push({ from, vectors });
    from += vectors * LANES;
  }
  return blocks;
}
