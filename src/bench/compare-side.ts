/** One side of `npm run bench -- convolve` as a process: `tutor` or `opencv-js`. One request a line, one answer a line. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import sharp from 'sharp';
import { decodePicture } from '../vision/decode.ts';
import { startJpeg } from '../vision/encode.ts';
import { encodePhotoPng } from '../vision/encode-photo.ts';
import { filterPicture } from '../vision/filter-picture.ts';
import { withKeptMemory } from '../vision/kept-memory.ts';
import { type CompareRequest, FILTERS, type Greeting, windowFor } from './compare-requests.ts';

interface Worker extends Greeting {
  run(bytes: Uint8Array, request: CompareRequest): Promise<unknown>;
}

const tutor: Worker = {
  name: 'tutor',
  threads:
    'one thread decodes (libvips) and filters (WebAssembly, 128-bit SIMD), up to four encode parts of the picture; its memory is kept as in its workers',
  run: (bytes, { filter, format }) =>
    withKeptMemory(async (allocate) => {
      const { picture } = await decodePicture(bytes);
      const jpeg = startJpeg();
      const onRows = format === 'jpeg' ? jpeg.rows : undefined;
      const filtered = filterPicture(picture, FILTERS[filter], windowFor(FILTERS[filter]), { allocate, onRows });
      return format === 'jpeg' ? jpeg.finish() : encodePhotoPng(filtered.picture);
    }),
};

/** OpenCV compiled to WebAssembly. */
async function openCvJs(): Promise<Worker> {
  // its module object has a `then` that never settles: an `import` of it would hang
  const cv = createRequire(import.meta.url)('@techstark/opencv-js') as typeof import('@techstark/opencv-js');
  await new Promise<void>((resolve) => {
    if (cv.Mat !== undefined) resolve();
    else cv.onRuntimeInitialized = () => resolve();
  });
  type Mat = InstanceType<typeof cv.Mat>;
  const filters: Record<CompareRequest['filter'], (colors: Mat, result: Mat, most: number) => void> = {
    sobel(colors, result, most) {
      const [gray, x, y, size] = [new cv.Mat(), new cv.Mat(), new cv.Mat(), new cv.Mat()];
      cv.cvtColor(colors, gray, cv.COLOR_RGB2GRAY);
      cv.Sobel(gray, x, cv.CV_32F, 1, 0);
      cv.Sobel(gray, y, cv.CV_32F, 0, 1);
      cv.magnitude(x, y, size);
      cv.convertScaleAbs(size, result, 255 / most);
      for (const mat of [gray, x, y, size]) mat.delete();
    },
    gaussian: (colors, result) => cv.GaussianBlur(colors, result, new cv.Size(5, 5), 1),
    sharpen(colors, result) {
      const kernel = cv.matFromArray(3, 3, cv.CV_32F, [0, -1, 0, -1, 5, -1, 0, -1, 0]);
      cv.filter2D(colors, result, -1, kernel);
      kernel.delete();
    },
  };
  return {
    name: 'OpenCV.js',
    threads: 'one thread; it has no codecs, so sharp decodes and encodes',
    async run(bytes, { filter, format, most, quality }) {
      const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
      const colors = new cv.Mat(info.height, info.width, cv.CV_8UC3);
      colors.data.set(data);
      const result = new cv.Mat();
      filters[filter](colors, result, most);
      const raw = { width: result.cols, height: result.rows, channels: result.channels() as 1 | 3 };
      const pipeline = sharp(result.data, { raw }).toColourspace(raw.channels === 1 ? 'b-w' : 'srgb');
      await (format === 'jpeg' ? pipeline.jpeg({ quality, optimiseCoding: false }) : pipeline.png({ compressionLevel: 1 })).toBuffer();
      colors.delete();
      result.delete();
    },
  };
}

const answer = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);
const worker = process.argv[2] === 'tutor' ? tutor : await openCvJs();
answer({ name: worker.name, threads: worker.threads } satisfies Greeting);
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line) as CompareRequest;
  const bytes = new Uint8Array(readFileSync(request.path));
  const started = performance.now();
  await worker.run(bytes, request);
  answer({ ms: performance.now() - started });
}
