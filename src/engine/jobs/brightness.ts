import { brightnessPlaces } from '../../vision/brightness-places.ts';
import { decodePicture } from '../../vision/decode.ts';
import { filterPicture } from '../../vision/filter-picture.ts';
import { job } from '../job.ts';
import { type ConvolveInput, filterOf, windowOf } from './convolve.ts';

/** Means over rectangles need no more pixels than this. */
const MAX_WORKING_PIXELS = 1_000_000;

/** How bright a photo is before and after a filter, place by place. */
export const brightness = job({
  timeoutMs: 20_000,
  cached: true,
  async run(input: ConvolveInput) {
    const filter = filterOf(input.kernel, input.flip);
    const { picture } = await decodePicture(input.bytes, { maxPixels: MAX_WORKING_PIXELS });
    return { places: brightnessPlaces(picture, filterPicture(picture, filter, windowOf(filter, input), input).picture) };
  },
});
