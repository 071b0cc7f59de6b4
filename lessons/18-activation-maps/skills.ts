import { outputSize } from '../arithmetic.ts';
import type { Formula } from '../formula.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';

const formula = (plain: string): Formula => ({ plain, latex: plain.replaceAll('·', ' \\cdot ').replaceAll('−', '-') });
const signed = (value: number) => String(value).replace('-', '−');
/** Rows as people write a matrix in a line. */
const inLine = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map(signed).join(' ')).join(' / ');
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** One convolution at stride 1, then pooling of 2×2 in steps of 2 where there is some. */
interface Stack {
  channels: number;
  n: number;
  filters: number;
  f: number;
  p: number;
  pooled: boolean;
}

/** The shape of a stack of activation maps: C_out × H × W. */
export const mapShape: Skill = {
  id: 'map-shape',
  prefix: 'maps',
  lesson: 18,
  forms: [
    { id: 'choice', kind: 'choice', generate: (random, level) => shapeTask(stackOf(random, level)) },
    { id: 'shape', kind: 'shape', generate: (random, level) => shapeTask(stackOf(random, level)) },
    {
      id: 'picture',
      kind: 'shape',
      generate(random, level) {
        const stack = stackOf(random, level);
        const { channels, n, filters, f, p, pooled } = stack;
        const pooling = [{ name: '@max-pooling', lines: ['F = 2, S = 2'] }];
        return {
          ...shapeTask(stack),
          figure: panels([
            {
              kind: 'layers',
              layers: [
                { name: '@input', lines: [`${channels} × ${n} × ${n}`] },
                { name: '@convolution', lines: [`${filters} × (F = ${f}), P = ${p}, S = 1`] },
                ...(pooled ? pooling : []),
                { name: '@feature-maps', lines: ['? × ? × ?'] },
              ],
            },
          ]),
        };
      },
    },
  ],
};

function stackOf(random: Random, level: Level): Stack {
  const f = random.pick(level === 1 ? [3] : [3, 5]);
  return {
    channels: random.pick(level === 1 ? [1, 3] : [3, 8, 16, 32]),
    n: 2 * random.whole(level === 1 ? 4 : 7, level === 3 ? 56 : 16),
    filters: random.pick(level === 1 ? [4, 6, 8] : [16, 20, 24, 64]),
    f,
    p: random.whole(0, (f - 1) / 2),
    pooled: level > 1,
  };
}

function shapeTask(stack: Stack): Task {
  const { channels, n, filters, f, p, pooled } = stack;
  const convolved = outputSize({ n, f, p }).output;
  const pool = (size: number) => (pooled ? outputSize({ n: size, f: 2, s: 2 }).output : size);
  const side = pool(convolved);
  const shape = (count: number, size: number) => [count, size, size];
  return {
    values: { channels, n, filters, f, p, pooled: pooled ? 1 : 0 },
    answer: shape(filters, side),
    mistakes: [
      ...(pooled
        ? [
            { id: 'maps-not-pooled', value: shape(filters, convolved) },
            { id: 'maps-pooled-channels', value: shape(filters / 2, side) },
          ]
        : []),
      { id: 'maps-channels-kept', value: shape(channels, side) },
      { id: 'maps-channels-multiplied', value: shape(channels * filters, side) },
      ...(p > 0 ? [{ id: 'maps-no-padding', value: shape(filters, pool(outputSize({ n, f }).output)) }] : []),
      { id: 'maps-size-kept', value: shape(filters, pool(n)) },
      { id: 'maps-one-map', value: shape(1, side) },
    ],
    solution: [
      {
        plain: `N' = ${n} + 2·${p} − ${f} + 1 = ${convolved}`,
        latex: `N' = ${n} + 2 \\cdot ${p} - ${f} + 1 = ${convolved}`,
      },
      ...(pooled
        ? [
            {
              plain: `⌊(${convolved} − 2) / 2⌋ + 1 = ${side}`,
              latex: `\\left\\lfloor \\frac{${convolved} - 2}{2} \\right\\rfloor + 1 = ${side}`,
            },
          ]
        : []),
      { plain: `C × H × W = ${filters} × ${side} × ${side}`, latex: `C \\times H \\times W = ${filters} \\times ${side} \\times ${side}` },
    ],
  };
}

/** Patches of 3×3 pixels that everybody can name, each with the weights that it excites more than any other of them. */
const PATTERNS: Record<string, { patch: number[][]; weights: number[][]; opposite?: string }> = {
  'patch-left': {
    patch: rowsOf('100 100 100'),
    weights: [
      [1, 0, -1],
      [1, 0, -1],
      [1, 0, -1],
    ],
    opposite: 'patch-right',
  },
  'patch-right': {
    patch: rowsOf('001 001 001'),
    weights: [
      [-1, 0, 1],
      [-1, 0, 1],
      [-1, 0, 1],
    ],
    opposite: 'patch-left',
  },
  'patch-top': {
    patch: rowsOf('111 000 000'),
    weights: [
      [1, 1, 1],
      [0, 0, 0],
      [-1, -1, -1],
    ],
    opposite: 'patch-bottom',
  },
  'patch-bottom': {
    patch: rowsOf('000 000 111'),
    weights: [
      [-1, -1, -1],
      [0, 0, 0],
      [1, 1, 1],
    ],
    opposite: 'patch-top',
  },
  'patch-falling': {
    patch: rowsOf('100 010 001'),
    weights: [
      [2, -1, -1],
      [-1, 2, -1],
      [-1, -1, 2],
    ],
  },
  'patch-rising': {
    patch: rowsOf('001 010 100'),
    weights: [
      [-1, -1, 2],
      [-1, 2, -1],
      [2, -1, -1],
    ],
  },
  'patch-spot': {
    patch: rowsOf('000 010 000'),
    weights: [
      [-1, -1, -1],
      [-1, 8, -1],
      [-1, -1, -1],
    ],
  },
  'patch-flat': {
    patch: rowsOf('111 111 111'),
    weights: [
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ],
  },
};
const PATCHES = Object.keys(PATTERNS);

function rowsOf(rows: string): number[][] {
  return rows.split(' ').map((row) => [...row].map(Number));
}

const response = (patch: readonly (readonly number[])[], weights: readonly (readonly number[])[]) =>
  sumOf(patch.flatMap((row, y) => row.map((value, x) => value * weights[y]![x]!)));

/** Which part of a picture excites a unit most. */
export const bestPatch: Skill = {
  id: 'best-patch',
  prefix: 'patch',
  lesson: 18,
  forms: [
    { id: 'choice', kind: 'choice', generate: patternTask },
    {
      id: 'number',
      kind: 'number',
      generate(random, level) {
        const weights = [0, 1].map(() => [random.whole(-3, 3), random.whole(-3, 3)]);
        const patches = Array.from({ length: 3 }, () =>
          [0, 1].map(() => [random.whole(0, level + 1), random.whole(0, level + 1)]),
        ) as number[][][];
        const sums = patches.map((patch) => response(patch, weights));
        const answer = Math.max(0, ...sums);
        const [a, b, c] = patches.map(inLine) as [string, string, string];
        return {
          values: { weights: inLine(weights), a, b, c },
          answer,
          signed: true,
          mistakes: [
            ...(Math.max(...sums) < 0 ? [{ id: 'patch-no-relu', value: Math.max(...sums) }] : []),
            ...[...sums].sort((first, second) => second - first).map((value) => ({ id: 'patch-not-largest', value })),
            { id: 'patch-no-signs', value: Math.max(...patches.map((patch) => response(patch, absolute(weights)))) },
            { id: 'patch-brightest', value: Math.max(...patches.map((patch) => sumOf(patch.flat()))) },
          ],
          solution: [
            formula(sums.map((sum, place) => `${'ABC'[place]}: ${signed(sum)}`).join(', ')),
            { plain: `max(0, ${sums.map(signed).join(', ')}) = ${answer}`, latex: `\\max(0, ${sums.join(', ')}) = ${answer}` },
          ],
        };
      },
    },
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        return {
          ...patternTask(random, level),
          panels: (order) =>
            panels(
              order.map((id) => ({
                kind: 'picture',
                width: 3,
                height: 3,
                data: PATTERNS[id]!.patch.flat().map((pixel) => 235 * pixel + 10),
              })),
              true,
            ),
        };
      },
    },
  ],
};

const absolute = (weights: readonly (readonly number[])[]) => weights.map((row) => row.map(Math.abs));

function patternTask(random: Random, level: Level): Task {
  const [answer, ...others] = random.shuffle(PATCHES) as [string, ...string[]];
  const { weights, opposite } = PATTERNS[answer]!;
  const factor = random.whole(1, level);
  const scaled = weights.map((row) => row.map((weight) => weight * factor));
  const wrong = [...(opposite === undefined ? [] : [opposite]), ...others.filter((id) => id !== opposite)].slice(0, 3);
  return {
    values: { weights: inLine(scaled), sum: response(PATTERNS[answer]!.patch, scaled) },
    answer,
    mistakes: random.shuffle(wrong).map((value) => ({ id: value === opposite ? 'patch-opposite' : 'patch-weaker', value })),
    solution: [],
    reason: 'patch-matches',
  };
}

/** The share of zeros behind ReLU, percent. */
export const sparsity: Skill = {
  id: 'sparsity',
  prefix: 'sparse',
  lesson: 18,
  forms: [
    ...pickOrType((random, level) => {
      const numbers = beforeRelu(random, level === 1 ? 10 : 20);
      return sparsityTask(numbers, { list: numbers.map(signed).join(', ') });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const columns = 5;
        const numbers = beforeRelu(random, columns * [2, 4, 5][level - 1]!);
        const rows = Array.from({ length: numbers.length / columns }, (_, row) => numbers.slice(row * columns, (row + 1) * columns));
        return { ...sparsityTask(numbers, {}), figure: panels([{ kind: 'matrix', values: rows }]) };
      },
    },
  ],
};

/** More often below zero than above, as maps of trained networks are; some are zero already. */
function beforeRelu(random: Random, count: number): number[] {
  const least = random.whole(-9, -5);
  return Array.from({ length: count }, () => (random.whole(0, 7) === 0 ? 0 : random.whole(least, 5)));
}

function sparsityTask(numbers: readonly number[], values: Task['values']): Task {
  const count = numbers.length;
  const percent = (part: number) => (100 * part) / count;
  const below = numbers.filter((value) => value < 0).length;
  const zeros = numbers.filter((value) => value <= 0).length;
  const answer = percent(zeros);
  return {
    values: { ...values, count },
    answer,
    mistakes: [
      { id: 'sparse-alive', value: percent(count - zeros) },
      { id: 'sparse-below', value: percent(below) },
      { id: 'sparse-zeros-before', value: percent(zeros - below) },
      { id: 'sparse-count', value: zeros },
      { id: 'sparse-count-alive', value: count - zeros },
    ],
    solution: [
      {
        plain: `100·${zeros} / ${count} = ${answer}`,
        latex: `\\frac{100 \\cdot ${zeros}}{${count}} = ${answer}`,
      },
    ],
  };
}

/** Filters that answer to no picture at all. */
export const deadFilters: Skill = {
  id: 'dead-filters',
  prefix: 'dead',
  lesson: 18,
  forms: [
    ...pickOrType((random, level) => {
      const table = peaksOf(random, 4 + level, 2 + level);
      return deadTask(table, { list: table.map((row) => row.join(' ')).join(' / ') });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const table = peaksOf(random, 5 + level, 3 + level);
        return { ...deadTask(table, {}), figure: panels([{ kind: 'matrix', values: table }]) };
      },
    },
  ],
};

/** A row for each filter: its largest activation on each picture. */
function peaksOf(random: Random, filters: number, pictures: number): number[][] {
  return Array.from({ length: filters }, () => {
    if (random.whole(0, 9) < 4) return Array.from({ length: pictures }, () => 0);
    const row = Array.from({ length: pictures }, () => (random.whole(0, 9) < 4 ? random.whole(1, 9) : 0));
    row[random.whole(0, pictures - 1)] = random.whole(1, 9);
    return row;
  });
}

function deadTask(table: readonly (readonly number[])[], values: Task['values']): Task {
  const dead = table.filter((row) => row.every((peak) => peak === 0)).length;
  const silent = (column: number) => table.filter((row) => row[column] === 0).length;
  return {
    values: { ...values, filters: table.length, pictures: table[0]!.length },
    answer: dead,
    mistakes: [
      { id: 'dead-any-zero', value: table.filter((row) => row.includes(0)).length },
      { id: 'dead-alive', value: table.length - dead },
      { id: 'dead-first-picture', value: silent(0) },
      { id: 'dead-last-picture', value: silent(table[0]!.length - 1) },
      { id: 'dead-zeros', value: table.flat().filter((peak) => peak === 0).length },
    ],
    solution: [formula(`${table.map((row) => (row.every((peak) => peak === 0) ? 1 : 0)).join(' + ')} = ${dead}`)],
  };
}
