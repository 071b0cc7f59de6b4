import { foretoldScore, probabilityGradient } from '../gradients.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { bracketed, exact, formula, grid, products, signed, sumOf } from './numbers.ts';

/** Probabilities of two or three classes, the asked one first: tenths, so that products are short. */
const SHARES = {
  1: [
    [0.5, 0.5],
    [0.8, 0.2],
    [0.6, 0.4],
  ],
  2: [
    [0.9, 0.1],
    [0.8, 0.2],
    [0.7, 0.3],
    [0.2, 0.8],
  ],
  3: [
    [0.5, 0.3, 0.2],
    [0.6, 0.3, 0.1],
    [0.8, 0.1, 0.1],
    [0.3, 0.5, 0.2],
  ],
} as const;
const CLASSES = ['A', 'B', 'C'];

/** Why the score is explained and not the probability: ∂p/∂x mixes in the other classes, and fades. */
export const probabilityGradientSkill: Skill = {
  id: 'probability-gradient',
  prefix: 'pgrad',
  lesson: 20,
  forms: [
    ...pickOrType((random, level) => {
      const { shares, slopes } = classes(random, level);
      const [a, b, c = 0] = shares as [number, number, number?];
      const [ga, gb, gc = 0] = slopes as [number, number, number?];
      const texts = { ga: signed(ga), gb: signed(gb), gc: signed(gc) };
      return probabilityTask(shares, slopes, { pa: a, pb: b, pc: c, ...texts, classes: shares.length });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const { shares, slopes } = classes(random, level);
        const bars = (values: readonly number[], caption: string) => ({
          kind: 'bars' as const,
          caption,
          bars: values.map((value, at) => ({ label: CLASSES[at]!, value })),
        });
        return {
          ...probabilityTask(shares, slopes, { classes: shares.length }),
          figure: panels([bars(shares, '@probabilities'), bars(slopes, '@score-gradients')]),
        };
      },
    },
  ],
};

function classes(random: Random, level: Level): { shares: readonly number[]; slopes: number[] } {
  const shares = random.pick<readonly number[]>(SHARES[level]);
  return { shares, slopes: shares.map(() => random.whole(-5, 5)) };
}

function probabilityTask(shares: readonly number[], slopes: readonly number[], values: Task['values']): Task {
  const answer = exact(probabilityGradient(shares, slopes, 0));
  const mean = exact(sumOf(shares.map((p, at) => p * slopes[at]!)));
  const [p, g] = [shares[0]!, slopes[0]!];
  const others = sumOf(slopes.slice(1));
  return {
    values,
    answer,
    signed: true,
    mistakes: [
      { id: 'pgrad-score', value: g },
      { id: 'pgrad-times-p', value: exact(p * g) },
      { id: 'pgrad-alone', value: exact(p * (1 - p) * g) },
      { id: 'pgrad-difference', value: exact(g - mean) },
      { id: 'pgrad-mean', value: mean },
      { id: 'pgrad-unweighted', value: exact(p * (g - others)) },
      { id: 'pgrad-sign', value: exact(-answer) },
    ],
    solution: [
      { plain: '∂p/∂x = p·(g − Σ pₖ·gₖ)', latex: '\\frac{\\partial p}{\\partial x} = p \\cdot \\left(g - \\sum_k p_k g_k\\right)' },
      formula(`Σ pₖ·gₖ = ${products(shares, slopes)} = ${signed(mean)}`),
      formula(`${p}·(${signed(g)} − ${bracketed(mean)}) = ${signed(answer)}`),
    ],
  };
}

/** S(x + Δ) ≈ S(x) + Σ g·Δ. */
export const scoreChangeSkill: Skill = {
  id: 'score-change',
  prefix: 'foretell',
  lesson: 20,
  forms: [
    ...pickOrType((random, level) => {
      const { score, slopes, changes } = moved(random, level, level + 1);
      const list = (values: readonly number[]) => values.map(signed).join('; ');
      return changeTask(score, slopes, changes, { slopes: list(slopes), changes: list(changes) });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const [rows, columns] = ({ 1: [2, 2], 2: [2, 3], 3: [3, 3] } as const)[level];
        const { score, slopes, changes } = moved(random, level, rows * columns);
        const cells = (values: readonly number[]) => grid(rows, columns, (at) => values[at]!);
        return {
          ...changeTask(score, slopes, changes, {}),
          figure: panels([
            { kind: 'matrix', values: cells(slopes), caption: '@gradient', heat: true },
            { kind: 'matrix', values: cells(changes), caption: '@change' },
          ]),
        };
      },
    },
  ],
};

/** Whole numbers; in a picture most pixels stay as they are. */
function moved(random: Random, level: Level, count: number) {
  const most = level === 1 ? 3 : 5;
  const stays = (at: number) => count > 4 && at % 2 === 1;
  return {
    score: random.whole(2, 9),
    slopes: Array.from({ length: count }, () => random.whole(-most, most)),
    changes: Array.from({ length: count }, (_, at) => (stays(at) ? 0 : random.pick([-2, -1, 1, 2]))),
  };
}

function changeTask(score: number, slopes: readonly number[], changes: readonly number[], values: Task['values']): Task {
  const answer = foretoldScore(score, slopes, changes);
  const parts = slopes.map((slope, at) => slope * changes[at]!);
  const used = changes.flatMap((change, at) => (change === 0 ? [] : [at]));
  const ofUsed = (all: readonly number[]) => used.map((at) => all[at]!);
  return {
    values: { ...values, score },
    answer,
    signed: true,
    mistakes: [
      { id: 'foretell-change-only', value: answer - score },
      { id: 'foretell-subtracted', value: score - (answer - score) },
      { id: 'foretell-sizes', value: score + sumOf(parts.map(Math.abs)) },
      { id: 'foretell-gradient-only', value: score + sumOf(ofUsed(slopes)) },
      { id: 'foretell-changes-only', value: score + sumOf(changes) },
      { id: 'foretell-same', value: score },
    ],
    solution: [
      { plain: 'S + Σ gᵢ·Δᵢ', latex: 'S + \\sum_i g_i \\Delta_i' },
      formula(`${score} + ${used.map((at) => `${bracketed(slopes[at]!)}·${bracketed(changes[at]!)}`).join(' + ')} = ${signed(answer)}`),
    ],
  };
}
