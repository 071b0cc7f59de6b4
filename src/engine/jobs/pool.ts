import { drawPoolFigure, poolLayout } from '../../render/pool-figure.ts';
import { poolFormula } from '../../render/pool-formula.ts';
import { decodePicture } from '../../vision/decode.ts';
import type { Picture } from '../../vision/picture.ts';
import { type Pooling, poolPicture } from '../../vision/pool-picture.ts';
import { resizePicture } from '../../vision/resize.ts';
import { job } from '../job.ts';
import { type FigureStyle, renderedPhoto } from './figure-style.ts';

/** Photos are pooled at this size at most, pixels (a screen of 1920×1080 is whole); larger ones are shrunk, and the reply says so. */
const MAX_WORKING_PIXELS = 2_100_000;

/** A photo before and after pooling. */
export const pool = job({
  timeoutMs: 20_000,
  cached: true,
  async run({ bytes, pooling, language, theme }: { bytes: Uint8Array; pooling: Pooling } & FigureStyle) {
    const { picture, original, frames } = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
    const { output, unreachedRows, unreachedColumns } = poolPicture(picture, pooling);
    const layout = poolLayout(picture, output, pooling);
    const shrunk = layout.before.width < picture.width ? await resizePicture(picture, layout.before) : picture;
    const figure = drawPoolFigure({ layout, before: picture, shrunk, after: output, pooling, language, theme });
    return {
      figure: await renderedPhoto(figure),
      channels: picture.channels,
      input: { width: picture.width, height: picture.height },
      output: { width: output.width, height: output.height },
      formulas: [poolFormula('H', picture.height, output.height, pooling), poolFormula('W', picture.width, output.width, pooling)],
      unreachedRows,
      unreachedColumns,
      constant: constantColor(picture),
      original,
      shrunk: original.width !== picture.width || original.height !== picture.height,
      frames,
    };
  },
});

/** The one color of a picture that has only one, as its channels' values. */
function constantColor({ channels, data }: Picture): number[] | undefined {
  const first = [...data.subarray(0, channels)];
  for (let at = 0; at < data.length; at++) if (data[at] !== first[at % channels]) return undefined;
  return first;
}
