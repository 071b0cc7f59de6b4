import { describe, expect, it } from 'vitest';
import { outputSize } from '../../lessons/arithmetic.ts';
import { allSkills, findLesson } from '../../lessons/catalogue.ts';
import { codeFor, exerciseOf } from '../../lessons/quiz/exercise.ts';
import { grade } from '../../lessons/quiz/grade.ts';
import { nextCode } from '../../lessons/quiz/next.ts';
import { createRandom } from '../../lessons/quiz/random.ts';
import { readAnswer, readNumber } from '../../lessons/quiz/read-answer.ts';
import { readGiven } from '../../lessons/quiz/read-given.ts';

/** 4,000 codes spread over all skills, forms and levels. */
const codes = Array.from(
  { length: 4000 },
  (_, index) => `pad:${(index * 262 + (index % 16) * 4096 + index).toString(16).padStart(5, '0').slice(-5)}`,
);
const exercises = codes.map((code) => exerciseOf(code)!);

describe('generated questions', () => {
  it('put the right choice in every place', () => {
    const places = exercises.filter((exercise) => exercise.form.kind === 'choice').map(({ choices, task }) => choices.indexOf(task.answer));
    for (const place of [0, 1, 2, 3]) expect(places.filter((candidate) => candidate === place).length).toBeGreaterThan(places.length / 6);
  });

  it('are the same for the same code, for ever', () => {
    for (const code of codes.slice(0, 200)) expect(exerciseOf(code)).toEqual(exerciseOf(code.toUpperCase().replace('PAD', 'pad')));
    // codes that were handed out must never change their meaning
    const known = exerciseOf('pad:8f3a')!;
    expect({
      skill: known.skill.id,
      form: known.form.id,
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
      const { n, f, p = 0, s = 1, output } = task.values as unknown as { n: number; f: number; p?: number; s?: number; output: number };
      for (const { id, value } of mistakes) {
        const facts: Record<string, () => boolean> = {
          'size-kept': () => value === n && !(2 * p === f - 1 && s === 1),
          'stride-forgotten': () => s > 1 && value === outputSize({ n, f, p }).output,
          'one-padding': () => p > 0,
          'no-padding': () => p > 0 && value === outputSize({ n, f, s }).output,
          'unreached-none': () => (n + 2 * p - f) % s !== 0,
          'find-padding-same': () => output !== n,
          'find-padding-none': () => output > n - f + 1,
          'find-stride-too-large': () => outputSize({ n, f, p, s: Number(value) }).output < output,
          'find-stride-too-small': () => outputSize({ n, f, p, s: Number(value) }).output > output,
        };
        if (skill.id !== 'size-chain' && facts[id]?.() === false) expect.fail(`${code} ${id} ${value}`);
      }
    }
  });

  it('knows who did not round down, however many decimals they typed', () => {
    const exercise = exercises.find(
      ({ task }) =>
        task.values.s === 3 &&
        task.mistakes.some(({ id, value }) => id === 'not-rounded' && Number(value) % 1 > 0.3 && Number(value) % 1 < 0.4),
    )!;
    const { n, f, p } = exercise.task.values as { n: number; f: number; p: number };
    const { exact } = outputSize({ n, f, p, s: 3 });
    for (const typed of [exact.toFixed(1), exact.toFixed(2), exact.toFixed(4).replace('.', ',')])
      expect(grade(exercise, readNumber(typed)!)).toMatchObject({ correct: false, misconception: 'not-rounded' });
    // and never offers such a number
    for (const { choices } of exercises) expect(choices.every(Number.isInteger)).toBe(true);
  });
});

describe('the next question', () => {
  const all = findLesson('padding')!.skills;
  const memory = (counts: [string, { correct: number; total: number }][], recent: string[] = []) => ({
    countsBySkill: async () => new Map(counts),
    recentCodes: async () => recent,
  });

  it('asks weak skills oftener, and never the skill just asked', async () => {
    const random = createRandom(5);
    const next = () => random.whole(0, 1e6) / (1e6 + 1);
    const strong = all.map(({ id }): [string, { correct: number; total: number }] => [
      id,
      id === 'find-kernel' ? { correct: 1, total: 10 } : { correct: 19, total: 20 },
    ]);
    const asked: string[] = [];
    for (let round = 0; round < 400; round++) asked.push(exerciseOf(await nextCode(memory(strong), 'ann', all, next))!.skill.id);
    const weak = asked.filter((id) => id === 'find-kernel').length;
    expect(weak).toBeGreaterThan(100);
    expect(new Set(asked).size).toBe(all.length);
    const last = codeFor(all[0]!, 1, next);
    for (let round = 0; round < 50; round++)
      expect(exerciseOf(await nextCode(memory([], [last]), 'ann', all, next))!.skill).not.toBe(all[0]);
  });

  it('grows harder with what is known', async () => {
    const random = createRandom(9);
    const next = () => random.whole(0, 1e6) / (1e6 + 1);
    const levelAfter = async (correct: number, total: number) => {
      const counts = all.map(({ id }): [string, { correct: number; total: number }] => [id, { correct, total }]);
      const levels = new Set<number>();
      for (let round = 0; round < 30; round++) levels.add(exerciseOf(await nextCode(memory(counts), 'ann', all, next))!.level);
      return [...levels];
    };
    expect(await levelAfter(0, 0)).toEqual([1]);
    expect(await levelAfter(2, 2)).toEqual([2]);
    expect(await levelAfter(5, 5)).toEqual([3]);
    expect(await levelAfter(5, 12)).toEqual([1]);
  });

  it('comes in every form, and from every code that can be drawn', () => {
    const random = createRandom(3);
    for (const skill of allSkills()) {
      for (const level of [1, 2, 3] as const) {
        const drawn = Array.from({ length: 60 }, () => exerciseOf(codeFor(skill, level, () => random.whole(0, 1e6) / (1e6 + 1)))!);
        expect(drawn.every((exercise) => exercise.skill === skill && exercise.level === level)).toBe(true);
        expect(new Set(drawn.map((exercise) => exercise.form)).size).toBe(skill.forms.length);
        for (const extreme of [0, 1 - Number.EPSILON]) expect(exerciseOf(codeFor(skill, level, () => extreme))!.skill).toBe(skill);
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

describe('long numbers', () => {
  // 16 filters of 5×5 on 3×12×12 with padding 2
  const typedFor = (code: string, typed: string) => readGiven(exerciseOf(code)!, typed);

  it.each(['172800', '172,800', '172 800', '172\u00a0800', '172\u202f800', '172.800', "172'800", '= 172,800'])(
    'may be typed as %s',
    (typed) => {
      for (const code of ['macs:13a7c', 'macs:43a7c']) expect(typedFor(code, typed)).toBe(172_800);
    },
  );

  it('leave decimals and shapes as they were', () => {
    expect(typedFor('macs:43a7c', '1,5')).toBe(1.5);
    expect(typedFor('ratio:43a7c', '1,125')).toBe(1.125);
  });
});
