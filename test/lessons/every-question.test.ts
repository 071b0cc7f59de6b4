import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { questionTexts } from '../../commands/question-texts.ts';
import { allSkills, LESSONS } from '../../lessons/catalogue.ts';
import { type Exercise, exerciseOf } from '../../lessons/quiz/exercise.ts';
import { grade } from '../../lessons/quiz/grade.ts';
import { readGiven, writtenValue } from '../../lessons/quiz/read-given.ts';
import type { Level, Skill } from '../../lessons/quiz/skill.ts';
import { written } from '../../lessons/quiz/value.ts';
import { LANGUAGES, loadTexts } from '../../src/chat/texts.ts';
import { TEXT_FOLDERS } from '../../src/main.ts';
import { projectRoot } from '../../src/project-root.ts';
import type { Oracles } from './oracles/oracle.ts';

/** Questions of every generator: each way to ask for each skill. */
const QUESTIONS = 10_000;
/** Of those, how many are also read in both languages. */
const READ = 60;

const texts = loadTexts(TEXT_FOLDERS.map((folder) => join(projectRoot, folder)));
const folder = join(import.meta.dirname, 'oracles');
let oracles: Oracles = {};
beforeAll(async () => {
  for (const file of readdirSync(folder).filter((name) => /^\d\d-/.test(name)))
    oracles = { ...oracles, ...((await import(join(folder, file))) as { oracles: Oracles }).oracles };
});

/** Codes of one form, a third at each level, spread over all seeds. */
const codesOf = (skill: Skill, form: number, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const seed = Math.floor((index * 65_536) / count);
    return `${skill.prefix}:${(3 * form + (index % 3)).toString(16)}${seed.toString(16).padStart(4, '0')}`;
  });

const generators = allSkills().flatMap((skill) =>
  skill.forms.map((form, index) => ({ name: `${skill.id} (${form.id})`, skill, form: index })),
);

describe('every question', () => {
  it.each(generators)('of $name has the right answer, and distinct choices', ({ skill, form }) => {
    const oracle = oracles[skill.id];
    expect(oracle, `test/lessons/oracles needs ${skill.id}`).toBeDefined();
    const levels = new Set<Level>();
    for (const code of codesOf(skill, form, QUESTIONS)) {
      const exercise = exerciseOf(code)!;
      levels.add(exercise.level);
      const { task, choices, mistakes } = exercise;
      const right = oracle!(task.values, exercise);
      // one comparison at a time is quick enough for all of them
      if (!grade(exercise, right).correct || (typeof right === 'string' && right !== task.answer))
        expect.fail(`${code}: ${right} is not ${task.answer}`);
      if (exercise.form.kind === 'choice') {
        const different = new Set(choices.map(written));
        if (different.size !== choices.length || choices.length < 3 || choices.length > 4) expect.fail(`${code}: ${choices}`);
        if (choices.filter((choice) => grade(exercise, choice).correct).length !== 1)
          expect.fail(`${code}: two right choices of ${choices}`);
        if (choices.some((choice) => written(choice).length > 34)) expect.fail(`${code}: a choice is too long for a button`);
      } else if (choices.length > 0) expect.fail(`${code}: choices where one types`);
      for (const { id, value } of mistakes) {
        const marked = grade(exercise, value);
        if (marked.correct || marked.misconception === undefined) expect.fail(`${code}: ${id} ${value}`);
      }
    }
    expect(levels.size).toBe(3);
  });

  it.each(generators)('of $name says all of it, in both languages', ({ skill, form }) => {
    for (const code of codesOf(skill, form, READ)) {
      const exercise = exerciseOf(code)!;
      for (const language of LANGUAGES) {
        const said = everythingSaid(exercise, language);
        for (const [what, text] of Object.entries(said)) {
          if (/\{|\}|undefined|NaN|null|\[object/.test(text) || /^[a-z]+(-[a-z0-9]+)+$/.test(text.trim()) || text.trim() === '')
            expect.fail(`${code} in ${language}: ${what}: ${text}`);
        }
        expect(
          new Set(exercise.choices.map((choice) => questionTexts({ t: texts.in(language) }, texts, exercise).label(choice))).size,
        ).toBe(exercise.choices.length);
        // a question fits into a poll of Telegram, a choice onto a button
        expect(`${said.question}  [${code}]`.length, `${code}: ${said.question}`).toBeLessThanOrEqual(300);
        for (const choice of exercise.choices)
          expect(questionTexts({ t: texts.in(language) }, texts, exercise).label(choice).length).toBeLessThanOrEqual(80);
      }
    }
  });

  it.each(generators)('of $name can be answered by what is written', ({ skill, form }) => {
    for (const code of codesOf(skill, form, READ)) {
      const exercise = exerciseOf(code)!;
      const { task, choices, form: asked } = exercise;
      if (asked.kind === 'choice') {
        for (const choice of choices) expect(writtenValue(exercise, written(choice))).toEqual(choice);
        expect(readGiven(exercise, 'abcdef'.charAt(choices.indexOf(task.answer)))).toEqual(task.answer);
      } else {
        expect(
          grade(exercise, readGiven(exercise, String(typeof task.answer === 'object' ? `(${task.answer.join(', ')})` : task.answer))!)
            .correct,
        ).toBe(true);
        expect(readGiven(exercise, 'is it large?')).toBeUndefined();
      }
    }
  });

  function everythingSaid(exercise: Exercise, language: (typeof LANGUAGES)[number]): Record<string, string> {
    const t = texts.in(language);
    const said = questionTexts({ t }, texts, exercise);
    const { skill, task, choices, mistakes, form } = exercise;
    const need = [
      `skill-${skill.id}`,
      ...mistakes.map(({ id }) => `quiz-mistake-${id}`),
      ...(task.reason === undefined ? [] : [`quiz-reason-${task.reason}`]),
    ];
    for (const key of need) if (!texts.has(language, key)) expect.fail(`${key} is missing in ${language}`);
    if (task.solution.length === 0 && task.reason === undefined) expect.fail(`${skill.id} (${form.id}) explains nothing`);
    const looked = task.figure !== undefined || task.panels !== undefined;
    if (form.id === 'picture' && !looked) expect.fail(`${skill.id}: a picture to read is missing`);
    return {
      skill: t(`skill-${skill.id}`),
      question: said.question,
      'first hint': said.hint(1),
      'second hint': said.hint(2),
      ...(looked ? { 'alternative text': said.alt } : {}),
      ...(said.reason === undefined ? {} : { reason: said.reason }),
      ...Object.fromEntries(choices.map((choice, index) => [`choice ${index + 1}`, said.label(choice)])),
      ...Object.fromEntries(mistakes.map(({ id }) => [`mistake ${id}`, said.mistake(id)])),
    };
  }
});

describe('skills', () => {
  it('have codes of their own, and at least three forms: to pick, to type, and a picture to read', () => {
    const prefixes = allSkills().map(({ prefix }) => prefix);
    expect(new Set([...prefixes, 'pad']).size).toBe(prefixes.length + 1);
    expect(new Set(allSkills().map(({ id }) => id)).size).toBe(allSkills().length);
    for (const { id, prefix, forms } of allSkills()) {
      expect(prefix, id).toMatch(/^[a-z]{2,8}$/);
      expect(forms.length, id).toBeGreaterThanOrEqual(3);
      expect(forms.length, id).toBeLessThanOrEqual(5);
      expect(new Set(forms.map((form) => form.id)).size, id).toBe(forms.length);
      expect(forms.some(({ kind }) => kind === 'choice') && forms.some(({ id: form }) => form === 'picture'), id).toBe(true);
    }
  });

  it('belong to the lesson that lists them, which has a folder with texts in both languages', () => {
    for (const lesson of LESSONS) {
      expect(lesson.skills.length, lesson.id).toBeGreaterThan(0);
      for (const skill of lesson.skills) expect(skill.lesson, skill.id).toBe(lesson.number);
      const own = join(projectRoot, 'lessons', `${String(lesson.number).padStart(2, '0')}-${lesson.id}`);
      for (const file of ['en.md', 'ru.md', 'en.ftl', 'ru.ftl']) expect(existsSync(join(own, file)), `${own}/${file}`).toBe(true);
    }
  });
});
