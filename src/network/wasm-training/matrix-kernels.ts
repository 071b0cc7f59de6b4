import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  type BatchMatMulAttrs,
  type KernelFunc,
  matMul,
  ones,
  reshape,
  type SumAttrs,
  type Tensor,
  tidy,
  transpose,
  util,
} from '@tensorflow/tfjs-core';

interface MatMulCall {
  inputs: { a: Tensor; b: Tensor };
  attrs: BatchMatMulAttrs;
  backend: BackendWasm;
}
interface SumCall {
  inputs: { x: Tensor };
  attrs: SumAttrs;
  backend: BackendWasm;
}

/** Matrix product (…, n, k) × (…, k, m): transposes operands first, since the backend's fast product takes none transposed. */
export function createMatMul(original: KernelFunc): (call: MatMulCall) => ReturnType<KernelFunc> {
  return (call) => {
    const { transposeA, transposeB } = call.attrs;
    if (!transposeA && !transposeB) return original(call as never);
    return tidy(() =>
      matMul(transposeA ? swapLastAxes(call.inputs.a) : call.inputs.a, transposeB ? swapLastAxes(call.inputs.b) : call.inputs.b),
    );
  };
}

/** Sum: over all axes but the last (a bias's gradient) as a product of a row of ones with the matrix; else the backend's own loop. */
export function createSum(original: KernelFunc): (call: SumCall) => ReturnType<KernelFunc> {
  return (call) => {
    const { x } = call.inputs;
    const axes = util.parseAxisParam(call.attrs.axis, x.shape);
    const keepsLastOnly = x.rank > 1 && axes.length === x.rank - 1 && !axes.includes(x.rank - 1);
    if (!keepsLastOnly || call.attrs.keepDims || x.dtype !== 'float32') return original(call as never);
    return tidy(() => {
      const width = x.shape[x.rank - 1]!;
      const rows = x.size / width;
      return reshape(matMul(ones([1, rows]), reshape(x, [rows, width])), [width]);
    });
  };
}

function swapLastAxes(x: Tensor): Tensor {
  const order = x.shape.map((_, axis) => axis);
  return transpose(x, [...order.slice(0, -2), x.rank - 1, x.rank - 2]);
}
