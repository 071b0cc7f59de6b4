/** What convolution and transposed convolution ask of their filters. */
import { Problem } from '../problem.ts';
import { between, channelsFirst, checkTensor, type Layout, type Result, type Tensor, transpose } from './tensor.ts';
import type { WindowOptions } from './window.ts';

export interface FilterOptions extends WindowOptions {
  /** How input, filters and output are laid out; `channels-first` if not given. */
  layout?: Layout;
  /** One number for each output channel; zeros if not given. */
  bias?: ArrayLike<number>;
  /** Input and output channels are split into so many groups that do not see each other; 1 if not given. */
  groups?: number;
  /** Turns the filters around along every spatial axis (true convolution). Networks do not, and call their correlation convolution. */
  flip?: boolean;
}

/**
 * Input as (N, C, spatial…) and filters as (first, second, spatial…), whatever the layout: in `channels-last` filters are (spatial…, second, first).
 * @throws Problem as `checkTensor`, and `filters-axes` {filters, input}
 */
export function operands(input: Tensor, filters: Tensor, { layout, flip }: FilterOptions): { input: Tensor; filters: Tensor } {
  checkTensor(input);
  checkTensor(filters);
  const axes = filters.shape.length;
  if (axes !== input.shape.length) throw new Problem('filters-axes', { filters: axes, input: input.shape.length });
  const last = layout === 'channels-last';
  const ordered = last ? transpose(filters, [axes - 1, axes - 2, ...between(0, axes - 2)]) : filters;
  return { input: last ? channelsFirst(input) : input, filters: flip === true ? flipped(ordered) : ordered };
}

/**
 * Checks that groups divide all of these numbers of channels.
 * @throws Problem `groups-uneven` {groups, channels}
 */
export function checkGroups(groups: number, channels: readonly number[]): void {
  const uneven = channels.find((count) => !(groups >= 1) || count % groups !== 0);
  if (uneven !== undefined) throw new Problem('groups-uneven', { groups, channels: uneven });
}

/**
 * Fills each channel of the output with its bias.
 * @throws Problem `bias-length` {expected, got}
 */
export function addBias({ shape, data }: Result, bias: ArrayLike<number> | undefined): void {
  if (bias === undefined) return;
  const channels = shape[1]!;
  if (bias.length !== channels) throw new Problem('bias-length', { expected: channels, got: bias.length });
  const size = data.length / (shape[0]! * channels);
  for (let plane = 0; plane * size < data.length; plane++) data.fill(bias[plane % channels]!, plane * size, (plane + 1) * size);
}

/** Turning every spatial axis around turns the order of a filter's numbers around. */
function flipped({ shape, data }: Tensor): Tensor {
  const turned = Float64Array.from(data);
  const size = data.length / (shape[0]! * shape[1]!);
  for (let start = 0; start < turned.length; start += size) turned.subarray(start, start + size).reverse();
  return { shape, data: turned };
}

/** Three spatial sizes: what one- and two-dimensional operators lack is 1 (or `fill`), in front. */
export function three(sizes: readonly number[], fill = 1): [number, number, number] {
  const filled = [fill, fill, fill, ...sizes].slice(-3);
  return [filled[0]!, filled[1]!, filled[2]!];
}
