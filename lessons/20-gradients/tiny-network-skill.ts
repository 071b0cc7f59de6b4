import { hiddenSums, inputGradient, type TinyNetwork, tinyScore } from '../gradients.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { formula, products, signed, sumOf } from './numbers.ts';

const NAMES = ['x₁', 'x₂'];

/** ∂S/∂x of a score that one can compute by hand: only the open units count. */
export const inputGradientSkill: Skill = {
  id: 'input-gradient',
  prefix: 'igrad',
  lesson: 20,
  forms: [
    ...pickOrType((random, level) => {
      const { network, x, of } = asked(random, level);
      return gradientTask(network, x, of, { formula: written(network), list: x.map(signed).join('; ') });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const { network, x, of } = asked(random, level === 1 ? 2 : level);
        const column = (values: readonly number[]) => values.map((value) => [value]);
        return {
          ...gradientTask(network, x, of, {}),
          figure: panels([
            { kind: 'matrix', values: column(x), caption: 'x' },
            { kind: 'matrix', values: network.weights.map((row) => [...row]), caption: 'W' },
            { kind: 'matrix', values: column(network.biases), caption: 'b' },
            { kind: 'matrix', values: [[...network.outs]], caption: 'v' },
          ]),
        };
      },
    },
  ],
};

interface Asked {
  network: TinyNetwork;
  x: number[];
  /** The pixel asked for, from 0. */
  of: number;
}

/** No sum is 0, where the gradient has two sides. */
function asked(random: Random, level: Level): Asked {
  for (;;) {
    const weight = () => random.pick([-3, -2, -1, 1, 2, 3]);
    const units = Array.from({ length: level }, () => 0);
    const network = {
      weights: units.map(() => [weight(), weight()]),
      biases: units.map(() => random.whole(-4, 4)),
      outs: units.map(weight),
    };
    const x = [random.whole(1, 3), random.whole(1, 3)];
    if (hiddenSums(network, x).every((sum) => sum !== 0)) return { network, x, of: random.whole(0, 1) };
  }
}

/** 2·relu(3·x₁ − x₂ + 4) − relu(…) */
function written({ weights, biases, outs }: TinyNetwork): string {
  return weights.reduce((text, row, unit) => {
    const inner = `${row.reduce((sum, weight, at) => sum + term(weight, NAMES[at]!, sum === ''), '')}${constant(biases[unit]!)}`;
    return text + term(outs[unit]!, `relu(${inner})`, text === '');
  }, '');
}

function term(factor: number, of: string, isFirst: boolean): string {
  const size = Math.abs(factor) === 1 ? of : `${Math.abs(factor)}·${of}`;
  if (isFirst) return factor < 0 ? `−${size}` : size;
  return ` ${factor < 0 ? '−' : '+'} ${size}`;
}

const constant = (value: number) => (value === 0 ? '' : ` ${value < 0 ? '−' : '+'} ${Math.abs(value)}`);

function gradientTask(network: TinyNetwork, x: number[], of: number, values: Task['values']): Task {
  const sums = hiddenSums(network, x);
  const gradient = inputGradient(network, x);
  const answer = gradient[of]!;
  const column = network.weights.map((row) => row[of]!);
  const open = sums.map((sum) => (sum > 0 ? 1 : 0));
  const isOpen = (unit: number) => open[unit] === 1;
  const parts = (units: (unit: number) => boolean) => sumOf(column.map((weight, unit) => (units(unit) ? weight * network.outs[unit]! : 0)));
  return {
    values: { ...values, pixel: NAMES[of]! },
    answer,
    signed: true,
    mistakes: [
      { id: 'igrad-relu-ignored', value: parts(() => true) },
      { id: 'igrad-no-outs', value: sumOf(column.map((weight, unit) => weight * open[unit]!)) },
      { id: 'igrad-value', value: tinyScore(network, x) },
      { id: 'igrad-times-input', value: answer * x[of]! },
      { id: 'igrad-other-pixel', value: gradient[1 - of]! },
      ...(open.includes(0) ? [{ id: 'igrad-closed-only', value: parts((unit) => !isOpen(unit)) }] : []),
      { id: 'igrad-without-sign', value: Math.abs(answer) },
    ],
    solution: [
      formula(sums.map((sum, unit) => `h${'₁₂₃'[unit]} = ${signed(sum)} ${sum > 0 ? '>' : '<'} 0`).join(', ')),
      formula(`∂S/∂${NAMES[of]} = ${explained(network, open, column)} = ${signed(answer)}`),
    ],
  };
}

/** v·(open?)·w of each unit. */
const explained = ({ outs }: TinyNetwork, open: readonly number[], column: readonly number[]) =>
  products(
    outs.map((out, unit) => out * open[unit]!),
    column,
  );
