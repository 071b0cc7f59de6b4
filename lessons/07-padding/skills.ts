import { outputSize, samePadding } from '../arithmetic.ts';
import { type Formula, outputFormula } from '../formula.ts';
import { outputMistakes } from '../quiz/output-mistakes.ts';
import type { Skill } from '../quiz/skill.ts';

/** What the questions that go backwards start from. */
const SIZE_AT_STRIDE_ONE: Formula = { plain: "N' = N + 2P − F + 1", latex: "N' = N + 2P - F + 1" };

/** N' = N + 2P − F + 1. */
export const sizePadded: Skill = {
  id: 'size-padded',
  lesson: 7,
  generate(random, level) {
    const n = random.whole(level === 1 ? 5 : 14, level === 3 ? 128 : 32);
    const f = random.pick(level === 1 ? [3, 5] : [3, 4, 5, 7]);
    const p = random.whole(1, level === 1 ? 2 : 4);
    const axis = { n, f, p };
    return { values: { n, f, p }, answer: outputSize(axis).output, mistakes: outputMistakes(axis), solution: outputFormula(axis) };
  },
};

/** P = (F − 1)/2 keeps the size. */
export const paddingSame: Skill = {
  id: 'padding-same',
  lesson: 7,
  generate(random, level) {
    const f = random.pick(level === 1 ? [3, 5, 7] : level === 2 ? [5, 7, 9, 11] : [7, 9, 11, 13, 15]);
    const n = random.whole(f + 1, 64);
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
  },
};

/** The formula read backwards: which window made this size? */
export const findKernel: Skill = {
  id: 'find-kernel',
  lesson: 7,
  generate(random, level) {
    const n = random.whole(level === 1 ? 8 : 20, level === 3 ? 100 : 32);
    const f = random.pick(level === 1 ? [3, 4, 5] : [4, 5, 6, 7, 9]);
    const p = level === 1 ? random.whole(0, 1) : random.whole(1, 3);
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
  },
};

/** The formula read backwards: how much padding made this size? */
export const findPadding: Skill = {
  id: 'find-padding',
  lesson: 7,
  generate(random, level) {
    const n = random.whole(level === 1 ? 8 : 16, level === 3 ? 100 : 32);
    const f = random.pick(level === 1 ? [3, 5] : [3, 4, 5, 7]);
    // keeping the size is a question of its own
    const p = random.pick([1, 2, 3, 4].filter((candidate) => 2 * candidate !== f - 1));
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
  },
};
