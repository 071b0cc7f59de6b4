import { GifWriter } from 'omggif';
import { chooseColors } from '../../vision/quantize.ts';
import type { Figure } from '../figure.ts';
import type { Rect } from '../sheet.ts';
import type { Scene } from './scene.ts';

/** A GIF's palette; its last entry stands for "as in the frame before". */
const COLORS = 256;
const UNCHANGED = COLORS - 1;
/** A GIF's clock, milliseconds. */
const TICK_MS = 10;
/** The compressor writes at most twelve bits for a pixel, and a length byte before every 255. */
const WORST_BYTES_PER_PIXEL = 1.55;
/** A frame's own headers, and the palette with the file's. */
const FRAME_BYTES = 64;
const FILE_BYTES = 1024;

export interface Gif {
  bytes: Uint8Array;
  width: number;
  height: number;
  /** Frames that differ from the one before. */
  frames: number;
}

/**
 * A scene as a GIF that repeats for ever. All frames share one palette, and each holds only what changed since the one before, so that a window that
 * moves over a large picture costs little. The same scene always gives the same bytes.
 * @param onProgress is told how much is done, 0…1
 */
export async function encodeGif(scene: Scene, onProgress: (fraction: number) => void = () => undefined): Promise<Gif> {
  const { width, height } = scene;
  const palette = await choosePalette(scene);
  const toIndex = createIndexer(palette);
  let output = new Uint8Array(FILE_BYTES);
  const writer = new GifWriter(output, width, height, { loop: 0, palette });
  let shown: Figure | undefined;
  let waiting: { change: Change; ms: number } | undefined;
  let frames = 0;

  function write(): void {
    if (waiting === undefined) return;
    const { change, ms } = waiting;
    const used = writer.getOutputBufferPosition();
    const needed = used + Math.ceil(change.pixels.length * WORST_BYTES_PER_PIXEL) + FRAME_BYTES;
    if (needed > output.length) {
      const larger = new Uint8Array(Math.max(needed, output.length * 2));
      larger.set(output.subarray(0, used));
      output = larger;
      writer.setOutputBuffer(output);
    }
    const delay = Math.round(ms / TICK_MS);
    // the writer reads by index: a typed array does as well as the list that its types ask for
    const pixels = change.pixels as unknown as number[];
    writer.addFrame(change.x, change.y, change.width, change.height, pixels, { delay, disposal: 1, transparent: UNCHANGED });
    frames += 1;
  }

  for (let index = 0; index < scene.frames; index++) {
    const figure = scene.draw(index);
    const change = changeBetween(shown, figure, toIndex);
    // a frame like the one before only makes that one stay longer
    if (change === undefined && waiting !== undefined) waiting.ms += scene.duration(index);
    else if (change !== undefined) {
      write();
      waiting = { change, ms: scene.duration(index) };
    }
    shown = figure;
    onProgress((index + 1) / scene.frames);
    // lets the progress go out
    await new Promise((resolve) => setImmediate(resolve));
  }
  write();
  return { bytes: output.slice(0, writer.end()), width, height, frames };
}

/** 256 colors: the exact ones first, then those that stand best for the first, a middle and the last frame. */
async function choosePalette(scene: Scene): Promise<number[]> {
  const exact = [...new Set(scene.exact.map((color) => Number.parseInt(color.slice(1), 16)))];
  const indexes = new Set([0, Math.floor(scene.frames / 2), scene.frames - 1]);
  const sampled = new Uint8Array(indexes.size * scene.width * scene.height * 3);
  let at = 0;
  for (const index of indexes) {
    sampled.set(scene.draw(index).data, at);
    at += scene.width * scene.height * 3;
  }
  const free = COLORS - 1 - exact.length;
  const chosen = (await chooseColors(sampled, free)).filter((color) => !exact.includes(color));
  const palette = [...exact, ...chosen].slice(0, COLORS - 1);
  return [...palette, ...new Array<number>(COLORS - palette.length).fill(0)];
}

/** Finds the nearest color of the palette; what was asked once is remembered. */
function createIndexer(palette: readonly number[]): (red: number, green: number, blue: number) => number {
  const known = new Int16Array(1 << 24).fill(-1);
  return (red, green, blue) => {
    const color = (red << 16) | (green << 8) | blue;
    if (known[color]! < 0) known[color] = nearest(palette, red, green, blue);
    return known[color]!;
  };
}

function nearest(palette: readonly number[], red: number, green: number, blue: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < UNCHANGED; index++) {
    const color = palette[index]!;
    const r = red - (color >> 16);
    const g = green - ((color >> 8) & 255);
    const b = blue - (color & 255);
    // the eye tells greens apart best and blues worst
    const distance = 2 * r * r + 4 * g * g + b * b;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

interface Change extends Rect {
  /** Index into the palette for each pixel of the rectangle. */
  pixels: Uint8Array;
}

/** The least rectangle that holds all changed pixels, the others in it marked as unchanged; undefined when there are none. */
function changeBetween(
  before: Figure | undefined,
  after: Figure,
  toIndex: (red: number, green: number, blue: number) => number,
): Change | undefined {
  const rect = before === undefined ? { x: 0, y: 0, width: after.width, height: after.height } : changedRect(before, after);
  if (rect === undefined) return undefined;
  const { data } = after;
  const pixels = new Uint8Array(rect.width * rect.height);
  let to = 0;
  for (let y = rect.y; y < rect.y + rect.height; y++) {
    let at = (y * after.width + rect.x) * 3;
    for (let x = 0; x < rect.width; x++, at += 3, to++) {
      const old = before?.data;
      const same = old !== undefined && old[at] === data[at] && old[at + 1] === data[at + 1] && old[at + 2] === data[at + 2];
      pixels[to] = same ? UNCHANGED : toIndex(data[at]!, data[at + 1]!, data[at + 2]!);
    }
  }
  return { ...rect, pixels };
}

function changedRect(before: Figure, after: Figure): Rect | undefined {
  const { width, height } = after;
  const line = width * 3;
  const row = (data: Uint8Array, y: number) => data.subarray(y * line, (y + 1) * line);
  const differs = (y: number) => Buffer.compare(row(before.data, y), row(after.data, y)) !== 0;
  let top = 0;
  while (top < height && !differs(top)) top++;
  if (top === height) return undefined;
  let bottom = height;
  while (!differs(bottom - 1)) bottom--;
  let left = width;
  let right = 0;
  for (let y = top; y < bottom; y++) {
    const [old, fresh] = [row(before.data, y), row(after.data, y)];
    let first = 0;
    while (first < left * 3 && old[first] === fresh[first]) first++;
    left = Math.min(left, Math.floor(first / 3));
    let last = line - 1;
    while (last >= right * 3 && old[last] === fresh[last]) last--;
    right = Math.max(right, Math.floor(last / 3) + 1);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
