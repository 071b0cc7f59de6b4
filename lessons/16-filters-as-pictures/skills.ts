import type { Formula } from '../formula.ts';
import { type Panel, panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';

const formula = (plain: string): Formula => ({
  plain,
  latex: plain.replaceAll('·', ' \\cdot ').replaceAll('−', '-').replaceAll('…', '\\ldots'),
});
const signed = (value: number) => String(value).replace('-', '−');
/** A number as a summand behind others. */
const bracketed = (value: number) => (value < 0 ? `(${signed(value)})` : String(value));
/** Rows as people write a matrix in a line. */
const inLine = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map(signed).join(' ')).join(' / ');
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

interface Layer {
  channels: number;
  filters: number;
  f: number;
}

/** How many pictures a layer's weights make: C_out·C_in in gray, C_out in color for a first layer. */
export const filterPictures: Skill = {
  id: 'filter-pictures',
  prefix: 'tiles',
  lesson: 16,
  forms: [
    ...pickOrType((random, level) => {
      const color = level === 1 ? random.whole(0, 1) === 1 : random.whole(0, 4) === 0;
      return picturesTask({ ...layerOf(random, level), ...(color ? { channels: 3 } : {}) }, color);
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const layer = layerOf(random, level);
        const side = random.pick([8, 14, 16, 28]);
        return {
          ...picturesTask(layer, false),
          figure: panels([
            {
              kind: 'layers',
              layers: [
                { name: '@input', lines: [`${layer.channels} × ${side} × ${side}`], shape: [layer.channels, side, side] },
                { name: '@convolution', lines: [`F = ${layer.f}, P = ${(layer.f - 1) / 2}`] },
                {
                  name: '@feature-maps',
                  lines: [`${layer.filters} × ${side} × ${side}`],
                  shape: [layer.filters, side, side],
                },
              ],
            },
          ]),
        };
      },
    },
  ],
};

const layerOf = (random: Random, level: Level): Layer => ({
  channels: level === 1 ? random.whole(2, 6) : random.pick(level === 2 ? [6, 8, 12, 16] : [32, 64, 96, 128]),
  filters: level === 1 ? random.whole(4, 10) : random.pick(level === 2 ? [10, 12, 20, 32] : [32, 64, 128, 256]),
  f: random.pick(level === 1 ? [3] : [3, 5, 7]),
});

function picturesTask({ channels, filters, f }: Layer, color: boolean): Task {
  const answer = color ? filters : channels * filters;
  return {
    values: { channels, filters, f, color: color ? 1 : 0 },
    answer,
    mistakes: [
      ...(color
        ? [
            { id: 'tiles-gray', value: channels * filters },
            { id: 'tiles-three', value: channels },
          ]
        : [
            { id: 'tiles-filters', value: filters },
            { id: 'tiles-channels', value: channels },
          ]),
      { id: 'tiles-added', value: channels + filters },
      { id: 'tiles-weights', value: channels * filters * f * f },
      { id: 'tiles-squared', value: filters * f * f },
    ],
    solution: color
      ? [formula('C_out'), formula(`C_out = ${answer}`)]
      : [formula('C_out·C_in'), formula(`${filters}·${channels} = ${answer}`)],
    reason: color ? 'tiles-color' : 'tiles-gray',
  };
}

/** Differences that divide 255, so that grays are whole. */
const RANGES = { 1: [3, 5], 2: [5, 15], 3: [15, 17, 51] } as const;
const WHITE = 255;

/** The shade of a weight when the smallest is black and the largest white: 255·(w − min)/(max − min). */
export const weightGray: Skill = {
  id: 'weight-gray',
  prefix: 'shade',
  lesson: 16,
  forms: [
    ...pickOrType((random, level) => {
      const { task } = grayTask(random, level);
      return task;
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const { task, weights, at } = grayTask(random, level);
        const window = { row: Math.floor(at / 3), column: at % 3, rows: 1, columns: 1 };
        return { ...task, figure: panels([{ kind: 'matrix', values: weights, heat: true, window }]) };
      },
    },
  ],
};

function grayTask(random: Random, level: Level): { task: Task; weights: number[][]; at: number } {
  const range = random.pick(RANGES[level]);
  const low = -random.whole(1, range - 2);
  const high = low + range;
  // the first two are the ends of the scale, the third is asked for
  const asked = random.pick(Array.from({ length: range - 1 }, (_, step) => low + 1 + step));
  const others = Array.from({ length: 6 }, () => random.whole(low, high)).filter((weight) => weight !== asked);
  while (others.length < 6) others.push(low);
  const flat = random.shuffle([low, high, asked, ...others]);
  const weights = [0, 1, 2].map((row) => flat.slice(3 * row, 3 * row + 3));
  const answer = (WHITE * (asked - low)) / range;
  const task: Task = {
    values: { weights: inLine(weights), weight: signed(asked) },
    answer,
    mistakes: [
      { id: 'shade-from-zero', value: Math.round((WHITE * Math.max(0, asked)) / high) },
      { id: 'shade-absolute', value: Math.round((WHITE * Math.abs(asked)) / Math.max(high, -low)) },
      { id: 'shade-inverted', value: WHITE - answer },
      { id: 'shade-by-largest', value: Math.round((WHITE * (asked - low)) / high) },
      { id: 'shade-shift-only', value: asked - low },
      { id: 'shade-middle', value: 128 },
    ],
    solution: [
      { plain: '255·(w − min) / (max − min)', latex: '255 \\cdot \\frac{w - \\min}{\\max - \\min}' },
      {
        plain: `255·(${signed(asked)} − (${signed(low)})) / (${high} − (${signed(low)})) = 255·${asked - low} / ${range} = ${answer}`,
        latex: `255 \\cdot \\frac{${asked} - (${low})}{${high} - (${low})} = 255 \\cdot \\frac{${asked - low}}{${range}} = ${answer}`,
      },
    ],
  };
  return { task, weights, at: flat.indexOf(asked) };
}

/** What a deeper filter answers: the sums of all its channels and the bias together, then ReLU. */
export const channelSum: Skill = {
  id: 'channel-sum',
  prefix: 'deepsum',
  lesson: 16,
  forms: [
    ...pickOrType((random, level) => {
      const sums = Array.from({ length: level + 1 }, () => random.whole(-9, 9));
      return sumTask(sums, random.whole(-4, 4), { sums: sums.map(signed).join(', ') });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const most = 1 + level;
        const square = (low: number, high: number) => [0, 1].map(() => [random.whole(low, high), random.whole(low, high)]);
        const windows = [square(0, most), square(0, most)];
        const weights = [square(-2, 2), square(-2, 2)];
        const bias = random.whole(-3, 3);
        const sums = windows.map((window, channel) =>
          sumOf(window.flatMap((row, y) => row.map((value, x) => value * weights[channel]![y]![x]!))),
        );
        const drawn: Panel[] = windows.map((input, channel) => ({
          kind: 'kernel-sum',
          input,
          kernel: weights[channel]!,
          row: 0,
          column: 0,
        }));
        return { ...sumTask(sums, bias, {}), figure: panels(drawn) };
      },
    },
  ],
};

function sumTask(sums: number[], bias: number, values: Task['values']): Task {
  const total = sumOf(sums) + bias;
  const answer = Math.max(0, total);
  const relu = (value: number) => Math.max(0, value);
  return {
    values: { ...values, channels: sums.length, bias: signed(bias) },
    answer,
    signed: true,
    mistakes: [
      ...(total < 0 ? [{ id: 'deepsum-no-relu', value: total }] : []),
      { id: 'deepsum-relu-each', value: relu(sumOf(sums.map(relu)) + bias) },
      { id: 'deepsum-no-bias', value: relu(sumOf(sums)) },
      { id: 'deepsum-first', value: relu(sums[0]! + bias) },
      { id: 'deepsum-largest', value: Math.max(...sums) },
      { id: 'deepsum-sizes', value: sumOf(sums.map(Math.abs)) + bias },
      { id: 'deepsum-minus-bias', value: relu(sumOf(sums) - bias) },
    ],
    solution: [
      formula(`${[...sums, bias].map((value, index) => (index === 0 ? signed(value) : bracketed(value))).join(' + ')} = ${signed(total)}`),
      {
        plain: `ReLU(${signed(total)}) = ${answer}`,
        latex: `\\mathrm{ReLU}(${total}) = ${answer}`,
      },
    ],
  };
}
