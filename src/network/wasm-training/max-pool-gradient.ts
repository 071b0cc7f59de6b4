import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { backend_util, type MaxPoolGradAttrs, type Tensor4D, type TensorInfo } from '@tensorflow/tfjs-core';
import { trainingPrograms } from './programs.ts';

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
  if (isPlain(info)) {
    halved(call, info, result);
    return result;
  }
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

/** 2×2 windows in steps of 2, all of them inside, channels that fill vectors: what networks mostly have. */
const isPlain = (info: backend_util.Conv2DInfo) =>
  [info.filterHeight, info.filterWidth, info.strideHeight, info.strideWidth].every((size) => size === 2) &&
  info.padInfo.top === 0 &&
  info.padInfo.left === 0 &&
  2 * info.outHeight <= info.inHeight &&
  2 * info.outWidth <= info.inWidth &&
  info.inChannels % 4 === 0;

function halved({ inputs: { dy, input }, backend }: MaxPoolGradientCall, info: backend_util.Conv2DInfo, result: TensorInfo): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth } = info;
  const [x, gradient, out] = [input, dy, result].map((tensor) => backend.typedArrayFromHeap(tensor) as Float32Array) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  // the last row and column of odd sizes are in no window
  if (inHeight % 2 > 0 || inWidth % 2 > 0) out.fill(0);
  const pixelBytes = x.BYTES_PER_ELEMENT * inChannels;
  const rowBytes = pixelBytes * inWidth;
  const { maxPool2 } = trainingPrograms(backend);
  for (let image = 0; image < batchSize; image++) {
    maxPool2({
      x: x.byteOffset + image * inHeight * rowBytes,
      dy: gradient.byteOffset + image * outHeight * outWidth * pixelBytes,
      out: out.byteOffset + image * inHeight * rowBytes,
      rows: outHeight,
      columns: outWidth,
      vectors: inChannels / 4,
      pixelBytes,
      rowBytes,
      rowSkip: 2 * rowBytes - 2 * outWidth * pixelBytes,
    });
  }
}
