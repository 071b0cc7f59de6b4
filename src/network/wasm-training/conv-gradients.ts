import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  backend_util,
  type Conv2DBackpropFilterAttrs,
  type Conv2DBackpropInputAttrs,
  conv2d,
  pad,
  reshape,
  reverse,
  slice,
  type Tensor4D,
  type TensorInfo,
  tidy,
  transpose,
} from '@tensorflow/tfjs-core';
import { trainingPrograms, vectorBlocks } from './programs.ts';

type ExplicitPad = [[number, number], [number, number], [number, number], [number, number]];
interface FilterGradientCall {
  inputs: { x: Tensor4D; dy: Tensor4D };
  attrs: Conv2DBackpropFilterAttrs;
  backend: BackendWasm;
}
type Info = backend_util.Conv2DInfo;
interface InputGradientCall {
  inputs: { dy: Tensor4D; filter: Tensor4D };
  attrs: Conv2DBackpropInputAttrs;
  backend: BackendWasm;
}

/**
 * Gradient of a convolution's filter: dW[i, j, c, k] = Σ_b,y,x X[b, y·s + i − p, x·s + j − p, c] · dY[b, y, x, k].
 * Where the outputs fill vectors, sums of products are kept in registers over all pictures; else it is one more convolution.
 * Inputs: x (batch, height, width, c), dy (batch, outHeight, outWidth, k). Result: (F_h, F_w, c, k).
 */
export function convFilterGradient(call: FilterGradientCall): TensorInfo {
  const { x, dy } = call.inputs;
  const { strides, pad: padding, dimRoundingMode, filterShape } = call.attrs;
  const info = backend_util.computeConv2DInfo(x.shape, filterShape, strides, 1, padding, dimRoundingMode);
  const blocks = vectorBlocks(info.outChannels);
  return blocks === undefined ? byConvolution(x, dy, info) : bySums(call, info, blocks);
}

const FLOAT_BYTES = 4;
/** Pictures whose input and gradient together stay in a core's cache are gone through at once. */
const CACHE_BYTES = 256 * 1024;

function bySums({ inputs: { x, dy }, backend }: FilterGradientCall, info: Info, blocks: { from: number; vectors: number }[]): TensorInfo {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, filterHeight, filterWidth } = info;
  const result = backend.makeOutput([filterHeight, filterWidth, inChannels, outChannels], 'float32');
  // Views are taken after the result was allocated: growing the memory would detach older ones.
  const sums = backend.typedArrayFromHeap(result) as Float32Array;
  sums.fill(0);
  const addressOf = (tensor: TensorInfo) => (backend.typedArrayFromHeap(tensor) as Float32Array).byteOffset;
  const [xStart, dyStart] = [addressOf(x), addressOf(dy)];
  const { products } = trainingPrograms(backend);
  const pixel = FLOAT_BYTES * inChannels;
  const cell = FLOAT_BYTES * outChannels;
  const [xImage, dyImage] = [pixel * inHeight * inWidth, cell * outHeight * outWidth];
  const atOnce = Math.max(1, Math.floor(CACHE_BYTES / (xImage + dyImage)));
  const taps = tapsOf(info, pixel, cell);
  for (let image = 0; image < batchSize; image += atOnce) {
    const images = Math.min(atOnce, batchSize - image);
    const [xBegin, dyBegin] = [xStart + image * xImage, dyStart + image * dyImage];
    for (const tap of taps) {
      const { rows, columns, xColumn, xRowSkip, dyRowSkip, xImageSkip, dyImageSkip } = tap;
      const target = sums.byteOffset + tap.sum;
      for (const { from, vectors } of blocks) {
        const offset = FLOAT_BYTES * from;
        for (let channel = 0; channel < inChannels; channel += 2) {
          const add = products(Math.min(2, inChannels - channel), vectors);
          const x = xBegin + tap.x + FLOAT_BYTES * channel;
          const dy = dyBegin + tap.dy + offset;
          const sum = target + channel * cell + offset;
          add(x, dy, images, rows, columns, xColumn, cell, xRowSkip, dyRowSkip, xImageSkip, dyImageSkip, sum, cell);
        }
      }
    }
  }
  return result;
}

interface Tap {
  x: number;
  dy: number;
  rows: number;
  columns: number;
  xColumn: number;
  xRowSkip: number;
  dyRowSkip: number;
  xImageSkip: number;
  dyImageSkip: number;
  sum: number;
}

/** Pairs of a tap (i, j) of the filter, for one picture: where they begin and how they lie, and where the tap's sums begin, bytes. */
function tapsOf(info: Info, pixel: number, cell: number): Tap[] {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth, padInfo, strideHeight, strideWidth } = info;
  const taps: Tap[] = [];
  for (let i = 0; i < filterHeight; i++) {
    const [firstRow, rows] = reached(i - padInfo.top, strideHeight, inHeight, outHeight);
    for (let j = 0; j < filterWidth; j++) {
      const [firstColumn, columns] = reached(j - padInfo.left, strideWidth, inWidth, outWidth);
      if (rows <= 0 || columns <= 0) continue;
      const [top, left] = [firstRow * strideHeight + i - padInfo.top, firstColumn * strideWidth + j - padInfo.left];
      const xColumn = pixel * strideWidth;
      taps.push({
        x: pixel * (top * inWidth + left),
        dy: cell * (firstRow * outWidth + firstColumn),
        rows,
        columns,
        xColumn,
        xRowSkip: pixel * inWidth * strideHeight - xColumn * columns,
        dyRowSkip: cell * (outWidth - columns),
        xImageSkip: pixel * inWidth * (inHeight - strideHeight * rows),
        dyImageSkip: cell * outWidth * (outHeight - rows),
        sum: (i * filterWidth + j) * inChannels * cell,
      });
    }
  }
  return taps;
}

/** Along one axis: the first output whose window cell `offset` (from its first window) lies inside, and how many outputs there are. */
function reached(offset: number, stride: number, size: number, outputs: number): [first: number, count: number] {
  const first = Math.max(0, Math.ceil(-offset / stride));
  const last = Math.min(outputs - 1, Math.floor((size - 1 - offset) / stride));
  return [first, last - first + 1];
}

/**
 * As a convolution of the transposed input with the transposed output gradient. A stride of the forward pass spreads the gradient's cells
 * apart: the filter made of them is dilated by that stride.
 */
function byConvolution(x: Tensor4D, dy: Tensor4D, info: Info): Tensor4D {
  return tidy(() => {
    const channelsAsBatch = transpose(x, [3, 1, 2, 0]); // (c, height, width, batch)
    const gradientAsFilter = transpose(dy, [1, 2, 0, 3]); // (outHeight, outWidth, batch, k)
    const dilations: [number, number] = [info.strideHeight, info.strideWidth];
    const product = conv2d(channelsAsBatch as Tensor4D, gradientAsFilter as Tensor4D, 1, explicitPad(info.padInfo), 'NHWC', dilations);
    // Rows and columns that the stride left unreached would add cells beyond the filter: cut them off.
    const cut = slice(product, [0, 0, 0, 0], [info.inChannels, info.filterHeight, info.filterWidth, info.outChannels]);
    return transpose(cut, [1, 2, 0, 3]) as Tensor4D;
  });
}

/**
 * Gradient of a convolution's input, as the full convolution of the output's gradient with the filter turned by 180° and its two channel
 * axes swapped: dX[b, y, x, c] = Σ_i,j,k dY'[b, y + p − i, x + p − j, k] · W[i, j, c, k]. A stride of the forward pass spreads the
 * gradient's cells apart (dY'): zeros are put between them, which costs stride² times the products and is still several times quicker
 * than the backend's own loop.
 * Inputs: dy (batch, outHeight, outWidth, k), filter (F_h, F_w, c, k). Result: (batch, height, width, c).
 */
export function convInputGradient(call: InputGradientCall): Tensor4D {
  const { dy, filter } = call.inputs;
  const { strides, pad: padding, dimRoundingMode, inputShape } = call.attrs;
  return tidy(() => {
    const info = backend_util.computeConv2DInfo(inputShape, filter.shape, strides, 1, padding, dimRoundingMode);
    const turned = transpose(reverse(filter, [0, 1]), [0, 1, 3, 2]) as Tensor4D;
    const spread = spreadOut(dy, info.strideHeight, info.strideWidth);
    const { top, left } = info.padInfo;
    const [height, width] = [filter.shape[0] - 1 - top, filter.shape[1] - 1 - left];
    // what the last windows left unreached gets zeros: the padding behind makes up the input's size
    const behind = (size: number, given: number, before: number, window: number) => size - (given + before - window + 1);
    const rest = {
      top: height,
      bottom: behind(info.inHeight, spread.shape[1], height, filter.shape[0]),
      left: width,
      right: behind(info.inWidth, spread.shape[2], width, filter.shape[1]),
    };
    return conv2d(...uncropped(spread, turned, rest));
  });
}

/** Puts stride − 1 zeros between rows and columns: (batch, h, w, k) → (batch, (h − 1)·s + 1, (w − 1)·s + 1, k). */
export function spreadOut(x: Tensor4D, strideHeight: number, strideWidth: number): Tensor4D {
  if (strideHeight === 1 && strideWidth === 1) return x;
  const [batch, height, width, channels] = x.shape;
  const apart = pad(reshape(x, [batch * height, 1, width, 1, channels]), [
    [0, 0],
    [0, strideHeight - 1],
    [0, 0],
    [0, strideWidth - 1],
    [0, 0],
  ]);
  const whole = reshape(apart, [batch, height * strideHeight, width * strideWidth, channels]) as Tensor4D;
  return slice(whole, [0, 0, 0, 0], [batch, (height - 1) * strideHeight + 1, (width - 1) * strideWidth + 1, channels]);
}

interface Pad {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The arguments of a convolution at stride 1 whose padding may be negative (padding wider than the window reaches): then rows are cut off first. */
function uncropped(x: Tensor4D, filter: Tensor4D, padding: Pad): [Tensor4D, Tensor4D, number, ExplicitPad] {
  const cut = {
    top: Math.max(0, -padding.top),
    bottom: Math.max(0, -padding.bottom),
    left: Math.max(0, -padding.left),
    right: Math.max(0, -padding.right),
  };
  const [batch, height, width, channels] = x.shape;
  const needsCut = cut.top + cut.bottom + cut.left + cut.right > 0;
  const kept = needsCut
    ? slice(x, [0, cut.top, cut.left, 0], [batch, height - cut.top - cut.bottom, width - cut.left - cut.right, channels])
    : x;
  const wanted = {
    top: Math.max(0, padding.top),
    bottom: Math.max(0, padding.bottom),
    left: Math.max(0, padding.left),
    right: Math.max(0, padding.right),
  };
  return [kept, filter, 1, explicitPad(wanted)];
}

function explicitPad({ top, bottom, left, right }: Pad): ExplicitPad {
  return [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ];
}
