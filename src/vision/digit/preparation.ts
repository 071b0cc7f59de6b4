import type { Picture } from '../picture.ts';

/** A rectangle of whole pixels: `x`, `y` its first column and row. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One step of a preparation, to be shown. `found`: the photo with the box of the ink; `contrast`: the ink alone, white on black;
 * `box`: the ink fitted into 20×20; `centered`: its center of mass moved to the center of 28×28. */
export interface DigitStep {
  id: 'found' | 'contrast' | 'box' | 'centered';
  picture: Picture;
  /** Where the digit is in `picture`; only in step `found`. */
  box?: Box;
}

/** Why no digit was found: a page without ink, more than one figure, or a figure that no single digit looks like. */
export type NoDigitReason = 'empty' | 'several' | 'not-a-digit';

/** What preparing a photo or drawing gives. `input`, `unprepared`: 28×28 values 0…1, row by row, 1 = ink as in MNIST. */
export type DigitPreparation =
  | { found: true; steps: [DigitStep, DigitStep, DigitStep, DigitStep]; input: Float32Array; unprepared: Float32Array }
  | { found: false; reason: NoDigitReason; steps: DigitStep[]; unprepared: Float32Array };
