import { normalizeInk } from '../vision/digit/normalize.ts';
import { DIGIT_CLASSES } from './digit-network.ts';
import { digitSkeletons } from './training/digit-skeletons.ts';
import { createRandom } from './training/random.ts';
import { drawStrokes, randomHand } from './training/strokes.ts';

export interface DrawnDigit {
  /** 0…9. */
  label: number;
  /** 28×28 values 0…1, row by row, as the network sees them. */
  input: Float32Array;
}

const DRAWING_SIDE = 84; // pixels

/** Digits drawn as hands write them, every digit equally often, the same ones for the same seed: a set that needs no files. */
export function drawDigits(count: number, seed: number): DrawnDigit[] {
  const random = createRandom(seed);
  const digits: DrawnDigit[] = [];
  while (digits.length < count) {
    const label = digits.length % DIGIT_CLASSES;
    const ink = drawStrokes(random.pick(digitSkeletons[label]!), randomHand(random), DRAWING_SIDE, random);
    const prepared = normalizeInk(ink);
    if (prepared !== undefined) digits.push({ label, input: Float32Array.from(prepared.centered.data) });
  }
  return digits;
}
