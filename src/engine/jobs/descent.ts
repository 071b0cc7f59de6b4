import { adamDescent, gradientDescent } from '../../network/descent.ts';
import { type CrossEntropyInput, drawCrossEntropyFigure } from '../../render/cross-entropy-figure.ts';
import {
  type DescentRun,
  drawDescentFigure,
  drawTangentFigure,
  type TangentFigureInput,
  type Verdict,
} from '../../render/descent-figure.ts';
import { formatNumber, withDecimalMark } from '../../render/numbers.ts';
import { figureTexts } from '../../render/texts.ts';
import { drawTwoWeightsFigure } from '../../render/two-weights-figure.ts';
import { job } from '../job.ts';
import { type FigureStyle, rendered } from './figure-style.ts';

/** The curve −ln p with probabilities marked on it. */
export const crossEntropy = job({
  timeoutMs: 5000,
  cached: true,
  run: (input: CrossEntropyInput) => rendered(drawCrossEntropyFigure(input)),
});

/** A loss over one weight with its tangent. */
export const tangent = job({
  timeoutMs: 5000,
  cached: true,
  run: (input: TangentFigureInput) => rendered(drawTangentFigure(input)),
});

export interface DescentInput extends FigureStyle {
  /** The loss is c·w², its gradient 2c·w. */
  curvature: number;
  start: number;
  /** A run each, with so many steps. */
  runs: { rate: number; steps: number }[];
}

/** Runs that keep more than this share of the weight at every step are slow, or swing for long. */
const SLOW = 0.7;

/** Gradient descent on a parabola at several learning rates. */
export const descent = job({
  timeoutMs: 5000,
  cached: true,
  run({ curvature, start, runs, language, theme }: DescentInput) {
    const gradient = ([w]: readonly number[]) => [2 * curvature * w!];
    const drawn = runs.map(({ rate, steps }): DescentRun => {
      const weights = gradientDescent(gradient, [start], { rate, steps }).map(([w]) => w!);
      return { rate, weights, verdict: verdictOn(weights[1]! / weights[0]!) };
    });
    return rendered(drawDescentFigure({ curvature, runs: drawn, language, theme }));
  },
});

/** By what each step leaves of the weight. */
function verdictOn(factor: number): Verdict {
  if (Math.abs(factor) >= 1) return 'diverges';
  if (Math.abs(factor) <= SLOW) return 'good';
  return factor > 0 ? 'slow' : 'zigzag';
}

export interface TwoWeightsJobInput extends FigureStyle {
  /** The loss is (a·w₁² + b·w₂²)/2. */
  curvatures: [number, number];
  start: [number, number];
  runs: { optimizer: 'sgd' | 'adam'; rate: number; steps: number }[];
}

/** The ways of SGD and Adam over a loss of two weights. */
export const twoWeights = job({
  timeoutMs: 5000,
  cached: true,
  run({ curvatures, start, runs, language, theme }: TwoWeightsJobInput) {
    const t = figureTexts(language);
    const gradient = (weights: readonly number[]) => weights.map((weight, index) => curvatures[index]! * weight);
    const paths = runs.map(({ optimizer, rate, steps }) => ({
      name: t(`two-weights-${optimizer}`, { rate: withDecimalMark(formatNumber(rate, 3), language), steps }),
      points: (optimizer === 'sgd' ? gradientDescent : adamDescent)(gradient, start, { rate, steps }),
    }));
    return rendered(drawTwoWeightsFigure({ curvatures, paths, language, theme }));
  },
});
