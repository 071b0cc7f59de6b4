import { drawSizeFigure } from '../../render/size-figure.ts';
import { job } from '../job.ts';
import { type FigureStyle, rendered } from './figure-style.ts';

/** The padded input, its windows at their strides and what none of them reaches; the numbers come ready. */
export const size = job({
  timeoutMs: 5000,
  cached: true,
  run: (input: { n: number; f: number; p: number; s: number; d: number; output: number; exact: number; unreached: number } & FigureStyle) =>
    rendered(drawSizeFigure(input)),
});
