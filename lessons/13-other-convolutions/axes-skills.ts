import { type Axis, outputSize } from '../arithmetic.ts';
import { outputFormula } from '../formula.ts';
import { paddedCells, panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import type { Level, Mistake, Skill, Task } from '../quiz/skill.ts';

/** A convolution whose window slides along one axis or three. */
interface Layer {
  channels: number;
  filters: number;
  axes: Required<Omit<Axis, 'q' | 'd'>>[];
}

/** Each axis follows its own formula; the channels become as many as there are filters. */
export const axisShape: Skill = {
  id: 'axis-shape',
  prefix: 'axes',
  lesson: 13,
  forms: [
    { id: 'choice', kind: 'choice', generate: (random, level) => shapeTask(layerOf(random, level)) },
    { id: 'shape', kind: 'shape', generate: (random, level) => shapeTask(layerOf(random, level)) },
    {
      id: 'picture',
      kind: 'shape',
      generate(random, level) {
        const axis = {
          n: random.whole(6 + level, 8 + 2 * level),
          f: random.pick([2, 3, 4]),
          p: level === 1 ? 0 : random.whole(0, 2),
          s: random.whole(1, level === 1 ? 2 : 3),
        };
        const layer = { channels: random.whole(2, 8), filters: random.pick([5, 10, 12, 16]), axes: [axis] };
        return { ...shapeTask(layer, { ...axis }), figure: panels([paddedCells(axis, { windows: 2 })]) };
      },
    },
  ],
};

function layerOf(random: Random, level: Level): Layer {
  const channels = random.pick(level === 1 ? [2, 3, 4, 8] : [8, 16, 32]);
  const filters = random.pick([5, 6, 10, 12, 20, 33, 64]);
  if (level < 3) {
    const n = level === 1 ? random.whole(10, 50) : random.whole(40, 200);
    return {
      channels,
      filters,
      axes: [
        { n, f: random.pick([3, 5, 7]), p: level === 1 ? random.whole(0, 1) : random.whole(1, 3), s: random.whole(1, level === 1 ? 2 : 4) },
      ],
    };
  }
  const axes = [
    [8, 16],
    [24, 56],
    [24, 100],
  ].map(([least, most]) => ({
    n: random.whole(least!, most!),
    f: random.whole(2, 5),
    p: random.whole(0, 3),
    s: random.whole(1, 2),
  }));
  return { channels, filters, axes };
}

/** 3, or (3, 5, 2) where there are several. */
const listed = (values: readonly number[]) => (values.length === 1 ? values[0]! : `(${values.join(', ')})`);

function shapeTask({ channels, filters, axes }: Layer, drawn: Record<string, number> = {}): Task {
  const along = (key: keyof Layer['axes'][number]) => axes.map((axis) => axis[key]);
  const shape = (size: (axis: Layer['axes'][number]) => number, maps = filters) => [maps, ...axes.map(size)];
  const output = (axis: Axis) => outputSize(axis).output;
  const others = axes.map((axis, index) => ({ ...axes.at(-1 - index)!, n: axis.n }));
  const mistakes: Mistake[] = [
    { id: 'axes-channels-kept', value: shape(output, channels) },
    { id: 'axes-settings-turned', value: [filters, ...others.map(output)] },
    { id: 'forgot-plus-one', value: shape((axis) => output(axis) - 1) },
    { id: 'stride-forgotten', value: shape((axis) => output({ ...axis, s: 1 })) },
    { id: 'one-padding', value: shape(({ n, f, p, s }) => Math.floor((n + p - f) / s) + 1) },
    { id: 'axes-first-everywhere', value: shape(({ n }) => output({ ...axes[0]!, n })) },
    { id: 'no-padding', value: shape((axis) => output({ ...axis, p: 0 })) },
    { id: 'ceil', value: shape(({ n, f, p, s }) => Math.ceil((n + 2 * p - f) / s) + 1) },
    { id: 'axes-channels-multiplied', value: shape(output, channels * filters) },
    { id: 'kernel-forgotten', value: shape(({ n, p, s }) => Math.floor((n + 2 * p) / s)) },
  ];
  const letters = axes.length === 1 ? ['L'] : ['D', 'H', 'W'];
  const lines = axes.map((axis) => outputFormula(axis));
  return {
    values: {
      dims: axes.length,
      channels,
      filters,
      input: [channels, ...along('n')].join('×'),
      window: listed(along('f')),
      padding: listed(along('p')),
      stride: listed(along('s')),
      ...drawn,
    },
    answer: shape(output),
    mistakes: mistakes.filter(({ value }) => (value as number[]).every((size) => size > 0)),
    solution: [
      lines[0]![0]!,
      ...lines.map(([, numbers], index) => ({
        plain: numbers!.plain.replace(/^N/, letters[index]!),
        latex: numbers!.latex.replace(/^N/, letters[index]!),
      })),
      // of a right answer this line alone is shown
      {
        plain: `C'×${letters.join("'×")}' = ${shape(output).join('×')}`,
        latex: `C' \\times ${letters.join("' \\times ")}' = ${shape(output).join(' \\times ')}`,
      },
    ],
  };
}
