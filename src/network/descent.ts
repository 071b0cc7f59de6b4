/** The gradient of a loss at some weights: as many numbers as there are weights. */
export type Gradient = (weights: readonly number[]) => number[];

export interface Descent {
  /** The learning rate. */
  rate: number;
  steps: number;
}

/** Gradient descent, w ← w − η·g: the start and the weights after each step. */
export function gradientDescent(gradient: Gradient, start: readonly number[], { rate, steps }: Descent): number[][] {
  const path = [[...start]];
  for (let step = 0; step < steps; step++) {
    const weights = path.at(-1)!;
    const slopes = gradient(weights);
    path.push(weights.map((weight, index) => weight - rate * slopes[index]!));
  }
  return path;
}

/** Adam's memory of gradients and of their squares, and what keeps its division from zero: the paper's and every library's defaults. */
const MEMORY = 0.9;
const SQUARE_MEMORY = 0.999;
const EPSILON = 1e-8;

/**
 * Adam (Kingma and Ba, 2015): m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η·m̂/(√v̂ + ε) with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ).
 * @returns the start and the weights after each step
 */
export function adamDescent(gradient: Gradient, start: readonly number[], { rate, steps }: Descent): number[][] {
  const path = [[...start]];
  const means = start.map(() => 0);
  const squares = start.map(() => 0);
  for (let step = 1; step <= steps; step++) {
    const weights = path.at(-1)!;
    const slopes = gradient(weights);
    path.push(
      weights.map((weight, index) => {
        const slope = slopes[index]!;
        means[index] = MEMORY * means[index]! + (1 - MEMORY) * slope;
        squares[index] = SQUARE_MEMORY * squares[index]! + (1 - SQUARE_MEMORY) * slope ** 2;
        const mean = means[index]! / (1 - MEMORY ** step);
        const square = squares[index]! / (1 - SQUARE_MEMORY ** step);
        return weight - (rate * mean) / (Math.sqrt(square) + EPSILON);
      }),
    );
  }
  return path;
}
