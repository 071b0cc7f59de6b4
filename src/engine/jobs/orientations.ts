import { drawOrientedFigure, ORIENTATION_COLORS, orientedSize } from '../../render/oriented-figure.ts';
import { decodePicture } from '../../vision/decode.ts';
import { toGray } from '../../vision/gray.ts';
import { orientedBank, orientedMaps, strongestMap } from '../../vision/oriented-bank.ts';
import { planesOf } from '../../vision/planes.ts';
import { resizePicture } from '../../vision/resize.ts';
import { job } from '../job.ts';
import { type FigureStyle, renderedPhoto } from './figure-style.ts';

export interface OrientationsInput extends FigureStyle {
  bytes: Uint8Array;
}

const MAX_WORKING_PIXELS = 1_000_000;

/** One photo through pairs of oriented filters: a column for each orientation, and which of them answers most at each place. */
export const orientations = job({
  timeoutMs: 20_000,
  cached: true,
  async run({ bytes, language, theme }: OrientationsInput) {
    const { picture, original, frames } = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
    // filters a few pixels wide find what is seen at this size
    const size = orientedSize(picture);
    const photo = size.width < picture.width ? await resizePicture(picture, size) : picture;
    const bank = orientedBank(ORIENTATION_COLORS.length);
    const maps = orientedMaps(planesOf(toGray(photo))[0]!, bank);
    const figure = drawOrientedFigure({ photo, bank, maps, strongest: strongestMap(maps), language, theme });
    const sums = maps.map(({ data }) => data.reduce((sum, value) => sum + value, 0));
    const all = sums.reduce((sum, value) => sum + value, 0);
    return {
      figure: await renderedPhoto(figure),
      degrees: bank.map(({ degrees }) => degrees),
      /** How much of all answers each orientation has, 0…1; 0 where nothing answers. */
      shares: sums.map((sum) => (all < photo.width * photo.height ? 0 : sum / all)),
      original,
      shrunk: original.width !== photo.width || original.height !== photo.height,
      frames,
    };
  },
});
