// Loading the layers registers the gradient of every operation; the core alone knows none.
import '@tensorflow/tfjs-layers';
import {
  BatchMatMul,
  Conv2DBackpropFilter,
  Conv2DBackpropInput,
  DepthwiseConv2dNativeBackpropFilter,
  DepthwiseConv2dNativeBackpropInput,
  getKernel,
  type KernelFunc,
  MaxPoolGrad,
  registerKernel,
  Sum,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { convFilterGradient, convInputGradient } from './conv-gradients.ts';
import { depthwiseFilterGradient, depthwiseInputGradient } from './depthwise-gradients.ts';
import { createMatMul, createSum } from './matrix-kernels.ts';
import { maxPoolGradient } from './max-pool-gradient.ts';

const backendName = 'wasm';
let registered = false;

/**
 * Gives the WebAssembly backend what training needs: the gradients that it lacks (of filters, and of depthwise convolutions), and quick versions of the gradients
 * that it computes with plain loops. Only training calls this; a forward pass runs on the backend as it comes.
 */
export function registerTrainingKernels(): void {
  if (registered) return;
  registered = true;
  registerKernel({ kernelName: Conv2DBackpropFilter, backendName, kernelFunc: convFilterGradient as never });
  replaceKernel(Conv2DBackpropInput, () => convInputGradient);
  registerKernel({ kernelName: DepthwiseConv2dNativeBackpropFilter, backendName, kernelFunc: depthwiseFilterGradient as never });
  registerKernel({ kernelName: DepthwiseConv2dNativeBackpropInput, backendName, kernelFunc: depthwiseInputGradient as never });
  replaceKernel(MaxPoolGrad, () => maxPoolGradient);
  replaceKernel(BatchMatMul, createMatMul);
  replaceKernel(Sum, createSum);
}

function replaceKernel(kernelName: string, create: (original: KernelFunc) => unknown): void {
  const original = getKernel(kernelName, backendName);
  unregisterKernel(kernelName, backendName);
  registerKernel({ ...original, kernelFunc: create(original.kernelFunc) as KernelFunc });
}
