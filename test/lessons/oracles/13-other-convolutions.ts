import type { Oracles } from './oracle.ts';
import { slidingPlaces } from './places.ts';

/** 3, or (3, 5, 2). */
const listed = (text: string | number) => [...String(text).matchAll(/\d+/g)].map(([number]) => Number(number));
const matrixOf = (text: string) => text.split('; ').map((line) => line.split(' ').map(Number));

/** Puts the kernel down cell by cell and looks how far it reaches. */
function reach({ f, d }: { f: number; d: number }): number {
  let cell = 1;
  for (let weight = 1; weight < f; weight++) cell += d;
  return cell;
}

/** Marks every cell of the uncut output on which a kernel number falls; counts those that the cut leaves. */
function stampedCells({ n, f, p, s, op }: Record<'n' | 'f' | 'p' | 's' | 'op', number>): number {
  const cells = new Set<number>();
  for (let i = 0; i < n; i++) for (let j = 0; j < Math.max(f, s); j++) cells.add(i * s + j);
  const end = (n - 1) * s + f - 1;
  return [...cells].filter((cell) => cell <= end).filter((cell) => cell >= p && cell <= end - p).length + op;
}

/** One number of a transposed convolution, gathered from the input instead of spread over the output. */
function gathered(input: number[][], kernel: number[][], stride: number, row: number, column: number): number {
  let sum = 0;
  for (let i = 0; i < kernel.length; i++)
    for (let j = 0; j < kernel[0]!.length; j++) {
      const [y, x] = [(row - i) / stride, (column - j) / stride];
      sum += (input[y]?.[x] ?? 0) * kernel[i]![j]!;
    }
  return sum;
}

/** Every weight and bias of a layer whose filters see the channels of their group, counted one by one. */
function countedParameters({ channels, filters, f, groups }: Record<'channels' | 'filters' | 'f' | 'groups', number>): number {
  let count = 0;
  for (let filter = 0; filter < filters; filter++) {
    count += 1;
    for (let channel = 0; channel < channels; channel++) {
      const together = Math.floor(filter / (filters / groups)) === Math.floor(channel / (channels / groups));
      if (together) for (let cell = 0; cell < f * f; cell++) count += 1;
    }
  }
  return count;
}

export const oracles: Oracles = {
  'axis-shape': ({ input, filters, window, padding, stride, ...drawn }, { form }) => {
    if (form.id === 'picture') return [filters, slidingPlaces(drawn)];
    const [, ...sizes] = String(input).split('×').map(Number);
    const [f, p, s] = [window, padding, stride].map(listed) as [number[], number[], number[]];
    return [filters, ...sizes.map((n, axis) => slidingPlaces({ n, f: f[axis]!, p: p[axis]!, s: s[axis]! }))];
  },
  'dilated-kernel': (values, { form }) => (form.id === 'picture' ? `f${values.f}d${values.d}` : reach(values)),
  'dilated-size': (values) => slidingPlaces(values),
  'transposed-size': ({ row, ...values }, { form }) =>
    form.id === 'picture' ? slidingPlaces({ n: String(row).split(' ').length, f: values.f }) : stampedCells(values),
  'transposed-value': ({ input, kernel, stride, row, column }) => gathered(matrixOf(input), matrixOf(kernel), stride, row, column),
  'groups-parameters': ({ kind, ...layer }) =>
    kind === 'separable'
      ? countedParameters({ ...layer, filters: layer.channels }) +
        countedParameters({ channels: layer.channels, filters: layer.filters, f: 1, groups: 1 })
      : countedParameters(layer),
};
