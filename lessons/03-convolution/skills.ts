import { outputSize } from '../arithmetic.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';

type Matrix = number[][];

/** One place of the window: the sum of products. */
export const windowSum: Skill = {
  id: 'window-sum',
  prefix: 'sum',
  lesson: 3,
  forms: [
    ...pickOrType((random, level) => {
      const side = level === 3 ? 3 : 2;
      return sumTask(matrix(random, side, 0, level === 1 ? 5 : 9), kernelOf(random, level, side));
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const side = level === 1 ? 2 : 3;
        const size = side + 1;
        const input = matrix(random, size, 0, level === 3 ? 9 : 4);
        const kernel = kernelOf(random, level, side);
        const [row, column] = [random.whole(0, 1), random.whole(0, 1)];
        return {
          ...sumTask(cut(input, row, column, side), kernel, { input: written(input), row, column }),
          figure: panels([{ kind: 'kernel-sum', input, kernel, row, column }]),
        };
      },
    },
  ],
};

/** Which window an output number comes from, and what it is. */
export const outputCell: Skill = {
  id: 'output-cell',
  prefix: 'outcell',
  lesson: 3,
  forms: [
    ...pickOrType((random, level) => cellTask(cellOf(random, level))),
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const cell = cellOf(random, level);
        const { input, kernel, row, column } = cell;
        const side = outputSize({ n: input.length, f: kernel.length }).output;
        const output = Array.from({ length: side }, (_, y) =>
          Array.from({ length: side }, (_cell, x) => (y === row - 1 && x === column - 1 ? '?' : sumAt(input, kernel, y, x))),
        );
        return {
          ...cellTask(cell),
          figure: panels([
            { kind: 'matrix', caption: '@input', values: input },
            { kind: 'matrix', caption: '@kernel', values: kernel, heat: true },
            { kind: 'matrix', caption: '@output', values: output },
          ]),
        };
      },
    },
  ],
};

/** The same as a product of matrices: a row for each window, a column for each weight. */
export const windowRows: Skill = {
  id: 'window-rows',
  prefix: 'imcol',
  lesson: 3,
  forms: [
    { id: 'choice', kind: 'choice', generate: (random, level) => rowsTask(layerOf(random, level)) },
    { id: 'shape', kind: 'shape', generate: (random, level) => rowsTask(layerOf(random, level)) },
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const { n, f } = { n: random.whole(3 + level, 5 + level), f: random.pick([2, 3]) };
        const cells = { kind: 'cells' as const, rows: n, columns: n, windows: [{ row: 0, column: 0, rows: f, columns: f }] };
        return { ...rowsTask({ n, f }), figure: panels([cells]) };
      },
    },
  ],
};

const matrix = (random: Random, side: number, min: number, max: number): Matrix =>
  Array.from({ length: side }, () => Array.from({ length: side }, () => random.whole(min, max)));

const kernelOf = (random: Random, level: Level, side: number) => matrix(random, side, level === 1 ? 0 : -2, 2);

const cut = (values: Matrix, row: number, column: number, side: number): Matrix =>
  values.slice(row, row + side).map((line) => line.slice(column, column + side));

const written = (values: Matrix) =>
  values
    .map((row) => row.join(' '))
    .join('; ')
    .replaceAll('-', '−');
const signed = (value: number) => String(value).replace('-', '−');

const dot = (window: Matrix, kernel: Matrix) => {
  const weights = kernel.flat();
  return window.flat().reduce((sum, value, index) => sum + value * weights[index]!, 0);
};
const sumAt = (input: Matrix, kernel: Matrix, row: number, column: number) => dot(cut(input, row, column, kernel.length), kernel);
const turned = (kernel: Matrix) => kernel.map((row) => [...row].reverse()).reverse();
const mirrored = (kernel: Matrix) => kernel.map((row, y) => row.map((_, x) => kernel[x]![y]!));

function sumTask(window: Matrix, kernel: Matrix, drawn: Record<string, string | number> = {}): Task {
  return {
    values: { window: written(window), kernel: written(kernel), ...drawn },
    answer: dot(window, kernel),
    signed: true,
    mistakes: [
      { id: 'sum-turned', value: dot(window, turned(kernel)) },
      { id: 'sum-no-kernel', value: window.flat().reduce((sum, value) => sum + value, 0) },
      {
        id: 'sum-signs-lost',
        value: dot(
          window,
          kernel.map((row) => row.map(Math.abs)),
        ),
      },
      { id: 'sum-transposed', value: dot(window, mirrored(kernel)) },
      {
        id: 'sum-last-missing',
        value: dot(window, kernel) - window.at(-1)!.at(-1)! * kernel.at(-1)!.at(-1)!,
      },
      { id: 'sum-averaged', value: dot(window, kernel) / kernel.flat().length },
    ],
    solution: [productLine(window, kernel)],
  };
}

/** All products with the sum. */
function productLine(window: Matrix, kernel: Matrix) {
  const weights = kernel.flat();
  const inBrackets = (value: number) => (value < 0 ? `(${signed(value)})` : signed(value));
  const products = (times: string) =>
    window
      .flat()
      .map((value, index) => `${value}${times}${inBrackets(weights[index]!)}`)
      .join(' + ');
  const end = signed(dot(window, kernel));
  return { plain: `${products('·')} = ${end}`, latex: `${products(' \\cdot ')} = ${end}` };
}

interface Cell {
  input: Matrix;
  kernel: Matrix;
  /** From 1, in the output. */
  row: number;
  column: number;
}

function cellOf(random: Random, level: Level): Cell {
  const side = level === 3 ? 3 : 2;
  const size = level === 1 ? 3 : side + 2;
  const places = outputSize({ n: size, f: side }).output;
  const input = matrix(random, size, 0, level === 1 ? 4 : 6);
  const kernel = matrix(random, side, level === 1 ? 0 : -1, level === 1 ? 2 : 1);
  return { input, kernel, row: random.whole(1, places), column: random.whole(1, places) };
}

function cellTask({ input, kernel, row, column }: Cell): Task {
  const places = outputSize({ n: input.length, f: kernel.length }).output;
  const [y, x] = [row - 1, column - 1];
  const elsewhere = (down: number, across: number) =>
    down >= 0 && down < places && across >= 0 && across < places ? sumAt(input, kernel, down, across) : Number.NaN;
  return {
    values: { input: written(input), kernel: written(kernel), row, column },
    answer: sumAt(input, kernel, y, x),
    signed: true,
    mistakes: [
      { id: 'cell-swapped', value: elsewhere(x, y) },
      { id: 'cell-counted-from-zero', value: elsewhere(row, column) },
      { id: 'sum-turned', value: sumAt(input, turned(kernel), y, x) },
      { id: 'cell-beside', value: x > 0 ? elsewhere(y, x - 1) : elsewhere(y, x + 1) },
      { id: 'cell-above', value: y > 0 ? elsewhere(y - 1, x) : elsewhere(y + 1, x) },
      {
        id: 'sum-no-kernel',
        value: cut(input, y, x, kernel.length)
          .flat()
          .reduce((sum, value) => sum + value, 0),
      },
    ],
    solution: [productLine(cut(input, y, x, kernel.length), kernel)],
  };
}

function layerOf(random: Random, level: Level): { n: number; f: number } {
  return { n: random.whole(level === 1 ? 4 : 6, level === 3 ? 32 : 9), f: random.pick(level === 3 ? [3, 5] : [2, 3]) };
}

function rowsTask({ n, f }: { n: number; f: number }): Task {
  const { output } = outputSize({ n, f });
  return {
    values: { n, f },
    answer: [output ** 2, f ** 2],
    mistakes: [
      { id: 'rows-transposed', value: [f ** 2, output ** 2] },
      { id: 'rows-each-pixel', value: [n ** 2, f ** 2] },
      { id: 'rows-one-way', value: [output, f] },
      { id: 'rows-side-only', value: [output ** 2, f] },
      { id: 'rows-forgot-plus-one', value: [(output - 1) ** 2, f ** 2] },
    ],
    solution: [
      { plain: `N' = ${n} − ${f} + 1 = ${output}`, latex: `N' = ${n} - ${f} + 1 = ${output}` },
      {
        plain: `N'² × F² = ${output}² × ${f}² = ${output ** 2}×${f ** 2}`,
        latex: `N'^2 \\times F^2 = ${output}^2 \\times ${f}^2 = ${output ** 2} \\times ${f ** 2}`,
      },
    ],
  };
}
