/** Curvatures of the two weights that the runs are over, and how much gradients of batches scatter. */
const CURVATURES = [1, 0.3];
const SCATTER = 0.15;
/** A run that has left the chart is not followed further: so many times the loss that it began with. */
const OFF_THE_CHART = 2.4;

/**
 * The mean loss after each step of SGD on a loss Σ aw²/2 whose gradients scatter from batch to batch (Zhang et al., 2019, the noisy quadratic model):
 * E[w²] ← (1 − ηa)²·E[w²] + η²σ². The start comes first; a run that diverges ends where it leaves the chart.
 */
export function lossCurve(rate: number, steps: number): number[] {
  const squares = CURVATURES.map(() => 1);
  const loss = () => squares.reduce((sum, square, index) => sum + (CURVATURES[index]! * square) / 2, 0);
  const losses = [loss()];
  while (losses.length <= steps) {
    squares.forEach((square, index) => {
      squares[index] = (1 - rate * CURVATURES[index]!) ** 2 * square + (rate * SCATTER ** 0.5) ** 2;
    });
    if (loss() > OFF_THE_CHART * losses[0]!) break;
    losses.push(loss());
  }
  return losses;
}
