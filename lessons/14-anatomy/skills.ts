import type { Drawing } from '../drawing.ts';
import { type Formula, outputFormula } from '../formula.ts';
import { type ChainStep, type Layer, numbersIn, type Shape } from '../layer-chain.ts';
import { type NetworkLayer, networkLayers } from '../network-drawing.ts';
import { asLatex, layerCost, totalCost } from '../parameters.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { activation, conv, flatten, linear, pool, square, stepsOf } from './layers.ts';

const RELU = activation('ReLU');
const formula = (plain: string): Formula => ({ plain, latex: asLatex(plain) });
const drawing = (layers: NetworkLayer[]): Drawing => ({ job: 'network', input: { view: 'drawing', layers } });
const written = ({ channels, sizes }: Shape) => [channels, ...sizes].join('×');

/** A picture c×n×n, k filters f×f with a padding p, then as many stages as the level asks for. */
interface Features {
  c: number;
  n: number;
  k: number;
  f: number;
  p: number;
  /** 1: convolution and ReLU; 2: pooling too; 3: another convolution and ReLU; 4: pooling again. */
  stages: 1 | 2 | 3 | 4;
  /** Side of the poolings' windows, which is their stride. */
  w: number;
  /** The second convolution: filters and window. */
  k2: number;
  f2: number;
}

const ofFeatures = ({ k, f, p, stages, w, k2, f2 }: Features): Layer[] => [
  conv(k, f, { p }),
  RELU,
  ...(stages >= 2 ? [pool(w)] : []),
  ...(stages >= 3 ? [conv(k2, f2), RELU] : []),
  ...(stages >= 4 ? [pool(w)] : []),
];

/** Sides along the way when every convolution and pooling is done as these say. */
function sideAfter(
  { n, f, p, stages, w, f2 }: Features,
  slide: (side: number, window: number, padding: number) => number,
  shrink: (side: number, window: number) => number = (side, window) => Math.floor(side / window),
): number {
  let side = slide(n, f, p);
  if (stages >= 2) side = shrink(side, w);
  if (stages >= 3) side = slide(side, f2, 0);
  return stages >= 4 ? shrink(side, w) : side;
}
const slideRight = (side: number, window: number, padding: number) => side + 2 * padding - window + 1;

const channelsAfter = ({ k, k2, stages }: Features) => (stages >= 3 ? k2 : k);

/** A line a layer: `(32 + 2·0 − 5)/1 + 1 = 28`, `28/2 = 14`. */
const shapeLines = (steps: readonly ChainStep[]): Formula[] =>
  steps.flatMap(({ axes, layer, output }) => {
    if (axes.length === 0) return [];
    const line = outputFormula(axes[0]!)[1]!;
    const shape = written(output);
    return [
      {
        plain: `${layer.name}: ${line.plain}; ${shape}`,
        latex: `\\text{${layer.name}: } ${line.latex};\\ ${shape.replaceAll('×', ' \\times ')}`,
      },
    ];
  });

function featuresOf(random: Random, level: Level, stages: Features['stages']): Features {
  const f = random.pick([3, 5]);
  const w = level === 3 ? random.pick([2, 3]) : 2;
  return {
    c: random.pick([1, 3]),
    // large enough for every window on the way
    n: level === 1 ? random.pick([12, 16, 20, 28, 32]) : random.whole(w === 3 ? 36 : 24, 48),
    k: random.pick([4, 6, 8, 16]),
    f,
    p: level === 3 ? random.pick([0, 1, 2]) : level === 2 ? random.pick([0, (f - 1) / 2]) : 0,
    stages,
    w,
    k2: random.pick([10, 12, 20, 24, 32]),
    f2: random.pick([3, 5]),
  };
}

/** Channels × height × width after a chain of layers. */
export const networkShape: Skill = {
  id: 'network-shape',
  prefix: 'through',
  lesson: 14,
  forms: [
    { id: 'choice', kind: 'choice', generate: (random, level) => throughTask(throughOf(random, level)) },
    { id: 'shape', kind: 'shape', generate: (random, level) => throughTask(throughOf(random, level)) },
    {
      id: 'picture',
      kind: 'shape',
      generate(random, level) {
        const features = throughOf(random, level);
        const layers = drawn(square(features.c, features.n), ofFeatures(features));
        // the shape that is asked for is not told, but its channels show in how many filters there are
        const last = layers.at(-1)!;
        const sliding = layers.findLastIndex(({ kind }) => kind === 'conv');
        const filters = `C_out = ${channelsAfter(features)}`;
        return {
          ...throughTask(features),
          figure: drawing(
            layers.map((layer, index) => ({
              ...layer,
              ...(index === sliding ? { settings: [filters, ...(layer.settings ?? [])] } : {}),
              shape: layer === last || index >= sliding ? unknown(layer) : layer.shape,
            })),
          ),
        };
      },
    },
  ],
};

const unknown = ({ shape }: NetworkLayer): NetworkLayer['shape'] => shape.map(() => '?' as const);
const drawn = (input: Shape, layers: readonly Layer[]): NetworkLayer[] => networkLayers(input, stepsOf(input, layers));

const throughOf = (random: Random, level: Level) => featuresOf(random, level, level === 1 ? 2 : level === 2 ? 3 : 4);

function throughTask(features: Features): Task {
  const { c, n, k, f, p, w, k2, f2, stages } = features;
  const steps = stepsOf(square(c, n), ofFeatures(features));
  const side = sideAfter(features, slideRight);
  const channels = channelsAfter(features);
  const shape = (maps: number, along: number) => [maps, along, along];
  return {
    values: { c, n, k, f, p, w, k2, f2, stages },
    answer: shape(channels, side),
    mistakes: [
      { id: 'through-channels-kept', value: shape(c, side) },
      {
        id: 'through-plus-one',
        value: shape(
          channels,
          sideAfter(features, (length, window, padding) => length + 2 * padding - window),
        ),
      },
      {
        id: 'through-no-pool',
        value: shape(
          channels,
          sideAfter(features, slideRight, (length) => length),
        ),
      },
      { id: 'through-channels-multiplied', value: shape(stages >= 3 ? k * k2 : c * k, side) },
      {
        id: 'through-conv-kept',
        value: shape(
          channels,
          sideAfter(features, (length) => length),
        ),
      },
      { id: 'through-pool-channels', value: shape(Math.floor(channels / w), side) },
      {
        id: 'through-no-padding',
        value: shape(
          channels,
          sideAfter(features, (length, window) => length - window + 1),
        ),
      },
    ],
    solution: shapeLines(steps),
  };
}

/** How many numbers the first fully connected layer gets. */
export const flattenLength: Skill = {
  id: 'flatten-length',
  prefix: 'unroll',
  lesson: 14,
  forms: [
    ...pickOrType((random, level) => unrollTask(unrollOf(random, level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const features = unrollOf(random, level);
        const layers = drawn(square(features.c, features.n), [...ofFeatures(features), flatten]);
        const last = layers.length - 1;
        // beyond the first level the shape before the vector is to be worked out too
        const hidden = (index: number) => index === last || (level > 1 && index === last - 1 && layers[index]!.kind === 'pool');
        return {
          ...unrollTask(features),
          figure: drawing(layers.map((layer, index) => (hidden(index) ? { ...layer, shape: unknown(layer) } : layer))),
        };
      },
    },
  ],
};

const unrollOf = (random: Random, level: Level): Features => {
  const features = featuresOf(random, level, level === 1 ? 1 : level === 2 ? 2 : 4);
  return level === 1 ? { ...features, n: random.whole(8, 16) } : features;
};

function unrollTask(features: Features): Task {
  const { c, n, k, f, p, w, k2, f2, stages } = features;
  const side = sideAfter(features, slideRight);
  const channels = channelsAfter(features);
  const numbers = (along: number) => channels * along * along;
  return {
    values: { c, n, k, f, p, w, k2, f2, stages },
    answer: numbers(side),
    mistakes: [
      { id: 'unroll-one-map', value: side * side },
      { id: 'unroll-one-side', value: channels * side },
      ...(stages >= 2 ? [{ id: 'unroll-no-pool', value: numbers(sideAfter(features, slideRight, (length) => length)) }] : []),
      { id: 'unroll-plus-one', value: numbers(sideAfter(features, (length, window, padding) => length + 2 * padding - window)) },
      { id: 'unroll-input', value: c * n * n },
      { id: 'unroll-conv-kept', value: numbers(sideAfter(features, (length) => length)) },
      { id: 'unroll-input-channels', value: c * side * side },
      { id: 'unroll-added', value: channels + 2 * side },
    ],
    solution: [
      ...shapeLines(stepsOf(square(c, n), ofFeatures(features))),
      formula(`C·H·W = ${channels}·${side}·${side} = ${numbers(side)}`),
    ],
  };
}

/** A small network whose parameters can be added up on paper. */
interface Small extends Features {
  /** Neurons of the hidden layer; none at the first levels. */
  h: number;
  /** Classes. */
  m: number;
}

const headOf = ({ h, m }: Small): Layer[] => [flatten, ...(h > 0 ? [linear(h), RELU] : []), linear(m)];

/** All parameters of a small network. */
export const networkParameters: Skill = {
  id: 'network-parameters',
  prefix: 'netsum',
  lesson: 14,
  forms: [
    ...pickOrType((random, level) => sumTask(smallOf(random, level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const small = smallOf(random, level);
        return { ...sumTask(small), figure: drawing(drawn(square(small.c, small.n), [...ofFeatures(small), ...headOf(small)])) };
      },
    },
  ],
};

function smallOf(random: Random, level: Level): Small {
  const stages = level === 1 ? 1 : 2;
  const f = random.pick([3, 5]);
  const k = random.whole(2, level === 1 ? 5 : 8);
  // sides after the convolution that can be multiplied in one's head
  const side = level === 1 ? random.whole(3, 6) : 2 * random.whole(2, 5);
  return {
    c: level === 1 ? 1 : random.pick([1, 3]),
    n: side + f - 1,
    k,
    f,
    p: 0,
    stages,
    w: 2,
    k2: 1,
    f2: 1,
    h: level === 3 ? random.pick([10, 20, 50]) : 0,
    m: random.pick([2, 5, 10]),
  };
}

function sumTask(small: Small): Task {
  const { c, n, k, f, w, h, m, stages } = small;
  const steps = stepsOf(square(c, n), [...ofFeatures(small), ...headOf(small)]);
  const costs = steps.map(layerCost);
  const total = totalCost(costs);
  const learning = costs.map(({ parameters }) => parameters).filter((parameters) => parameters > 0);
  const maps = numbersIn(steps.find(({ layer }) => layer.kind === 'flatten')!.input);
  const first = h > 0 ? h : m;
  const rest = h > 0 ? (h + 1) * m : 0;
  const convolution = learning[0]!;
  /** With another number of inputs of the first fully connected layer. */
  const withInputs = (inputs: number) => convolution + (inputs + 1) * first + rest;
  return {
    values: { c, n, k, f, w, h, m, stages },
    answer: total.parameters,
    mistakes: [
      { id: 'netsum-no-biases', value: total.weights },
      ...(stages >= 2 ? [{ id: 'netsum-no-pool', value: withInputs(k * (n - f + 1) ** 2) }] : []),
      { id: 'netsum-one-map', value: withInputs(maps / k) },
      { id: 'netsum-no-conv', value: total.parameters - convolution },
      { id: 'netsum-conv-connected', value: withInputs(c * n * n) },
      ...(c > 1 ? [{ id: 'netsum-one-channel', value: total.parameters - convolution + k * (f * f + 1) }] : []),
      { id: 'netsum-one-filter', value: total.parameters - convolution + c * f * f + 1 },
      { id: 'netsum-one-bias', value: total.parameters - k + 1 },
      ...(h > 0 ? [{ id: 'netsum-no-last', value: total.parameters - rest }] : []),
    ],
    solution: [
      formula('C_out·(C_in·F² + 1),  (n + 1)·m'),
      formula(`${k}·(${c}·${f}² + 1) = ${convolution}`),
      formula(`(${maps} + 1)·${first} = ${(maps + 1) * first}`),
      ...(h > 0 ? [formula(`(${h} + 1)·${m} = ${rest}`)] : []),
      formula(`${learning.join(' + ')} = ${total.parameters}`),
    ],
  };
}
