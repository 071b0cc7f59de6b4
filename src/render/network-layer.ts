import type { figureTexts } from './texts.ts';

/** A number, or the sign that stands where it is asked for. */
export type Told = number | '?';

/** A layer of a network as figures show it: what it is, and the shape that comes out of it. */
export interface NetworkLayer {
  /** `asked`: which one it is, is the question. */
  kind: 'input' | 'conv' | 'tconv' | 'pool' | 'avgpool' | 'flatten' | 'gap' | 'linear' | 'bn' | 'asked';
  /** Cells that a sliding window spans along each axis. */
  window?: Told[];
  /** Other settings in the formulas' letters: `S = 2`. */
  settings?: string[];
  /** What is applied to each number of the output: `ReLU`. */
  activation?: string;
  /** Channels and cells along each axis; one number is a vector. */
  shape: Told[];
}

/** `6×28×28`; what is not told at all is one `?`. */
export const writtenShape = (shape: readonly Told[]): string => (shape.every((count) => count === '?') ? '?' : shape.map(String).join('×'));

/** `convolution 5×5`, or shorter for tables: `conv 5×5`. */
export function layerName(t: ReturnType<typeof figureTexts>, { kind, window }: NetworkLayer, brief = false): string {
  if (kind === 'asked') return '?';
  const name = t(`network-${brief ? 'brief' : 'layer'}-${kind}`);
  return window === undefined ? name : `${name} ${window.join('×')}`;
}
