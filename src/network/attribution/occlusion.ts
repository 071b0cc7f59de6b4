import { outputShape } from '../../vision/convolution.ts';
import type { Plane } from '../../vision/picture.ts';

/** A picture as a network sees it: height × width × channels numbers, rows from the top, channels interleaved. */
export interface NetworkPicture {
  height: number;
  width: number;
  /** 1 if not given. */
  channels?: number;
  data: Float32Array;
}

export interface OcclusionChoice {
  /** Side of the square patch, pixels: 5 if not given, which suits 28×28 digits; for photos of 224×224 about 15. */
  patch?: number;
  /** How far the patch moves from position to position, pixels: 1 if not given; for photos about 8. */
  stride?: number;
  /** What stands in the patch, in the picture's own range: a number, or each channel's mean over the picture; 0 if not given. */
  fill?: number | 'mean';
}

/** What a network says of a batch of pictures: for each of them the probabilities of its classes. */
export type Predict = (pictures: readonly Float32Array[]) => Probabilities | Promise<Probabilities>;
type Probabilities = readonly (readonly number[])[];

/** What the network said of each covered picture. Position i, j has its upper left corner at pixel i·stride, j·stride. */
export interface Occlusion {
  /** Positions from above to below, and from left to right: N' = ⌊(N − patch) / stride⌋ + 1. */
  rows: number;
  columns: number;
  /** Probabilities of the classes with nothing covered. */
  whole: readonly number[];
  /** Probabilities of the classes at each position, row by row: rows · columns lists. */
  covered: readonly (readonly number[])[];
}

/** Pictures that go through the network at once: enough to be quick, few enough not to fill the memory. */
const BATCH = 128;

/**
 * Occlusion (Zeiler and Fergus, "Visualizing and Understanding Convolutional Networks", 2013, section 4.2): a patch slides over the picture, and
 * the network is asked again at every position. It needs no gradients, only rows · columns + 1 forward passes.
 * @throws Problem `kernel-too-large` when the patch does not fit into the picture
 */
export async function occlusion(
  picture: NetworkPicture,
  predict: Predict,
  { patch = 5, stride = 1, fill = 0 }: OcclusionChoice = {},
): Promise<Occlusion> {
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  const { height: rows, width: columns } = outputShape(picture, { height: patch, width: patch }, { stride, dilation: 1, padding: none });
  const [whole] = await predict([picture.data]);
  const covered: (readonly number[])[] = [];
  for (let from = 0; from < rows * columns; from += BATCH) {
    const pictures = Array.from({ length: Math.min(BATCH, rows * columns - from) }, (_, index) => {
      const [row, column] = [Math.floor((from + index) / columns), (from + index) % columns];
      return cover(picture, { row: row * stride, column: column * stride, patch, fill });
    });
    covered.push(...(await predict(pictures)));
  }
  return { rows, columns, whole: whole!, covered };
}

/** The picture's numbers with a patch over it; `row`, `column`: the pixel under its upper left corner. */
export function cover(
  { height, width, channels = 1, data }: NetworkPicture,
  { row, column, patch, fill }: { row: number; column: number; patch: number; fill: number | 'mean' },
): Float32Array {
  const filling = Array.from({ length: channels }, (_, channel) => (fill === 'mean' ? meanOf(data, channel, channels) : fill));
  const result = data.slice();
  for (let y = row; y < Math.min(height, row + patch); y++)
    for (let x = column; x < Math.min(width, column + patch); x++) result.set(filling, (y * width + x) * channels);
  return result;
}

/** Mean of one channel. */
export function meanOf(data: Float32Array, channel = 0, channels = 1): number {
  let sum = 0;
  for (let at = channel; at < data.length; at += channels) sum += data[at]!;
  return sum / (data.length / channels);
}

/**
 * How far the probability of a class falls at each position (rows × columns, −1…1): p(whole picture) − p(covered picture). Large where the patch hides
 * what the class rests on; below 0 where hiding helps.
 */
export function dropsOf({ rows, columns, whole, covered }: Occlusion, target: number): Plane {
  return { height: rows, width: columns, data: Float32Array.from(covered, (probabilities) => whole[target]! - probabilities[target]!) };
}

/** The class with the largest probability. */
export const mostProbable = (probabilities: readonly number[]): number => probabilities.indexOf(Math.max(...probabilities));
