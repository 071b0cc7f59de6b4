import sharp from 'sharp';

const COLUMNS = 6;
/** Wide enough to see what is cut or overlaps, pixels. */
const THUMBNAIL = 360;
const GAP = 16;
/** JPEG holds no longer side, pixels. */
const MAX_HEIGHT = 60_000;

/** All pictures as one JPEG, in columns that are filled evenly; of an animation the frame in its middle. */
export async function contactSheet(files: readonly string[]): Promise<Buffer> {
  const bottoms = new Array<number>(COLUMNS).fill(GAP);
  const placed: { input: Buffer; left: number; top: number }[] = [];
  for (const file of files) {
    const { pages = 1 } = await sharp(file).metadata();
    const { data, info } = await sharp(file, { page: Math.floor(pages / 2) })
      .resize({ width: THUMBNAIL })
      .flatten({ background: '#ffffff' })
      .png()
      .toBuffer({ resolveWithObject: true });
    const column = bottoms.indexOf(Math.min(...bottoms));
    if (bottoms[column]! + info.height + GAP > MAX_HEIGHT) break;
    placed.push({ input: data, left: GAP + column * (THUMBNAIL + GAP), top: bottoms[column]! });
    bottoms[column]! += info.height + GAP;
  }
  const width = GAP + COLUMNS * (THUMBNAIL + GAP);
  return sharp({ create: { width, height: Math.max(...bottoms), channels: 3, background: '#d5dbe1' } })
    .composite(placed)
    .jpeg({ quality: 85 })
    .toBuffer();
}
