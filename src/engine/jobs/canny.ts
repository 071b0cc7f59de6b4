import { cannyLayout, drawCannyFigure } from '../../render/canny-figure.ts';
import { type CannyChoice, type CannyStage, cannyStages } from '../../vision/canny-stages.ts';
import { decodePicture } from '../../vision/decode.ts';
import type { Picture } from '../../vision/picture.ts';
import { resizePicture, shrinkKeepingLines } from '../../vision/resize.ts';
import { job } from '../job.ts';
import { type FigureStyle, renderedPhoto } from './figure-style.ts';

/** More pixels show no other edges, and take longer. */
const MAX_WORKING_PIXELS = 1_000_000;
/** Stages of thin lines on black, which an average would fade. */
const LINES: ReadonlySet<CannyStage> = new Set(['thin', 'thresholds', 'edges']);

/** Edges of a photo by Canny's method, all stages on one sheet. */
export const canny = job({
  timeoutMs: 20_000,
  cached: true,
  async run({ bytes, language, theme, ...choice }: { bytes: Uint8Array } & CannyChoice & FigureStyle) {
    const { picture, original, frames } = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
    const { stages, ...found } = cannyStages(picture, choice);
    const layout = cannyLayout(picture);
    const shrunk = await Promise.all(
      (Object.entries(stages) as [CannyStage, Picture][]).map(async ([stage, full]) => {
        const size = stage === 'edges' ? layout.large : layout.small;
        if (size.width >= full.width) return [stage, full] as const;
        return [stage, LINES.has(stage) ? shrinkKeepingLines(full, size) : await resizePicture(full, size)] as const;
      }),
    );
    const { sigma } = choice;
    const figure = drawCannyFigure({
      stages: Object.fromEntries(shrunk) as Record<CannyStage, Picture>,
      layout,
      sigma,
      low: found.low,
      high: found.high,
      white: found.white,
      language,
      theme,
    });
    return {
      figure: await renderedPhoto(figure),
      ...found,
      edgePixels: found.strong + found.kept,
      input: { width: picture.width, height: picture.height },
      original,
      shrunk: original.width !== picture.width,
      frames,
    };
  },
});
