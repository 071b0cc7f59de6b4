import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { fileReason } from '../file-reason.ts';
import type { LabeledPictures } from './dataset.ts';

const IMAGES_MAGIC = 0x803; // idx: unsigned bytes, 3 axes
const LABELS_MAGIC = 0x801; // idx: unsigned bytes, 1 axis

const SIDE = 28;
const CLASSES = 10;

/**
 * Reads one half of MNIST from its original idx files, gzipped or not: 28×28 values, 255 = ink.
 * @param folder holds `train-images-idx3-ubyte.gz` (or without `.gz`) and its three companions
 * @throws where a file is missing or is not what its name says
 */
export async function loadMnist(folder: string, half: 'train' | 't10k'): Promise<LabeledPictures> {
  const images = await readIdx(folder, `${half}-images-idx3-ubyte`, IMAGES_MAGIC, 16);
  const labels = await readIdx(folder, `${half}-labels-idx1-ubyte`, LABELS_MAGIC, 8);
  const { count } = images;
  if (images.sides.some((side) => side !== SIDE)) throw new Error(`${images.path} holds pictures of ${images.sides.join('×')}, not 28×28`);
  if (count !== labels.count) throw new Error(`${folder}: ${count} images and ${labels.count} labels do not belong together`);
  for (const { path, values, wanted } of [
    { ...images, wanted: count * SIDE * SIDE },
    { ...labels, wanted: count },
  ])
    if (values.length !== wanted) throw new Error(`${path} is incomplete: ${values.length} values instead of ${wanted}`);
  const foreign = labels.values.findIndex((label) => label >= CLASSES);
  if (foreign >= 0)
    throw new Error(`${labels.path}: picture ${foreign} has the label ${labels.values[foreign]}, and MNIST has only 0 to 9`);
  return { count, height: SIDE, width: SIDE, channels: 1, images: images.values, labels: labels.values };
}

/** Whether a folder holds MNIST's files, by the first of them. */
export async function holdsMnist(folder: string): Promise<boolean> {
  return (await findIdx(folder, 'train-images-idx3-ubyte')) !== undefined;
}

async function findIdx(folder: string, name: string): Promise<string | undefined> {
  for (const path of [join(folder, `${name}.gz`), join(folder, name)]) {
    const found = await access(path).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  return undefined;
}

async function readIdx(folder: string, name: string, magic: number, header: number) {
  const path = await findIdx(folder, name);
  if (path === undefined) throw new Error(`${folder} has no file ${name}.gz (or ${name})`);
  const bytes = await readFile(path).then(unzipped, (error: Error) => {
    throw new Error(`${path} cannot be read: ${fileReason(error)}`);
  });
  if (bytes === undefined) throw new Error(`${path} cannot be unpacked: it is damaged or incomplete`);
  if (bytes.length < header || bytes.readUInt32BE(0) !== magic) throw new Error(`${path} is not an idx file of the expected kind`);
  const sides = Array.from({ length: header / 4 - 2 }, (_, axis) => bytes.readUInt32BE(8 + 4 * axis));
  return { path, count: bytes.readUInt32BE(4), sides, values: new Uint8Array(bytes.subarray(header)) };
}

/** By what the file begins with, whatever it is called; undefined where it is damaged. */
async function unzipped(bytes: Buffer): Promise<Buffer | undefined> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return promisify(gunzip)(bytes).catch(() => undefined);
}
