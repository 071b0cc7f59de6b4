import { type Optimizer, scalar, type Tensor, train, type Variable } from '@tensorflow/tfjs-core';

export const OPTIMIZERS = ['sgd', 'momentum', 'adam'] as const;
export type OptimizerName = (typeof OPTIMIZERS)[number];

/** How weights are changed at each step. */
export interface OptimizerSettings {
  name: OptimizerName;
  /** Largest learning rate. */
  rate: number;
  /**
   * `constant`; `cosine`: rises for `warmUp` steps, then falls along half a cosine to a hundredth; `one-cycle`: rises in a straight line for
   * `warmUp` steps, then falls in a straight line to a hundredth (Smith, 2018). `constant` if not given.
   */
  schedule?: 'constant' | 'cosine' | 'one-cycle';
  /** Steps until the largest rate; 0 if not given. */
  warmUp?: number;
  /** Kernels shrink by rate × decay at each step (Loshchilov and Hutter, 2019); 0 if not given. */
  decay?: number;
}

const MOMENTUM = 0.9;

export function createOptimizer({ name, rate }: Pick<OptimizerSettings, 'name' | 'rate'>): Optimizer {
  switch (name) {
    case 'sgd':
      return train.sgd(rate);
    case 'momentum':
      return disposingAll(train.momentum(rate, MOMENTUM, true));
    case 'adam':
      return train.adam(rate);
  }
}

/** The library's momentum forgets the tensor of its rate when it is disposed of. */
function disposingAll(optimizer: Optimizer): Optimizer {
  const dispose = optimizer.dispose.bind(optimizer);
  optimizer.dispose = () => {
    dispose();
    (optimizer as unknown as { c: Tensor }).c.dispose();
  };
  return optimizer;
}

/** The learning rate of step 0, 1, … of `steps`; a run that is shorter than its recipe's warms up for half of its steps at most. */
export function rateAt({ rate, schedule = 'constant', warmUp: usual = 0 }: OptimizerSettings, step: number, steps: number): number {
  if (schedule === 'constant') return rate;
  const warmUp = Math.min(usual, Math.floor(steps / 2));
  if (step < warmUp) return (rate * (step + 1)) / warmUp;
  const done = (step - warmUp) / Math.max(1, steps - warmUp);
  const left = schedule === 'cosine' ? 0.5 * (1 + Math.cos(Math.PI * done)) : 1 - done;
  return rate * (0.01 + 0.99 * left);
}

/** Optimizers read their rate at each step; only some offer a setter. */
export function setRate(optimizer: Optimizer, rate: number): void {
  if ('setLearningRate' in optimizer) (optimizer as Optimizer & { setLearningRate(rate: number): void }).setLearningRate(rate);
  else (optimizer as unknown as { learningRate: number }).learningRate = rate;
}

/** What the library's Adam keeps beside its moments: β₁ and β₂ to the power of the steps so far, and one more. */
interface AdamPowers {
  beta1: number;
  beta2: number;
  accBeta1: Variable;
  accBeta2: Variable;
}

/** Brings back what an optimizer's `getWeights` gave, so that it goes on exactly as it would have. */
export async function restoreOptimizer(optimizer: Optimizer, weights: Parameters<Optimizer['setWeights']>[0]): Promise<void> {
  await optimizer.setWeights(weights);
  if (!('accBeta1' in optimizer)) return;
  const { beta1, beta2, accBeta1, accBeta2 } = optimizer as unknown as AdamPowers;
  // the library restores these by raising to the power, which rounds otherwise than its product of each step does
  for (const [beta, power] of [
    [beta1, accBeta1],
    [beta2, accBeta2],
  ] as const) {
    const product = scalar(productOf(beta, optimizer.iterations + 1));
    power.assign(product);
    product.dispose();
  }
}

/** A factor multiplied with itself as float32 numbers are, so many of it. */
function productOf(factor: number, count: number): number {
  let product = Math.fround(factor);
  for (let index = 1; index < count; index++) product = Math.fround(product * Math.fround(factor));
  return product;
}
