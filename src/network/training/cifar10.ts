import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { fileReason } from '../file-reason.ts';
import type { LabeledPictures } from './dataset.ts';

/** What CIFAR-10 shows, in the order of its labels (Krizhevsky, 2009). */
export const CIFAR10_CLASSES = ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck'] as const;

const SIDE = 32;
const PIXELS = SIDE * SIDE;
const BYTES = 3 * PIXELS; // of one picture
/** Sprite sheets: 40 pictures a row, 25 rows. */
const SHEET = { columns: 40, pictures: 1000 };
const FILE = { pictures: 10_000 };

/**
 * Reads one half of CIFAR-10: 32×32 pictures in color.
 * @param folder holds its binary files (`data_batch_1.bin` … `data_batch_5.bin`, `test_batch.bin`), or JPEG sheets of 1,000 pictures in 40
 * columns (`train-00.jpg`, …, `test-09.jpg`) with `train-labels.bin` and `test-labels.bin`
 * @param limit reads no more than so many pictures
 * @throws where a file is missing or is not what its name says
 */
export async function loadCifar10(folder: string, half: 'train' | 'test', limit = Number.POSITIVE_INFINITY): Promise<LabeledPictures> {
  const sheets = await readFile(join(folder, `${half}-labels.bin`)).catch(() => undefined);
  const count = Math.min(limit, half === 'train' ? 50_000 : 10_000);
  const set = {
    count,
    height: SIDE,
    width: SIDE,
    channels: 3 as const,
    images: new Uint8Array(count * BYTES),
    labels: new Uint8Array(count),
  };
  if (sheets === undefined) await readBinary(folder, half, set);
  else await readSheets(folder, half, sheets, set);
  const foreign = set.labels.findIndex((label) => label >= CIFAR10_CLASSES.length);
  if (foreign >= 0) throw new Error(`${folder}: picture ${foreign} has the label ${set.labels[foreign]}, and CIFAR-10 has only 0 to 9`);
  return set;
}

/** Whether a folder holds CIFAR-10's files, in one of both formats, by the first of them. */
export async function holdsCifar10(folder: string): Promise<boolean> {
  const found = await Promise.all(
    ['data_batch_1.bin', 'train-labels.bin'].map((name) =>
      access(join(folder, name)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}

/** The file's bytes, or an error that names it. */
const bytesOf = (path: string) =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? `${path} is missing` : `${path} cannot be read: ${fileReason(error)}`);
  });

/** A label, then 1,024 red, 1,024 green and 1,024 blue values, picture after picture. */
async function readBinary(folder: string, half: 'train' | 'test', set: LabeledPictures): Promise<void> {
  for (let first = 0; first < set.count; first += FILE.pictures) {
    const path = join(folder, half === 'train' ? `data_batch_${first / FILE.pictures + 1}.bin` : 'test_batch.bin');
    const bytes = await bytesOf(path);
    if (bytes.length !== FILE.pictures * (BYTES + 1))
      throw new Error(`${path} has ${bytes.length} bytes instead of ${FILE.pictures * (BYTES + 1)}`);
    for (let k = 0; k < FILE.pictures && first + k < set.count; k++) {
      const from = k * (BYTES + 1);
      set.labels[first + k] = bytes[from]!;
      const to = (first + k) * BYTES;
      for (let channel = 0; channel < 3; channel++)
        for (let at = 0; at < PIXELS; at++) set.images[to + at * 3 + channel] = bytes[from + 1 + channel * PIXELS + at]!;
    }
  }
}

async function readSheets(folder: string, half: 'train' | 'test', labels: Buffer, set: LabeledPictures): Promise<void> {
  if (labels.length < set.count) throw new Error(`${folder}/${half}-labels.bin has ${labels.length} labels instead of ${set.count}`);
  set.labels.set(labels.subarray(0, set.count));
  for (let first = 0; first < set.count; first += SHEET.pictures) {
    const path = join(folder, `${half}-${String(first / SHEET.pictures).padStart(2, '0')}.jpg`);
    const { data, info } = await sharp(await bytesOf(path))
      .raw()
      .toBuffer({ resolveWithObject: true })
      .catch((error: Error) => {
        throw new Error(`${path} cannot be read: ${fileReason(error)}`);
      });
    const row = SHEET.columns * SIDE * 3;
    if (info.width !== SHEET.columns * SIDE || info.channels !== 3 || info.height * SHEET.columns < SHEET.pictures * SIDE)
      throw new Error(`${path} has ${info.width}×${info.height} pixels: no sheet of ${SHEET.pictures} pictures`);
    for (let k = 0; k < SHEET.pictures && first + k < set.count; k++) {
      const corner = Math.floor(k / SHEET.columns) * SIDE * row + (k % SHEET.columns) * SIDE * 3;
      for (let y = 0; y < SIDE; y++)
        set.images.set(data.subarray(corner + y * row, corner + y * row + SIDE * 3), (first + k) * BYTES + y * SIDE * 3);
    }
  }
}
