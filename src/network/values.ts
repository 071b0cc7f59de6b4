import type { Tensor } from '@tensorflow/tfjs-core';

/** A tensor's numbers, and the tensor is gone. There is no other way to read: a GPU cannot be waited for without giving way (`dataSync` fails). */
export async function valuesOf(tensor: Tensor): Promise<Float32Array> {
  try {
    return (await tensor.data()) as Float32Array;
  } finally {
    tensor.dispose();
  }
}
