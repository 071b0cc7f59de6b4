import type { Picture } from './picture.ts';

/** The picture's pixels in another order, always the same one for a seed and a size (Fisher and Yates; numbers from mulberry32). */
export function shufflePixels({ width, height, channels, data }: Picture, seed: number): Picture {
  const random = mulberry32(seed);
  const order = Uint32Array.from({ length: width * height }, (_, index) => index);
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  const shuffled = new Uint8Array(data.length);
  order.forEach((from, to) => {
    for (let channel = 0; channel < channels; channel++) shuffled[to * channels + channel] = data[from * channels + channel]!;
  });
  return { width, height, channels, data: shuffled };
}

/** Numbers in 0…1, the same on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
