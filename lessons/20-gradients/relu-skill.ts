import { type ReluRule, reluBackward } from '../gradients.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, type Mistake, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { bracketed, formula, grid, inLine, rowsOf, signed, sumOf } from './numbers.ts';

export const RULES: readonly ReluRule[] = ['plain', 'deconvnet', 'guided'];
const WRONG: Record<ReluRule, string> = { plain: 'rule-plain', deconvnet: 'rule-deconvnet', guided: 'rule-guided' };
/** Rows and columns of a layer. */
const SIZES = { 1: [2, 2], 2: [2, 3], 3: [3, 3] } as const;

/** What a ReLU passes back by three rules. */
export const reluBackwardSkill: Skill = {
  id: 'relu-backward',
  prefix: 'relubp',
  lesson: 20,
  forms: [
    ...pickOrType((random, level) => {
      const { rule, input, above } = layer(random, level);
      return sumTask(rule, input.flat(), above.flat(), { input: inLine(input), above: inLine(above) });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const { rule, input, above } = layer(random, level);
        return {
          ...sumTask(rule, input.flat(), above.flat(), {}),
          figure: panels([
            { kind: 'matrix', values: input, caption: '@relu-input' },
            { kind: 'matrix', values: above, caption: '@gradient-above' },
          ]),
        };
      },
    },
    { id: 'maps', kind: 'choice', generate: mapsTask },
  ],
};

interface Layer {
  rule: ReluRule;
  input: number[][];
  above: number[][];
}

/** Inputs are never 0, so that each unit is clearly open or closed. */
function layer(random: Random, level: Level): Layer {
  const [rows, columns] = SIZES[level];
  const either = (most: number) => random.pick([-1, 1]) * random.whole(1, most);
  return { rule: random.pick(RULES), input: grid(rows, columns, () => either(5)), above: grid(rows, columns, () => either(6)) };
}

function sumTask(rule: ReluRule, input: readonly number[], above: readonly number[], values: Task['values']): Task {
  const passedBy = (candidate: ReluRule) => reluBackward(candidate, input, above);
  const passed = passedBy(rule);
  const answer = sumOf(passed);
  const others: Mistake[] = RULES.filter((other) => other !== rule).map((other) => ({ id: WRONG[other], value: sumOf(passedBy(other)) }));
  const written = passed.filter((value) => value !== 0);
  return {
    values: { ...values, rule },
    answer,
    signed: true,
    mistakes: [
      ...others,
      { id: 'rule-everything', value: sumOf(above) },
      { id: 'rule-count', value: written.length },
      { id: 'rule-forward', value: sumOf(input.map((value) => Math.max(0, value))) },
    ],
    solution: [
      condition(rule),
      formula(
        `Σ g = ${written.length > 1 ? `${[signed(written[0]!), ...written.slice(1).map(bracketed)].join(' + ')} = ` : ''}${signed(answer)}`,
      ),
    ],
  };
}

/** When the gradient g passes a ReLU that was given x. */
const condition = (rule: ReluRule) => formula({ plain: 'x > 0', deconvnet: 'g > 0', guided: 'x > 0, g > 0' }[rule]);

/** Four maps to pick from: those of the rules, and the gradient as it came. */
function mapsTask(random: Random, level: Level): Task {
  for (;;) {
    const { rule, input, above } = layer(random, level);
    const [flat, gradient] = [input.flat(), above.flat()];
    const columns = input[0]!.length;
    const maps: Record<string, number[]> = {
      ...Object.fromEntries(RULES.map((candidate) => [candidate, reluBackward(candidate, flat, gradient)])),
      everything: gradient,
    };
    if (new Set(Object.values(maps).map(String)).size < Object.keys(maps).length) continue;
    return {
      values: { rule, input: inLine(input), above: inLine(above) },
      answer: rule,
      mistakes: [
        ...RULES.filter((other) => other !== rule).map((other) => ({ id: WRONG[other], value: other as string })),
        { id: 'rule-everything', value: 'everything' },
      ],
      solution: [condition(rule)],
      reason: `rule-${rule}`,
      panels: (order) =>
        panels(
          order.map((id) => ({ kind: 'matrix', values: rowsOf(maps[id]!, columns), heat: true })),
          true,
        ),
    };
  }
}
