import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as letMessagesIn } from 'node:timers/promises';
import { projectRoot } from '../../project-root.ts';
import { firstOf, type LabeledPictures } from './dataset.ts';
import { createDigitPool } from './pool.ts';
import { createRandom } from './random.ts';

/** The most digits of a set, so many that drawing them takes seconds: they are kept in a file. */
export const MOST_DRAWN = 4000;
/** So few are drawn anew each time. */
const FEW = 400;
/** Drawn between two looks at whether anyone still wants them. */
const PIECE = 100;
const SIDE = 28;
const PIXELS = SIDE * SIDE;
/** Goes up when the drawing changes: files of an older one are not taken. */
const VERSION = 1;

interface Watch {
  /** Share of the digits that are drawn, 0…1. */
  onProgress?(fraction: number): void;
  /** `false` ends the drawing; what is there by then is given. */
  goesOn?(): boolean;
}

/**
 * The first `count` digits of the set that a seed makes, as people write and print them, 28×28: the same ones on every machine.
 * @param folder where whole sets are kept; one that cannot be written to only costs time
 * @throws RangeError above MOST_DRAWN
 */
export async function drawnSet(
  count: number,
  seed: number,
  { onProgress, goesOn }: Watch = {},
  folder = join(projectRoot, 'data/drawn-digits'),
): Promise<LabeledPictures> {
  if (count > MOST_DRAWN) throw new RangeError(`a drawn set has ${MOST_DRAWN} digits at most`);
  const file = join(folder, `${VERSION}-${seed}.bin`);
  const kept = await readFile(file).catch(() => undefined);
  // a file that was cut off is drawn anew
  if (kept?.length === MOST_DRAWN * (PIXELS + 1)) return firstOf(setOf(new Uint8Array(kept)), count);
  const wanted = count <= FEW ? count : MOST_DRAWN;
  const bytes = new Uint8Array(wanted * (PIXELS + 1));
  const random = createRandom(seed);
  let drawn = 0;
  while (drawn < wanted && goesOn?.() !== false) {
    const piece = createDigitPool(Math.min(PIECE, wanted - drawn), random);
    bytes.set(piece.images, drawn * PIXELS);
    bytes.set(piece.labels, wanted * PIXELS + drawn);
    drawn += piece.count;
    onProgress?.(drawn / wanted);
    await letMessagesIn();
  }
  if (drawn === MOST_DRAWN) await keep(folder, file, bytes).catch(() => undefined);
  return firstOf(setOf(bytes), Math.min(count, drawn));
}

function setOf(bytes: Uint8Array): LabeledPictures {
  const count = bytes.length / (PIXELS + 1);
  const images = bytes.subarray(0, count * PIXELS);
  return { count, height: SIDE, width: SIDE, channels: 1, images, labels: bytes.subarray(count * PIXELS) };
}

/** Written beside and renamed, so that a reader never finds half a set. */
async function keep(folder: string, file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const part = `${file}.${process.pid}.part`;
  await writeFile(part, bytes);
  await rename(part, file);
}
