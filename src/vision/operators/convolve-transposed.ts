import { Problem } from '../problem.ts';
import { addBias, checkGroups, type FilterOptions, operands, three } from './filters.ts';
import { channelsLast, createResult, type Result, type Tensor } from './tensor.ts';
import { type Axis, axesOf, halves, type PerAxis, perAxis, spanOf } from './window.ts';

export interface TransposedOptions extends FilterOptions {
  /** Cells more at the far end of each axis, where several input sizes of the convolution give one output size; 0 if not given. */
  outputPadding?: PerAxis;
  /**
   * Spatial sizes of the output. Without `padding`, or with `same` or `same-lower`, the padding is what leads to it (ONNX's output_shape,
   * TensorFlow's output_shape with SAME); with `valid` or numbers the far ends are filled up to it (PyTorch's output_size).
   */
  outputShape?: readonly number[];
}

/**
 * Transposed convolution: every input cell adds its own copy of the filter to the output, copies S cells apart, and the padding is cut off.
 * out[n][o][y·S + k·D − P_before] += in[n][c][y] · filters[c][o][k]; it is the gradient of `convolve` with respect to its input.
 *
 * Output sizes: (N − 1)·S − P_before − P_after + D(F − 1) + 1 + output padding; with `same` N·S.
 *
 * Shapes with k = 1…3 spatial axes, G groups:
 * - `channels-first`: input (N, C, in…), filters (C, O/G, F…), output (N, O, out…): PyTorch, ONNX's ConvTranspose.
 * - `channels-last`: input (N, in…, C), filters (F…, O/G, C), output (N, out…, O): TensorFlow's conv2d_transpose.
 * @throws Problem `tensor-*`, `filters-axes`, `groups-uneven`, `channels-unlike` {expected, got}, `bias-length`, `axes-*`,
 *   `output-too-small` {output, padding}, `output-shape-small` {output, least}
 */
export function convolveTransposed(input: Tensor, filters: Tensor, options: TransposedOptions = {}): Result {
  const { layout, bias, groups = 1 } = options;
  const given = operands(input, filters, options);
  const [batch, channels, ...sizes] = given.input.shape as [number, number, ...number[]];
  const [filterChannels, perGroup, ...window] = given.filters.shape as [number, number, ...number[]];
  checkGroups(groups, [channels]);
  if (filterChannels !== channels) throw new Problem('channels-unlike', { expected: channels, got: filterChannels });
  const { axes, output: outputSizes } = geometry(sizes, window, options);
  const output = createResult([batch, perGroup * groups, ...outputSizes]);
  addBias(output, bias);
  scatter(given.input, given.filters, output, groups, axes);
  return layout === 'channels-last' ? channelsLast(output) : output;
}

/** Padding and output size of every axis. */
function geometry(sizes: readonly number[], window: readonly number[], options: TransposedOptions): { axes: Axis[]; output: number[] } {
  const { padding, outputPadding = 0, outputShape } = options;
  const extra = perAxis('outputPadding', outputPadding, sizes.length, 0);
  const wanted = outputShape === undefined ? undefined : perAxis('outputShape', outputShape, sizes.length, 1);
  const named = padding === 'same' || padding === 'same-lower' ? padding : undefined;
  const plain = axesOf(sizes, window, { ...options, padding: named === undefined ? padding : 'valid' });
  /** Cells that all copies of the filter reach. */
  const reached = plain.map((axis, index) => (axis.input - 1) * axis.stride + spanOf(axis) + extra[index]!);

  if (named !== undefined || (wanted !== undefined && padding === undefined)) {
    const output = wanted ?? plain.map((axis) => axis.input * axis.stride);
    // where nothing is named ONNX cuts the odd cell off at the beginning
    const cut = reached.map((cells, index) => halves(Math.max(0, cells - output[index]!), named ?? 'same-lower'));
    return { axes: plain.map((axis, index) => ({ ...axis, ...cut[index]! })), output };
  }
  const natural = plain.map(({ before, after }, index) => reached[index]! - before - after);
  if (natural.some((size) => size < 1)) throw new Problem('output-too-small', { output: natural.join('×'), reached: reached.join('×') });
  if (wanted?.some((size, index) => size < natural[index]!) === true)
    throw new Problem('output-shape-small', { output: wanted.join('×'), least: natural.join('×') });
  return { axes: plain, output: wanted ?? natural };
}

/** Adds each input cell's copy of the filters to the output; one- and two-dimensional tensors are slabs of a single slice or row. */
function scatter(input: Tensor, filters: Tensor, output: Result, groups: number, axes: readonly Axis[]): void {
  const [batch, channels, ...sizes] = input.shape as [number, number, ...number[]];
  const [, perGroup, ...window] = filters.shape as [number, number, ...number[]];
  const [depth, height, width] = three(sizes);
  const [depths, rows, columns] = three(window);
  const [outDepth, outHeight, outWidth] = three(output.shape.slice(2));
  const stride = three(axes.map((axis) => axis.stride));
  const dilation = three(axes.map((axis) => axis.dilation));
  const before = three(
    axes.map((axis) => axis.before),
    0,
  );
  const taps = depths * rows * columns;
  for (let n = 0; n < batch; n++) {
    for (let c = 0; c < channels; c++) {
      const firstOutput = n * perGroup * groups + Math.floor(c / (channels / groups)) * perGroup;
      for (let inRow = 0; inRow < depth * height; inRow++) {
        const from = ((n * channels + c) * depth * height + inRow) * width;
        const row = input.data.subarray(from, from + width);
        for (let o = 0; o < perGroup; o++) {
          for (let tap = 0; tap < taps; tap++) {
            const z = Math.floor(inRow / height) * stride[0] + Math.floor(tap / (rows * columns)) * dilation[0] - before[0];
            const y = (inRow % height) * stride[1] + (Math.floor(tap / columns) % rows) * dilation[1] - before[1];
            // cut off with the padding
            if (z < 0 || z >= outDepth || y < 0 || y >= outHeight) continue;
            const start = (((firstOutput + o) * outDepth + z) * outHeight + y) * outWidth;
            const sums = output.data.subarray(start, start + outWidth);
            scatterRow(sums, row, (tap % columns) * dilation[2] - before[2], stride[2], filters.data[(c * perGroup + o) * taps + tap]!);
          }
        }
      }
    }
  }
}

/** sums[first + x·step] += weight · row[x], where there is such a sum. */
function scatterRow(sums: Float64Array, row: Tensor['data'], first: number, step: number, weight: number): void {
  const start = first < 0 ? Math.ceil(-first / step) : 0;
  for (let x = start, at = first + start * step; x < row.length && at < sums.length; x++, at += step) sums[at]! += weight * row[x]!;
}
