import { add, customGrad, matMul, mul, ones, reshape, rsqrt, sub, type Tensor, tidy } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';

type Layer = LayersModel['layers'][number];
type LayerVariable = Layer['weights'][number];
/** What the library's layer holds; its types keep some of it to themselves. */
interface BatchNormalization {
  call: Layer['call'];
  gamma: LayerVariable;
  beta: LayerVariable;
  movingMean: LayerVariable;
  movingVariance: LayerVariable;
  momentum: number;
  epsilon: number;
}

/**
 * Batch normalization over all axes but the last, with the gradient written out (Ioffe and Szegedy, 2015), which takes a third of the
 * passes over memory that the library's chain of small operations takes:
 * y = γ·x̂ + β, x̂ = (x − μ)/√(σ² + ε);
 * ∂L/∂x = γ/√(σ² + ε) · (dy − mean(dy) − x̂·mean(dy·x̂)).
 * @param x (…, channels) @param gamma (channels) @param beta (channels)
 * @returns the output in the shape of x, and the batch's mean and variance, (channels) each
 */
export function normalizeBatch(
  x: Tensor,
  gamma: Tensor,
  beta: Tensor,
  epsilon: number,
): { output: Tensor; mean: Tensor; variance: Tensor } {
  const channels = x.shape[x.rank - 1]!;
  const rows = x.size / channels;
  const meanOf = (values: Tensor) => reshape(matMul(mul(ones([1, rows]), 1 / rows), reshape(values, [rows, channels])), [channels]);
  const mean = meanOf(x);
  const centered = sub(x, mean);
  const variance = meanOf(mul(centered, centered));
  const inverse = rsqrt(add(variance, epsilon));
  const normalize = customGrad((...args) => {
    const [input, scale, shift, save] = args as unknown as [Tensor, Tensor, Tensor, (tensors: Tensor[]) => void];
    const normalized = mul(sub(input, mean), inverse);
    save([normalized, scale, inverse]);
    return {
      value: add(mul(normalized, scale), shift),
      gradFunc: (dy, saved) => {
        const [hat, factor, deviation] = saved as [Tensor, Tensor, Tensor];
        const meanDy = meanOf(dy as Tensor);
        const meanDyHat = meanOf(mul(dy as Tensor, hat));
        const dx = mul(sub(sub(dy as Tensor, meanDy), mul(hat, meanDyHat)), mul(factor, deviation));
        return [dx, mul(meanDyHat, rows), mul(meanDy, rows)];
      },
    };
  });
  return { output: normalize(x, gamma, beta), mean, variance };
}

/** Has every batch normalization of the network train by `normalizeBatch`; outside training nothing changes. */
export function quickenBatchNormalization(network: LayersModel): void {
  for (const layer of network.layers) {
    if (layer.getClassName() !== 'BatchNormalization') continue;
    const norm = layer as unknown as BatchNormalization;
    const call = norm.call.bind(norm);
    norm.call = (inputs, kwargs) => {
      if (kwargs.training !== true) return call(inputs, kwargs);
      return tidy(() => {
        const x = Array.isArray(inputs) ? inputs[0]! : inputs;
        const { output, mean, variance } = normalizeBatch(x, norm.gamma.read(), norm.beta.read(), norm.epsilon);
        const rows = x.size / x.shape[x.rank - 1]!;
        moveTowards(norm.movingMean, mean, norm.momentum);
        // an estimate of the population's variance, as PyTorch keeps it; the library's layer keeps the batch's own, a little smaller
        moveTowards(norm.movingVariance, mul(variance, rows / Math.max(1, rows - 1)), norm.momentum);
        return output;
      });
    };
  }
}

function moveTowards(variable: LayerVariable, value: Tensor, momentum: number): void {
  variable.write(add(mul(variable.read(), momentum), mul(value, 1 - momentum)));
}
