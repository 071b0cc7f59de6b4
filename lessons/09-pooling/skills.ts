import { outputSize } from '../arithmetic.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, type Mistake, pickOrType, type Skill, type Task } from '../quiz/skill.ts';

const KINDS = ['max', 'average'] as const;

interface Window {
  kind: (typeof KINDS)[number];
  values: number[][];
}

/** What pooling makes of one window. */
export const poolWindow: Skill = {
  id: 'pool-window',
  prefix: 'poolval',
  lesson: 9,
  forms: [
    ...pickOrType((random, level) => {
      const kind = random.pick(KINDS);
      const side = sideOf(kind, level);
      return windowTask({ kind, values: numbers(random, level, side) }, {});
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const kind = random.pick(KINDS);
        const side = sideOf(kind, level);
        const input = numbers(random, level, 2 * side);
        const [row, column] = [side * random.whole(0, 1), side * random.whole(0, 1)];
        const values = input.slice(row, row + side).map((line) => line.slice(column, column + side));
        const best = Math.max(...input.flat());
        return {
          ...windowTask(
            { kind, values },
            { input: written(input), row, column },
            kind === 'max' ? [{ id: 'pool-whole', value: best }] : [],
          ),
          figure: panels([{ kind: 'matrix', values: input, window: { row, column, rows: side, columns: side } }]),
        };
      },
    },
  ],
};

/** Averages stay short decimals. */
const sideOf = (kind: Window['kind'], level: Level) => (kind === 'max' && level === 3 ? 3 : 2);

const numbers = (random: Random, level: Level, side: number): number[][] =>
  Array.from({ length: side }, () => Array.from({ length: side }, () => random.whole(level === 3 ? -9 : 0, level === 2 ? 20 : 9)));

const written = (values: readonly number[][]) => values.map((row) => row.join(' ')).join('; ');

function windowTask({ kind, values }: Window, drawn: Record<string, string | number>, more: Mistake[] = []): Task {
  const flat = values.flat();
  const sum = flat.reduce((total, value) => total + value, 0);
  const average = sum / flat.length;
  const most = Math.max(...flat);
  const mistakes: Mistake[] =
    kind === 'max'
      ? [
          { id: 'pool-averaged', value: average },
          { id: 'pool-summed', value: sum },
          { id: 'pool-least', value: Math.min(...flat) },
          { id: 'pool-first', value: flat[0]! },
          { id: 'pool-absolute', value: Math.max(...flat.map(Math.abs)) },
          ...more,
        ]
      : [
          { id: 'pool-not-divided', value: sum },
          { id: 'pool-took-most', value: most },
          { id: 'pool-divided-by-side', value: sum / values.length },
          { id: 'pool-middle', value: (most + Math.min(...flat)) / 2 },
          { id: 'pool-cut-off', value: Math.floor(average) },
          ...more,
        ];
  const shown = flat.map((value) => String(value).replace('-', '−'));
  const bracketed = shown.map((value) => (value.startsWith('−') ? `(${value})` : value));
  const end = String(kind === 'max' ? most : average).replace('-', '−');
  return {
    values: { kind, side: values.length, window: written(values).replaceAll('-', '−'), ...drawn },
    answer: kind === 'max' ? most : average,
    mistakes,
    signed: true,
    solution: [
      kind === 'max'
        ? { plain: `max(${shown.join(', ')}) = ${end}`, latex: `\\max(${shown.join(', ')}) = ${end}` }
        : {
            plain: `(${bracketed.join(' + ')}) / ${flat.length} = ${end}`,
            latex: `\\frac{${bracketed.join(' + ')}}{${flat.length}} = ${end}`,
          },
    ],
  };
}

/** Pooling works channel by channel: the size shrinks, the channels stay. */
export const poolShape: Skill = {
  id: 'pool-shape',
  prefix: 'poolsize',
  lesson: 9,
  forms: [
    { id: 'choice', kind: 'choice', generate: (random, level) => shapeTask(poolOf(random, level)) },
    { id: 'shape', kind: 'shape', generate: (random, level) => shapeTask(poolOf(random, level)) },
    {
      id: 'picture',
      kind: 'shape',
      generate(random, level) {
        const pool = poolOf(random, level);
        const layers = [
          { name: '@input', lines: [`${pool.c}×${pool.h}×${pool.w}`] },
          { name: '@pooling', lines: [`F = ${pool.f}, S = ${pool.s}`] },
          { name: '@output', lines: ['?'] },
        ];
        return { ...shapeTask(pool), figure: panels([{ kind: 'layers', layers }]) };
      },
    },
  ],
};

interface PoolLayer {
  c: number;
  h: number;
  w: number;
  f: number;
  s: number;
}

function poolOf(random: Random, level: Level): PoolLayer {
  const c = random.pick([3, 6, 16, 32, 64]);
  if (level === 1) {
    const side = 2 * random.whole(4, 16);
    return { c, h: side, w: side, f: 2, s: 2 };
  }
  const f = level === 2 ? random.pick([2, 3]) : random.pick([3, 4, 5]);
  const s = level === 2 ? f : random.whole(2, f - 1);
  return { c, h: random.whole(12, 40), w: random.whole(12, 64), f, s };
}

function shapeTask({ c, h, w, f, s }: PoolLayer): Task {
  const along = (n: number) => outputSize({ n, f, s });
  const both = (size: (n: number) => number) => [size(h), size(w)];
  const [high, wide] = both((n) => along(n).output) as [number, number];
  const line = (letter: string, n: number) => ({
    plain: `${letter}' = ⌊(${n} − ${f}) / ${s}⌋ + 1 = ${along(n).output}`,
    latex: `${letter}' = \\left\\lfloor \\frac{${n} - ${f}}{${s}} \\right\\rfloor + 1 = ${along(n).output}`,
  });
  return {
    values: { c, h, w, f, s },
    answer: [c, high, wide],
    mistakes: [
      { id: 'pool-shape-channels', value: [Math.ceil(c / s), high, wide] },
      { id: 'pool-shape-one-channel', value: [1, high, wide] },
      { id: 'pool-shape-divided', value: [c, ...both((n) => Math.floor(n / s))] },
      { id: 'pool-shape-ceil', value: [c, ...both((n) => Math.ceil((n - f) / s) + 1)] },
      { id: 'pool-shape-stride-one', value: [c, ...both((n) => n - f + 1)] },
      { id: 'pool-shape-plus-one', value: [c, ...both((n) => along(n).output - 1)] },
      { id: 'pool-shape-kept', value: [c, h, w] },
    ],
    solution: [
      line('H', h),
      line('W', w),
      { plain: `C' × H' × W' = ${c}×${high}×${wide}`, latex: `C' \\times H' \\times W' = ${c} \\times ${high} \\times ${wide}` },
    ],
  };
}
