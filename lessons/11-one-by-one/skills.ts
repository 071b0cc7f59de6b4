import { filterParameters, outputSize } from '../arithmetic.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';

const minus = (value: number) => String(value).replace('-', '−');
const bracketed = (value: number) => (value < 0 ? `(${minus(value)})` : String(value));
/** `2, −1, 3` as texts show a list of numbers. */
const listed = (values: readonly number[]) => values.map(minus).join(', ');
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** A 1×1 filter at one pixel: the dot product of its channels with the weights. */
export const mixPixel: Skill = {
  id: 'mix-pixel',
  prefix: 'mix',
  lesson: 11,
  forms: [
    ...pickOrType((random, level) => pixelTask(mixOf(random, level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const mix = mixOf(random, level);
        const [row, column] = [random.whole(0, 1), random.whole(0, 2)];
        const maps = mix.values.map((value) =>
          Array.from({ length: 2 }, (_, y) =>
            Array.from({ length: 3 }, (_cell, x) => (y === row && x === column ? value : random.whole(0, 9))),
          ),
        );
        const task = pixelTask(mix);
        return {
          ...task,
          values: {
            weights: listed(mix.weights),
            bias: minus(mix.bias),
            count: mix.values.length,
            maps: JSON.stringify(maps),
            row,
            column,
          },
          figure: panels(
            maps.map((values, index) => ({
              kind: 'matrix',
              caption: `c = ${index + 1}`,
              values,
              window: { row, column, rows: 1, columns: 1 },
            })),
          ),
        };
      },
    },
  ],
};

interface Mix {
  values: number[];
  weights: number[];
  bias: number;
}

function mixOf(random: Random, level: Level): Mix {
  const count = level === 1 ? 2 : level === 2 ? 3 : 4;
  return {
    values: Array.from({ length: count }, () => random.whole(1, 9)),
    weights: Array.from({ length: count }, () => random.pick(level === 1 ? [1, 2, 3, -1] : [-3, -2, -1, 1, 2, 3, 4])),
    bias: random.whole(level === 1 ? 1 : -4, 5),
  };
}

function pixelTask({ values, weights, bias }: Mix): Task {
  const products = values.map((value, index) => value * weights[index]!);
  const answer = sum(products) + bias;
  const sign = bias < 0 ? `− ${-bias}` : `+ ${bias}`;
  const line = (dot: string) =>
    `${values.map((value, index) => `${bracketed(weights[index]!)}${dot}${value}`).join(' + ')} ${sign} = ${minus(answer)}`;
  return {
    values: { values: listed(values), weights: listed(weights), bias: minus(bias), count: values.length },
    answer,
    mistakes: [
      { id: 'mix-no-bias', value: sum(products) },
      { id: 'mix-no-weights', value: sum(values) + bias },
      { id: 'mix-signs-lost', value: sum(products.map(Math.abs)) + bias },
      { id: 'mix-first-channel', value: products[0]! + bias },
      { id: 'mix-strongest', value: Math.max(...products) + bias },
      { id: 'mix-sums-multiplied', value: sum(values) * sum(weights) + bias },
    ],
    signed: true,
    solution: [
      { plain: 'y = w₁·x₁ + … + w_C·x_C + b', latex: 'y = w_1 x_1 + \\dots + w_C x_C + b' },
      { plain: line('·'), latex: line(' \\cdot ').replaceAll('−', '-') },
    ],
  };
}

/** What shape a 1×1 layer leaves: as many channels as filters, height and width as they were (stride 1). */
export const oneByOneShape: Skill = {
  id: 'one-by-one-shape',
  prefix: 'pointsh',
  lesson: 11,
  forms: [
    { id: 'choice', kind: 'choice', generate: (random, level) => shapeTask(layerOf(random, level)) },
    { id: 'shape', kind: 'shape', generate: (random, level) => shapeTask(layerOf(random, level)) },
    {
      id: 'picture',
      kind: 'shape',
      generate(random, level) {
        const layer = layerOf(random, level);
        const layers = [
          { name: '@input', lines: [`${layer.c}×${layer.h}×${layer.w}`] },
          { name: '@convolution', lines: [`F = 1, S = ${layer.s}, C_out = ${layer.k}`] },
          { name: '@output', lines: ['?'] },
        ];
        return { ...shapeTask(layer), figure: panels([{ kind: 'layers', layers }]) };
      },
    },
  ],
};

interface PointLayer {
  c: number;
  h: number;
  w: number;
  k: number;
  s: number;
}

const CHANNELS = [16, 24, 32, 48, 64, 96, 128, 256];

function layerOf(random: Random, level: Level): PointLayer {
  const [c, k] = random.shuffle(CHANNELS) as [number, number];
  const h = random.whole(7, 56);
  return { c, k, h, w: level === 1 ? h : random.whole(7, 56), s: level === 3 ? 2 : 1 };
}

function shapeTask({ c, h, w, k, s }: PointLayer): Task {
  const along = (n: number) => outputSize({ n, f: 1, s }).output;
  const [high, wide] = [along(h), along(w)];
  const line = (letter: string, n: number) =>
    s === 1
      ? { plain: `${letter}' = ${n} − 1 + 1 = ${n}`, latex: `${letter}' = ${n} - 1 + 1 = ${n}` }
      : {
          plain: `${letter}' = ⌊(${n} − 1) / ${s}⌋ + 1 = ${along(n)}`,
          latex: `${letter}' = \\left\\lfloor \\frac{${n} - 1}{${s}} \\right\\rfloor + 1 = ${along(n)}`,
        };
  return {
    values: { c, h, w, k, s },
    answer: [k, high, wide],
    mistakes: [
      { id: 'point-channels-kept', value: [c, high, wide] },
      { id: 'point-channels-multiplied', value: [c * k, high, wide] },
      { id: 'point-size-lost', value: [k, 1, 1] },
      { id: 'point-size-shrunk', value: [k, high - 1, wide - 1] },
      { id: 'point-one-map', value: [1, high, wide] },
      { id: 'point-stride-forgotten', value: [k, h, w] },
    ],
    solution: [
      line('H', h),
      line('W', w),
      { plain: `C' × H' × W' = ${k}×${high}×${wide}`, latex: `C' \\times H' \\times W' = ${k} \\times ${high} \\times ${wide}` },
    ],
  };
}

/** Parameters of a 1×1 layer to C_t channels and an F×F layer behind it: C_t·(C_in + 1) + C_out·(C_t·F² + 1). */
export const bottleneckParameters: Skill = {
  id: 'bottleneck-parameters',
  prefix: 'bottle',
  lesson: 11,
  forms: [
    ...pickOrType((random, level) => bottleneckTask(bottleneckOf(random, level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const { c, t, k, f } = bottleneckOf(random, level);
        const layers = [
          { name: '@input', lines: [`${c}×28×28`] },
          { name: '@convolution', lines: [`F = 1, C_out = ${t}`] },
          { name: '@convolution', lines: [`F = ${f}, C_out = ${k}`] },
        ];
        return { ...bottleneckTask({ c, t, k, f }), figure: panels([{ kind: 'layers', layers }]) };
      },
    },
  ],
};

interface Bottleneck {
  /** C_in, C_t, C_out and the side of the wide window. */
  c: number;
  t: number;
  k: number;
  f: number;
}

function bottleneckOf(random: Random, level: Level): Bottleneck {
  const t = random.pick(level === 1 ? [2, 4, 5] : level === 2 ? [8, 10, 16] : [16, 32, 64]);
  return {
    c: t * random.pick([2, 3, 4, 5]),
    t,
    k: level === 1 ? random.pick([4, 6, 8, 10]) : random.pick([16, 20, 32, 64]),
    f: level === 3 ? random.pick([3, 5]) : 3,
  };
}

function bottleneckTask({ c, t, k, f }: Bottleneck): Task {
  const first = filterParameters({ channels: c, filters: t, f: 1 });
  const second = filterParameters({ channels: t, filters: k, f });
  const answer = first + second;
  const line = (dot: string, power: string) =>
    `${t}${dot}(${c} + 1) + ${k}${dot}(${t}${dot}${f}${power} + 1) = ${first} + ${second} = ${answer}`;
  return {
    values: { c, t, k, f },
    answer,
    mistakes: [
      { id: 'bottleneck-no-bias', value: t * c + k * t * f * f },
      { id: 'bottleneck-direct', value: filterParameters({ channels: c, filters: k, f }) },
      { id: 'bottleneck-second-only', value: second },
      { id: 'bottleneck-wide-input', value: first + filterParameters({ channels: c, filters: k, f }) },
      { id: 'bottleneck-side-once', value: first + k * (t * f + 1) },
      { id: 'bottleneck-first-squared', value: filterParameters({ channels: c, filters: t, f }) + second },
    ],
    solution: [
      { plain: 'C_t·(C_in + 1) + C_out·(C_t·F² + 1)', latex: 'C_t (C_{in} + 1) + C_{out} (C_t F^2 + 1)' },
      { plain: line('·', '²'), latex: line(' \\cdot ', '^2') },
    ],
  };
}
