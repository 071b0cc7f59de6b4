import { channelsLayout, drawChannelsFigure } from '../../render/channels-figure.ts';
import { paddingFor } from '../../vision/convolution.ts';
import { decodePicture } from '../../vision/decode.ts';
import { BANK_SIDE, type BankName, bankFilter, featureMaps } from '../../vision/filter-bank.ts';
import type { Plane } from '../../vision/picture.ts';
import { resizePicture } from '../../vision/resize.ts';
import { job } from '../job.ts';
import { type FigureStyle, renderedPhoto } from './figure-style.ts';

export interface ChannelsInput extends FigureStyle {
  bytes: Uint8Array;
  filters: BankName[];
  stride: number;
  padding: 'valid' | 'same' | number;
  /** Of the layer; counted by the lessons' arithmetic. */
  parameters: number;
}

/** Photos are worked on at this size at most, pixels; larger ones are shrunk, and the reply says so. */
const MAX_WORKING_PIXELS = 1_000_000;

/** One photo through a bank of color filters: its channels, the filters' weights and the feature maps. */
export const channels = job({
  timeoutMs: 20_000,
  cached: true,
  async run({ bytes, filters, stride, padding, parameters, language, theme }: ChannelsInput) {
    const { picture, original, frames } = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
    const bank = filters.map(bankFilter);
    // the same zeros on each side at every stride: the odd one of an even size cannot occur, filters are 3×3
    const { top } = paddingFor(padding, { height: BANK_SIDE, width: BANK_SIDE });
    const maps = featureMaps(picture, bank, { stride, padding: top });
    const ranges = maps.map(rangeOf);
    const layout = channelsLayout(picture, maps[0]!, maps.length);
    const photo = layout.photo.width < picture.width ? await resizePicture(picture, layout.photo) : picture;
    const shape = { input: [3, picture.height, picture.width], output: [maps.length, maps[0]!.height, maps[0]!.width] };
    const figure = drawChannelsFigure({ layout, photo, bank, maps, ranges, shape, stride, padding: top, parameters, language, theme });
    return {
      figure: await renderedPhoto(figure),
      ...shape,
      padding: top,
      ranges,
      gray: picture.channels === 1,
      original,
      shrunk: original.width !== picture.width || original.height !== picture.height,
      frames,
    };
  },
});

/** Smallest and largest number of a map, to two decimals. */
function rangeOf({ data }: Plane): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < data.length; index++) {
    const value = data[index]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [Math.round(low * 100) / 100, Math.round(high * 100) / 100];
}
