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
import { pollQuestion } from '../../src/platforms/telegram/encode.ts';
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
        expect(pollQuestion(question, exercise.code).length).toBeLessThanOrEqual(300);
        expect(exercise.task.solution.at(-1)!.plain.length).toBeLessThanOrEqual(200);
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
    const last = codeFor(PADDING, allSkills()[0]!, next);
    for (let round = 0; round < 50; round++)
      expect(exerciseOf(await nextCode(memory([], [last]), 'ann', PADDING, next))!.skill).not.toBe(allSkills()[0]);
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
  ])('%s', (typed, numbers) => {
    expect(readAnswer(typed)).toEqual(numbers);
  });

  it.each(['', 'hello', 'is it 28 or 30?', '28 apples and pears', '/quiz', 'two', '1/0', '9'.repeat(80)])('%s is no answer', (typed) => {
    expect(readAnswer(typed)).toBeUndefined();
  });

  it('means one number only when all are equal', () => {
    expect(readNumber('28×28')).toBe(28);
    expect(readNumber('28×14')).toBeUndefined();
  });
});
