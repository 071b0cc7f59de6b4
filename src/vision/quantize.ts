import sharp from 'sharp';

/** Pixels in a row of the picture that the colors are laid out in; only their number matters, not their order. */
const ROW = 1024;
/** Colors of an indexed PNG. */
const PALETTE = 256;

/**
 * The colors that stand best for all of the pixels (libimagequant, which weighs colors by how often they occur); all of their own colors when
 * these are few enough. The same pixels always give the same colors.
 * @param pixels red, green and blue interleaved, 0…255
 * @param count at most so many colors, 2…256
 * @returns colors as 0xRRGGBB
 */
export async function chooseColors(pixels: Uint8Array, count: number): Promise<number[]> {
  const own = colorCounts(pixels, count);
  if (own !== undefined) return [...own.keys()];
  // the last row is filled up with what stands at the beginning
  const height = Math.ceil(pixels.length / 3 / ROW);
  const data = new Uint8Array(height * ROW * 3);
  data.set(pixels);
  data.set(pixels.subarray(0, data.length - pixels.length), pixels.length);
  const indexed = await sharp(data, { raw: { width: ROW, height, channels: 3 } })
    .png({ palette: true, dither: 0, compressionLevel: 0 })
    .toBuffer();
  const chosen = colorCounts(await sharp(indexed).removeAlpha().raw().toBuffer(), PALETTE)!;
  // the library chooses 256 whatever it is asked for: the rarest are let go
  return [...chosen]
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([color]) => color);
}

/** How often each color occurs, in order of their first pixels; undefined when they are more than `limit`. */
function colorCounts(pixels: Uint8Array, limit: number): Map<number, number> | undefined {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 3) {
    const color = (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
    counts.set(color, (counts.get(color) ?? 0) + 1);
    if (counts.size > limit) return undefined;
  }
  return counts;
}
