import { drawProgressFigure } from '../../render/progress-figure.ts';
import { job } from '../job.ts';
import { rendered } from './figure-style.ts';

/** A learner's progress as a picture. */
export const progress = job({
  timeoutMs: 5000,
  cached: true,
  run: (input: Parameters<typeof drawProgressFigure>[0]) => rendered(drawProgressFigure(input)),
});
