import type { Tensor } from './tensor.ts';
import { createResult, product, type Result } from './tensor.ts';
import type { Axis } from './window.ts';

/**
 * What lies around the input, shown for a b c d:
 * `zero` 0 0|a b c d|0 0; `reflect` c b|a b c d|c b (the edge is not repeated; OpenCV's reflect-101, PyTorch's and NumPy's reflect);
 * `replicate` a a|a b c d|d d; `circular` c d|a b c d|a b. Padding wider than the input goes on in the same manner.
 */
export type Border = 'zero' | 'reflect' | 'replicate' | 'circular';

/** (N, C, spatial…) with its borders around it. */
export function pad(input: Tensor, axes: readonly Axis[], border: Border): Tensor {
  if (axes.every(({ before, after }) => before + after === 0)) return input;
  const [batch, channels] = [input.shape[0]!, input.shape[1]!];
  const sizes = axes.map(({ input: size, before, after }) => size + before + after);
  const sources = axes.map((axis, index) =>
    Array.from({ length: sizes[index]! }, (_, cell) => sourceOf(cell - axis.before, axis.input, border)),
  );
  const output = createResult([batch, channels, ...sizes]);
  const lastSize = sizes.at(-1)!;
  const lastSources = sources.at(-1)!;
  const outer = sizes.slice(0, -1);
  const rowsAPlane = product(outer);
  const planeSize = product(axes.map((axis) => axis.input));
  for (let row = 0; row < batch * channels * rowsAPlane; row++) {
    // where this row comes from; nowhere when any of its indexes lies in a border of zeros
    let rest = row;
    let from = 0;
    let step = axes.at(-1)!.input;
    let outside = false;
    for (let axis = outer.length - 1; axis >= 0; axis--) {
      const source = sources[axis]![rest % outer[axis]!]!;
      rest = Math.floor(rest / outer[axis]!);
      outside ||= source < 0;
      from += source * step;
      step *= axes[axis]!.input;
    }
    if (outside) continue;
    copyRow(input.data, rest * planeSize + from, output, row * lastSize, lastSources);
  }
  return output;
}

function copyRow(data: Tensor['data'], from: number, output: Result, to: number, sources: readonly number[]): void {
  for (let cell = 0; cell < sources.length; cell++) {
    const source = sources[cell]!;
    if (source >= 0) output.data[to + cell] = data[from + source]!;
  }
}

/** The cell of 0 … size − 1 that stands at this place; −1 for zero. */
function sourceOf(place: number, size: number, border: Border): number {
  if (place >= 0 && place < size) return place;
  switch (border) {
    case 'zero':
      return -1;
    case 'replicate':
      return place < 0 ? 0 : size - 1;
    case 'circular':
      return modulo(place, size);
    case 'reflect': {
      // there and back again takes 2(N − 1) steps; a single cell is its own mirror
      const period = Math.max(1, 2 * (size - 1));
      const step = modulo(place, period);
      return step < size ? step : period - step;
    }
  }
}

const modulo = (value: number, by: number) => ((value % by) + by) % by;
