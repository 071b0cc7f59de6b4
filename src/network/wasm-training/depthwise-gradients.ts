import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  backend_util,
  type DepthwiseConv2dNativeBackpropFilterAttrs,
  type DepthwiseConv2dNativeBackpropInputAttrs,
  type Tensor4D,
  type TensorInfo,
} from '@tensorflow/tfjs-core';

interface FilterGradientCall {
  inputs: { x: Tensor4D; dy: Tensor4D };
  attrs: DepthwiseConv2dNativeBackpropFilterAttrs;
  backend: BackendWasm;
}
interface InputGradientCall {
  inputs: { dy: Tensor4D; filter: Tensor4D };
  attrs: DepthwiseConv2dNativeBackpropInputAttrs;
  backend: BackendWasm;
}

/**
 * Gradient of a depthwise convolution's filter: dW[i, j, c, m] = Σ_b,y,x X[b, y·s + i·d − p, x·s + j·d − p, c] · dY[b, y, x, c·M + m].
 * A plain loop over the WebAssembly memory itself, channels innermost. Inputs: x (batch, height, width, C), dy (batch, outHeight, outWidth, C·M).
 * Result: (F_h, F_w, C, M).
 */
export function depthwiseFilterGradient({ inputs, attrs, backend }: FilterGradientCall): TensorInfo {
  const { x, dy } = inputs;
  const { strides, dilations, pad, dimRoundingMode, filterShape } = attrs;
  const info = backend_util.computeConv2DInfo(x.shape, filterShape, strides, dilations ?? 1, pad, dimRoundingMode, true);
  const result = backend.makeOutput(filterShape, 'float32');
  // Views are taken after the result was allocated: growing the memory would detach older ones.
  const picture = backend.typedArrayFromHeap(x) as Float32Array;
  const gradient = backend.typedArrayFromHeap(dy) as Float32Array;
  const out = backend.typedArrayFromHeap(result) as Float32Array;
  out.fill(0);
  const channels = info.inChannels;
  const multiplier = info.outChannels / channels;
  eachPair(info, (from, to, tap) => {
    const weights = tap * info.outChannels;
    for (let c = 0, k = 0; c < channels; c++) {
      const value = picture[from + c]!;
      for (let m = 0; m < multiplier; m++, k++) out[weights + k]! += value * gradient[to + k]!;
    }
  });
  return result;
}

/**
 * Gradient of a depthwise convolution's input: dX[b, y·s + i·d − p, x·s + j·d − p, c] += W[i, j, c, m] · dY[b, y, x, c·M + m].
 * Inputs: dy (batch, outHeight, outWidth, C·M), filter (F_h, F_w, C, M). Result: (batch, height, width, C).
 */
export function depthwiseInputGradient({ inputs, attrs, backend }: InputGradientCall): TensorInfo {
  const { dy, filter } = inputs;
  const { strides, dilations, pad, dimRoundingMode, inputShape } = attrs;
  const info = backend_util.computeConv2DInfo(inputShape, filter.shape, strides, dilations ?? 1, pad, dimRoundingMode, true);
  const result = backend.makeOutput(inputShape, 'float32');
  const gradient = backend.typedArrayFromHeap(dy) as Float32Array;
  const filters = backend.typedArrayFromHeap(filter) as Float32Array;
  const out = backend.typedArrayFromHeap(result) as Float32Array;
  out.fill(0);
  const channels = info.inChannels;
  const multiplier = info.outChannels / channels;
  eachPair(info, (from, to, tap) => {
    const weights = tap * info.outChannels;
    for (let c = 0, k = 0; c < channels; c++) {
      let sum = 0;
      for (let m = 0; m < multiplier; m++, k++) sum += filters[weights + k]! * gradient[to + k]!;
      out[from + c]! += sum;
    }
  });
  return result;
}

/** Visits each pair of an output cell and a cell of its window inside the picture: where both begin, and the number of the filter's tap. */
function eachPair(info: backend_util.Conv2DInfo, visit: (from: number, to: number, tap: number) => void): void {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, filterHeight, filterWidth, inChannels, outChannels, padInfo } = info;
  for (let image = 0; image < batchSize; image++) {
    for (let oy = 0; oy < outHeight; oy++) {
      for (let i = 0; i < filterHeight; i++) {
        const y = oy * info.strideHeight + i * info.dilationHeight - padInfo.top;
        if (y < 0 || y >= inHeight) continue;
        for (let ox = 0; ox < outWidth; ox++) {
          const to = ((image * outHeight + oy) * outWidth + ox) * outChannels;
          for (let j = 0; j < filterWidth; j++) {
            const x = ox * info.strideWidth + j * info.dilationWidth - padInfo.left;
            if (x >= 0 && x < inWidth) visit(((image * inHeight + y) * inWidth + x) * inChannels, to, i * filterWidth + j);
          }
        }
      }
    }
  }
}
