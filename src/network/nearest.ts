/** Squared Euclidean distance of two vectors of one length. */
function squaredDistance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at]! - b[at]!) ** 2;
  return sum;
}

/** Places of the `count` vectors nearest to the query, nearest first, by Euclidean distance; `except` is left out. */
export function nearestOf(query: Float32Array, vectors: readonly Float32Array[], count: number, except = -1): number[] {
  return vectors
    .map((vector, place) => ({ place, distance: squaredDistance(query, vector) }))
    .filter(({ place }) => place !== except)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ place }) => place);
}

/** Share 0…1 of each vector's nearest neighbors in the set that have its label, over all vectors. */
export function sharedLabels(vectors: readonly Float32Array[], labels: readonly number[], count: number): number {
  const shared = vectors.reduce(
    (sum, vector, place) => sum + nearestOf(vector, vectors, count, place).filter((near) => labels[near] === labels[place]).length,
    0,
  );
  return shared / (count * vectors.length);
}

/** Mean Euclidean distance between the vectors of each two labels 0…count − 1, count × count numbers, row by row; of equal ones without themselves. */
export function meanDistances(vectors: readonly Float32Array[], labels: readonly number[], count: number): Float32Array {
  const sums = new Float64Array(count * count);
  const pairs = new Float64Array(count * count);
  for (let first = 0; first < vectors.length; first++) {
    for (let second = 0; second < vectors.length; second++) {
      if (first === second) continue;
      const at = labels[first]! * count + labels[second]!;
      sums[at]! += Math.sqrt(squaredDistance(vectors[first]!, vectors[second]!));
      pairs[at]! += 1;
    }
  }
  return Float32Array.from(sums, (sum, at) => (pairs[at] === 0 ? 0 : sum / pairs[at]!));
}
