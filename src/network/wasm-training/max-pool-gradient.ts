import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { backend_util, type MaxPoolGradAttrs, type Tensor4D, type TensorInfo } from '@tensorflow/tfjs-core';

interface MaxPoolGradientCall {
  inputs: { dy: Tensor4D; input: Tensor4D };
  attrs: MaxPoolGradAttrs;
  backend: BackendWasm;
}

/**
 * Gradient of max pooling: each output's gradient goes to the first largest cell of its window (row by row), as PyTorch does.
 * A plain loop over the WebAssembly memory itself: no copy in or out. Result: the shape of `input` (batch, height, width, channels).
 */
export function maxPoolGradient(call: MaxPoolGradientCall): TensorInfo {
  const { dy, input } = call.inputs;
  const { filterSize, strides, pad, dimRoundingMode } = call.attrs;
  const info = backend_util.computePool2DInfo(input.shape, filterSize, strides, 1, pad, dimRoundingMode);
  const result = call.backend.makeOutput(input.shape, 'float32');
  // Views are taken after the result was allocated: growing the memory would detach older ones.
  const x = call.backend.typedArrayFromHeap(input) as Float32Array;
  const gradient = call.backend.typedArrayFromHeap(dy) as Float32Array;
  const out = call.backend.typedArrayFromHeap(result) as Float32Array;
  out.fill(0);

  const channels = info.inChannels;
  const [rowStep, imageStep] = [info.inWidth * channels, info.inHeight * info.inWidth * channels];
  let from = 0;
  for (let image = 0; image < info.batchSize; image++) {
    for (let oy = 0; oy < info.outHeight; oy++) {
      const top = Math.max(0, oy * info.strideHeight - info.padInfo.top);
      const bottom = Math.min(info.inHeight, oy * info.strideHeight - info.padInfo.top + info.filterHeight);
      for (let ox = 0; ox < info.outWidth; ox++) {
        const left = Math.max(0, ox * info.strideWidth - info.padInfo.left);
        const right = Math.min(info.inWidth, ox * info.strideWidth - info.padInfo.left + info.filterWidth);
        for (let channel = 0; channel < channels; channel++, from++) {
          let best = -1;
          let largest = -Infinity;
          for (let y = top; y < bottom; y++) {
            for (let x0 = left, at = image * imageStep + y * rowStep + left * channels + channel; x0 < right; x0++, at += channels) {
              const value = x[at]!;
              if (value > largest) {
                largest = value;
                best = at;
              }
            }
          }
          if (best >= 0) out[best]! += gradient[from]!;
        }
      }
    }
  }
  return result;
}
