import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { LabeledPictures } from './dataset.ts';

const IMAGES_MAGIC = 0x803; // idx: unsigned bytes, 3 axes
const LABELS_MAGIC = 0x801; // idx: unsigned bytes, 1 axis

const SIDE = 28;

/**
 * Reads one half of MNIST from its original gzipped idx files: 28×28 values, 255 = ink.
 * @param folder holds `train-images-idx3-ubyte.gz` and its three companions
 * @throws where a file is missing or is not what its name says
 */
export async function loadMnist(folder: string, half: 'train' | 't10k'): Promise<LabeledPictures> {
  const images = await readIdx(join(folder, `${half}-images-idx3-ubyte.gz`), IMAGES_MAGIC, 16);
  const labels = await readIdx(join(folder, `${half}-labels-idx1-ubyte.gz`), LABELS_MAGIC, 8);
  if (images.count !== labels.count || images.values.length !== images.count * 784 || labels.values.length !== labels.count) {
    throw new Error(`${half}: ${images.count} images and ${labels.count} labels do not belong together`);
  }
  return { count: images.count, height: SIDE, width: SIDE, channels: 1, images: images.values, labels: labels.values };
}

async function readIdx(path: string, magic: number, header: number): Promise<{ count: number; values: Uint8Array }> {
  const bytes = await promisify(gunzip)(await readFile(path));
  if (bytes.length < header || bytes.readUInt32BE(0) !== magic) throw new Error(`${path} is not an idx file of the expected kind`);
  return { count: bytes.readUInt32BE(4), values: new Uint8Array(bytes.subarray(header)) };
}
