import { type Axis, outputSize, transposedSize } from '../arithmetic.ts';
import { transposedFormula } from '../formula.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';

type Matrix = number[][];

/** N' = (N − 1)S − 2P + F + OP. */
export const transposedSizeSkill: Skill = {
  id: 'transposed-size',
  prefix: 'upsize',
  lesson: 13,
  forms: [
    ...pickOrType((random, level) => {
      const s = random.whole(2, level === 1 ? 2 : 4);
      const f = random.pick(level === 1 ? [3, 4] : [3, 4, 5, 7]);
      const p = level === 1 ? 0 : random.whole(1, Math.min(3, f - 1));
      const n = random.whole(level === 1 ? 3 : 7, level === 1 ? 12 : 32);
      return sizeTask({ n, f, p, s, op: level === 3 ? random.whole(1, s - 1) : 0 });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const s = level === 3 ? random.whole(2, 3) : 2;
        const f = random.pick(level === 1 ? [3] : [3, 4]);
        const p = level === 1 ? 0 : random.whole(0, f - 2);
        const n = random.whole(2, s === 3 || f === 4 ? 3 : 4);
        return insertedTask(random, { n, f, p, s });
      },
    },
  ],
};

type Layer = Required<Omit<Axis, 'q' | 'd'>>;

function sizeTask(axis: Layer & { op: number }): Task {
  const { n, f, p, s, op } = axis;
  const answer = transposedSize(axis);
  return {
    values: { ...axis },
    answer,
    mistakes: [
      { id: 'up-n-times', value: answer + s },
      { id: 'up-scaled', value: n * s },
      ...(p > 0
        ? [
            { id: 'up-padding-added', value: answer + 4 * p },
            { id: 'up-one-padding', value: answer + p },
          ]
        : []),
      ...(op > 0 ? [{ id: 'up-no-output-padding', value: answer - op }] : []),
      { id: 'up-forward', value: outputSize({ n, f, p, s }).output },
      { id: 'up-kernel-short', value: answer - 1 },
      { id: 'up-no-kernel', value: (n - 1) * s + 1 },
    ],
    solution: transposedFormula(axis),
  };
}

/** The input as the ordinary convolution sees it: S − 1 zeros between its numbers, F − 1 − P around them. */
function insertedTask(random: Random, axis: Layer): Task {
  const { n, f, p, s } = axis;
  const edge = new Array<number>(f - 1 - p).fill(0);
  const gap = new Array<number>(s - 1).fill(0);
  const inner = Array.from({ length: n }, () => random.whole(1, 9)).flatMap((value, index) => (index === 0 ? [value] : [...gap, value]));
  const row = [...edge, ...inner, ...edge];
  const answer = transposedSize(axis);
  return {
    values: { ...axis, row: row.join(' ') },
    answer,
    mistakes: [
      { id: 'forgot-plus-one', value: answer - 1 },
      { id: 'up-all-cells', value: row.length },
      { id: 'up-inputs-only', value: n },
      { id: 'up-no-kernel', value: inner.length },
    ],
    solution: [
      { plain: "N' = M − F + 1", latex: "N' = M - F + 1" },
      { plain: `N' = ${row.length} − ${f} + 1 = ${answer}`, latex: `N' = ${row.length} - ${f} + 1 = ${answer}` },
    ],
    figure: panels([{ kind: 'matrix', values: [row], window: { row: 0, column: 0, rows: 1, columns: f } }]),
  };
}

/** Every input number stamps the kernel, times itself; what overlaps adds up. */
export const transposedValue: Skill = {
  id: 'transposed-value',
  prefix: 'stamp',
  lesson: 13,
  forms: [
    ...pickOrType((random, level) => {
      const input = [digits(random, level === 1 ? 2 : 3, 5)];
      const kernel = [digits(random, level === 3 ? 4 : 3, 4)];
      const stride = level === 3 ? random.whole(2, 3) : level === 2 ? 2 : random.whole(1, 2);
      return valueTask(random, { input, kernel, stride }, level);
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const side = level === 1 ? 2 : 3;
        const input = [digits(random, 2, 4), digits(random, 2, 4)];
        const kernel = Array.from({ length: side }, () => digits(random, side, 3));
        const stamps = { input, kernel, stride: level === 2 ? 2 : 1 };
        const task = valueTask(random, stamps, level);
        const { row, column } = task.values as { row: number; column: number };
        const shown = stamped(stamps).map((line, y) => line.map((value, x) => (y === row && x === column ? '?' : value)));
        return {
          ...task,
          figure: panels([
            { kind: 'matrix', values: input, caption: '@input' },
            { kind: 'matrix', values: kernel, caption: '@kernel' },
            { kind: 'matrix', values: shown, caption: '@output' },
          ]),
        };
      },
    },
  ],
};

const digits = (random: Random, count: number, most: number) => Array.from({ length: count }, () => random.whole(1, most));

interface Stamps {
  input: Matrix;
  kernel: Matrix;
  stride: number;
}

/** The products that fall on each cell of the output, in the order of the input's numbers. */
function fallen({ input, kernel, stride }: Stamps): { value: number; weight: number }[][][] {
  const side = (cells: number, window: number) => transposedSize({ n: cells, f: window, s: stride });
  const cells = Array.from({ length: side(input.length, kernel.length) }, () =>
    Array.from({ length: side(input[0]!.length, kernel[0]!.length) }, () => [] as { value: number; weight: number }[]),
  );
  for (const [y, line] of input.entries())
    for (const [x, value] of line.entries())
      for (const [i, weights] of kernel.entries())
        for (const [j, weight] of weights.entries()) cells[y * stride + i]![x * stride + j]!.push({ value, weight });
  return cells;
}

const summed = (products: readonly { value: number; weight: number }[]) =>
  products.reduce((sum, { value, weight }) => sum + value * weight, 0);
const stamped = (stamps: Stamps): Matrix => fallen(stamps).map((line) => line.map(summed));
const written = (values: Matrix) => values.map((line) => line.join(' ')).join('; ');

function valueTask(random: Random, stamps: Stamps, level: Level): Task {
  const { input, kernel, stride } = stamps;
  const cells = fallen(stamps);
  const places = cells.flatMap((line, row) => line.map((products, column) => ({ row, column, products })));
  // where stamps overlap there is something to add up; where they do not, that is to be seen
  const wanted = places.filter(({ products }) => products.length > 1 || level === 3);
  const { row, column, products } = random.pick(wanted.length > 0 ? wanted : places);
  const turned = kernel.map((line) => line.toReversed()).toReversed();
  const at = (matrix: Matrix, y: number, x: number) => matrix[y]?.[x];
  const sums = stamped(stamps);
  const answer = summed(products);
  const other = (id: string, value: number | undefined) => (value === undefined ? [] : [{ id, value }]);
  const terms = products.map(({ value, weight }) => `${value}·${weight}`).join(' + ');
  return {
    values: { input: written(input), kernel: written(kernel), stride, row, column },
    answer,
    mistakes: [
      ...(products.length > 1
        ? [
            { id: 'stamp-last', value: summed(products.slice(-1)) },
            { id: 'stamp-first', value: summed(products.slice(0, 1)) },
          ]
        : []),
      ...other('stamp-turned', at(stamped({ input, kernel: turned, stride }), row, column)),
      ...(stride > 1 ? other('stamp-close', at(stamped({ input, kernel, stride: 1 }), row, column)) : []),
      { id: 'stamp-weights', value: products.reduce((sum, { weight }) => sum + weight, 0) },
      ...other('stamp-next', at(sums, row, column + 1)),
      ...other('stamp-before', at(sums, row, column - 1)),
      { id: 'stamp-inputs', value: products.reduce((sum, { value }) => sum + value, 0) },
    ],
    solution: [{ plain: `${terms} = ${answer}`, latex: `${terms.replaceAll('·', ' \\cdot ')} = ${answer}` }],
  };
}
