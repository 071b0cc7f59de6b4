import { type Axis, outputSize } from '../arithmetic.ts';
import { outputFormula } from '../formula.ts';
import { paddedCells, panels, plainCells } from '../quiz/cell-panels.ts';
import { outputMistakes } from '../quiz/output-mistakes.ts';
import { pickOrType, type Skill, type Task } from '../quiz/skill.ts';

type Layer = Required<Pick<Axis, 'n' | 'f' | 'p' | 's'>>;

/** N' = ⌊(N + 2P − F)/S⌋ + 1. */
export const sizeStrided: Skill = {
  id: 'size-strided',
  prefix: 'strided',
  lesson: 8,
  forms: [
    ...pickOrType((random, level) => {
      const n = random.whole(level === 1 ? 7 : 20, level === 3 ? 227 : 40);
      const f = random.pick(level === 3 ? [3, 5, 7, 11] : [2, 3, 5]);
      const p = level === 1 ? random.whole(0, 1) : random.whole(0, 3);
      const s = level === 1 ? random.whole(2, 3) : random.whole(2, 4);
      return stridedTask({ n, f, p, s });
    }),
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const n = random.whole(level + 6, level + 9);
        const layer = { n, f: random.pick([2, 3, 4]), p: random.whole(0, level === 1 ? 0 : 1), s: random.whole(2, level === 3 ? 4 : 3) };
        return { ...stridedTask(layer), figure: panels([paddedCells(layer, { rows: n, windows: 2 })]) };
      },
    },
  ],
};

const stridedTask = (axis: Layer): Task => ({
  values: { ...axis },
  answer: outputSize(axis).output,
  mistakes: outputMistakes(axis),
  solution: outputFormula(axis),
});

/** Columns that no window reaches: (N + 2P − F) mod S. */
export const unreached: Skill = {
  id: 'unreached',
  prefix: 'unread',
  lesson: 8,
  forms: [
    ...pickOrType((random, level) => {
      const f = random.pick([2, 3, 4, 5]);
      const s = random.whole(3, level === 1 ? 4 : 6);
      const p = level === 3 ? random.whole(1, 2) : 0;
      // the last windows leave something over more often than not
      const left = random.whole(random.whole(0, 3) === 0 ? 0 : 1, s - 1);
      const n = f + s * random.whole(2, level === 1 ? 4 : 9) + left - 2 * p;
      return unreachedTask({ n, f, p, s });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const f = random.pick([2, 3]);
        const s = random.whole(3, level === 1 ? 4 : 5);
        const p = level === 3 ? 1 : 0;
        const n = f + s * random.whole(2, level === 1 ? 2 : 3) + random.whole(0, s - 1) - 2 * p;
        const layer = { n, f, p, s };
        return { ...unreachedTask(layer), figure: panels([paddedCells(layer, { windows: 2 })]) };
      },
    },
  ],
};

function unreachedTask({ n, f, p, s }: Layer): Task {
  const free = n + 2 * p - f;
  const last = Math.floor(free / s) * s + f;
  return {
    values: { n, f, p, s },
    answer: outputSize({ n, f, p, s }).unreached,
    mistakes: [
      { id: 'unreached-n-mod-s', value: (n + 2 * p) % s },
      { id: 'unreached-missing', value: s - (free % s) },
      { id: 'unreached-none', value: 0 },
      { id: 'unreached-by-kernel', value: (n + 2 * p) % f },
      { id: 'unreached-always-one', value: 1 },
      { id: 'unreached-s-minus-one', value: s - 1 },
      { id: 'unreached-whole-stride', value: s },
    ],
    solution: [
      { plain: '(N + 2P − F) mod S', latex: '(N + 2P - F) \\bmod S' },
      {
        plain: `(${n} + 2·${p} − ${f}) mod ${s} = ${free} mod ${s} = ${free % s}`,
        latex: `(${n} + 2 \\cdot ${p} - ${f}) \\bmod ${s} = ${free} \\bmod ${s} = ${free % s}`,
      },
      {
        plain: `${Math.floor(free / s)}·${s} + ${f} = ${last};  ${n + 2 * p} − ${last} = ${free % s}`,
        latex: `${Math.floor(free / s)} \\cdot ${s} + ${f} = ${last}; \\quad ${n + 2 * p} - ${last} = ${free % s}`,
      },
    ],
  };
}

/** The formula read backwards: which stride made this size? */
export const findStride: Skill = {
  id: 'find-stride',
  prefix: 'stride',
  lesson: 8,
  forms: [
    ...pickOrType((random, level) => {
      const s = random.whole(2, level === 1 ? 3 : 4);
      const f = random.pick(level === 3 ? [3, 5, 7] : [2, 3, 5]);
      const p = level === 1 ? 0 : random.whole(0, 3);
      // with at least S + 1 steps every other stride gives another size, although sizes are rounded down
      const free = random.whole(s * (s + 1), level === 3 ? 120 : 40);
      return strideTask({ n: free + f - 2 * p, f, p, s });
    }),
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const s = random.whole(2, level === 1 ? 3 : 4);
        const f = random.pick([3, 4, 5]);
        const p = level === 1 ? 0 : 1;
        const free = random.whole(s * (s + 1), 22);
        const layer = { n: free + f - 2 * p, f, p, s };
        return {
          ...strideTask(layer),
          figure: panels([paddedCells(layer, { caption: '@input' }), plainCells(outputSize(layer).output, '@output')]),
        };
      },
    },
  ],
};

function strideTask({ n, f, p, s }: Layer): Task {
  const free = n + 2 * p - f;
  const { output } = outputSize({ n, f, p, s });
  return {
    values: { n, f, p, output },
    answer: s,
    mistakes: [
      { id: 'find-stride-counts-windows', value: Math.floor(free / output) },
      { id: 'find-stride-no-kernel', value: Math.floor((n + 2 * p) / (output - 1)) },
      { id: 'find-stride-ratio', value: Math.floor(n / output) },
      { id: 'find-stride-too-large', value: s + 1 },
      { id: 'find-stride-too-small', value: s - 1 },
      { id: 'find-stride-kernel', value: f },
      { id: 'find-stride-not-rounded', value: free / (output - 1) },
    ],
    solution: [
      outputFormula({ n, f, p, s })[0]!,
      { plain: "S = ⌊(N + 2P − F) / (N' − 1)⌋", latex: "S = \\left\\lfloor \\frac{N + 2P - F}{N' - 1} \\right\\rfloor" },
      {
        plain: `S = ⌊(${n} + 2·${p} − ${f}) / (${output} − 1)⌋ = ⌊${free} / ${output - 1}⌋ = ${s}`,
        latex: `S = \\left\\lfloor \\frac{${n} + 2 \\cdot ${p} - ${f}}{${output} - 1} \\right\\rfloor = \\left\\lfloor \\frac{${free}}{${output - 1}} \\right\\rfloor = ${s}`,
      },
    ],
  };
}
