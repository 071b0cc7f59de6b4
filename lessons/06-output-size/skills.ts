import { chainSizes, outputSize, participation } from '../arithmetic.ts';
import { outputFormula } from '../formula.ts';
import { paddedCells, panels } from '../quiz/cell-panels.ts';
import { outputMistakes } from '../quiz/output-mistakes.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';

const INPUTS = { 1: [5, 6, 7, 8, 9, 10, 12], 2: [14, 16, 20, 28, 32], 3: [56, 64, 96, 100, 128, 224, 227] } as const;

/** N' = N − F + 1. */
export const sizePlain: Skill = {
  id: 'size-plain',
  prefix: 'plain',
  lesson: 6,
  forms: [
    ...pickOrType((random, level) => {
      const n = random.pick(INPUTS[level]) + random.whole(0, 3);
      const f = random.pick(level === 1 ? [2, 3, 4] : [3, 4, 5, 7]);
      return plainTask({ n, f });
    }),
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const axis = { n: random.whole(3 + 2 * level, 5 + 3 * level), f: random.pick(level === 1 ? [2, 3] : [3, 4, 5]) };
        return { ...plainTask(axis), figure: panels([paddedCells(axis, { rows: axis.n })]) };
      },
    },
  ],
};

const plainTask = (axis: { n: number; f: number }): Task => ({
  values: { ...axis },
  answer: outputSize(axis).output,
  mistakes: outputMistakes(axis),
  solution: outputFormula(axis),
});

interface LayerNumbers {
  f: number;
  p: number;
  s: number;
}

/** Two layers in a row, each with its own window. */
export const sizeChain: Skill = {
  id: 'size-chain',
  prefix: 'chain',
  lesson: 6,
  forms: [
    ...pickOrType((random, level) => chainTask(chainOf(random, level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const chain = chainOf(random, level);
        const box = (name: string, { f, p, s }: LayerNumbers) => ({ name, lines: [`F = ${f}, P = ${p}, S = ${s}`] });
        const layers = [
          { name: '@input', lines: [`N = ${chain.n}`] },
          box('@convolution', chain.first),
          box('@convolution', chain.second),
          { name: '@output', lines: ["N' = ?"] },
        ];
        return { ...chainTask(chain), figure: panels([{ kind: 'layers', layers }]) };
      },
    },
  ],
};

function chainOf(random: Random, level: Level) {
  const n = random.pick(level === 1 ? [16, 20, 24, 28, 32] : [28, 32, 48, 64]) + random.whole(0, 4);
  const first = { f: random.pick([3, 5, 7]), p: level === 1 ? 0 : random.whole(0, 2), s: 1 };
  const second = { f: random.pick([3, 5]), p: level === 3 ? random.whole(0, 2) : 0, s: level === 1 ? 1 : 2 };
  return { n, first, second };
}

function chainTask({ n, first, second }: { n: number; first: LayerNumbers; second: LayerNumbers }): Task {
  const [between, answer] = chainSizes(n, [first, second]) as [number, number];
  const steps = [outputFormula({ n, ...first })[0]!, outputFormula({ n, ...first })[1]!, outputFormula({ n: between, ...second })[1]!];
  return {
    values: { n, f1: first.f, p1: first.p, s1: first.s, f2: second.f, p2: second.p, s2: second.s },
    answer,
    mistakes: [
      { id: 'chain-first-only', value: between },
      { id: 'chain-second-only', value: outputSize({ n, ...second }).output },
      { id: 'forgot-plus-one', value: Math.floor((n + 2 * first.p - first.f + 2 * second.p - second.f) / second.s) },
      { id: 'chain-stride-forgotten', value: outputSize({ n: between, ...second, s: 1 }).output },
      {
        id: 'chain-padding-forgotten',
        value: chainSizes(n, [
          { ...first, p: 0 },
          { ...second, p: 0 },
        ])[1]!,
      },
      { id: 'kernel-forgotten', value: Math.floor(n / second.s) },
      { id: 'chain-plus-one-once', value: answer - 1 },
      { id: 'not-rounded', value: outputSize({ n: between, ...second }).exact },
    ],
    solution: steps,
  };
}

/** How many windows a pixel is in: as many as along its row times as many as along its column. */
export const edgeWindows: Skill = {
  id: 'edge-windows',
  prefix: 'edge',
  lesson: 6,
  forms: [
    ...pickOrType((random, level) => edgeTask(placeOf(random, level))),
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const place = placeOf(random, level);
        const { n, f, row, column } = place;
        const values = Array.from({ length: n }, (_, y) =>
          Array.from({ length: n }, (_cell, x) => (y === row - 1 && x === column - 1 ? '×' : 0)),
        );
        return { ...edgeTask(place), figure: panels([{ kind: 'matrix', values, window: { row: 0, column: 0, rows: f, columns: f } }]) };
      },
    },
  ],
};

interface PixelPlace {
  n: number;
  f: number;
  /** From 1. */
  row: number;
  column: number;
}

function placeOf(random: Random, level: Level): PixelPlace {
  const f = level === 1 ? 3 : random.pick([3, 4]);
  const n = random.whole(2 * f - 1, level === 3 ? 10 : 2 * f + 1);
  // near the edge at least one way: in the middle there is nothing to think about
  const near = random.whole(1, f - 1);
  const other = random.whole(1, level === 1 ? f : n);
  const far = level === 3 && random.whole(0, 1) === 1 ? n + 1 - near : near;
  const [row, column] = random.shuffle([far, other]) as [number, number];
  return { n, f, row, column };
}

function edgeTask({ n, f, row, column }: PixelPlace): Task {
  const along = (place: number) => participation({ n, f })[place - 1]!;
  const [down, across] = [along(row), along(column)];
  const places = outputSize({ n, f }).output;
  return {
    values: { n, f, row, column },
    answer: down * across,
    mistakes: [
      { id: 'edge-all', value: f * f },
      { id: 'edge-added', value: down + across },
      { id: 'edge-one-way', value: Math.max(down, across) },
      { id: 'edge-coordinates', value: row * column },
      { id: 'edge-every-window', value: places * places },
      { id: 'edge-only-one', value: 1 },
    ],
    solution: [
      { plain: 'A = min(R, F, N − R + 1, N − F + 1)', latex: 'A = min(R, F, N - R + 1, N - F + 1)' },
      {
        plain: `A₁ = min(${row}, ${f}, ${n - row + 1}, ${places}) = ${down};  A₂ = min(${column}, ${f}, ${n - column + 1}, ${places}) = ${across}`,
        latex: `A_1 = min(${row}, ${f}, ${n - row + 1}, ${places}) = ${down}; quad A_2 = min(${column}, ${f}, ${n - column + 1}, ${places}) = ${across}`,
      },
      { plain: `A₁·A₂ = ${down}·${across} = ${down * across}`, latex: `A_1 cdot A_2 = ${down} cdot ${across} = ${down * across}` },
    ],
  };
}
