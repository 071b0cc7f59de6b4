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
  tidy,
  transpose,
} from '@tensorflow/tfjs-core';

type ExplicitPad = [[number, number], [number, number], [number, number], [number, number]];
interface FilterGradientCall {
  inputs: { x: Tensor4D; dy: Tensor4D };
  attrs: Conv2DBackpropFilterAttrs;
}
interface InputGradientCall {
  inputs: { dy: Tensor4D; filter: Tensor4D };
  attrs: Conv2DBackpropInputAttrs;
  backend: BackendWasm;
}

/**
 * Gradient of a convolution's filter, as one more convolution, so that the fast forward kernel does the work:
 * dW[i, j, c, k] = Σ_b,y,x X[b, y·s + i − p, x·s + j − p, c] · dY[b, y, x, k].
 * Inputs: x (batch, height, width, c), dy (batch, outHeight, outWidth, k). Result: (F_h, F_w, c, k).
 */
export function convFilterGradient(call: FilterGradientCall): Tensor4D {
  const { x, dy } = call.inputs;
  const { strides, pad: padding, dimRoundingMode, filterShape } = call.attrs;
  return tidy(() => {
    const info = backend_util.computeConv2DInfo(x.shape, filterShape, strides, 1, padding, dimRoundingMode);
    const channelsAsBatch = transpose(x, [3, 1, 2, 0]); // (c, height, width, batch)
    const gradientAsFilter = transpose(dy, [1, 2, 0, 3]); // (outHeight, outWidth, batch, k)
    // A stride of the forward pass spreads the gradient's cells apart: the filter made of them is dilated by that stride.
    const dilations: [number, number] = [info.strideHeight, info.strideWidth];
    const product = conv2d(channelsAsBatch as Tensor4D, gradientAsFilter as Tensor4D, 1, explicitPad(info.padInfo), 'NHWC', dilations);
    // Rows and columns that the stride left unreached would add cells beyond the filter: cut them off.
    const cut = slice(product, [0, 0, 0, 0], [filterShape[2], filterShape[0], filterShape[1], filterShape[3]]);
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
