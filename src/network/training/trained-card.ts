import type { NetworkCard } from '../loaded-network.ts';
import type { Evaluation } from './evaluate.ts';
import type { Recipe } from './recipe.ts';

/** What a network of our own says of itself: what it is, how it was trained, and what was measured. */
export interface TrainedCard extends NetworkCard {
  /** What it learned from: a set (`mnist`, `cifar10`), `drawn` digits, or `pictures` in a folder. */
  data: string;
  recipe: Recipe;
  seed: number;
  epochs: number;
  steps: number;
  threads: number;
  backend: string;
  /** Time that training took, without measuring. */
  minutes: number;
  /** Mean loss of each epoch. */
  losses: number[];
  /** Share of right answers to each epoch's batches, as they were learned from, 0…1; null where it is not known. */
  batchAccuracies?: (number | null)[];
  /** Accuracy after each epoch on the first test pictures, 0…1; null where it was not measured. */
  testAccuracies?: (number | null)[];
  /** How many pictures there were to learn from, and to test on. */
  pictures?: { train: number; test: number };
  train: Pick<Evaluation, 'accuracy' | 'loss'>;
  test: Pick<Evaluation, 'accuracy' | 'loss'>;
  /** confusion[label][answer]: of the test pictures. */
  confusion: number[][];
  /** Repeats the run. */
  command: string;
}
