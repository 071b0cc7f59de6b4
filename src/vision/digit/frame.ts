import { inkBounds } from './normalize.ts';
import type { Box, DigitPreparation } from './preparation.ts';

const SIDE = 28;
/** Ink fainter than this is the soft rim of a stroke. */
const INK = 0.3;

/**
 * Where the 28×28 field that the network sees lies in the photo shown (`steps[0].picture`), in its pixels; fractions, and parts outside,
 * are usual. Strokes that were made thicker or thinner may put it wrong by half a stroke. Without a digit: the whole photo.
 */
export function digitFrame(preparation: DigitPreparation): Box {
  const [{ picture, box }] = preparation.steps as [DigitPreparation['steps'][number]];
  const bounds = preparation.found ? inkBounds({ width: SIDE, height: SIDE, data: preparation.input }, INK) : undefined;
  if (bounds === undefined || box === undefined) return { x: 0, y: 0, width: picture.width, height: picture.height };
  const scale = Math.max(box.width, box.height) / Math.max(bounds.width, bounds.height);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return {
    x: middle.x - (bounds.x + bounds.width / 2) * scale,
    y: middle.y - (bounds.y + bounds.height / 2) * scale,
    width: SIDE * scale,
    height: SIDE * scale,
  };
}
