import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { loadPictureFolder } from '../../../src/network/training/picture-folder.ts';
import { temporaryFolders } from '../../helpers/temporary-folder.ts';

const temporaryFolder = temporaryFolders();
const CLASSES = ['cat', 'dog'];

const png = (color: string, width = 4, height = 4) =>
  sharp({ create: { width, height, channels: 3, background: color } })
    .png()
    .toBuffer();

/** Writes files into a new folder; texts are file contents, `red` and `blue` pictures of that color. */
async function folderOf(files: Record<string, 'red' | 'blue' | Uint8Array | string>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content === 'red' || content === 'blue' ? await png(content) : content);
  }
  return folder;
}

const load = (
  folder: string,
  warnings: string[] = [],
  shape: { height: number; width: number; channels: 1 | 3 } = { height: 2, width: 2, channels: 3 },
) => loadPictureFolder({ folder, classes: CLASSES, ...shape, seed: 1, onWarning: (sentence) => warnings.push(sentence) });

describe('a folder of pictures by class', () => {
  it('is read with its own test pictures, fitted to the network', async () => {
    const folder = await folderOf({
      'train/cat/a.png': 'red',
      'train/cat/b.PNG': 'red',
      'train/cat/notes.txt': 'left alone',
      'train/Dog/c.png': 'blue',
      'test/cat/d.png': 'red',
      'test/dog/e.png': 'blue',
    });
    const { train, test } = await load(folder);
    expect(train).toMatchObject({ count: 3, height: 2, width: 2, channels: 3 });
    for (const { count, images, labels } of [train, test])
      for (let at = 0; at < count; at++)
        expect([...images.subarray(at * 12, at * 12 + 3)]).toEqual(labels[at] === 0 ? [255, 0, 0] : [0, 0, 255]);
    expect([...test.labels].sort()).toEqual([0, 1]);
  });

  it('without test pictures keeps a sixth of each class for testing, the same ones for the same seed', async () => {
    const names = Array.from({ length: 12 }, (_, index) => String(index));
    const grays = await Promise.all(names.map((_, index) => png(`rgb(${index},${index},${index})`)));
    const folder = await folderOf(
      Object.fromEntries(CLASSES.flatMap((name, label) => names.map((file, index) => [`${name}/${label}${file}.png`, grays[index]!]))),
    );
    const { train, test } = await load(folder, [], { height: 4, width: 4, channels: 1 });
    expect([train.count, test.count]).toEqual([20, 4]);
    const valuesOf = ({ count, images, labels }: typeof train) =>
      Array.from({ length: count }, (_, at) => 100 * labels[at]! + images[at * 16]!);
    const all = [...valuesOf(train), ...valuesOf(test)].sort((a, b) => a - b);
    expect(all).toEqual([...names.map(Number), ...names.map((name) => 100 + Number(name))]);
    expect(valuesOf((await load(folder, [], { height: 4, width: 4, channels: 1 })).test)).toEqual(valuesOf(test));
  });

  it('cuts pictures to the network’s shape around the middle', async () => {
    const stripes = await sharp({ create: { width: 12, height: 4, channels: 3, background: 'red' } })
      .composite([{ input: await png('blue', 4, 4), left: 4, top: 0 }])
      .png()
      .toBuffer();
    const folder = await folderOf({ 'cat/a.png': stripes, 'cat/b.png': stripes, 'dog/a.png': stripes, 'dog/b.png': stripes });
    const { train } = await load(folder);
    for (let at = 0; at < train.images.length; at += 3) expect([...train.images.subarray(at, at + 3)]).toEqual([0, 0, 255]);
  });

  it('leaves out what cannot be read, and names it', async () => {
    const warnings: string[] = [];
    const folder = await folderOf({
      'cat/a.png': 'red',
      'cat/b.png': 'red',
      'cat/broken.jpg': Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3),
      'cat/empty.png': '',
      'dog/a.png': 'blue',
      'dog/b.png': 'blue',
      'dog/text.png': 'hello',
      'horse/a.png': 'red',
    });
    expect((await load(folder, warnings)).train.count).toBe(2);
    expect(warnings.map((warning) => warning.replace(`${folder}/`, ''))).toEqual([
      "horse is left out: horse is none of the network's classes",
      'cat/broken.jpg is left out: it is damaged, or of a format that is not read',
      'cat/empty.png is left out: the file is empty',
      'dog/text.png is left out: it is no picture',
    ]);
  });

  it('is refused when a class is missing, empty or unreadable, or too much is damaged', async () => {
    const folder = await folderOf({ 'cat/a.png': 'red', 'cat/b.png': 'red' });
    await expect(load(folder)).rejects.toThrow(`${folder} has no folder for the class dog; the network's classes are cat, dog`);
    await mkdir(join(folder, 'dog'));
    await expect(load(folder)).rejects.toThrow(`${join(folder, 'dog')} has no pictures (.png or .jpg)`);
    await writeFile(join(folder, 'dog', 'a.png'), 'no picture');
    await expect(load(folder)).rejects.toThrow(`none of the pictures in ${join(folder, 'dog')} can be read`);
    await writeFile(join(folder, 'dog', 'b.png'), await png('blue'));
    await expect(load(folder)).rejects.toThrow('the class dog needs two pictures, one of them to test with');
    for (const name of ['c', 'd', 'e']) await writeFile(join(folder, 'dog', `${name}.png`), 'no picture');
    await expect(load(folder)).rejects.toThrow(`4 of 7 pictures in ${folder} cannot be read: that is too many to go on`);
    await rm(join(folder, 'cat'), { recursive: true });
    await rm(join(folder, 'dog'), { recursive: true });
    await expect(load(folder)).rejects.toThrow(`${folder} has no folder for the classes cat, dog`);
  });
});
