import { type Axis, outputSize, samePadding } from '../arithmetic.ts';
import { type Formula, outputFormula } from '../formula.ts';
import { paddedCells, panels, plainCells } from '../quiz/cell-panels.ts';
import { outputMistakes } from '../quiz/output-mistakes.ts';
import { pickOrType, type Skill, type Task } from '../quiz/skill.ts';

type Layer = Required<Pick<Axis, 'n' | 'f' | 'p'>>;

/** Sizes that can be counted in a picture. */
const COUNTED = { 1: [5, 6], 2: [6, 7, 8], 3: [8, 9, 10] } as const;

/** What the questions that go backwards start from. */
const SIZE_AT_STRIDE_ONE: Formula = { plain: "N' = N + 2P − F + 1", latex: "N' = N + 2P - F + 1" };

/** N' = N + 2P − F + 1. */
export const sizePadded: Skill = {
  id: 'size-padded',
  prefix: 'padded',
  lesson: 7,
  forms: [
    ...pickOrType((random, level) => {
      const n = random.whole(level === 1 ? 5 : 14, level === 3 ? 128 : 32);
      const f = random.pick(level === 1 ? [3, 5] : [3, 4, 5, 7]);
      const p = random.whole(1, level === 1 ? 2 : 4);
      return paddedTask({ n, f, p });
    }),
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const layer = { n: random.pick(COUNTED[level]), f: random.pick(level === 1 ? [3] : [3, 4, 5]), p: random.whole(1, 2) };
        return { ...paddedTask(layer), figure: panels([paddedCells(layer, { rows: layer.n })]) };
      },
    },
  ],
};

const paddedTask = (axis: Layer): Task => ({
  values: { ...axis },
  answer: outputSize(axis).output,
  mistakes: outputMistakes(axis),
  solution: outputFormula(axis),
});

/** P = (F − 1)/2 keeps the size. */
export const paddingSame: Skill = {
  id: 'padding-same',
  prefix: 'same',
  lesson: 7,
  forms: [
    ...pickOrType((random, level) => {
      const f = random.pick(level === 1 ? [3, 5, 7] : level === 2 ? [5, 7, 9, 11] : [7, 9, 11, 13, 15]);
      return sameTask(random.whole(f + 1, 64), f);
    }),
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const f = random.pick(level === 1 ? [3, 5] : level === 2 ? [5, 7] : [7, 9]);
        const n = random.whole(f + 1, 12);
        const task = sameTask(n, f);
        const asId = (padding: unknown) => `p${padding}`;
        const borderOf = (id: string) => Number(id.slice(1));
        return {
          ...task,
          answer: asId(task.answer),
          mistakes: task.mistakes.map(({ id, value }) => ({ id, value: asId(value) })).filter(({ value }) => borderOf(value) <= 9),
          panels: (order) =>
            panels(
              order.map((id) => paddedCells({ n, f, p: borderOf(id) })),
              true,
            ),
        };
      },
    },
  ],
};

function sameTask(n: number, f: number): Task {
  const p = samePadding(f)!;
  return {
    values: { n, f },
    answer: p,
    mistakes: [
      { id: 'padding-both-sides', value: f - 1 },
      { id: 'padding-rounded-up', value: (f + 1) / 2 },
      { id: 'padding-none', value: 0 },
      { id: 'padding-as-kernel', value: f },
      { id: 'padding-always-one', value: 1 },
    ],
    solution: [
      { plain: 'N + 2P − F + 1 = N', latex: 'N + 2P - F + 1 = N' },
      { plain: 'P = (F − 1) / 2', latex: 'P = \\frac{F - 1}{2}' },
      { plain: `P = (${f} − 1) / 2 = ${p}`, latex: `P = \\frac{${f} - 1}{2} = ${p}` },
    ],
  };
}

/** The formula read backwards: which window made this size? */
export const findKernel: Skill = {
  id: 'find-kernel',
  prefix: 'kernel',
  lesson: 7,
  forms: [
    ...pickOrType((random, level) => {
      const n = random.whole(level === 1 ? 8 : 20, level === 3 ? 100 : 32);
      const f = random.pick(level === 1 ? [3, 4, 5] : [4, 5, 6, 7, 9]);
      const p = level === 1 ? random.whole(0, 1) : random.whole(1, 3);
      return kernelTask({ n, f, p });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const layer = { n: random.pick(COUNTED[level]) + 2, f: random.pick([3, 4, 5]), p: random.whole(0, level === 1 ? 1 : 2) };
        const task = kernelTask(layer);
        const input = paddedCells(layer, { windows: 0, caption: '@input' });
        return { ...task, figure: panels([input, plainCells(outputSize(layer).output, '@output')]) };
      },
    },
  ],
};

function kernelTask({ n, f, p }: Layer): Task {
  const { output } = outputSize({ n, f, p });
  return {
    values: { n, p, output },
    answer: f,
    mistakes: [
      { id: 'backwards-forgot-plus-one', value: n + 2 * p - output },
      { id: 'backwards-one-padding', value: n + p - output + 1 },
      { id: 'backwards-no-padding', value: n - output + 1 },
      { id: 'backwards-plus-two', value: n + 2 * p - output + 2 },
      { id: 'backwards-difference', value: Math.abs(n - output) },
    ],
    solution: [
      SIZE_AT_STRIDE_ONE,
      { plain: "F = N + 2P − N' + 1", latex: "F = N + 2P - N' + 1" },
      { plain: `F = ${n} + 2·${p} − ${output} + 1 = ${f}`, latex: `F = ${n} + 2 \\cdot ${p} - ${output} + 1 = ${f}` },
    ],
  };
}

/** The formula read backwards: how much padding made this size? */
export const findPadding: Skill = {
  id: 'find-padding',
  prefix: 'border',
  lesson: 7,
  forms: [
    ...pickOrType((random, level) => {
      const n = random.whole(level === 1 ? 8 : 16, level === 3 ? 100 : 32);
      const f = random.pick(level === 1 ? [3, 5] : [3, 4, 5, 7]);
      // keeping the size is a question of its own
      const p = random.pick([1, 2, 3, 4].filter((candidate) => 2 * candidate !== f - 1));
      return borderTask({ n, f, p });
    }),
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const n = random.pick(COUNTED[level]);
        const f = random.pick(level === 1 ? [3, 5] : [4, 5, 6]);
        const p = random.pick([1, 2, 3].filter((candidate) => 2 * candidate !== f - 1 && n + 2 * candidate > f));
        const layer = { n, f, p };
        return { ...borderTask(layer), figure: panels([plainCells(n, '@input'), plainCells(outputSize(layer).output, '@output')]) };
      },
    },
  ],
};

function borderTask({ n, f, p }: Layer): Task {
  const { output } = outputSize({ n, f, p });
  return {
    values: { n, f, output },
    answer: p,
    mistakes: [
      { id: 'find-padding-both-sides', value: 2 * p },
      { id: 'find-padding-difference', value: Math.abs(output - n) },
      { id: 'find-padding-plus-one', value: (output + f + 1 - n) / 2 },
      { id: 'find-padding-same', value: (f - 1) / 2 },
      { id: 'find-padding-none', value: 0 },
      { id: 'find-padding-forgot-one', value: (output + f - n) / 2 },
    ],
    solution: [
      SIZE_AT_STRIDE_ONE,
      { plain: "P = (N' − 1 + F − N) / 2", latex: "P = \\frac{N' - 1 + F - N}{2}" },
      { plain: `P = (${output} − 1 + ${f} − ${n}) / 2 = ${p}`, latex: `P = \\frac{${output} - 1 + ${f} - ${n}}{2} = ${p}` },
    ],
  };
}
