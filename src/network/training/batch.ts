/** One step's pictures, size × height × width × channels values in the network's range, and the probabilities wanted, size × classes. */
export interface Batch {
  size: number;
  images: Float32Array;
  targets: Float32Array;
}

export interface Batches {
  stepsPerEpoch: number;
  /** The batch of step 0, 1, 2, …: the same for the same step, so that a run that was interrupted goes on as it would have. */
  at(step: number): Batch;
}
