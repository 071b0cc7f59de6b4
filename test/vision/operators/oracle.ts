/** The operators written down as their definitions say, cell by cell, slowly. Channels first. */
import type { Border } from '../../../src/vision/operators/border.ts';
import type { Tensor } from '../../../src/vision/operators/tensor.ts';

type Pair = readonly [before: number, after: number];

export interface Slide {
  stride: number[];
  dilation: number[];
  padding: Pair[];
}

/** Every index of a tensor of this shape, in row-major order. */
export function* indexesOf(shape: readonly number[]): Generator<number[]> {
  const total = shape.reduce((product, size) => product * size, 1);
  for (let flat = 0; flat < total; flat++) {
    const index: number[] = [];
    let rest = flat;
    for (const size of shape.toReversed()) {
      index.unshift(rest % size);
      rest = Math.floor(rest / size);
    }
    yield index;
  }
}

export function at({ shape, data }: Tensor, index: readonly number[]): number {
  return data[index.reduce((flat, place, axis) => flat * shape[axis]! + place, 0)]!;
}

const inside = (place: number[], sizes: readonly number[]) => place.every((cell, axis) => cell >= 0 && cell < sizes[axis]!);

/** A place in a border led back into the input a step at a time. */
function lead(cell: number, size: number, border: Border): number {
  let place = cell;
  while (place < 0 || place >= size) {
    if (border === 'circular') place += place < 0 ? size : -size;
    else if (border === 'replicate') place += place < 0 ? 1 : -1;
    else if (size === 1) place = 0;
    else place = place < 0 ? -place : 2 * (size - 1) - place;
  }
  return place;
}

function fromShape(shape: number[], valueAt: (index: number[]) => number): Tensor {
  return { shape, data: Float64Array.from([...indexesOf(shape)].map(valueAt)) };
}

const outputsOf = (sizes: readonly number[], window: readonly number[], { stride, dilation, padding }: Slide) =>
  sizes.map((size, axis) => {
    let outputs = 0;
    const last = (window[axis]! - 1) * dilation[axis]!;
    while (outputs * stride[axis]! + last < size + padding[axis]![0] + padding[axis]![1]) outputs++;
    return outputs;
  });

export function convolveByDefinition(
  input: Tensor,
  filters: Tensor,
  { groups, bias, border, flip, ...slide }: Slide & { groups: number; bias?: number[] | undefined; border: Border; flip: boolean },
): Tensor {
  const [batch, , ...sizes] = input.shape as [number, number, ...number[]];
  const [outputs, perGroup, ...window] = filters.shape as [number, number, ...number[]];
  return fromShape([batch, outputs, ...outputsOf(sizes, window, slide)], ([n, o, ...place]) => {
    const group = Math.floor(o! / (outputs / groups));
    let sum = bias?.[o!] ?? 0;
    for (const [c, ...tap] of indexesOf([perGroup, ...window])) {
      let cell = place.map(
        (position, axis) => position * slide.stride[axis]! + tap[axis]! * slide.dilation[axis]! - slide.padding[axis]![0],
      );
      if (!inside(cell, sizes)) {
        if (border === 'zero') continue;
        cell = cell.map((position, axis) => lead(position, sizes[axis]!, border));
      }
      const weightAt = flip ? tap.map((position, axis) => window[axis]! - 1 - position) : tap;
      sum += at(input, [n!, group * perGroup + c!, ...cell]) * at(filters, [o!, c!, ...weightAt]);
    }
    return sum;
  });
}

/** Gathered for each output from every input whose copy of the filter lies over it. */
export function transposedByDefinition(
  input: Tensor,
  filters: Tensor,
  { groups, bias, extra, ...slide }: Slide & { groups: number; bias?: number[] | undefined; extra: number[] },
): Tensor {
  const [batch, channels, ...sizes] = input.shape as [number, number, ...number[]];
  const [, perGroup, ...window] = filters.shape as [number, number, ...number[]];
  const outSizes = sizes.map((size, axis) => {
    const [before, after] = slide.padding[axis]!;
    return (size - 1) * slide.stride[axis]! - before - after + slide.dilation[axis]! * (window[axis]! - 1) + extra[axis]! + 1;
  });
  return fromShape([batch, perGroup * groups, ...outSizes], ([n, o, ...place]) => {
    let sum = bias?.[o!] ?? 0;
    for (const [c, ...cell] of indexesOf([channels, ...sizes])) {
      if (Math.floor(c! / (channels / groups)) !== Math.floor(o! / perGroup)) continue;
      const tap = place.map(
        (position, axis) => (position + slide.padding[axis]![0] - cell[axis]! * slide.stride[axis]!) / slide.dilation[axis]!,
      );
      if (tap.every(Number.isInteger) && inside(tap, window))
        sum += at(input, [n!, c!, ...cell]) * at(filters, [c!, o! % perGroup, ...tap]);
    }
    return sum;
  });
}

/** The cells of the input in each window, and how many of the padded input it has; `ceil` as PyTorch rounds. */
export function poolByDefinition(
  input: Tensor,
  window: number[],
  { ceil, ...slide }: Slide & { ceil: boolean },
  summary: (values: { value: number; flat: number }[], padded: number) => number,
): Tensor {
  const [batch, channels, ...sizes] = input.shape as [number, number, ...number[]];
  const padded = sizes.map((size, axis) => size + slide.padding[axis]![0] + slide.padding[axis]![1]);
  const outputs = sizes.map((size, axis) => {
    const free = padded[axis]! - (window[axis]! - 1) * slide.dilation[axis]! - 1;
    const count = (ceil ? Math.ceil : Math.floor)(free / slide.stride[axis]!) + 1;
    return ceil && (count - 1) * slide.stride[axis]! >= size + slide.padding[axis]![0] ? count - 1 : count;
  });
  const order = { shape: input.shape, data: Float64Array.from(input.data, (_, flat) => flat) };
  return fromShape([batch, channels, ...outputs], ([n, c, ...place]) => {
    const found: { value: number; flat: number }[] = [];
    let inPadded = 0;
    for (const tap of indexesOf(window)) {
      const cell = place.map((position, axis) => position * slide.stride[axis]! + tap[axis]! * slide.dilation[axis]!);
      if (inside(cell, padded)) inPadded++;
      const own = cell.map((position, axis) => position - slide.padding[axis]![0]);
      if (inside(own, sizes)) found.push({ value: at(input, [n!, c!, ...own]), flat: at(order, [n!, c!, ...own]) });
    }
    return summary(found, inPadded);
  });
}
