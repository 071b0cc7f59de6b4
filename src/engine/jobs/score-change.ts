import { gradient } from '../../network/attribution/gradient.ts';
import { targetValues } from '../../network/attribution/target.ts';
import { drawPanels } from '../../render/panels/panels-figure.ts';
import { figureTexts } from '../../render/texts.ts';
import { job } from '../job.ts';
import { networks } from '../networks.ts';
import { type FigureStyle, rendered } from './figure-style.ts';
import { preparedDigit, SIDE, seenOf } from './seen-digit.ts';

export interface ScoreChangeInput extends FigureStyle {
  bytes: Uint8Array;
  /** Whose score. */
  digit: number;
  /** A chart each; rows and columns of the 28×28 picture count from 0. */
  pixels: { row: number; column: number }[];
}

/** A pixel is made brighter by so many tenths, one after the other. */
const TENTHS = 10;

/** How a digit's score changes as one pixel gets brighter, and what the gradient foretold. */
export const scoreChange = job({
  timeoutMs: 20_000,
  cached: true,
  async run({ bytes, digit, pixels, language, theme }: ScoreChangeInput) {
    const t = figureTexts(language);
    const { layers } = (await networks()).digits;
    const seen = seenOf(await preparedDigit(bytes));
    const [map] = gradient(layers, [seen], { class: digit }) as [Float32Array];
    const panels = pixels.map(({ row, column }) => {
      const at = row * SIDE + column;
      if (map[at] === undefined) throw new RangeError('there is no such pixel');
      const moved = Array.from({ length: TENTHS }, (_, step) =>
        seen.map((value, pixel) => (pixel === at ? value + (step + 1) / TENTHS : value)),
      );
      const [score, ...scores] = targetValues(layers, [seen, ...moved], { class: digit }) as [number, ...number[]];
      return {
        kind: 'curves' as const,
        caption: t('change-pixel', { row: row + 1, column: column + 1 }),
        x: t('change-tenths'),
        y: t('change-score', { digit }),
        series: [
          { name: t('change-foretold'), points: moved.map((_, step) => score + (map[at]! * (step + 1)) / TENTHS) },
          { name: t('change-measured'), points: scores },
        ],
      };
    });
    return { figure: await rendered(drawPanels({ panels, language, theme })) };
  },
});
