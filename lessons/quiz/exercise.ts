import { allSkills } from '../catalogue.ts';
import { firstCode } from './first-codes.ts';
import { createRandom, type Random } from './random.ts';
import type { Level, Mistake, QuestionForm, Skill, Task } from './skill.ts';
import { type Value, written } from './value.ts';

/** A question as it is asked, the same for the same code. */
export interface Exercise {
  code: string;
  skill: Skill;
  level: Level;
  form: QuestionForm;
  task: Task;
  /** Choices in the order shown; empty for what is typed. */
  choices: Value[];
  /** Every wrong value that can be explained. */
  mistakes: Mistake[];
}

/** Hexadecimal digits of a new code's seed, behind the one that says form and level. */
const SEED_DIGITS = 4;
/** Choices of a question; of things said or shown there may be one fewer. */
const CHOICES = 4;
const LEVELS = 3;

/** The exercise behind a code such as `same:48f3a`; undefined for what is no code. */
export function exerciseOf(code: string): Exercise | undefined {
  const match = /^([a-z]{2,8}):([0-9a-f]{4,8})$/i.exec(code.trim());
  if (match === null) return undefined;
  const [prefix, digits] = [match[1]!.toLowerCase(), match[2]!.toLowerCase()];
  const seed = Number.parseInt(digits, 16);
  const asked = firstCode(prefix, digits) ?? numberedForm(prefix, digits);
  if (asked === undefined) return undefined;
  const { skill, form, level } = asked;
  const { task, mistakes, random } = generate(skill, form, level, seed);
  const wrong = offered(task, mistakes)
    .slice(0, CHOICES - 1)
    .map((mistake) => mistake.value);
  const choices = form.kind === 'choice' ? random.shuffle([task.answer, ...wrong]) : [];
  return { code: `${prefix}:${digits}`, skill, form, level, task, choices, mistakes };
}

/** The first digit says which form at which level: 3·form + level − 1. */
function numberedForm(prefix: string, digits: string) {
  const skill = allSkills().find((candidate) => candidate.prefix === prefix);
  const place = Number.parseInt(digits[0]!, 16);
  const form = skill?.forms[Math.floor(place / LEVELS)];
  return skill === undefined || form === undefined ? undefined : { skill, form, level: ((place % LEVELS) + 1) as Level };
}

/** A new code for this skill at this level. @param random 0…1, decides which form and which numbers */
export function codeFor(skill: Skill, level: Level, random: () => number, forms: readonly QuestionForm[] = skill.forms): string {
  const form = forms[Math.floor(random() * forms.length)]!;
  const place = LEVELS * skill.forms.indexOf(form) + level - 1;
  const seed = Math.floor(random() * 16 ** SEED_DIGITS);
  return `${skill.prefix}:${place.toString(16)}${seed.toString(16).padStart(SEED_DIGITS, '0')}`;
}

/** Draws numbers until enough different misconceptions lead to different wrong answers. */
function generate(skill: Skill, form: QuestionForm, level: Level, seed: number): { task: Task; mistakes: Mistake[]; random: Random } {
  for (let attempt = 0; ; attempt++) {
    const random = createRandom(seed * 101 + attempt);
    const task = form.generate(random, level);
    const mistakes = distinct(task);
    const enough = form.kind !== 'choice' || typeof task.answer === 'string' ? 2 : CHOICES - 1;
    if (isPossible(task, task.answer) && offered(task, mistakes).length >= enough) return { task, mistakes, random };
    if (attempt > 200) throw new Error(`${skill.id} (${form.id}) gives no question for the seed ${seed}`);
  }
}

/** A choice that is not whole would give itself away among whole ones. */
function offered({ answer }: Task, mistakes: readonly Mistake[]): Mistake[] {
  return mistakes.filter(({ value }) => !(isWhole(answer) && !isWhole(value)));
}

const numbersOf = (value: Value): readonly number[] => (typeof value === 'string' ? [] : typeof value === 'number' ? [value] : value);
const isWhole = (value: Value) => numbersOf(value).every(Number.isInteger);

/** A number that an answer could be: finite, and not below zero where signs make no sense. */
const isPossible = ({ signed = false }: Task, value: Value) =>
  numbersOf(value).every((number) => Number.isFinite(number) && (signed || number >= 0));

/** Mistakes that give a value of their own: never the answer, never twice, never impossible. */
function distinct(task: Task): Mistake[] {
  const seen = new Set([written(task.answer)]);
  return task.mistakes.filter(({ value }) => {
    const key = written(value);
    if (!isPossible(task, value) || seen.has(key) || isNear(task.answer, value)) return false;
    seen.add(key);
    return true;
  });
}

/** Decimals that would be marked as the answer itself. */
const isNear = (answer: Value, value: Value) =>
  typeof answer === 'number' && typeof value === 'number' && !Number.isInteger(answer) && Math.abs(answer - value) <= 2 * tolerance(answer);

/** How far a typed decimal may be from an answer that is none: half a unit of the second decimal place, or half a percent. */
export const tolerance = (answer: number): number => (Number.isInteger(answer) ? 0 : Math.max(0.005_001, Math.abs(answer) * 0.005));
