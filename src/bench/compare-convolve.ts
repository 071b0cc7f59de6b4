/** `npm run bench -- convolve`, second part: the same work on whole photos by the tutor, by OpenCV.js and by Python's cv2, in turns. */
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import sharp from 'sharp';
import { workerEnvironment } from '../config.ts';
import { projectRoot } from '../project-root.ts';
import { decodePicture } from '../vision/decode.ts';
import { JPEG_QUALITY } from '../vision/encode.ts';
import { filterPicture } from '../vision/filter-picture.ts';
import { withKeptMemory } from '../vision/kept-memory.ts';
import { type Filter, namedFilter } from '../vision/kernels.ts';
import { type CompareRequest, FILTERS, type Greeting, windowFor } from './compare-requests.ts';
import { median } from './median.ts';

const ROUNDS = 9;
const WARM_UP = 3;
/** What is white in the others' pictures of edges; the tutor chooses it by itself. */
const EDGES_WHITE = 300;

interface Side extends Greeting {
  /** Milliseconds for decoding, filtering and encoding. */
  run(request: CompareRequest): Promise<number>;
  stop(): void;
}

/** Prints the ratios of medians; below 1 the tutor is quicker. */
export async function compareConvolve(): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const side = join(projectRoot, 'dist/src/bench/compare-side.js');
  const found = await Promise.all([
    // each as it runs in service
    startSide(process.execPath, [side, 'tutor'], workerEnvironment()),
    startSide(process.execPath, [side, 'opencv-js']),
    startSide('python3', [join(projectRoot, 'src/bench/opencv.py')]),
  ]);
  const sides = found.filter((side) => side !== undefined);
  say('\nDecode, filter, encode a whole photo, each side a process of its own, in turns; ratios: the tutor’s median over theirs.');
  for (const { name, threads } of sides) say(`${name}: ${threads}.`);
  if (found[1] === undefined) say('OpenCV.js is not installed here.');
  if (found[2] === undefined) say('Python has no cv2 here: pip install opencv-python-headless');
  for (const [what, format, [width, height], goal] of [
    ['12-megapixel JPEG', 'jpeg', [4000, 3000], 'below 1×'],
    ['1-megapixel PNG', 'png', [1224, 816], 'at most 1.2×'],
  ] as const) {
    const bytes = await makePhoto(width, height, format);
    const path = join(mkdtempSync(join(tmpdir(), 'tutor-bench-')), `photo.${format}`);
    writeFileSync(path, bytes);
    say(`\n${what}, ${(bytes.length / 1e6).toFixed(1)} MB; goal against cv2: ${goal}`);
    for (const filter of Object.keys(FILTERS) as (keyof typeof FILTERS)[]) {
      const times = await inTurns(sides, { path, filter, format, most: EDGES_WHITE, quality: JPEG_QUALITY });
      const [own, ...others] = times.map(median) as [number, ...number[]];
      const ratios = others.map((time, index) => `${sides[index + 1]!.name} ${time.toFixed(0)} ms: ${(own / time).toFixed(2)}×`);
      say(`${filter.padEnd(10)} tutor ${own.toFixed(0).padStart(4)} ms   ${ratios.join('   ')}`);
    }
  }
  for (const side of sides) side.stop();
  await showGrowth(say);
}

async function inTurns(sides: Side[], request: CompareRequest): Promise<number[][]> {
  const times = sides.map((): number[] => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const [index, side] of sides.entries()) {
      const ms = await side.run(request);
      if (round >= WARM_UP) times[index]!.push(ms);
    }
  }
  return times;
}

/** A process that greets, and then answers a request a line; undefined where it cannot. */
async function startSide(command: string, args: string[], env?: NodeJS.ProcessEnv): Promise<Side | undefined> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], env });
  const gone = new Promise<undefined>((resolve) => {
    for (const event of ['error', 'exit']) child.once(event, () => resolve(undefined));
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => JSON.parse((await lines.next()).value as string);
  const greeting = (await Promise.race([gone, answer().catch(() => undefined)])) as Greeting | undefined;
  if (greeting === undefined) return undefined;
  return {
    ...greeting,
    async run(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return ((await answer()) as { ms: number }).ms;
    },
    stop: () => child.kill(),
  };
}

/** A scene of even areas, slopes, edges and grain, the same every time. */
async function makePhoto(width: number, height: number, format: 'jpeg' | 'png'): Promise<Uint8Array> {
  const data = new Uint8Array(width * height * 3);
  let state = 1;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      // Marsaglia's xorshift: grain as a camera's
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      const grain = (state & 7) - 3.5;
      const [across, down] = [(8 * x) / width, (6 * y) / height];
      const disc = (across - 2.5) ** 2 + (down - 3) ** 2 < 2 ? 70 : 0;
      const stripes = across > 5 && Math.sin(across * 40 + down * 12) > 0 ? 50 : 0;
      const leaves = down > 4 ? 40 * Math.sin(across * 25) * Math.sin(down * 31) : 0;
      data[at] = 90 + 12 * across + disc + leaves / 2 + grain;
      data[at + 1] = 100 + 14 * down + stripes + leaves + grain;
      data[at + 2] = 160 - 12 * down + stripes - disc + grain;
    }
  }
  const pipeline = sharp(data, { raw: { width, height, channels: 3 } });
  return new Uint8Array(await (format === 'jpeg' ? pipeline.jpeg({ quality: 90, chromaSubsampling: '4:2:0' }) : pipeline.png()).toBuffer());
}

/** How long filtering alone takes as the photo and the kernel grow. */
async function showGrowth(say: (line: string) => void): Promise<void> {
  const photo = async (width: number, height: number) => (await decodePicture(await makePhoto(width, height, 'jpeg'))).picture;
  const time = async (picture: Awaited<ReturnType<typeof photo>>, filter: Filter) => {
    const times: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const started = performance.now();
      await withKeptMemory(async (allocate) => void filterPicture(picture, filter, windowFor(filter), { allocate }));
      if (round >= WARM_UP) times.push(performance.now() - started);
    }
    return `${median(times).toFixed(1)} ms`;
  };
  say('\nFiltering alone, by megapixels (sobel in gray, gaussian 5×5 in color):');
  for (const [width, height] of [
    [600, 400],
    [1224, 816],
    [2449, 1633],
    [4000, 3000],
  ] as const) {
    const picture = await photo(width, height);
    say(
      `${((width * height) / 1e6).toFixed(2).padStart(6)}   sobel ${(await time(picture, FILTERS.sobel)).padStart(8)}   gaussian ${(await time(picture, FILTERS.gaussian)).padStart(8)}`,
    );
  }
  say('\nFiltering alone, by kernel side (1 megapixel in gray):');
  const picture = await photo(1224, 816);
  for (const size of [3, 5, 7, 11, 15, 31]) {
    const gray = (filter: Filter): Filter => ({ ...filter, color: false });
    const values = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_column, column) => Math.sin(row * row * 3 + column * 7 + row * column)),
    );
    const dense: Filter = { name: 'dense', kernels: [{ values, denominator: size * size }], display: 'clip', color: false };
    say(
      `${String(size).padStart(6)}   box ${(await time(picture, gray(namedFilter('box', { size })))).padStart(8)}   gaussian ${(await time(picture, gray(namedFilter('gaussian', { size, sigma: size / 6 })))).padStart(8)}   any weights ${(await time(picture, dense)).padStart(8)}`,
    );
  }
}
