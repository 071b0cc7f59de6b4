import type { Drawing } from '../drawing.ts';
import type { Formula } from '../formula.ts';
import { type Layer, runChain, type Shape } from '../layer-chain.ts';
import { layerTable, networkLayers } from '../network-drawing.ts';
import { asLatex, layerCost } from '../parameters.ts';
import type { Random } from '../quiz/random.ts';
import type { Level, Skill, Task } from '../quiz/skill.ts';
import { activation, conv, flatten, linear, pool, square, stepsOf } from './layers.ts';

const formula = (plain: string): Formula => ({ plain, latex: asLatex(plain) });
const written = ({ channels, sizes }: Shape) => [channels, ...sizes].join('×');

/** Numbers that the layers to choose from have. */
interface Numbers {
  /** Channels and side of what goes in. */
  c: number;
  n: number;
  /** Filters, their window, and another one. */
  k: number;
  f: number;
  g: number;
  /** Outputs of a fully connected layer. */
  m: number;
}

/** Layers to choose from, by the id of what they are called. */
const LAYERS = {
  'layer-conv': ({ k, f }) => conv(k, f),
  'layer-conv-other': ({ k, g }) => conv(k, g),
  'layer-conv-same': ({ k, f }) => conv(k, f, { p: (f - 1) / 2 }),
  'layer-conv-one': ({ k }) => conv(k, 1),
  'layer-conv-strided': ({ k }) => conv(k, 3, { s: 2, p: 1 }),
  'layer-max-pool': () => pool(2),
  'layer-relu': () => activation('ReLU'),
  'layer-flatten': () => flatten,
  'layer-gap': () => ({ kind: 'gap', name: 'gap' }),
  'layer-linear': ({ m }) => linear(m),
  'layer-linear-bare': ({ m }) => ({ ...linear(m), unbiased: true }),
} satisfies Record<string, (numbers: Numbers) => Layer>;
type LayerId = keyof typeof LAYERS;

/** What can be asked for at each level, with what it is mistaken for, the likeliest first. */
const ASKED: Record<Level, readonly { right: LayerId; wrong: readonly LayerId[] }[]> = {
  1: [
    { right: 'layer-conv', wrong: ['layer-conv-other', 'layer-conv-same', 'layer-max-pool'] },
    { right: 'layer-max-pool', wrong: ['layer-conv-strided', 'layer-conv', 'layer-flatten'] },
    { right: 'layer-flatten', wrong: ['layer-linear', 'layer-gap', 'layer-max-pool'] },
  ],
  2: [
    { right: 'layer-max-pool', wrong: ['layer-conv-strided', 'layer-conv-same', 'layer-gap'] },
    { right: 'layer-conv-same', wrong: ['layer-conv', 'layer-conv-one', 'layer-relu'] },
    { right: 'layer-gap', wrong: ['layer-flatten', 'layer-max-pool', 'layer-conv-one'] },
    { right: 'layer-conv-strided', wrong: ['layer-max-pool', 'layer-conv-same', 'layer-conv-one'] },
  ],
  3: [
    { right: 'layer-conv-one', wrong: ['layer-conv-same', 'layer-relu', 'layer-conv'] },
    { right: 'layer-conv-strided', wrong: ['layer-max-pool', 'layer-conv', 'layer-conv-one'] },
    { right: 'layer-linear', wrong: ['layer-linear-bare', 'layer-flatten', 'layer-gap'] },
    { right: 'layer-linear-bare', wrong: ['layer-linear', 'layer-flatten', 'layer-gap'] },
  ],
};

/** Which layer made this shape, with so many parameters? */
export const missingLayer: Skill = {
  id: 'missing-layer',
  prefix: 'whichlay',
  lesson: 14,
  forms: [
    {
      id: 'choice',
      kind: 'choice',
      generate: (random, level) => missingTask(random, level).task,
    },
    { id: 'number', kind: 'number', generate: (random, level) => windowTask(random, level).task },
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const { task, input, layers, asked } = missingTask(random, level);
        return { ...task, figure: tableWithout(input, layers, asked) };
      },
    },
    {
      id: 'drawn',
      kind: 'number',
      generate(random, level) {
        const { task, input, layers } = windowTask(random, level);
        const all = networkLayers(input, stepsOf(input, layers));
        const figure: Drawing = {
          job: 'network',
          input: {
            view: 'drawing',
            layers: all.map((layer) => (layer.kind === 'conv' ? { ...layer, window: ['?', '?'], settings: [] } : layer)),
          },
        };
        return { ...task, figure };
      },
    },
  ],
};

/** The layer asked for among others, so that a table of the whole is more than one row. */
function missingTask(random: Random, level: Level): { task: Task; input: Shape; layers: Layer[]; asked: number } {
  const { right, wrong } = random.pick(ASKED[level]);
  const vectors = right === 'layer-linear' || right === 'layer-linear-bare';
  const f = random.pick([3, 5]);
  const numbers: Numbers = {
    c: random.pick([3, 6, 8]),
    n: vectors ? random.pick([4, 5]) : 2 * random.whole(right === 'layer-flatten' || right === 'layer-gap' ? 3 : 6, level === 1 ? 8 : 16),
    k: random.pick([10, 12, 16, 20]),
    f,
    g: random.pick([3, 5, 7].filter((other) => other !== f)),
    m: random.pick([10, 20, 84, 100]),
  };
  const { c, n } = numbers;
  // with as many filters as channels the shape alone does not tell it from other layers
  if (right !== 'layer-conv') numbers.k = c;
  // a fully connected layer with as many outputs as there are numbers gives the same vector as flattening, but learns
  if (right === 'layer-flatten') numbers.m = c * n * n;
  const before: Layer[] = [conv(c, 3, { p: 1 }), ...(vectors ? [flatten] : [])];
  const input = square(random.pick([1, 3].filter((channels) => channels !== c)), n);
  const upTo = [...before, LAYERS[right](numbers)];
  const step = stepsOf(input, upTo).at(-1)!;
  const { input: given, output } = step;
  const { parameters } = layerCost(step);
  const layers = [...upTo, ...(output.sizes.length > 0 ? [flatten] : []), linear(10)];
  return {
    task: {
      values: { ...numbers, p: (f - 1) / 2, given: written(given), output: written(output), parameters, vectors: vectors ? 1 : 0 },
      answer: right,
      mistakes: wrong
        .filter((id) => !fits(LAYERS[id](numbers), given, output, parameters))
        .map((id) => ({ id: `missing-${id}`, value: id })),
      solution: [],
      reason: `missing-${right}`,
    },
    input,
    layers,
    asked: before.length,
  };
}

/** True for a layer that gives this shape with so many parameters. */
function fits(layer: Layer, given: Shape, output: Shape, parameters: number): boolean {
  const [step] = runChain(given, [layer]).steps;
  return step !== undefined && written(step.output) === written(output) && layerCost(step).parameters === parameters;
}

/** The table of these layers with one name left out. */
function tableWithout(input: Shape, layers: readonly Layer[], asked: number): Drawing {
  const { rows } = layerTable(input, stepsOf(input, layers));
  return {
    job: 'network',
    input: {
      view: 'table',
      rows: [
        { layer: { kind: 'input', shape: [input.channels, ...input.sizes] }, parameters: 0 },
        ...rows.map(({ layer, parameters }, index) => ({
          layer: index === asked ? { kind: 'asked' as const, shape: layer.shape } : layer,
          parameters,
        })),
      ],
    },
  };
}

/** A convolution whose window follows from its parameters, and at the first level from the sizes too. */
function windowTask(random: Random, level: Level): { task: Task; input: Shape; layers: Layer[] } {
  const f = random.pick(level === 1 ? [3, 5] : [3, 5, 7]);
  const c = level === 1 ? 1 : random.pick([3, 6, 8]);
  const k = random.pick(level === 3 ? [16, 24, 32] : [4, 6, 8, 10]);
  const n = random.whole(12, 32);
  const p = level === 1 ? 0 : random.pick([0, 1, (f - 1) / 2]);
  const input = square(c, n);
  const layers = [conv(k, f, { p }), pool(2)];
  const [step] = stepsOf(input, layers);
  const { parameters, weights } = layerCost(step!);
  const [side] = step!.output.sizes as [number];
  return {
    task: {
      values: { c, n, k, side, parameters },
      answer: f,
      mistakes: [
        { id: 'window-squared', value: f * f },
        { id: 'window-per-filter', value: f * f * c },
        { id: 'window-with-bias', value: f * f * c + 1 },
        ...(side === n - f + 1 ? [{ id: 'window-difference', value: n - side }] : [{ id: 'window-padding', value: n - side + 1 }]),
        { id: 'window-weights', value: parameters - k },
      ],
      solution: [
        formula('C_out·(C_in·F² + 1)'),
        formula(`${k}·(${c}·F² + 1) = ${parameters}`),
        formula(`F² = (${parameters}/${k} − 1)/${c} = ${weights / k / c}`),
        formula(`F = √${f * f} = ${f}`),
      ],
    },
    input,
    layers,
  };
}
