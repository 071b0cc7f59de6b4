import { conv, flatten, linear, pool, square, stepsOf } from '../14-anatomy/layers.ts';
import { filterMultiplications, filterParameters, linearParameters } from '../arithmetic.ts';
import { networkLayers } from '../network-drawing.ts';
import type { Random } from '../quiz/random.ts';
import type { Level, Skill, Task } from '../quiz/skill.ts';
import { formula, long } from './formulas.ts';

/** Two convolutions that keep the size, each with a pooling that halves it, and two fully connected layers. */
interface Network {
  kind: 'parameters' | 'multiplications';
  c: number;
  n: number;
  k: number;
  k2: number;
  h: number;
  m: number;
}

const F = 3;
/** The layers that learn, in their order. */
const LEARNING = ['conv1', 'conv2', 'linear1', 'linear2'] as const;
/** How much more the heaviest layer must have than any other. */
const CLEARLY = 1.25;

/** In which layer a network has most of its parameters, and in which it does most of its work. */
export const heaviestLayer: Skill = {
  id: 'heaviest-layer',
  prefix: 'heaviest',
  lesson: 12,
  forms: [
    { id: 'choice', kind: 'choice', generate: (random, level) => whichTask(networkOf(random, level)) },
    { id: 'number', kind: 'number', generate: (random, level) => countTask(networkOf(random, level)) },
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const network = networkOf(random, level);
        const steps = stepsIn(network);
        return {
          ...whichTask(network),
          figure: { job: 'network', input: { view: 'drawing', layers: networkLayers(square(network.c, network.n), steps) } },
        };
      },
    },
  ],
};

const stepsIn = ({ c, n, k, k2, h, m }: Network) =>
  stepsOf(square(c, n), [conv(k, F, { p: 1 }), pool(2), conv(k2, F, { p: 1 }), pool(2), flatten, linear(h), linear(m)]);

/** What each of the four layers has, in their order. */
function countsOf({ kind, c, n, k, k2, h, m }: Network): number[] {
  const [first, second] = [
    { channels: c, filters: k, f: F },
    { channels: k, filters: k2, f: F },
  ];
  const flattened = k2 * (n / 4) ** 2;
  return kind === 'parameters'
    ? [filterParameters(first), filterParameters(second), linearParameters(flattened, h), linearParameters(h, m)]
    : [filterMultiplications(first, [n, n]), filterMultiplications(second, [n / 2, n / 2]), flattened * h, h * m];
}

/** Each layer that can be the heaviest is so about equally often, and clearly. */
function networkOf(random: Random, level: Level): Network {
  const kind = level === 1 ? 'parameters' : level === 2 ? 'multiplications' : random.pick(['parameters', 'multiplications'] as const);
  const heaviest = random.pick(kind === 'parameters' ? ['conv2', 'linear1'] : ['conv1', 'conv2', 'linear1']);
  for (;;) {
    const network: Network = {
      kind,
      c: random.pick([1, 3]),
      n: random.pick(level === 1 ? [8, 12, 16] : [8, 12, 16, 20, 28, 32]),
      k: random.pick(level === 1 ? [4, 8, 16] : [4, 6, 8, 16]),
      k2: random.pick(level === 1 ? [8, 16, 20] : [8, 16, 32]),
      h: random.pick([10, 16, 20, 32, 50, 100, 200, 400]),
      m: random.pick([2, 5, 10]),
    };
    const counts = countsOf(network);
    const [most, next] = counts.toSorted((one, other) => other - one) as [number, number];
    if (counts.indexOf(most) === LEARNING.indexOf(heaviest as (typeof LEARNING)[number]) && most >= CLEARLY * next) return network;
  }
}

function whichTask(network: Network): Task {
  const task = countTask(network);
  const counts = countsOf(network);
  const idOf = (value: unknown) => `heaviest-${LEARNING[counts.indexOf(value as number)]}`;
  const others = task.mistakes.filter(({ id }) => LEARNING.some((layer) => id === `heaviest-${layer}`));
  return { ...task, answer: idOf(task.answer), mistakes: others.map(({ id }) => ({ id, value: id })) };
}

function countTask(network: Network): Task {
  const { kind, c, n, k, k2, h, m } = network;
  const counts = countsOf(network);
  const answer = Math.max(...counts);
  const place = counts.indexOf(answer);
  const heaviest = LEARNING[place]!;
  /** One bias for each filter or output. */
  const biases = [k, k2, h, m][place]!;
  return {
    values: {
      kind,
      c,
      n,
      k,
      k2,
      h,
      m,
      heaviest,
      most: answer,
      ...Object.fromEntries(LEARNING.map((layer, index) => [layer, counts[index]!])),
    },
    answer,
    mistakes: [
      ...LEARNING.map((layer, index) => ({ layer, index }))
        .filter(({ index }) => index !== place)
        .sort((one, other) => counts[other.index]! - counts[one.index]!)
        .map(({ layer, index }) => ({ id: `heaviest-${layer}`, value: counts[index]! })),
      { id: 'heaviest-all', value: counts.reduce((sum, count) => sum + count, 0) },
      ...(kind === 'parameters' ? [{ id: 'heaviest-no-biases', value: answer - biases }] : []),
    ],
    solution: [
      ...linesOf(network).map((line, index) => formula(`${line} = ${long(counts[index]!)}`)),
      formula(`max(${counts.map(long).join('; ')}) = ${long(answer)}`),
    ],
    reason: 'heaviest',
  };
}

/** What is counted in each of the four layers, with its numbers. */
function linesOf({ kind, c, n, k, k2, h, m }: Network): string[] {
  const flattened = k2 * (n / 4) ** 2;
  return kind === 'parameters'
    ? [`${k}·(${c}·${F}² + 1)`, `${k2}·(${k}·${F}² + 1)`, `(${flattened} + 1)·${h}`, `(${h} + 1)·${m}`]
    : [`${c}·${F}²·${k}·${n}·${n}`, `${k}·${F}²·${k2}·${n / 2}·${n / 2}`, `${flattened}·${h}`, `${h}·${m}`];
}
