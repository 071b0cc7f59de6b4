import { type Layer, MAX_SIDE, type Shape, type WindowLayer } from '../lessons/layer-chain.ts';
import { LearnerError } from '../src/chat/errors.ts';
import { shown, suggestion } from '../src/chat/options.ts';

/** Words for layers, and what is meant. */
const NAMES = {
  conv: 'conv',
  convolution: 'conv',
  pool: 'pool',
  maxpool: 'pool',
  max: 'pool',
  avgpool: 'avgpool',
  avg: 'avgpool',
  average: 'avgpool',
  tconv: 'tconv',
  convt: 'tconv',
  deconv: 'tconv',
  up: 'up',
  dw: 'dw',
  dwconv: 'dw',
  depthwise: 'dw',
  sep: 'sep',
  sepconv: 'sep',
  separable: 'sep',
  bn: 'bn',
  batchnorm: 'bn',
  norm: 'bn',
  relu: 'activation',
  sigmoid: 'activation',
  tanh: 'activation',
  softmax: 'activation',
  gap: 'gap',
  globalpool: 'gap',
  flatten: 'flatten',
  flat: 'flatten',
  linear: 'linear',
  fc: 'linear',
  dense: 'linear',
} as const;
type Name = (typeof NAMES)[keyof typeof NAMES];

/** A layer with its number as an example, for those who left it out or wrote it otherwise. */
const EXAMPLES: Record<Name, string> = {
  conv: 'conv3s2p1',
  pool: 'pool2',
  avgpool: 'avgpool2',
  tconv: 'tconv3s2p1',
  up: 'up2',
  dw: 'dw3p1',
  sep: 'sep3p1@64',
  bn: 'bn',
  activation: 'relu',
  gap: 'gap',
  flatten: 'flatten',
  linear: 'linear10',
};

/** More layers than any chain that a figure can show readably. */
const MAX_LAYERS = 24;
const MAX_DILATION = 1000;

/** An input and layers as they were typed. */
export interface TypedChain {
  input: Shape;
  /** Examples that go through together, each by itself; undefined where none were spoken of. */
  batch: number | undefined;
  layers: Layer[];
  /** Channels were spoken of, so they are shown. */
  channels: boolean;
  /** The words as they go into a button. */
  words: string[];
}

/** Words of a chain: arrows and commas between them are left out, `×` is read as `x`. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/(?<=\d)\s*[×хX*]\s*(?=\d)/giu, 'x')
    .split(/\s+/)
    .map((word) => word.replace(/[,;]+$/, ''))
    .filter((word) => word !== '' && !/^(->|→|>|=>)$/.test(word));

/** A chain, not plain numbers: something in it is no number but a layer or a shape. */
export const isChain = (words: readonly string[]): boolean =>
  words.some((word, index) => /\dx\d|@/.test(word) || (index === 0 ? isLayerWord(word) : /^\p{L}/u.test(word)));

/**
 * Reads `3x32x32 conv5@6 pool2 flatten`. `dims` says how many axes the input has, where its numbers leave that open.
 * @throws LearnerError `size-input-*`, `size-layer-*`, `size-layers-*`
 */
export function parseChain(words: readonly string[], dims: number | undefined): TypedChain {
  const [first = '', ...rest] = words;
  if (isLayerWord(first)) throw new LearnerError('size-input-missing', { example: `32 ${words.join(' ')}` });
  // a plain number before a linear layer is a vector
  const vector = dims === undefined && /^\d+$/.test(first) && /^(?:linear|fc|dense)\d/.test(rest[0] ?? '');
  const input = vector ? { channels: checked(first, Number(first), 1, MAX_SIDE), sizes: [], batch: undefined } : parseInput(first, dims);
  if (rest.length === 0) throw new LearnerError('size-layers-missing', { example: `${first} conv3 pool2` });
  if (rest.length > MAX_LAYERS) throw new LearnerError('size-layers-too-many', { count: rest.length, limit: MAX_LAYERS });
  const layers = rest.flatMap((word) => parseLayer(word));
  const channels = input.channels !== undefined || rest.some((word) => word.includes('@'));
  return { input: { channels: input.channels ?? 1, sizes: input.sizes }, batch: input.batch, layers, channels, words: [...words] };
}

/** The same chain with SAME padding in every convolution that has none; undefined when there is none. */
export function withSamePadding({ words }: TypedChain): string | undefined {
  const changed = words.map((word) => word.replace(/^(conv\d[\dx]*)(?!.*(?:p\d|same|valid))/, '$1same'));
  return changed.join(' ') === words.join(' ') ? undefined : changed.join(' ');
}

/** A word that begins like a layer, even a misspelt one. */
export function isLayerWord(word: string): boolean {
  const name = /^[a-z]+/.exec(word)?.[0];
  return name !== undefined && (name in NAMES || suggestion(name, Object.keys(NAMES)) !== undefined);
}

interface TypedInput {
  channels: number | undefined;
  sizes: number[];
  batch: number | undefined;
}

/** `32`, `32x48`, `3x32x32`, `3@32x32`, `20x3x32x32` with dims=2; without `dims` one number is a square, three are channels and a plane. */
function parseInput(word: string, dims: number | undefined): TypedInput {
  const match = /^(?:(\d+)@)?(\d+(?:x\d+)*)$/.exec(word);
  if (match === null) throw new LearnerError('size-input-unreadable', { word: shown(word) });
  const numbers = match[2]!.split('x').map(Number);
  const named = match[1] === undefined ? undefined : Number(match[1]);
  const axes = dims ?? Math.min(3, Math.max(2, named === undefined ? numbers.length - 1 : numbers.length));
  // more numbers than axes begin with the channels, and those with the batch
  const before = named === undefined ? Math.min(2, Math.max(0, numbers.length - axes)) : 0;
  const [channels, batch] = [named ?? numbers[before - 1], before === 2 ? numbers[0] : undefined];
  const given = numbers.slice(before);
  const sizes = given.length === 1 ? new Array<number>(axes).fill(given[0]!) : given;
  if (sizes.length !== axes) throw new LearnerError('size-input-axes', { word: shown(word), dims: axes });
  const large = [...sizes, channels ?? 1, batch ?? 1].find((value) => value < 1 || value > MAX_SIDE);
  if (large !== undefined) throw new LearnerError('size-number-range', { word: shown(word), value: large, min: 1, limit: MAX_SIDE });
  return { channels, sizes, batch };
}

/** One layer; a separable convolution is two. */
function parseLayer(written: string): Layer[] {
  // 1x1 is called by its window alone
  const word = /^1x1(?:\D|$)/.test(written) ? `conv1${written.slice(3)}` : written;
  const typed = /^[a-z]+/.exec(word)?.[0] ?? '';
  if (!(typed in NAMES)) throw unknownLayer(word, typed);
  const name = NAMES[typed as keyof typeof NAMES];
  const rest = word.slice(typed.length);
  switch (name) {
    case 'flatten':
    case 'gap':
    case 'bn':
    case 'activation':
      if (rest !== '') throw unreadable(word, name);
      return [{ kind: name, name: name === 'activation' ? typed : name }];
    case 'linear': {
      const match = /^(\d+)(nobias)?$/.exec(rest);
      if (match === null) throw unreadable(word, name);
      const features = checked(word, Number(match[1]), 1, MAX_SIDE);
      return [{ kind: name, name: `linear${rest}`, features, ...(match[2] === undefined ? {} : { unbiased: true }) }];
    }
    case 'sep': {
      const [window, after] = rest.split('@') as [string, string | undefined];
      if (after === undefined) throw unreadable(word, name);
      const bias = after.endsWith('nobias') ? 'nobias' : '';
      return [windowLayer(`dw${window}${bias}`, 'dw', `${window}${bias}`), windowLayer(`conv1@${after}`, 'conv', `1@${after}`)];
    }
    default:
      return [windowLayer(word, name, rest)];
  }
}

/** Settings that a layer can have besides its window. */
const SETTINGS: Record<'conv' | 'dw' | 'pool' | 'avgpool' | 'tconv' | 'up', readonly string[]> = {
  conv: ['s', 'p', 'd', 'same', 'valid', '@', 'g', 'nobias'],
  dw: ['s', 'p', 'd', 'same', 'valid', 'nobias'],
  pool: ['s', 'p', 'same', 'valid'],
  avgpool: ['s', 'p', 'same', 'valid'],
  tconv: ['s', 'p', 'd', 'op', '@', 'g', 'nobias'],
  up: ['@', 'nobias'],
};

function windowLayer(word: string, name: keyof typeof SETTINGS, rest: string): WindowLayer {
  const match = /^(\d+(?:x\d+)*)((?:same|valid|nobias|(?:op|[spdg])\d+(?:x\d+)*|@\d+)*)$/.exec(rest);
  if (match === null) throw unreadable(word, name);
  const settings = [...match[2]!.matchAll(/(same|valid|nobias|op|[spdg@])([\dx]*)/g)].map(([, key, value]) => [key!, value!] as const);
  const found = new Map(settings);
  const paddings = ['p', 'same', 'valid'].filter((key) => found.has(key));
  if (found.size < settings.length || paddings.length > 1 || settings.some(([key]) => !SETTINGS[name].includes(key)))
    throw unreadable(word, name);
  const numbers = (key: string, fallback: number[], min: number, limit: number) =>
    found.get(key) === undefined ? fallback : numbersOf(word, found.get(key)!, min, limit);
  const f = numbersOf(word, match[1]!, 1, MAX_SIDE);
  return {
    kind: name === 'up' ? 'tconv' : name === 'dw' ? 'conv' : name,
    name: word,
    f,
    s: numbers('s', name === 'conv' || name === 'dw' || name === 'tconv' ? [1] : f, 1, MAX_SIDE),
    p: found.has('same') ? 'same' : numbers('p', [0], 0, MAX_SIDE),
    d: numbers('d', [1], 1, MAX_DILATION),
    op: numbers('op', [0], 0, MAX_SIDE),
    filters: numbers('@', [1], 1, MAX_SIDE)[0]!,
    ...(name === 'dw' ? { groups: 'each' as const } : found.has('g') ? { groups: oneNumber(word, name, found.get('g')!) } : {}),
    ...(found.has('nobias') ? { unbiased: true } : {}),
  };
}

function oneNumber(word: string, name: Name, text: string): number {
  if (!/^\d+$/.test(text)) throw unreadable(word, name);
  return checked(word, Number(text), 1, MAX_SIDE);
}

const numbersOf = (word: string, text: string, min: number, limit: number) =>
  text.split('x').map((value) => checked(word, Number(value), min, limit));

function checked(word: string, value: number, min: number, limit: number): number {
  if (value < min || value > limit) throw new LearnerError('size-number-range', { word: shown(word), value, min, limit });
  return value;
}

function unknownLayer(word: string, typed: string): LearnerError {
  const rest = word.slice(typed.length);
  // a bare window such as 3 or 3x3 is a convolution without its name
  const name = typed === '' ? (/^\d/.test(word) ? 'conv' : undefined) : suggestion(typed, Object.keys(NAMES));
  return name === undefined
    ? new LearnerError('size-layer-unknown', { layer: shown(word) })
    : new LearnerError('size-layer-unknown-suggest', { layer: shown(word), meant: shown(`${name}${rest}`) });
}

const unreadable = (word: string, name: Name) => new LearnerError('size-layer-unreadable', { layer: shown(word), example: EXAMPLES[name] });
