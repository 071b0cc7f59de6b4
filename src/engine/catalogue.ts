import type { Job } from './job.ts';
import { animateGrid } from './jobs/animate-grid.ts';
import { animatePhoto } from './jobs/animate-photo.ts';
import { askOne, askTwo, listNetworks } from './jobs/ask-networks.ts';
import { brightness } from './jobs/brightness.ts';
import { canny, cannyAnimation } from './jobs/canny.ts';
import { cellValues } from './jobs/cell-values.ts';
import { channels } from './jobs/channels.ts';
import { classTemplatesJob } from './jobs/class-templates.ts';
import { classify } from './jobs/classify.ts';
import { convolve, convolveResult } from './jobs/convolve.ts';
import { convolveMatrix } from './jobs/convolve-matrix.ts';
import { costs } from './jobs/costs.ts';
import { crossEntropy, descent, tangent, twoWeights } from './jobs/descent.ts';
import { dreams } from './jobs/dreams.ts';
import { formula } from './jobs/formula.ts';
import { gradientMaps } from './jobs/gradient-maps.ts';
import { harris } from './jobs/harris.ts';
import { kernels } from './jobs/kernels.ts';
import { network } from './jobs/network.ts';
import { networkLayersJob } from './jobs/network-layers.ts';
import { networkTiles } from './jobs/network-tiles.ts';
import { occlusion, occlusionAnimation } from './jobs/occlusion.ts';
import { orientations } from './jobs/orientations.ts';
import { panels } from './jobs/panels.ts';
import { pool } from './jobs/pool.ts';
import { poolMatrix } from './jobs/pool-matrix.ts';
import { progress } from './jobs/progress.ts';
import { receptive, receptivePhoto } from './jobs/receptive.ts';
import { saliencyCut } from './jobs/saliency-cut.ts';
import { scoreChange } from './jobs/score-change.ts';
import { size } from './jobs/size.ts';
import { stepCard } from './jobs/step-card.ts';
import { workerProcess } from './jobs/worker-process.ts';

/** Every job by its name. Only workers load this file; the chat's process takes its types. */
export const jobs = {
  convolve,
  'convolve-result': convolveResult,
  'convolve-matrix': convolveMatrix,
  channels,
  pool,
  'pool-matrix': poolMatrix,
  'cell-values': cellValues,
  brightness,
  'step-card': stepCard,
  'animate-grid': animateGrid,
  'animate-photo': animatePhoto,
  size,
  costs,
  receptive,
  'receptive-photo': receptivePhoto,
  canny,
  'canny-animation': cannyAnimation,
  harris,
  orientations,
  kernels,
  classify,
  'list-networks': listNetworks,
  'ask-network': askOne,
  'ask-two-networks': askTwo,
  network,
  'class-templates': classTemplatesJob,
  'network-layers': networkLayersJob,
  'network-tiles': networkTiles,
  occlusion,
  'occlusion-animation': occlusionAnimation,
  'gradient-maps': gradientMaps,
  'score-change': scoreChange,
  'saliency-cut': saliencyCut,
  dreams,
  'cross-entropy': crossEntropy,
  descent,
  tangent,
  'two-weights': twoWeights,
  formula,
  panels,
  progress,
  'worker-process': workerProcess,
};

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = (typeof jobs)[Name] extends Job<infer Input, infer _Output> ? Input : never;
export type JobOutput<Name extends JobName> = (typeof jobs)[Name] extends Job<infer _Input, infer Output> ? Output : never;
