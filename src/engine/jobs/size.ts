import { drawSizeFigure, type SizeFigureInput } from '../../render/size-figure.ts';
import { job } from '../job.ts';
import { rendered } from './figure-style.ts';

/** Figures of sizes: the padded grid, strips of each axis, how often cells are used, chains of layers; the numbers come ready. */
export const size = job({
  timeoutMs: 5000,
  cached: true,
  run: (input: SizeFigureInput) => rendered(drawSizeFigure(input)),
});
