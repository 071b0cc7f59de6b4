/** Pearson's correlation of two lists, −1…1; 0 where one of them is constant. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, squaresA, squaresB] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    const [fromA, fromB] = [a[at]! - meanA, b[at]! - meanB];
    both += fromA * fromB;
    squaresA += fromA ** 2;
    squaresB += fromB ** 2;
  }
  const size = Math.sqrt(squaresA * squaresB);
  return size === 0 ? 0 : both / size;
}
