import { type Axis, outputSize } from '../arithmetic.ts';
import { type Formula, outputFormula } from '../formula.ts';
import { paddedCells, panels } from '../quiz/cell-panels.ts';
import { pickOrType, type Skill, type Task } from '../quiz/skill.ts';

type Window = Required<Pick<Axis, 'f' | 'd'>>;

const spanOf = ({ f, d }: Window) => outputSize({ n: 1, f, d }).span;

/** Grids in which the cells of a window can be told apart on a phone. */
const MOST_GRID = 13;

/** A dilated kernel spans D(F − 1) + 1 cells and reads F of them. */
export const dilatedKernel: Skill = {
  id: 'dilated-kernel',
  prefix: 'holes',
  lesson: 13,
  forms: [
    ...pickOrType((random, level) => {
      const f = random.pick(level === 1 ? [3, 5] : level === 2 ? [3, 4, 5, 7] : [5, 6, 7, 9, 11]);
      return spanTask({ f, d: random.whole(2, level === 1 ? 3 : level === 2 ? 5 : 9) });
    }),
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const window = { f: random.pick(level === 1 ? [2, 3] : [3, 4, 5]), d: random.whole(2, level === 3 ? 4 : 3) };
        // read as cells left out, the dilation makes a larger window: it must fit in too
        const widest = spanOf({ ...window, d: window.d + 1 });
        return widest > MOST_GRID ? gridTask({ f: 3, d: window.d }) : gridTask(window);
      },
    },
  ],
};

function spanTask({ f, d }: Window): Task {
  const answer = spanOf({ f, d });
  return {
    values: { f, d },
    answer,
    mistakes: [
      { id: 'span-product', value: d * f },
      { id: 'span-no-plus-one', value: d * (f - 1) },
      { id: 'span-gaps', value: spanOf({ f, d: d + 1 }) },
      { id: 'span-plain', value: f },
      { id: 'span-one-gap', value: f + d - 1 },
      { id: 'span-added', value: f + d },
    ],
    solution: spanFormula({ f, d }),
  };
}

const spanFormula = ({ f, d }: Window): Formula[] => [
  { plain: 'D·(F − 1) + 1', latex: 'D \\cdot (F - 1) + 1' },
  { plain: `${d}·(${f} − 1) + 1 = ${spanOf({ f, d })}`, latex: `${d} \\cdot (${f} - 1) + 1 = ${spanOf({ f, d })}` },
];

const asId = ({ f, d }: Window) => `f${f}d${d}`;
const windowOf = (id: string): Window => {
  const [, f, d] = /^f(\d+)d(\d+)$/.exec(id)!;
  return { f: Number(f), d: Number(d) };
};

function gridTask({ f, d }: Window): Task {
  const span = spanOf({ f, d });
  const n = spanOf({ f, d: d + 1 });
  return {
    values: { f, d, span },
    answer: asId({ f, d }),
    mistakes: [
      { id: 'grid-gaps', value: asId({ f, d: d + 1 }) },
      { id: 'grid-dense', value: asId({ f: span, d: 1 }) },
      { id: 'grid-undilated', value: asId({ f, d: 1 }) },
    ],
    solution: spanFormula({ f, d }),
    reason: 'dilated-grid',
    panels: (order) =>
      panels(
        order.map((id) => {
          const window = windowOf(id);
          return paddedCells({ n, ...window }, { rows: n });
        }),
        true,
      ),
  };
}

/** N' = ⌊(N + 2P − D(F − 1) − 1)/S⌋ + 1. */
export const dilatedSize: Skill = {
  id: 'dilated-size',
  prefix: 'dilated',
  lesson: 13,
  forms: [
    ...pickOrType((random, level) =>
      sizeTask({
        n: random.whole(level === 1 ? 16 : 28, level === 3 ? 128 : 40),
        f: random.pick(level === 1 ? [3] : [3, 4, 5]),
        p: level === 1 ? 0 : random.whole(0, 3),
        s: level === 3 ? random.whole(1, 3) : 1,
        d: random.whole(2, 4),
      }),
    ),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const window = { f: random.pick(level === 1 ? [2, 3] : [3, 4]), d: random.pick(level === 1 ? [2] : [2, 3]) };
        const p = level === 1 ? 0 : random.whole(0, 2);
        const axis = { n: random.whole(spanOf(window) + 2, 15 - 2 * p), ...window, p, s: level === 3 ? 2 : 1 };
        return { ...sizeTask(axis), figure: panels([paddedCells(axis, { windows: axis.s > 1 ? 2 : 1 })]) };
      },
    },
  ],
};

function sizeTask(axis: Required<Omit<Axis, 'q'>>): Task {
  const { n, f, p, s, d } = axis;
  const sizeWith = (span: number, { padding = 2 * p, step = s } = {}) => Math.floor((n + padding - span) / step) + 1;
  const span = spanOf(axis);
  return {
    values: { ...axis },
    answer: outputSize(axis).output,
    mistakes: [
      { id: 'dilation-forgotten', value: sizeWith(f) },
      { id: 'forgot-plus-one', value: sizeWith(span) - 1 },
      { id: 'dilated-product', value: sizeWith(d * f) },
      ...(p > 0 ? [{ id: 'one-padding', value: sizeWith(span, { padding: p }) }] : []),
      { id: 'dilated-gaps', value: sizeWith(spanOf({ f, d: d + 1 })) },
      { id: 'dilated-as-stride', value: sizeWith(f, { step: d }) },
      ...(s > 1 ? [{ id: 'stride-forgotten', value: sizeWith(span, { step: 1 }) }] : []),
      { id: 'ceil', value: Math.ceil((n + 2 * p - span) / s) + 1 },
    ],
    solution: outputFormula(axis),
  };
}
