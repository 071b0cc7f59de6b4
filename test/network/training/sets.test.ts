import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { loadCifar10 } from '../../../src/network/training/cifar10.ts';
import { findSource } from '../../../src/network/training/data-source.ts';
import { loadMnist } from '../../../src/network/training/mnist.ts';
import { createRandom } from '../../../src/network/training/random.ts';
import { temporaryFolders } from '../../helpers/temporary-folder.ts';
import { idxImages, idxLabels, writeMnist } from './small-mnist.ts';

const temporaryFolder = temporaryFolders();
const BYTES = 3 * 32 * 32;

describe('CIFAR-10', () => {
  it('is the same from binary files and from sheets', async () => {
    const count = 90; // more than two rows of a sheet
    const random = createRandom(4);
    const pictures = Uint8Array.from({ length: count * BYTES }, () => random.below(256));
    const labels = Uint8Array.from({ length: count }, () => random.below(10));

    const binary = await temporaryFolder();
    const records = Buffer.alloc(count * (BYTES + 1));
    for (let k = 0; k < count; k++) {
      records[k * (BYTES + 1)] = labels[k]!;
      for (let at = 0; at < BYTES; at++) records[k * (BYTES + 1) + 1 + at] = pictures[k * BYTES + (at % 1024) * 3 + Math.floor(at / 1024)]!;
    }
    await writeFile(join(binary, 'test_batch.bin'), records);
    await truncate(join(binary, 'test_batch.bin'), 10_000 * (BYTES + 1));

    const sheets = await temporaryFolder();
    const sheet = Buffer.alloc(1280 * 800 * 3);
    for (let k = 0; k < count; k++)
      for (let at = 0; at < BYTES; at++) {
        const [y, x, channel] = [Math.floor(at / 96), Math.floor((at % 96) / 3), at % 3];
        sheet[((Math.floor(k / 40) * 32 + y) * 1280 + (k % 40) * 32 + x) * 3 + channel] = pictures[k * BYTES + at]!;
      }
    // without loss, whatever the name says
    const raw = { width: 1280, height: 800, channels: 3 as const };
    await writeFile(join(sheets, 'test-00.jpg'), await sharp(sheet, { raw }).png({ compressionLevel: 0 }).toBuffer());
    await writeFile(join(sheets, 'test-labels.bin'), labels);

    const fromBinary = await loadCifar10(binary, 'test', count);
    expect(Buffer.compare(fromBinary.images, pictures)).toBe(0);
    expect(fromBinary.labels).toEqual(labels);
    const fromSheets = await loadCifar10(sheets, 'test', count);
    expect({ ...fromSheets, images: Buffer.compare(fromSheets.images, pictures) }).toEqual({ ...fromBinary, images: 0 });
  });

  it('says which file is missing, too short, or no sheet', async () => {
    const folder = await temporaryFolder();
    await expect(loadCifar10(folder, 'train')).rejects.toThrow(`${join(folder, 'data_batch_1.bin')} is missing`);
    await writeFile(join(folder, 'data_batch_1.bin'), 'short');
    await expect(loadCifar10(folder, 'train')).rejects.toThrow('has 5 bytes instead of 30730000');
    await writeFile(join(folder, 'test-labels.bin'), new Uint8Array(10_000));
    await writeFile(join(folder, 'test-00.jpg'), 'no picture');
    await expect(loadCifar10(folder, 'test', 1000)).rejects.toThrow(/test-00\.jpg cannot be read/);
    await writeFile(
      join(folder, 'test-00.jpg'),
      await sharp({ create: { width: 32, height: 32, channels: 3, background: 'red' } })
        .jpeg()
        .toBuffer(),
    );
    await expect(loadCifar10(folder, 'test', 1000)).rejects.toThrow('has 32×32 pixels: no sheet of 1000 pictures');
  });

  it('refuses labels that it does not have', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'test_batch.bin'), Uint8Array.of(10));
    await truncate(join(folder, 'test_batch.bin'), 10_000 * (BYTES + 1));
    await expect(loadCifar10(folder, 'test', 5)).rejects.toThrow('picture 0 has the label 10, and CIFAR-10 has only 0 to 9');
  });
});

describe('MNIST', () => {
  it('is read gzipped or not', async () => {
    const [packed, plain] = [await temporaryFolder(), await temporaryFolder()];
    await writeMnist(packed, 't10k', [7, 2]);
    await writeMnist(plain, 't10k', [7, 2], false);
    const set = await loadMnist(packed, 't10k');
    expect(set).toMatchObject({ count: 2, height: 28, width: 28, channels: 1, labels: Uint8Array.of(7, 2) });
    expect([set.images[0], set.images[784]]).toEqual([7, 2]);
    expect(await loadMnist(plain, 't10k')).toEqual(set);
  });

  it.each([
    ['a file that is missing', {}, /has no file train-labels-idx1-ubyte\.gz \(or train-labels-idx1-ubyte\)/],
    ['a file that was cut off', { labels: gzipSync(idxLabels([1, 2])).subarray(0, 20) }, /labels.* cannot be unpacked/],
    ['another kind of file', { labels: idxImages([1]) }, /labels.* is not an idx file of the expected kind/],
    ['labels of another set', { labels: idxLabels([1, 2, 3]) }, /2 images and 3 labels do not belong together/],
    ['fewer values than it says', { labels: idxLabels([1, 2]).subarray(0, 9) }, /labels.* is incomplete: 1 values instead of 2/],
    ['labels that are no digits', { labels: idxLabels([1, 77]) }, /picture 1 has the label 77, and MNIST has only 0 to 9/],
  ])('says what is wrong with %s', async (_, { labels }: { labels?: Uint8Array }, words) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'train-images-idx3-ubyte'), idxImages([1, 2]));
    if (labels !== undefined) await writeFile(join(folder, 'train-labels-idx1-ubyte'), labels);
    await expect(loadMnist(folder, 'train')).rejects.toThrow(words);
  });

  it('refuses pictures of another size', async () => {
    const folder = await temporaryFolder();
    const images = idxImages([1]);
    images.writeUInt32BE(32, 12);
    await writeFile(join(folder, 'train-images-idx3-ubyte'), images);
    await writeFile(join(folder, 'train-labels-idx1-ubyte'), idxLabels([1]));
    await expect(loadMnist(folder, 'train')).rejects.toThrow('holds pictures of 28×32, not 28×28');
  });
});

describe('what --data names', () => {
  it('is a set, a folder with the set, folders by class, or the word drawn', async () => {
    const folder = await temporaryFolder();
    await writeMnist(join(folder, 'mnist'), 'train', [1]);
    expect(await findSource(folder, 'mnist')).toEqual({ kind: 'set', folder: join(folder, 'mnist') });
    expect(await findSource(join(folder, 'mnist'), 'mnist')).toEqual({ kind: 'set', folder: join(folder, 'mnist') });
    expect(await findSource(folder, 'cifar10')).toEqual({ kind: 'pictures', folder });
    expect(await findSource('drawn', 'mnist')).toEqual({ kind: 'drawn' });
  });

  it('is refused when there is nothing of use', async () => {
    const folder = await temporaryFolder();
    await expect(findSource(join(folder, 'nowhere'), 'mnist')).rejects.toThrow(`there is no folder ${join(folder, 'nowhere')}`);
    await mkdir(join(folder, 'empty'));
    await expect(findSource(join(folder, 'empty'), 'cifar10')).rejects.toThrow(
      'has neither the files of cifar10 (data_batch_1.bin and its companions) nor folders of pictures by class',
    );
  });
});
