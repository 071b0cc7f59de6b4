import type { Random } from './random.ts';

/** How a picture may be changed without changing what it shows. */
export interface FlipAndShift {
  height: number;
  width: number;
  channels: number;
  /** Moved by up to so many pixels each way; what comes in from outside is black. */
  shift: number;
}

/** Writes a copy that may be mirrored left to right and moved. Values 0…255, height × width × channels. */
export function flipAndShift({ height, width, channels, shift }: FlipAndShift) {
  return (target: Float32Array, source: Uint8Array, random: Random): void => {
    const mirrored = random.chance(0.5);
    const down = random.below(2 * shift + 1) - shift;
    const right = random.below(2 * shift + 1) - shift;
    for (let y = 0; y < height; y++) {
      const fromRow = y - down;
      for (let x = 0; x < width; x++) {
        const moved = x - right;
        const fromColumn = mirrored ? width - 1 - moved : moved;
        const inside = fromRow >= 0 && fromRow < height && moved >= 0 && moved < width;
        const to = (y * width + x) * channels;
        const from = (fromRow * width + fromColumn) * channels;
        for (let channel = 0; channel < channels; channel++) target[to + channel] = inside ? source[from + channel]! : 0;
      }
    }
  };
}
