import { normalizeInk } from '../../vision/digit/normalize.ts';
import type { Plane } from '../../vision/picture.ts';
import { digitSkeletons } from './digit-skeletons.ts';
import { drawPrinted, drawPrintedLetter, registerFonts } from './fonts.ts';
import { drawOutlier } from './outliers.ts';
import type { Random } from './random.ts';
import { drawStrokes, randomHand } from './strokes.ts';

/** Label of what is no digit: the network is taught to give all ten digits the same probability there. */
export const NO_DIGIT = 255;

/** Prepared pictures, count × 28×28 bytes, with their labels (0…9 or NO_DIGIT). */
export interface Pool {
  count: number;
  images: Uint8Array;
  labels: Uint8Array;
}

const DRAWING_SIDE = 84; // pixels
const PRINTED_SHARE = 0.2;
const LETTER_SHARE = 0.3;

/** Draws digits as people write and print them, and brings each into the network's form by the very preparation that photos get. */
export function createDigitPool(count: number, random: Random): Pool {
  const families = registerFonts();
  return fillPool(count, () => {
    const digit = random.below(10);
    const ink = random.chance(PRINTED_SHARE)
      ? drawPrinted(String(digit), random.pick(families), DRAWING_SIDE, random)
      : drawStrokes(random.pick(digitSkeletons[digit]!), randomHand(random), DRAWING_SIDE, random);
    return { ink, label: digit };
  });
}

/** Draws what is no digit, prepared in the same way. */
export function createOutlierPool(count: number, random: Random): Pool {
  const families = registerFonts();
  return fillPool(count, () => ({
    ink: random.chance(LETTER_SHARE) ? drawPrintedLetter(random.pick(families), DRAWING_SIDE, random) : drawOutlier(DRAWING_SIDE, random),
    label: NO_DIGIT,
  }));
}

function fillPool(count: number, draw: () => { ink: Plane; label: number }): Pool {
  const images = new Uint8Array(count * 784);
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; ) {
    const { ink, label } = draw();
    const digit = normalizeInk(ink);
    if (!digit) continue; // a drawing without ink
    const at = i * 784;
    for (let k = 0; k < 784; k++) images[at + k] = digit.centered.data[k]! * 255;
    labels[i++] = label;
  }
  return { count, images, labels };
}
