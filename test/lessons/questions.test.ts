import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chainSizes, outputSize } from '../../lessons/arithmetic.ts';
import { allSkills, PADDING, skillsOf } from '../../lessons/catalogue.ts';
import { codeFor, type Exercise, exerciseOf } from '../../lessons/quiz/exercise.ts';
import { grade } from '../../lessons/quiz/grade.ts';
import { nextCode } from '../../lessons/quiz/next.ts';
import { createRandom } from '../../lessons/quiz/random.ts';
import { readAnswer, readNumber } from '../../lessons/quiz/read-answer.ts';
import { loadTexts } from '../../src/chat/texts.ts';
import { projectRoot } from '../../src/project-root.ts';

const texts = loadTexts([join(projectRoot, 'lessons')]);

/** 4,000 codes spread over all skills, forms and levels. */
const codes = Array.from(
  { length: 4000 },
  (_, index) => `pad:${(index * 262 + (index % 16) * 4096 + index).toString(16).padStart(5, '0').slice(-5)}`,
);
const exercises = codes.map((code) => exerciseOf(code)!);

/** The answer by the formulas alone, from the numbers that the learner sees. */
function expected({ skill, task: { values: v } }: Exercise): number {
  switch (skill.id) {
    case 'padding-same':
      return (v.f! - 1) / 2;
    case 'find-kernel':
      return v.n! + 2 * v.p! - v.output! + 1;
    case 'find-padding':
      return (v.output! - 1 + v.f! - v.n!) / 2;
    case 'find-stride':
      return onlyStride(v.n!, v.f!, v.p!, v.output!);
    case 'unreached':
      return outputSize({ n: v.n!, f: v.f!, p: v.p!, s: v.s! }).unreached;
    case 'size-chain':
      return chainSizes(v.n!, [
        { f: v.f1!, p: v.p1!, s: v.s1! },
        { f: v.f2!, p: v.p2!, s: v.s2! },
      ]).at(-1)!;
    default:
      return outputSize({ n: v.n!, f: v.f!, p: v.p ?? 0, s: v.s ?? 1 }).output;
  }
}

/** The one stride that leads to this output; a question with two of them would have two right answers. */
function onlyStride(n: number, f: number, p: number, output: number): number {
  const strides = Array.from({ length: n + 2 * p }, (_, index) => index + 1).filter((s) => outputSize({ n, f, p, s }).output === output);
  expect(strides).toHaveLength(1);
  return strides[0]!;
}

describe('generated questions', () => {
  it('cover every skill, form and level', () => {
    for (const skill of skillsOf(PADDING)) {
      for (const form of ['choice', 'number']) {
        for (const level of [1, 2, 3]) {
          expect(
            exercises.some((exercise) => exercise.skill === skill && exercise.form === form && exercise.level === level),
            `${skill.id} ${form} ${level}`,
          ).toBe(true);
        }
      }
    }
  });

  it('have the answer that the formulas give', () => {
    for (const exercise of exercises) expect(exercise.task.answer, exercise.code).toBe(expected(exercise));
  });

  it('offer four different choices, one of them right', () => {
    for (const { form, choices, task, code } of exercises.filter((exercise) => exercise.form === 'choice')) {
      expect(form).toBe('choice');
      expect(new Set(choices).size, code).toBe(4);
      expect(
        choices.filter((choice) => choice === task.answer),
        code,
      ).toHaveLength(1);
      expect(
        choices.every((choice) => Number.isInteger(choice) && choice >= 0),
        code,
      ).toBe(true);
    }
  });

  it('put the right choice in every place', () => {
    const places = exercises.filter((exercise) => exercise.form === 'choice').map(({ choices, task }) => choices.indexOf(task.answer));
    for (const place of [0, 1, 2, 3]) expect(places.filter((candidate) => candidate === place).length).toBeGreaterThan(places.length / 6);
  });

  it('are the same for the same code, for ever', () => {
    for (const code of codes.slice(0, 200)) expect(exerciseOf(code)).toEqual(exerciseOf(code.toUpperCase().replace('PAD', 'pad')));
    // codes that were handed out must never change their meaning
    const known = exerciseOf('pad:8f3a')!;
    expect({
      skill: known.skill.id,
      form: known.form,
      level: known.level,
      values: known.task.values,
      answer: known.task.answer,
      choices: known.choices,
    }).toMatchInlineSnapshot(`
      {
        "answer": 1,
        "choices": [
          0,
          2,
          3,
          1,
        ],
        "form": "choice",
        "level": 1,
        "skill": "padding-same",
        "values": {
          "f": 3,
          "n": 16,
        },
      }
    `);
  });

  it.each(['pad:', 'pad:8', 'pad:xyz1', 'foo:8f3a', 'pad:123456789', '8f3a', ''])('%s is no code', (code) => {
    expect(exerciseOf(code)).toBeUndefined();
  });

  it('explain every wrong choice, in both languages, within the limits of a poll', () => {
    for (const language of ['en', 'ru'] as const) {
      const t = texts.in(language);
      for (const exercise of exercises) {
        const id = exercise.skill.id;
        for (const key of [
          `skill-${id}`,
          `quiz-hint-${id}-1`,
          `quiz-hint-${id}-2`,
          ...exercise.mistakes.map((mistake) => `quiz-mistake-${mistake.id}`),
        ]) {
          if (!texts.has(language, key)) expect.fail(`${key} is missing in ${language}`);
        }
        const question = t(`quiz-question-${id}`, exercise.task.values);
        expect(`${question} (${exercise.code})`.length).toBeLessThanOrEqual(300);
        expect(exercise.task.solution.at(-1)!.plain.length).toBeLessThanOrEqual(200);
        for (const written of ['plain', 'latex'] as const)
          expect(exercise.task.solution.at(-1)![written].endsWith(` = ${exercise.task.answer}`), exercise.code).toBe(true);
        expect(exercise.choices.every((choice) => String(choice).length <= 100)).toBe(true);
        for (const value of Object.values(exercise.task.values)) expect(question).toContain(String(value));
      }
    }
  });

  it('find the misconception behind a wrong number', () => {
    for (const exercise of exercises.slice(0, 500)) {
      expect(grade(exercise, exercise.task.answer)).toEqual({ correct: true, value: exercise.task.answer });
      for (const { id, value } of exercise.mistakes) expect(grade(exercise, value)).toEqual({ correct: false, value, misconception: id });
      expect(grade(exercise, 98_765)).toEqual({ correct: false, value: 98_765 });
    }
  });
});

describe('what is said about a wrong number', () => {
  it('is true of the very numbers of the question', () => {
    for (const { code, skill, task, mistakes } of exercises) {
      const { n, f, p = 0, s = 1, output } = task.values as { n: number; f: number; p?: number; s?: number; output: number };
      for (const { id, value } of mistakes) {
        const facts: Record<string, () => boolean> = {
          'size-kept': () => value === n && !(2 * p === f - 1 && s === 1),
          'stride-forgotten': () => s > 1 && value === outputSize({ n, f, p }).output,
          'one-padding': () => p > 0,
          'no-padding': () => p > 0 && value === outputSize({ n, f, s }).output,
          'unreached-none': () => (n + 2 * p - f) % s !== 0,
          'find-padding-same': () => output !== n,
          'find-padding-none': () => output > n - f + 1,
          'find-stride-too-large': () => outputSize({ n, f, p, s: value }).output < output,
          'find-stride-too-small': () => outputSize({ n, f, p, s: value }).output > output,
        };
        if (skill.id !== 'size-chain' && facts[id]?.() === false) expect.fail(`${code} ${id} ${value}`);
      }
    }
  });

  it('knows who did not round down, however many decimals they typed', () => {
    const exercise = exercises.find(
      ({ task }) =>
        task.values.s === 3 && task.mistakes.some(({ id, value }) => id === 'not-rounded' && value % 1 > 0.3 && value % 1 < 0.4),
    )!;
    const { exact } = outputSize({ n: exercise.task.values.n!, f: exercise.task.values.f!, p: exercise.task.values.p!, s: 3 });
    for (const typed of [exact.toFixed(1), exact.toFixed(2), exact.toFixed(4).replace('.', ',')])
      expect(grade(exercise, readNumber(typed)!)).toMatchObject({ correct: false, misconception: 'not-rounded' });
    // and never offers such a number
    for (const { choices } of exercises) expect(choices.every(Number.isInteger)).toBe(true);
  });
});

describe('the next question', () => {
  const memory = (counts: [string, { correct: number; total: number }][], recent: string[] = []) => ({
    countsBySkill: async () => new Map(counts),
    recentCodes: async () => recent,
  });

  it('asks weak skills oftener, and never the skill just asked', async () => {
    const random = createRandom(5);
    const next = () => random.whole(0, 1e6) / (1e6 + 1);
    const strong = allSkills().map(({ id }): [string, { correct: number; total: number }] => [
      id,
      id === 'unreached' ? { correct: 1, total: 10 } : { correct: 19, total: 20 },
    ]);
    const asked: string[] = [];
    for (let round = 0; round < 400; round++) asked.push(exerciseOf(await nextCode(memory(strong), 'ann', PADDING, next))!.skill.id);
    const weak = asked.filter((id) => id === 'unreached').length;
    expect(weak).toBeGreaterThan(100);
    expect(new Set(asked).size).toBe(skillsOf(PADDING).length);
    const last = codeFor(PADDING, allSkills()[0]!, 1, next);
    for (let round = 0; round < 50; round++)
      expect(exerciseOf(await nextCode(memory([], [last]), 'ann', PADDING, next))!.skill).not.toBe(allSkills()[0]);
  });

  it('grows harder with what is known', async () => {
    const random = createRandom(9);
    const next = () => random.whole(0, 1e6) / (1e6 + 1);
    const levelAfter = async (correct: number, total: number) => {
      const counts = allSkills().map(({ id }): [string, { correct: number; total: number }] => [id, { correct, total }]);
      const levels = new Set<number>();
      for (let round = 0; round < 30; round++) levels.add(exerciseOf(await nextCode(memory(counts), 'ann', PADDING, next))!.level);
      return [...levels];
    };
    expect(await levelAfter(0, 0)).toEqual([1]);
    expect(await levelAfter(2, 2)).toEqual([2]);
    expect(await levelAfter(5, 5)).toEqual([3]);
    expect(await levelAfter(5, 12)).toEqual([1]);
  });

  it('comes in both forms from every code that can be drawn', () => {
    const random = createRandom(3);
    for (const skill of allSkills()) {
      for (const level of [1, 2, 3] as const) {
        const drawn = Array.from({ length: 40 }, () => exerciseOf(codeFor(PADDING, skill, level, () => random.whole(0, 1e6) / (1e6 + 1)))!);
        expect(drawn.every((exercise) => exercise.skill === skill && exercise.level === level)).toBe(true);
        expect(new Set(drawn.map((exercise) => exercise.form)).size).toBe(2);
        for (const extreme of [0, 1 - Number.EPSILON]) expect(exerciseOf(codeFor(PADDING, skill, level, () => extreme))!.skill).toBe(skill);
      }
    }
  });
});

describe('answers as people type them', () => {
  it.each([
    ['28', [28]],
    [' 28 ', [28]],
    ['28x28', [28, 28]],
    ['28 × 28', [28, 28]],
    ['28х28', [28, 28]],
    ['(1, 6, 28, 28)', [1, 6, 28, 28]],
    ['6@28×28', [6, 28, 28]],
    ['1/9', [1 / 9]],
    ['0,5', [0.5]],
    ['2 1/3', [7 / 3]],
    ['≈ 2.33', [2.33]],
    ['28 px', [28]],
    ['28 пикселей', [28]],
    ['２８', [28]],
    ['−3', [-3]],
    ["N' = 28", [28]],
    ['= 28.', [28]],
    ['ответ: 28', [28]],
    ['Ответ — 28', [28]],
    ['28 на 28', [28, 28]],
    ['28,28', [28, 28]],
    ['2,33', [2.33]],
    ['N’ = 28', [28]],
    ['W_out=28', [28]],
    ['my answer is 28', [28]],
    ['28 ячеек', [28]],
    ['28 в ширину', [28]],
    ['-1 1/2', [-1.5]],
    ['+28', [28]],
    ['28\u200b', [28]],
  ])('%s', (typed, numbers) => {
    expect(readAnswer(typed)).toEqual(numbers);
  });

  it.each([
    '',
    'hello',
    'is it 28 or 30?',
    '28 apples and pears',
    '/quiz',
    'two',
    '1/0',
    'page: 28',
    '28 + 1',
    '28 or 30',
    '28 или 30',
    '5-28',
    'в 28',
    '9'.repeat(80),
  ])('%s is no answer', (typed) => {
    expect(readAnswer(typed)).toBeUndefined();
  });

  it('means one number only when all are equal', () => {
    expect(readNumber('28×28')).toBe(28);
    expect(readNumber('28×14')).toBeUndefined();
    // of a whole shape, height and width are the last two
    expect(readNumber('(1, 6, 28, 28)')).toBe(28);
    expect(readNumber('6@28×28')).toBe(28);
    expect(readNumber('28×28×6')).toBeUndefined();
    expect(readNumber('1 1 2 3 5')).toBeUndefined();
  });
});
