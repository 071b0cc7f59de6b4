import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePicture } from '../../vision/decode.ts';
import { cropPicture } from '../../vision/digit/resample.ts';
import { toGray } from '../../vision/gray.ts';
import type { Picture } from '../../vision/picture.ts';
import { Problem } from '../../vision/problem.ts';
import { resizePicture } from '../../vision/resize.ts';
import { fileReason } from '../file-reason.ts';
import type { LabeledPictures } from './dataset.ts';
import { createRandom, shuffledOrder } from './random.ts';

export interface PictureFolder {
  /** Holds a folder of pictures for each class, or folders `train` and perhaps `test` that do. */
  folder: string;
  classes: readonly string[];
  height: number;
  width: number;
  channels: 1 | 3;
  /** Makes the order of the pictures, and which are kept for testing where there is no `test`. */
  seed: number;
  /** A file or folder that is left out, and why, in one sentence. */
  onWarning?(sentence: string): void;
}

/** The pictures that are learned from and those that are only tested on. */
export interface Halves {
  train: LabeledPictures;
  test: LabeledPictures;
}

const PICTURE_FILE = /\.(png|jpe?g|webp|gif|bmp|avif|tiff?)$/i;
/** Larger pictures are shrunk to this while they are decoded, pixels. */
const DECODED_PIXELS = 512 * 512;
/** More files that cannot be read, as a share of all, are no accident; a few are, however small the folder is. */
const BAD_SHARE = 0.1;
const BAD_FEW = 3;
/** Of each class, where there is no folder `test`. */
const TEST_SHARE = 1 / 6;

interface Labeled {
  label: number;
  pixels: Uint8Array;
}

/**
 * Reads pictures that lie in a folder a class. Each is fitted to the network's input: cut to its shape around the middle, then resized; gray or
 * in color as the input is. The order is mixed.
 * @throws Error in one sentence where a class is missing or empty, or too many files cannot be read
 */
export async function loadPictureFolder(settings: PictureFolder): Promise<Halves> {
  const { folder, seed } = settings;
  const below = await foldersIn(folder);
  const train = await readClasses(below.includes('train') ? join(folder, 'train') : folder, settings);
  if (below.includes('test')) {
    const test = await readClasses(join(folder, 'test'), settings);
    return { train: packed(train, settings, seed), test: packed(test, settings, seed + 1) };
  }
  const kept = train.map((pictures, label) => {
    if (pictures.length < 2)
      throw new Error(`${folder}: the class ${settings.classes[label]} needs two pictures, one of them to test with`);
    const order = shuffledOrder(pictures.length, createRandom(seed + label));
    const mixed = Array.from(order, (at) => pictures[at]!);
    const tests = Math.max(1, Math.round(pictures.length * TEST_SHARE));
    return { test: mixed.slice(0, tests), train: mixed.slice(tests) };
  });
  const halfOf = (half: 'train' | 'test') => kept.map((pictures) => pictures[half]);
  return { train: packed(halfOf('train'), settings, seed), test: packed(halfOf('test'), settings, seed + 1) };
}

/** Whether a folder looks as if it held pictures by class: it has folders. */
export const holdsFolders = async (folder: string): Promise<boolean> => (await foldersIn(folder)).length > 0;

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? `there is no folder ${folder}` : `${folder} cannot be read: ${fileReason(error)}`);
  });
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
}

/** The pictures of each class. */
async function readClasses(root: string, settings: PictureFolder): Promise<Labeled[][]> {
  const { classes, onWarning } = settings;
  const names = await foldersIn(root);
  const folderOf = classes.map((wanted) => names.find((name) => name === wanted) ?? names.find((name) => same(name, wanted)));
  const missing = classes.filter((_, label) => folderOf[label] === undefined);
  if (missing.length > 0) {
    const all = missing.length === classes.length ? '' : `; the network's classes are ${classes.join(', ')}`;
    throw new Error(`${root} has no folder for ${missing.length === 1 ? 'the class' : 'the classes'} ${missing.join(', ')}${all}`);
  }
  for (const name of names.filter((candidate) => !folderOf.includes(candidate)).sort())
    onWarning?.(`${join(root, name)} is left out: ${name} is none of the network's classes`);
  const count = { files: 0, bad: 0 };
  const pictures: Labeled[][] = [];
  for (const [label, name] of folderOf.entries()) pictures.push(await readClass(join(root, name!), label, settings, count));
  if (count.bad > Math.max(BAD_FEW, BAD_SHARE * count.files))
    throw new Error(`${count.bad} of ${count.files} pictures in ${root} cannot be read: that is too many to go on`);
  const empty = pictures.findIndex(({ length }) => length === 0);
  if (empty >= 0) throw new Error(`none of the pictures in ${join(root, folderOf[empty]!)} can be read`);
  return pictures;
}

const same = (name: string, wanted: string) => name.toLowerCase() === wanted.toLowerCase();

async function readClass(
  folder: string,
  label: number,
  settings: PictureFolder,
  count: { files: number; bad: number },
): Promise<Labeled[]> {
  const files = (await readdir(folder)).filter((name) => PICTURE_FILE.test(name)).sort();
  if (files.length === 0) throw new Error(`${folder} has no pictures (.png or .jpg)`);
  const pictures: Labeled[] = [];
  for (const name of files) {
    const path = join(folder, name);
    count.files++;
    try {
      const { picture } = await decodePicture(await readFile(path), { maxPixels: DECODED_PIXELS });
      pictures.push({ label, pixels: (await fitted(picture, settings)).data });
    } catch (error) {
      count.bad++;
      settings.onWarning?.(`${path} is left out: ${whyUnreadable(error as Error)}`);
    }
  }
  return pictures;
}

function whyUnreadable(error: Error): string {
  if (!(error instanceof Problem)) return error.message;
  switch (error.learner.id) {
    case 'picture-empty':
      return 'the file is empty';
    case 'picture-too-many-pixels':
      return 'it is too large';
    case 'picture-not-a-picture':
      return 'it is no picture';
    default:
      return 'it is damaged, or of a format that is not read';
  }
}

/** Cut around the middle to the shape that is wanted, resized, and gray or in color. */
async function fitted(picture: Picture, { height, width, channels }: PictureFolder): Promise<Picture> {
  const scale = Math.min(picture.width / width, picture.height / height);
  const cut = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const corner = { x: Math.floor((picture.width - cut.width) / 2), y: Math.floor((picture.height - cut.height) / 2) };
  const cropped = cropPicture(picture, { ...corner, ...cut });
  const resized = cut.width === width && cut.height === height ? cropped : await resizePicture(cropped, { width, height });
  if (resized.channels === channels) return resized;
  return channels === 1 ? toGray(resized) : inThreeChannels(resized);
}

function inThreeChannels({ width, height, data }: Picture): Picture {
  return { width, height, channels: 3, data: Uint8Array.from({ length: 3 * data.length }, (_, at) => data[Math.floor(at / 3)]!) };
}

function packed(pictures: Labeled[][], { height, width, channels }: PictureFolder, seed: number): LabeledPictures {
  const all = pictures.flat();
  const size = height * width * channels;
  const images = new Uint8Array(all.length * size);
  const labels = new Uint8Array(all.length);
  shuffledOrder(all.length, createRandom(seed)).forEach((from, to) => {
    images.set(all[from]!.pixels, to * size);
    labels[to] = all[from]!.label;
  });
  return { count: all.length, height, width, channels, images, labels };
}
