import type { OptimizerSettings } from './optimizers.ts';

/** Sets that networks are trained on. */
export const DATASETS = ['mnist', 'cifar10'] as const;
export type DatasetName = (typeof DATASETS)[number];

/** How a network that ships was trained. */
export interface Recipe {
  data: DatasetName;
  /** Zeros around each picture, pixels: MNIST in LeNet's 32×32. */
  border?: number;
  /** Every picture's pixels in one other order, which this seed makes. */
  pixelOrder?: number;
  epochs: number;
  /** Pictures a step. */
  batch: number;
  optimizer: OptimizerSettings;
  /** Share of the wanted probability that is spread over all classes. */
  smoothing?: number;
  /** Running averages of the weights, see TrainingSettings. */
  average?: number;
  /**
   * How pictures are changed: `hand`: MNIST warped, with digits that the project draws and things that are no digits (Pool); `photo`: mirrored
   * and moved.
   */
  change?: 'hand' | 'photo';
}
