import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../project-root.ts';
import { bookPicture, drawKernelBook } from '../../render/kernel-book-figure.ts';
import { decodePicture } from '../../vision/decode.ts';
import { filterPicture } from '../../vision/filter-picture.ts';
import { type FilterOptions, namedFilter } from '../../vision/kernels.ts';
import { resizePicture } from '../../vision/resize.ts';
import { job } from '../job.ts';
import type { KernelName } from '../kernel-names.ts';
import { windowOf } from './convolve.ts';
import { type FigureStyle, rendered } from './figure-style.ts';

export interface KernelsInput {
  /** A photo; the project's own scene if not given. */
  bytes?: Uint8Array;
  title: string;
  /** What each kernel does, in the figure's language. */
  entries: { name: KernelName; options?: FilterOptions; what: string }[];
}

/** Shown where a learner sends no photo. */
const SCENE = join(projectRoot, 'data/samples/scene.png');

/** A page of the picture book: each kernel with its numbers, and what it does to one photo. */
export const kernels = job({
  timeoutMs: 20_000,
  cached: true,
  async run({ bytes, title, entries, language, theme }: KernelsInput & FigureStyle) {
    const decoded = await decodePicture(bytes ?? new Uint8Array(await readFile(SCENE)), { maxPixels: 1_000_000 });
    // worked on at the size at which it is shown, so that the work of a 3×3 kernel is seen
    const size = bookPicture(decoded.picture);
    const photo = size.width < decoded.picture.width ? await resizePicture(decoded.picture, size) : decoded.picture;
    const drawn = entries.map(({ name, options = {}, what }) => {
      const filter = namedFilter(name, options);
      // mirrored around, so that every result has the photo's size
      const window = windowOf(filter, { stride: 1, padding: 'same', border: 'reflect' });
      const { picture: result } = filterPicture(photo, filter, window);
      const label = [name, ...Object.entries(options).map(([option, value]) => `${option}=${value}`)].join(' ');
      return { label, what, kernels: filter.kernels, result };
    });
    const figure = drawKernelBook({ title, photo, entries: drawn, language, theme });
    return { figure: await rendered(figure), labels: drawn.map(({ label }) => label) };
  },
});
