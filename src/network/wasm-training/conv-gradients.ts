import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  backend_util,
  type Conv2DBackpropFilterAttrs,
  type Conv2DBackpropInputAttrs,
  conv2d,
  type KernelFunc,
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
  const { strides, pad, dimRoundingMode, filterShape } = call.attrs;
  return tidy(() => {
    const info = backend_util.computeConv2DInfo(x.shape, filterShape, strides, 1, pad, dimRoundingMode);
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
 * Gradient of a convolution's input, as the full convolution of the output's gradient with the filter turned by 180° and its
 * two channel axes swapped. Strides over 1 go to `fallback`, the backend's own loop.
 */
export function createConvInputGradient(fallback: KernelFunc): (call: InputGradientCall) => ReturnType<KernelFunc> {
  return (call) => {
    const { dy, filter } = call.inputs;
    const { strides, pad, dimRoundingMode, inputShape } = call.attrs;
    const info = backend_util.computeConv2DInfo(inputShape, filter.shape, strides, 1, pad, dimRoundingMode);
    if (info.strideHeight !== 1 || info.strideWidth !== 1) return fallback(call as never);
    return tidy(() => {
      const turned = transpose(reverse(filter, [0, 1]), [0, 1, 3, 2]) as Tensor4D;
      const { top, bottom, left, right } = info.padInfo;
      const [height, width] = [filter.shape[0] - 1, filter.shape[1] - 1];
      const rest = { top: height - top, bottom: height - bottom, left: width - left, right: width - right };
      return conv2d(dy, turned, 1, explicitPad(rest));
    });
  };
}

function explicitPad(pad: { top: number; bottom: number; left: number; right: number }): ExplicitPad {
  return [
    [0, 0],
    [pad.top, pad.bottom],
    [pad.left, pad.right],
    [0, 0],
  ];
}
