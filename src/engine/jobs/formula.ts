import sharp from 'sharp';
import type { Theme } from '../../render/figure.ts';
import { drawFormula } from '../../render/formula-figure.ts';
import { encodeJpeg, encodePng } from '../../vision/encode.ts';
import { job, type Rendered } from '../job.ts';

export interface FormulaInput {
  /** LaTeX, a formula each. */
  latex: string[];
  theme: Theme;
  /** A picture of the tutor's own (PNG or JPEG) that the formulas are set above, so that one picture shows both. */
  above?: Uint8Array;
}

/** Formulas as a picture, typeset; with `above` in the type of that picture, else a PNG as wide as a figure. */
export const formula = job({
  timeoutMs: 10_000,
  cached: true,
  async run({ latex, theme, above }: FormulaInput): Promise<Rendered> {
    const picture =
      above === undefined ? undefined : await sharp(above).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
    const drawn = await drawFormula({ latex, theme, ...(picture === undefined ? {} : { width: picture.info.width }) });
    const pixels = await sharp(Buffer.from(drawn.svg)).removeAlpha().toColourspace('srgb').raw().toBuffer();
    const { width } = drawn;
    if (above === undefined || picture === undefined) {
      return {
        bytes: await encodePng({ width, height: drawn.height, channels: 3, data: pixels }),
        type: 'image/png',
        width,
        height: drawn.height,
      };
    }
    const height = drawn.height + picture.info.height;
    const both = { width, height, channels: 3 as const, data: Buffer.concat([pixels, picture.data]) };
    const isJpeg = above[0] === 0xff;
    return { bytes: isJpeg ? await encodeJpeg(both) : await encodePng(both), type: isJpeg ? 'image/jpeg' : 'image/png', width, height };
  },
});
