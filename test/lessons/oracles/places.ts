interface Sliding {
  n: number;
  f: number;
  p?: number;
  s?: number;
  d?: number;
}

/** Puts the window down place by place, as on paper, and counts the places where it lies on the padded input. */
export function slidingPlaces({ n, f, p = 0, s = 1, d = 1 }: Sliding): number {
  let places = 0;
  for (let start = -p; start + d * (f - 1) <= n - 1 + p; start += s) places++;
  return places;
}

/** Columns of the padded input behind the last window. */
export function behindLast({ n, f, p = 0, s = 1 }: Sliding): number {
  const last = -p + (slidingPlaces({ n, f, p, s }) - 1) * s + f - 1;
  return n - 1 + p - last;
}
