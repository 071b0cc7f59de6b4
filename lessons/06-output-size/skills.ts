import { chainSizes, outputSize } from '../arithmetic.ts';
import { outputFormula } from '../formula.ts';
import { outputMistakes } from '../quiz/output-mistakes.ts';
import { pickOrType, type Skill } from '../quiz/skill.ts';

const INPUTS = { 1: [5, 6, 7, 8, 9, 10, 12], 2: [14, 16, 20, 28, 32], 3: [56, 64, 96, 100, 128, 224, 227] } as const;

/** N' = N − F + 1. */
export const sizePlain: Skill = {
  id: 'size-plain',
  prefix: 'plain',
  lesson: 6,
  forms: pickOrType((random, level) => {
    const n = random.pick(INPUTS[level]) + random.whole(0, 3);
    const f = random.pick(level === 1 ? [2, 3, 4] : [3, 4, 5, 7]);
    const axis = { n, f };
    return { values: { n, f }, answer: outputSize(axis).output, mistakes: outputMistakes(axis), solution: outputFormula(axis) };
  }),
};

/** Two layers in a row, each with its own window. */
export const sizeChain: Skill = {
  id: 'size-chain',
  prefix: 'chain',
  lesson: 6,
  forms: pickOrType((random, level) => {
    const n = random.pick(level === 1 ? [16, 20, 24, 28, 32] : [28, 32, 48, 64]) + random.whole(0, 4);
    const first = { f: random.pick([3, 5, 7]), p: level === 1 ? 0 : random.whole(0, 2), s: 1 };
    const second = { f: random.pick([3, 5]), p: level === 3 ? random.whole(0, 2) : 0, s: level === 1 ? 1 : 2 };
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
  }),
};
