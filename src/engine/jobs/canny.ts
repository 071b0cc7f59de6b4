import { encodeGif } from '../../render/animation/gif.ts';
import { stageSize, stagesScene } from '../../render/animation/stages-scene.ts';
import { cannyCaption, cannyLayout, drawCannyFigure } from '../../render/canny-figure.ts';
import { type CannyChoice, type CannyStage, cannyStages } from '../../vision/canny-stages.ts';
import { decodePicture } from '../../vision/decode.ts';
import type { Picture } from '../../vision/picture.ts';
import { resizePicture, shrinkKeepingLines } from '../../vision/resize.ts';
import { job, type Rendered } from '../job.ts';
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
    const shrunk = await shrinkStages(stages, (stage) => (stage === 'edges' ? layout.large : layout.small));
    const { sigma } = choice;
    const figure = drawCannyFigure({
      stages: shrunk,
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

/** The same stages one after the other, as a GIF. */
export const cannyAnimation = job({
  timeoutMs: 30_000,
  cached: true,
  async run({ bytes, language, theme, ...choice }: { bytes: Uint8Array } & CannyChoice & FigureStyle, { onProgress }) {
    const { picture, original, frames } = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
    const { stages, ...found } = cannyStages(picture, choice);
    const shrunk = await shrinkStages(stages, () => stageSize(picture));
    const captions = (Object.entries(shrunk) as [CannyStage, Picture][]).map(([stage, shown]) => ({
      picture: shown,
      caption: cannyCaption(stage, language),
    }));
    const { bytes: encoded, width, height } = await encodeGif(stagesScene({ stages: captions, language, theme }), onProgress);
    const figure: Rendered = { bytes: encoded, type: 'image/gif', width, height };
    return {
      figure,
      ...found,
      edgePixels: found.strong + found.kept,
      input: { width: picture.width, height: picture.height },
      original,
      shrunk: original.width !== picture.width,
      frames,
    };
  },
});

/** Each stage at the size it is drawn; smaller ones stay as they are. */
async function shrinkStages(
  stages: Record<CannyStage, Picture>,
  sizeOf: (stage: CannyStage) => { width: number; height: number },
): Promise<Record<CannyStage, Picture>> {
  const shrunk = await Promise.all(
    (Object.entries(stages) as [CannyStage, Picture][]).map(async ([stage, full]) => {
      const size = sizeOf(stage);
      if (size.width >= full.width) return [stage, full] as const;
      return [stage, LINES.has(stage) ? shrinkKeepingLines(full, size) : await resizePicture(full, size)] as const;
    }),
  );
  return Object.fromEntries(shrunk) as Record<CannyStage, Picture>;
}
