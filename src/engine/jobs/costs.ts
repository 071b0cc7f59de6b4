import { type CostFigureInput, drawCostFigure } from '../../render/cost-figure.ts';
import { job } from '../job.ts';
import { rendered } from './figure-style.ts';

/** Parameters and multiplications as bars; the numbers come ready. */
export const costs = job({
  timeoutMs: 5000,
  cached: true,
  run: (input: CostFigureInput) => rendered(drawCostFigure(input)),
});
