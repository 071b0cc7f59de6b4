import { drawDigitFigure } from '../../render/digit-figure.ts';
import { decodePicture } from '../../vision/decode.ts';
import { prepareDigit, SHOWN_SIDE } from '../../vision/digit/prepare.ts';
import type { Picture } from '../../vision/picture.ts';
import { resizePicture } from '../../vision/resize.ts';
import { job } from '../job.ts';
import { networks } from '../networks.ts';
import { type FigureStyle, rendered } from './figure-style.ts';

/** A digit is large in its photo: more pixels than these add time, not certainty. */
const MAX_WORKING_PIXELS = 1_000_000;

/** A photo or drawing of one digit: prepared as MNIST's digits were, read by the network, and drawn step by step. */
export const classify = job({
  timeoutMs: 10_000,
  cached: true,
  usesNetworks: true,
  async run({ bytes, language, theme }: { bytes: Uint8Array } & FigureStyle) {
    const { picture } = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
    const preparation = prepareDigit(picture, await shrunk(picture, SHOWN_SIDE));
    const { digits } = await networks();
    const answer = await digits.classify(preparation);
    // the network may be unsure of what looked like one digit
    const reason = preparation.found ? ('unsure' as const) : preparation.reason;
    const figure = drawDigitFigure({ steps: preparation.steps, ...answer, ...(answer.digit === null ? { reason } : {}), language, theme });
    return { figure: await rendered(figure), ...answer, reason };
  },
});

/** The library shrinks a photo in a fifth of the time that this process would take. */
function shrunk(picture: Picture, side: number): Promise<Picture> | Picture {
  const scale = side / Math.max(picture.width, picture.height);
  if (scale >= 1) return picture;
  return resizePicture(picture, { width: picture.width * scale, height: picture.height * scale });
}
