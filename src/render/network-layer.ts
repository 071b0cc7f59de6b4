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

/** Every channel has a filter of its own: as many groups as channels. */
const DEPTHWISE = 'G = C';

/** `convolution 5×5`, or shorter for tables: `conv 5×5`. */
export function layerName(t: ReturnType<typeof figureTexts>, { kind, window, settings = [] }: NetworkLayer, brief = false): string {
  if (kind === 'asked') return '?';
  const depthwise = kind === 'conv' && settings.includes(DEPTHWISE);
  const name = t(`network-${brief ? 'brief' : 'layer'}-${depthwise ? 'depthwise' : kind}`);
  // a long name breaks between its words
  return window === undefined ? name : `${name}${depthwise ? '\u00a0' : ' '}${window.join('×')}`;
}

/** Settings and activation as one text that breaks between them: `S = 2, BN + ReLU`. */
export const layerDetails = ({ kind, settings = [], activation }: NetworkLayer): string =>
  [...settings.filter((setting) => kind !== 'conv' || setting !== DEPTHWISE), ...(activation === undefined ? [] : [activation])]
    .map((detail) => detail.replaceAll(' ', '\u00a0'))
    .join(', ');

/** Longer networks are shown with the blocks folded that they repeat: all of their layers are too many for a phone. */
const LONG = 20;
/** Layers of a block that is repeated, at most, and how often it is repeated, at least. */
const MOST_IN_BLOCK = 3;
const LEAST_TIMES = 3;

/** One layer, or the layers of a block that comes so many times. */
export interface Repeated<Item> {
  items: [Item, ...Item[]];
  times: number;
}

/** Blocks of a long network that come again and again, one after the other and equal in all that `told` tells, each once; other layers alone. */
export function foldRepeats<Item>(items: readonly Item[], told: (item: Item, index: number) => unknown): Repeated<Item>[] {
  if (items.length <= LONG) return items.map((item) => ({ items: [item], times: 1 }));
  const keys = items.map((item, index) => JSON.stringify(told(item, index)));
  const timesAt = (start: number, period: number) => {
    let end = start + period;
    while (end < keys.length && keys[end] === keys[end - period]) end++;
    return Math.floor((end - start) / period);
  };
  const folded: Repeated<Item>[] = [];
  for (let at = 0; at < items.length; ) {
    const found = Array.from({ length: MOST_IN_BLOCK }, (_, index) => ({ period: index + 1, times: timesAt(at, index + 1) })).find(
      ({ times }) => times >= LEAST_TIMES,
    ) ?? { period: 1, times: 1 };
    folded.push({ items: items.slice(at, at + found.period) as [Item, ...Item[]], times: found.times });
    at += found.period * found.times;
  }
  return folded;
}

/** `5 × (depthwise 3×3 → conv 1×1)`; one layer's text as it is. */
export function repeatedText(texts: readonly string[], times: number): string {
  if (times === 1) return texts.join(' → ');
  // lines break between layers, not before a window
  const chain = texts.map((text) => text.replace(/ (?=\S*$)/, '\u00a0')).join(' → ');
  return `${times}\u00a0×\u00a0${texts.length === 1 ? chain : `(${chain})`}`;
}
