import type { LayersModel } from '@tensorflow/tfjs-layers';

/** What a network is given: one picture, height × width × channels. */
export interface NetworkInput {
  height: number;
  width: number;
  /** 1 gray, 3 red, green, blue. */
  channels: 1 | 3;
  /** What a pixel's 0 and 255 become. */
  range: readonly [low: number, high: number];
}

/** A network as it is before any training: its layers, what it is given and what it can answer. */
export interface NetworkDefinition {
  /** Its name in commands and its folder's: `digits-lecture`. */
  id: string;
  input: NetworkInput;
  /** What its outputs stand for, in their order: `0`…`9`, or names such as `airplane`. */
  classes: readonly string[];
  /** The layers with first weights that the seed makes repeatable; the last one gives scores, not probabilities. */
  create(seed: number): LayersModel;
}
