import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** An idx file of 28×28 pictures, the label being every pixel's value. */
export function idxImages(labels: readonly number[]): Buffer {
  const header = Buffer.alloc(16);
  [0x803, labels.length, 28, 28].forEach((value, index) => {
    header.writeUInt32BE(value, 4 * index);
  });
  return Buffer.concat([header, ...labels.map((label) => Buffer.alloc(784, label))]);
}

/** An idx file of labels. */
export function idxLabels(labels: readonly number[]): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(0x801, 0);
  header.writeUInt32BE(labels.length, 4);
  return Buffer.concat([header, Buffer.from(labels)]);
}

/** Writes one half of a set in MNIST's form. */
export async function writeMnist(folder: string, half: 'train' | 't10k', labels: readonly number[], packed = true): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of [
    [`${half}-images-idx3-ubyte`, idxImages(labels)],
    [`${half}-labels-idx1-ubyte`, idxLabels(labels)],
  ] as const)
    await writeFile(join(folder, packed ? `${name}.gz` : name), packed ? gzipSync(bytes) : bytes);
}
