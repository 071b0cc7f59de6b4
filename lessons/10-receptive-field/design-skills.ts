import { formula } from '../02-eyes/numbers.ts';
import { filterParameters, layersToSee } from '../arithmetic.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { chainPanel, lastField } from './chains.ts';

/** How many layers it takes to see so much. */
export const fieldDepth: Skill = {
  id: 'field-depth',
  prefix: 'howdeep',
  lesson: 10,
  forms: [
    ...pickOrType((random, level) => {
      if (level === 1) return depthTask(2 * random.whole(4, 16) + 1, 3);
      if (level === 2) return depthTask(random.whole(20, 64), random.pick([3, 5]));
      return depthTask(random.whole(24, 128), random.pick([3, 5, 7]), true);
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const f = level === 1 ? 3 : random.pick([3, 4, 5]);
        const field = random.whole(f + 2, level === 1 ? 9 : 14);
        const task = depthTask(field, f);
        const layers = Array.from({ length: task.answer as number }, () => ({ f }));
        const side = lastField(layers).field;
        const columns = Math.max(side, field + 2);
        return {
          ...task,
          figure: panels([
            { kind: 'cells', rows: 1, columns, windows: [{ row: 0, column: Math.floor((columns - field) / 2), rows: 1, columns: field }] },
          ]),
          solutionFigure: panels([chainPanel(layers, { size: side })]),
        };
      },
    },
  ],
};

/** What 2×2 pooling at the start makes of it: a field of 2 and steps of 2. */
const POOL = { f: 2, s: 2 };

function depthTask(field: number, f: number, pooled = false): Task {
  const jump = pooled ? POOL.s : 1;
  const seen = pooled ? POOL.f : 1;
  const grows = (f - 1) * jump;
  const answer = Math.ceil((field - seen) / grows);
  return {
    values: { field, f, pooled: pooled ? 1 : 0 },
    answer,
    mistakes: [
      { id: 'depth-window-each', value: Math.ceil(field / f) },
      { id: 'depth-one-too-many', value: answer + 1 },
      { id: 'depth-rounded-down', value: Math.floor((field - seen) / grows) },
      { id: 'depth-powers', value: Math.ceil(Math.log(field) / Math.log(f) - 1e-9) },
      ...(pooled ? [{ id: 'depth-pooling-forgotten', value: layersToSee(field, f) }] : []),
      { id: 'depth-one-pixel', value: field - 1 },
    ],
    solution: pooled
      ? [
          { plain: 'r = 2 + n·(F − 1)·2', latex: 'r = 2 + n \\cdot (F - 1) \\cdot 2' },
          formula(`2 + ${answer - 1}·${grows} = ${seen + (answer - 1) * grows} < ${field}`),
          formula(`2 + ${answer}·${grows} = ${seen + answer * grows} ≥ ${field}`),
          rounded(`${field} − 2`, grows, answer),
        ]
      : [
          { plain: 'r = 1 + n·(F − 1)', latex: 'r = 1 + n \\cdot (F - 1)' },
          { plain: 'n = ⌈(R − 1) / (F − 1)⌉', latex: 'n = \\left\\lceil \\frac{R - 1}{F - 1} \\right\\rceil' },
          rounded(`${field} − 1`, f - 1, answer),
        ],
  };
}

const rounded = (top: string, bottom: number, answer: number) => ({
  plain: `n = ⌈(${top}) / ${bottom}⌉ = ${answer}`,
  latex: `n = \\left\\lceil \\frac{${top.replace('−', '-')}}{${bottom}} \\right\\rceil = ${answer}`,
});

/** Several small windows against one large window with the same field: parameters with biases, all layers from C to C channels. */
export const smallWindows: Skill = {
  id: 'small-windows',
  prefix: 'smallwin',
  lesson: 10,
  forms: [
    ...pickOrType((random, level) => designTask(designOf(random, level), level === 1 ? 'stack' : 'saved')),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const design = designOf(random, level);
        const { channels, f, layers, large } = design;
        const layer = (window: number | string) => ({ name: '@convolution', lines: [`${channels} × (F = ${window})`] });
        const end = (name: string) => ({ name, lines: [`C = ${channels}`] });
        const chain = (windows: (number | string)[]) => ({
          kind: 'layers' as const,
          layers: [end('@input'), ...windows.map(layer), end('@output')],
        });
        return {
          ...designTask(design, level === 1 ? 'stack' : 'saved'),
          figure: panels([chain(new Array<number>(layers).fill(f)), ...(level === 1 ? [] : [chain([large])])]),
        };
      },
    },
  ],
};

interface Design {
  channels: number;
  f: number;
  layers: number;
  /** The one window that sees as much. */
  large: number;
}

function designOf(random: Random, level: Level): Design {
  const channels = random.pick(level === 1 ? [2, 4, 8, 10] : level === 2 ? [8, 10, 16, 20] : [32, 64, 100, 128]);
  const f = level === 3 ? random.pick([3, 5]) : 3;
  const layers = f === 3 ? random.whole(2, level === 1 ? 3 : 4) : 2;
  return { channels, f, layers, large: lastField(new Array(layers).fill({ f })).field };
}

/** `stack`: all parameters of the small windows; `saved`: how many fewer they are than those of the large one. */
function designTask({ channels, f, layers, large }: Design, asked: 'stack' | 'saved'): Task {
  const one = filterParameters({ channels, filters: channels, f });
  const stack = layers * one;
  const single = filterParameters({ channels, filters: channels, f: large });
  const answer = asked === 'stack' ? stack : single - stack;
  const squared = channels * channels;
  return {
    values: { channels, f, layers, large, asked },
    answer,
    mistakes:
      asked === 'stack'
        ? [
            { id: 'small-one-layer', value: one },
            { id: 'small-no-bias', value: layers * squared * f * f },
            { id: 'small-large', value: single },
            { id: 'small-channels-once', value: layers * channels * (f * f + 1) },
            { id: 'small-not-squared', value: layers * channels * (channels * f + 1) },
          ]
        : [
            { id: 'saved-one-layer', value: single - one },
            { id: 'saved-no-bias', value: squared * (large * large - layers * f * f) },
            { id: 'saved-stack', value: stack },
            { id: 'saved-large', value: single },
            { id: 'saved-channels-once', value: channels * (large * large + 1) - layers * channels * (f * f + 1) },
            { id: 'saved-wide', value: filterParameters({ channels, filters: channels, f: layers * f }) - stack },
          ],
    solution: [
      { plain: 'C·(C·F² + 1)', latex: 'C \\cdot (C \\cdot F^2 + 1)' },
      formula(`${layers}·${channels}·(${channels}·${f}² + 1) = ${stack}`),
      ...(asked === 'stack'
        ? []
        : [formula(`1·${channels}·(${channels}·${large}² + 1) = ${single}`), formula(`${single} − ${stack} = ${answer}`)]),
    ],
  };
}
