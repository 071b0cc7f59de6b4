import { type StepCardInput, type Thumbnail, thumbnailSize } from '../../render/step-card-figure.ts';
import type { Strand } from '../../render/step-card-strand.ts';
import type { Border } from '../../vision/border.ts';
import { convolvePlane } from '../../vision/convolution.ts';
import { decodePicture } from '../../vision/decode.ts';
import { filterMatrix } from '../../vision/filter-matrix.ts';
import { largestPossible } from '../../vision/filter-picture.ts';
import { toGray } from '../../vision/gray.ts';
import { type Filter, weights } from '../../vision/kernels.ts';
import type { Picture, Plane } from '../../vision/picture.ts';
import { planesOf } from '../../vision/planes.ts';
import { resizePicture } from '../../vision/resize.ts';
import { showPlane } from '../../vision/show-plane.ts';
import { MAX_WORKING_PIXELS, type slidingWindow } from './window-choice.ts';

type MovingWindow = ReturnType<typeof slidingWindow>;
/** Column x and row y, from 0. */
export interface Place {
  x: number;
  y: number;
}

/** A picture or a matrix, as a step card needs it. */
export interface StepCardSource {
  width: number;
  height: number;
  channels: {
    name: Strand['channel'];
    /** Inside only. */
    cell(row: number, column: number): number;
  }[];
  /** The whole output; it throws when the window does not fit. */
  filter(filter: Filter, window: MovingWindow): StepCardOutput;
  thumbnail(window: Thumbnail['window']): Promise<Thumbnail>;
}

export interface StepCardOutput {
  width: number;
  height: number;
  value(at: Place): number;
  thumbnail(at: Place): Promise<Thumbnail>;
  /** How the number at a place is shown in the output's picture. */
  shown?(at: Place): StepCardInput['shown'];
}

/** A typed matrix, computed exactly (double precision throughout). */
export function matrixSource(matrix: number[][]): StepCardSource {
  const bare = { padding: { top: 0, right: 0, bottom: 0, left: 0 }, border: 'zero' as Border };
  let around = bare;
  return {
    width: matrix[0]!.length,
    height: matrix.length,
    channels: [{ name: 'numbers', cell: (row, column) => matrix[row]![column]! }],
    filter(filter, window) {
      around = { padding: window.padding, border: window.border ?? 'zero' };
      const { output } = filterMatrix(matrix, filter, window);
      return {
        width: output[0]!.length,
        height: output.length,
        value: ({ x, y }) => output[y]![x]!,
        thumbnail: async (at) => ({ matrix: output, ...bare, window: { ...at, width: 1, height: 1 } }),
      };
    },
    thumbnail: async (window) => ({ matrix, ...around, window }),
  };
}

/**
 * A picture in gray or in its three channels. Levels are whole numbers, so that sums can be checked by hand: they are those of an 8-bit gray picture.
 * @throws Problem of `decodePicture`
 */
export async function pictureSource(bytes: Uint8Array, channels: 'gray' | 'color'): Promise<StepCardSource> {
  const { picture } = await decodePicture(bytes, { maxPixels: MAX_WORKING_PIXELS });
  const { width, height } = picture;
  const colored = channels === 'color' && picture.channels === 3;
  const planes = planesOf(colored ? picture : toGray(picture));
  const names = colored ? (['red', 'green', 'blue'] as const) : (['gray'] as const);
  return {
    width,
    height,
    channels: planes.map(({ data }, index) => ({
      name: names[index]!,
      cell: (row, column) => data[row * width + column]!,
    })),
    filter(filter, window) {
      const output = layerOutput(planes, filter, window);
      // three channels together are brighter than one: they are stretched where they would be cut off
      const display = colored && filter.display === 'clip' ? 'fitted' : filter.display;
      const shown = showPlane(output, display, planes.length * largestPossible(filter));
      return {
        width: output.width,
        height: output.height,
        value: ({ x, y }) => output.data[y * output.width + x]!,
        thumbnail: (at) => pictureThumbnail(shown, { ...at, width: 1, height: 1 }),
        shown: ({ x, y }) => ({ display, color: colorAt(shown, x, y) }),
      };
    },
    thumbnail: (window) => pictureThumbnail(picture, window),
  };
}

function colorAt({ width, channels, data }: Picture, x: number, y: number): [number, number, number] {
  const at = (y * width + x) * channels;
  return [data[at]!, data[at + (channels === 3 ? 1 : 0)]!, data[at + (channels === 3 ? 2 : 0)]!];
}

/** What a layer gives: the sums of all channels added; of two kernels √(gx² + gy²). */
function layerOutput(planes: readonly Plane[], filter: Filter, window: MovingWindow): Plane {
  const [x, y] = filter.kernels.map((kernel) => {
    const [first, ...others] = planes.map((plane) => convolvePlane(plane, weights(kernel), window));
    for (const { data } of others) for (let index = 0; index < data.length; index++) first!.data[index]! += data[index]!;
    return first!;
  });
  if (y !== undefined) for (let index = 0; index < y.data.length; index++) x!.data[index] = Math.hypot(x!.data[index]!, y.data[index]!);
  return x!;
}

async function pictureThumbnail(picture: Picture, window: Thumbnail['window']): Promise<Thumbnail> {
  const size = thumbnailSize(picture);
  const small = size.width < picture.width ? await resizePicture(picture, size) : picture;
  return { picture: small, of: { width: picture.width, height: picture.height }, window };
}
