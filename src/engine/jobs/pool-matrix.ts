import { poolFormula, windowFormula } from '../../render/pool-formula.ts';
import { drawPoolMatrixFigure } from '../../render/pool-matrix-figure.ts';
import { type Pooling, poolMatrix as poolNumbers } from '../../vision/pool-picture.ts';
import { job } from '../job.ts';
import { type FigureStyle, rendered } from './figure-style.ts';

/** A typed matrix, pooled exactly and drawn with its numbers. */
export const poolMatrix = job({
  timeoutMs: 10_000,
  cached: true,
  async run({ input, pooling, language, theme }: { input: number[][]; pooling: Pooling } & FigureStyle) {
    const pooled = poolNumbers(input, pooling);
    const figure = drawPoolMatrixFigure({ input, pooling, ...pooled, language, theme });
    const { output } = pooled;
    const formulas = [
      poolFormula('H', input.length, output.length, pooling),
      poolFormula('W', input[0]!.length, output[0]!.length, pooling),
    ];
    return { figure: await rendered(figure), formulas, firstWindow: windowFormula(input, 0, 0, output[0]![0]!, pooling), ...pooled };
  },
});
