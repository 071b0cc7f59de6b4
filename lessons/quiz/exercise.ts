import { type QuizTopic, TOPICS } from '../catalogue.ts';
import { createRandom } from './random.ts';
import type { Mistake, Skill, Task } from './skill.ts';

/** A question as it is asked, the same for the same code. */
export interface Exercise {
  code: string;
  topic: QuizTopic;
  skill: Skill;
  level: 1 | 2 | 3;
  form: 'choice' | 'number';
  task: Task;
  /** Choices in the order shown; empty for typed numbers. */
  choices: number[];
  /** Every wrong number that can be explained; those that are not whole are recognized only when typed. */
  mistakes: Mistake[];
}

/** Hexadecimal digits of a new code: the first picks the skill, the rest is the seed. */
const CODE_DIGITS = 5;
/** Choices of a question. */
const CHOICES = 4;

/** The exercise behind a code such as `pad:8f3a`; undefined for what is no code. */
export function exerciseOf(code: string): Exercise | undefined {
  const match = /^([a-z]{2,8}):([0-9a-f]{4,8})$/i.exec(code.trim());
  const topic = TOPICS.find((candidate) => candidate.prefix === match?.[1]?.toLowerCase());
  const digits = match?.[2]?.toLowerCase();
  if (topic === undefined || digits === undefined) return undefined;
  const skill = topic.slots[Number.parseInt(digits[0]!, 16)]!;
  const seed = Number.parseInt(digits, 16);
  const form = seed % 2 === 0 ? 'choice' : 'number';
  const level = levelOf(seed);
  const { task, mistakes, random } = generate(skill, level, seed);
  const wrong = offered(mistakes)
    .slice(0, CHOICES - 1)
    .map((mistake) => mistake.value);
  return {
    code: `${topic.prefix}:${digits}`,
    topic,
    skill,
    level,
    form,
    task,
    choices: form === 'choice' ? random.shuffle([task.answer, ...wrong]) : [],
    mistakes,
  };
}

/** Even seeds ask for a choice, odd ones for a typed number; pairs of them go round the three levels. */
const levelOf = (seed: number) => ((Math.floor(seed / 2) % 3) + 1) as 1 | 2 | 3;

/** A code for this skill at this level: `random` 0…1 decides which. */
export function codeFor(topic: QuizTopic, skill: Skill, level: 1 | 2 | 3, random: () => number): string {
  const slots = topic.slots.flatMap((candidate, slot) => (candidate === skill ? [slot] : []));
  const slot = slots[Math.floor(random() * slots.length)]!;
  const seeds = 16 ** (CODE_DIGITS - 1);
  const drawn = slot * seeds + Math.floor(random() * (seeds - 4));
  // one of three neighbouring pairs has the level
  const seed = [drawn, drawn + 2, drawn + 4].find((candidate) => levelOf(candidate) === level)!;
  return `${topic.prefix}:${seed.toString(16).padStart(CODE_DIGITS, '0')}`;
}

/** Draws numbers until at least three different misconceptions lead to different wrong answers. */
function generate(skill: Skill, level: 1 | 2 | 3, seed: number) {
  for (let attempt = 0; ; attempt++) {
    const random = createRandom(seed * 101 + attempt);
    const task = skill.generate(random, level);
    const mistakes = distinct(task);
    if (task.answer >= 0 && offered(mistakes).length >= CHOICES - 1) return { task, mistakes, random };
    if (attempt > 200) throw new Error(`${skill.id} gives no question for the seed ${seed}`);
  }
}

/** A choice is a whole number: any other would give itself away. */
const offered = (mistakes: readonly Mistake[]) => mistakes.filter(({ value }) => Number.isInteger(value));

/** Mistakes that give a number of their own: never the answer, never twice, never impossible. */
function distinct({ answer, mistakes }: Task): Mistake[] {
  const seen = new Set([answer]);
  return mistakes.filter(({ value }) => {
    if (value < 0 || seen.has(value)) return false;
    seen.add(value);
    return true;
  });
}
