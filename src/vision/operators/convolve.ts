import { Problem } from '../problem.ts';
import { type Border, pad } from './border.ts';
import { addBias, checkGroups, type FilterOptions, operands, three } from './filters.ts';
import { channelsLast, createResult, type Result, type Tensor } from './tensor.ts';
import { axesOf, outputSizes } from './window.ts';

export interface ConvolveOptions extends FilterOptions {
  /** What lies around the input; `zero` if not given. */
  border?: Border;
}

/**
 * Convolution in one, two or three dimensions as networks compute it (a correlation unless `flip`), sums in double precision:
 * out[n][o][y] = bias[o] + Σ_c Σ_k in[n][c][y·S + k·D − P_before] · filters[o][c][k], y and k standing for every spatial axis.
 *
 * Shapes with k = 1…3 spatial axes, G groups:
 * - `channels-first`: input (N, C, in₁…in_k), filters (O, C/G, F₁…F_k), output (N, O, out₁…out_k): PyTorch, ONNX's Conv.
 * - `channels-last`: input (N, in₁…in_k, C), filters (F₁…F_k, C/G, O), output (N, out₁…out_k, O): TensorFlow's conv1d, conv2d, conv3d.
 *
 * A depthwise convolution has G = C. Output sizes: `outputSizes`.
 * @throws Problem `tensor-*`, `filters-axes`, `groups-uneven`, `channels-unlike` {expected, got}, `bias-length`, `axes-*`, `window-too-large`
 */
export function convolve(input: Tensor, filters: Tensor, options: ConvolveOptions = {}): Result {
  const { layout, bias, groups = 1, border = 'zero' } = options;
  const given = operands(input, filters, options);
  const [batch, channels, ...sizes] = given.input.shape as [number, number, ...number[]];
  const [outputs, filterChannels, ...window] = given.filters.shape as [number, number, ...number[]];
  checkGroups(groups, [channels, outputs]);
  if (filterChannels !== channels / groups) throw new Problem('channels-unlike', { expected: channels / groups, got: filterChannels });
  const axes = axesOf(sizes, window, options);
  const output = createResult([batch, outputs, ...outputSizes(axes)]);
  addBias(output, bias);
  slide(pad(given.input, axes, border), given.filters, output, {
    groups,
    stride: three(axes.map((axis) => axis.stride)),
    dilation: three(axes.map((axis) => axis.dilation)),
  });
  return layout === 'channels-last' ? channelsLast(output) : output;
}

interface Steps {
  groups: number;
  stride: [number, number, number];
  dilation: [number, number, number];
}

/** Adds the products of every window that lies inside the input; one- and two-dimensional tensors are slabs of a single slice or row. */
function slide(input: Tensor, filters: Tensor, output: Result, { groups, stride, dilation }: Steps): void {
  const [batch, channels, ...sizes] = input.shape as [number, number, ...number[]];
  const [outputs, perGroup, ...window] = filters.shape as [number, number, ...number[]];
  const [depth, height, width] = three(sizes);
  const [depths, rows, columns] = three(window);
  const [outDepth, outHeight, outWidth] = three(output.shape.slice(2));
  const taps = depths * rows * columns;
  let outRow = 0;
  for (let n = 0; n < batch; n++) {
    for (let o = 0; o < outputs; o++) {
      const firstChannel = n * channels + Math.floor(o / (outputs / groups)) * perGroup;
      for (let z = 0; z < outDepth; z++) {
        for (let y = 0; y < outHeight; y++, outRow++) {
          // a row of sums stays in the processor's nearest cache while all its products are added
          const sums = output.data.subarray(outRow * outWidth, (outRow + 1) * outWidth);
          for (let c = 0; c < perGroup; c++) {
            const plane = (firstChannel + c) * depth;
            for (let tap = 0; tap < taps; tap++) {
              const tapZ = Math.floor(tap / (rows * columns));
              const tapY = Math.floor(tap / columns) % rows;
              const inRow = (plane + z * stride[0] + tapZ * dilation[0]) * height + y * stride[1] + tapY * dilation[1];
              addRow(
                sums,
                input.data,
                inRow * width + (tap % columns) * dilation[2],
                stride[2],
                filters.data[(o * perGroup + c) * taps + tap]!,
              );
            }
          }
        }
      }
    }
  }
}

/** sums[x] += weight · data[from + x·step] */
function addRow(sums: Float64Array, data: Tensor['data'], from: number, step: number, weight: number): void {
  for (let x = 0, at = from; x < sums.length; x++, at += step) sums[x]! += weight * data[at]!;
}
