import { Problem } from '../problem.ts';

/** Numbers in row-major order: the last index of the shape moves fastest. */
export interface Tensor {
  shape: readonly number[];
  data: Float64Array | Float32Array | Uint8Array;
}

/** A tensor that an operator made: double precision. */
export interface Result extends Tensor {
  shape: number[];
  data: Float64Array;
}

/**
 * Where the channels stand, with one to three spatial axes (`W`, `H, W` or `D, H, W`):
 * `channels-first` is (N, C, spatial…) as in PyTorch and ONNX, `channels-last` is (N, spatial…, C) as in TensorFlow.
 */
export type Layout = 'channels-first' | 'channels-last';

/** Values of one tensor, with its padding: 64 million are half a gigabyte of doubles. */
export const MAX_TENSOR_VALUES = 2 ** 26;
/** Spatial axes of an operator. */
export const MAX_SPATIAL_AXES = 3;

export const product = (sizes: readonly number[]) => sizes.reduce((total, size) => total * size, 1);

/** @throws Problem `tensor-too-large` {shape, limit: millions of values} */
export function createResult(shape: number[]): Result {
  checkValues(shape);
  return { shape, data: new Float64Array(product(shape)) };
}

/** @throws Problem `tensor-too-large` {shape, limit: millions of values} */
export function checkValues(shape: readonly number[]): void {
  if (product(shape) > MAX_TENSOR_VALUES)
    throw new Problem('tensor-too-large', { shape: shape.join('×'), limit: Math.floor(MAX_TENSOR_VALUES / 1e6) });
}

/**
 * Checks that a tensor is one of (batch, channels, one to three spatial axes).
 * @throws Problem `tensor-axes` {shape, least, most}, `tensor-empty` {shape}, `tensor-length` {shape, expected, got}, `tensor-too-large`
 */
export function checkTensor({ shape, data }: Tensor): void {
  const axes = shape.length - 2;
  if (axes < 1 || axes > MAX_SPATIAL_AXES)
    throw new Problem('tensor-axes', { shape: shape.join('×'), least: 3, most: MAX_SPATIAL_AXES + 2 });
  if (!shape.every((size) => Number.isInteger(size) && size >= 1)) throw new Problem('tensor-empty', { shape: shape.join('×') });
  checkValues(shape);
  if (data.length !== product(shape))
    throw new Problem('tensor-length', { shape: shape.join('×'), expected: product(shape), got: data.length });
}

/** (N, spatial…, C) as (N, C, spatial…). */
export function channelsFirst(tensor: Tensor): Tensor {
  const { shape } = tensor;
  return transpose(tensor, [0, shape.length - 1, ...between(1, shape.length - 1)]);
}

/** (N, C, spatial…) as (N, spatial…, C). */
export function channelsLast(tensor: Result): Result {
  const { shape } = tensor;
  return transpose(tensor, [0, ...between(2, shape.length), 1]);
}

/** The tensor with its axes in this order: axis i of the result is axis order[i] of the input. */
export function transpose({ shape, data }: Tensor, order: readonly number[]): Result {
  const steps = stepsOf(shape);
  const sizes = order.map((axis) => shape[axis]!);
  const result = createResult(sizes);
  const rowStep = steps[order.at(-1)!]!;
  const rowLength = sizes.at(-1)!;
  for (let row = 0; row * rowLength < result.data.length; row++) {
    // the row's place in the input, from its index along each of the other axes
    let rest = row;
    let from = 0;
    for (let axis = sizes.length - 2; axis >= 0; axis--) {
      from += (rest % sizes[axis]!) * steps[order[axis]!]!;
      rest = Math.floor(rest / sizes[axis]!);
    }
    for (let to = row * rowLength; to < (row + 1) * rowLength; to++, from += rowStep) result.data[to] = data[from]!;
  }
  return result;
}

/** How far apart neighbors along each axis lie in row-major order. */
function stepsOf(shape: readonly number[]): number[] {
  const steps = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) steps[axis] = steps[axis + 1]! * shape[axis + 1]!;
  return steps;
}

/** The whole numbers first … end − 1. */
export const between = (first: number, end: number) => Array.from({ length: end - first }, (_, index) => first + index);
