/** How a ReLU passes a gradient back. */
export type ReluRule = 'plain' | 'deconvnet' | 'guided';

/**
 * What goes on backwards through a ReLU. Plain backpropagation: where its input was above 0. Deconvnet (Zeiler and Fergus, 2013): where the
 * gradient is above 0. Guided backpropagation (Springenberg et al., 2014): where both are.
 * @param input what went into the ReLU in the forward pass
 * @param above the gradient that comes from above, as many numbers
 */
export function reluBackward(rule: ReluRule, input: readonly number[], above: readonly number[]): number[] {
  return above.map((gradient, at) => {
    const open = rule === 'deconvnet' || input[at]! > 0;
    const wanted = rule === 'plain' || gradient > 0;
    return open && wanted ? gradient : 0;
  });
}

/** One hidden layer with ReLU and one score: S = Σ_k outs_k · relu(Σ_i weights_ki · x_i + biases_k). */
export interface TinyNetwork {
  /** hidden × inputs */
  weights: readonly (readonly number[])[];
  biases: readonly number[];
  outs: readonly number[];
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** The hidden units' sums, before ReLU. */
export const hiddenSums = ({ weights, biases }: TinyNetwork, x: readonly number[]): number[] =>
  weights.map((row, unit) => biases[unit]! + sumOf(row.map((weight, at) => weight * x[at]!)));

export const tinyScore = (network: TinyNetwork, x: readonly number[]): number =>
  sumOf(hiddenSums(network, x).map((sum, unit) => network.outs[unit]! * Math.max(0, sum)));

/** ∂S/∂x_i = Σ over the open units (sum above 0) of outs_k · weights_ki. */
export function inputGradient(network: TinyNetwork, x: readonly number[]): number[] {
  const sums = hiddenSums(network, x);
  return x.map((_, at) => sumOf(network.weights.map((row, unit) => (sums[unit]! > 0 ? network.outs[unit]! * row[at]! : 0))));
}

/** A pixel's saliency: max over channels of |∂S/∂x| (Simonyan et al., 2013). */
export const saliencyOf = (channels: readonly number[]): number => Math.max(...channels.map(Math.abs));

/**
 * Gradient of a softmax probability from those of the scores: ∂p_c/∂x = p_c · (g_c − Σ_k p_k·g_k).
 * @param scoreGradients g_k = ∂S_k/∂x of each class's score
 */
export const probabilityGradient = (probabilities: readonly number[], scoreGradients: readonly number[], of: number): number =>
  probabilities[of]! * (scoreGradients[of]! - sumOf(probabilities.map((p, k) => p * scoreGradients[k]!)));

/** What the gradient foretells: S(x + Δ) ≈ S(x) + Σ_i ∂S/∂x_i · Δ_i. Exact as long as no ReLU opens or closes on the way. */
export const foretoldScore = (score: number, gradient: readonly number[], change: readonly number[]): number =>
  score + sumOf(gradient.map((slope, at) => slope * change[at]!));

/** Pixels that are surely object (at `high` or above), surely background (at `low` or below), and neither. */
export function countSeeds(
  saliency: readonly number[],
  low: number,
  high: number,
): { object: number; background: number; unknown: number } {
  const object = saliency.filter((value) => value >= high).length;
  const background = saliency.filter((value) => value <= low).length;
  return { object, background, unknown: saliency.length - object - background };
}
