import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/project-root.ts';

const MAPS = 32;
const HIDDEN = 100;
const SIDE = 28;

/** The digit network's file as it lies there: kernel and bias of each layer, float32. */
const file = readFileSync(join(projectRoot, 'models/digits/weights.bin'));
const stored = Float64Array.from(new Float32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength)));
let taken = 0;
function take(count: number): Float64Array {
  taken += count;
  return stored.subarray(taken - count, taken);
}
const [kernel1, bias1, kernel2, bias2] = [take(9 * MAPS), take(MAPS), take(9 * MAPS * MAPS), take(MAPS)];
const [hiddenKernel, hiddenBias, scoreKernel, scoreBias] = [take(49 * MAPS * HIDDEN), take(HIDDEN), take(HIDDEN * 10), take(10)];

/** Numbers of a layer, height × width × channels. */
type Maps = Float64Array;

function convolved(input: Maps, side: number, channels: number, kernel: Float64Array, bias: Float64Array): Maps {
  const out = new Float64Array(side * side * MAPS);
  each(side, (y, x) => {
    for (let k = 0; k < MAPS; k++) {
      let sum = bias[k]!;
      window(side, y, x, (at, weight) => {
        for (let c = 0; c < channels; c++) sum += input[at * channels + c]! * kernel[(weight * channels + c) * MAPS + k]!;
      });
      out[(y * side + x) * MAPS + k] = sum;
    }
  });
  return out;
}

function convolvedBack(above: Maps, side: number, channels: number, kernel: Float64Array): Maps {
  const back = new Float64Array(side * side * channels);
  each(side, (y, x) => {
    for (let k = 0; k < MAPS; k++) {
      const gradient = above[(y * side + x) * MAPS + k]!;
      window(side, y, x, (at, weight) => {
        for (let c = 0; c < channels; c++) back[at * channels + c]! += gradient * kernel[(weight * channels + c) * MAPS + k]!;
      });
    }
  });
  return back;
}

/** The largest of each 2×2 cells and where it lies. */
function pooled(input: Maps, side: number): { values: Maps; from: Int32Array } {
  const half = side / 2;
  const from = new Int32Array(half * half * MAPS);
  const values = new Float64Array(from.length);
  each(half, (y, x) => {
    for (let k = 0; k < MAPS; k++) {
      const cells = [0, 1, side, side + 1].map((step) => (2 * y * side + 2 * x + step) * MAPS + k);
      const best = cells.reduce((found, cell) => (input[cell]! > input[found]! ? cell : found));
      from[(y * half + x) * MAPS + k] = best;
      values[(y * half + x) * MAPS + k] = input[best]!;
    }
  });
  return { values, from };
}

function pooledBack(above: Maps, from: Int32Array, side: number): Maps {
  const back = new Float64Array(side * side * MAPS);
  above.forEach((gradient, at) => {
    back[from[at]!]! += gradient;
  });
  return back;
}

function linear(input: Float64Array, kernel: Float64Array, bias: Float64Array): Float64Array {
  return bias.map((value, unit) => input.reduce((sum, x, at) => sum + x * kernel[at * bias.length + unit]!, value));
}

const linearBack = (above: Float64Array, kernel: Float64Array, inputs: number) =>
  Float64Array.from({ length: inputs }, (_, at) =>
    above.reduce((sum, gradient, unit) => sum + gradient * kernel[at * above.length + unit]!, 0),
  );

const relu = (values: Float64Array) => values.map((value) => (value > 0 ? value : 0));

/** How a ReLU passes a gradient back: what went in, and the gradient from above. */
export type Passes = (input: number, above: number) => number;
const passed = (input: Float64Array, above: Float64Array, passes: Passes) => above.map((gradient, at) => passes(input[at]!, gradient));

function each(side: number, visit: (y: number, x: number) => void): void {
  for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) visit(y, x);
}

/** The cells of a 3×3 window that lie inside, each with its place in the kernel. */
function window(side: number, y: number, x: number, visit: (at: number, weight: number) => void): void {
  for (let weight = 0; weight < 9; weight++) {
    const [row, column] = [y + Math.floor(weight / 3) - 1, x + (weight % 3) - 1];
    if (row >= 0 && column >= 0 && row < side && column < side) visit(row * side + column, weight);
  }
}

/** The digit network with plain loops and double precision: its scores, its second maps after ReLU, and both ways back to the pixels. */
export function byHand(input: ArrayLike<number>) {
  const pixels = Float64Array.from(input);
  const first = pooled(convolved(pixels, SIDE, 1, kernel1, bias1), SIDE);
  const second = pooled(convolved(relu(first.values), SIDE / 2, MAPS, kernel2, bias2), SIDE / 2);
  const maps = relu(second.values);
  const hidden = linear(maps, hiddenKernel, hiddenBias);
  const scores = linear(relu(hidden), scoreKernel, scoreBias);

  const fromMaps = (above: Maps, passes: Passes): Float64Array => {
    const sums2 = pooledBack(passed(second.values, above, passes), second.from, SIDE / 2);
    const maps1 = convolvedBack(sums2, SIDE / 2, MAPS, kernel2);
    return convolvedBack(pooledBack(passed(first.values, maps1, passes), first.from, SIDE), SIDE, 1, kernel1);
  };
  const only = (size: number, at: number) => Float64Array.from({ length: size }, (_, place) => (place === at ? 1 : 0));
  return {
    scores,
    maps,
    backFromScore(digit: number, passes: Passes): Float64Array {
      const above = passed(hidden, linearBack(only(10, digit), scoreKernel, HIDDEN), passes);
      return fromMaps(linearBack(above, hiddenKernel, maps.length), passes);
    },
    backFromMap: (channel: number, row: number, column: number, passes: Passes) =>
      fromMaps(only(maps.length, (row * 7 + column) * MAPS + channel), passes),
  };
}
