import { formatNumber, powerText } from './numbers.ts';
import { niceTicks, powerAxis } from './panels/ticks.ts';

/** What a network that guesses pays for each of ten digits: ln 10. */
export const GUESS_LOSS = Math.log(10);
/** Losses above this need tenfold ticks: one that ran away would press all others flat. */
const MOST_LINEAR = 25;
/** Smaller losses are drawn as this one where ticks are tenfold. */
const LEAST = 1e-4;

export interface LossAxis {
  low: number;
  high: number;
  ticks: number[];
  /** Where a loss stands between low and high. */
  height(loss: number): number;
  write(tick: number): string;
}

/** An axis from 0 to `most`; where that is too much, one of powers of ten from the least of the losses. */
export function lossAxis(losses: readonly number[], most: number): LossAxis {
  if (most <= MOST_LINEAR) {
    const ticks = niceTicks(0, most, 5);
    return { low: ticks[0]!, high: ticks.at(-1)!, ticks, height: (loss) => loss, write: (tick) => formatNumber(tick, 4) };
  }
  const inside = (loss: number) => Math.max(LEAST, loss);
  return { ...powerAxis(inside(Math.min(...losses)), most), height: (loss) => Math.log10(inside(loss)), write: powerText };
}

/** Where the loss that ran away was largest; nowhere if it became no number at once. */
export function largestLoss(losses: readonly number[]): { step: number; loss: number } | undefined {
  const loss = Math.max(0, ...losses.filter(Number.isFinite));
  return loss > 2 * GUESS_LOSS ? { step: losses.indexOf(loss) + 1, loss } : undefined;
}
