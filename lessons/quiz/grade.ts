import { type Exercise, tolerance } from './exercise.ts';
import { type Value, written } from './value.ts';

export interface Grade {
  correct: boolean;
  /** The misconception that leads to this value, when it is a known one. */
  misconception?: string;
  /** The value given. */
  value: Value;
}

/** Decimals that people round to still count as the number meant: 2.3 for 7/3. */
const ROUNDING = 0.05;

/** Grades a value against the exercise. Shapes may begin with a batch of one. */
export function grade(exercise: Exercise, value: Value): Grade {
  const { task, mistakes } = exercise;
  if (isSame(value, task.answer)) return { correct: true, value };
  const mistake = mistakes.find((candidate) => isSame(value, candidate.value) || isRounded(value, candidate.value));
  return { correct: false, value, ...(mistake === undefined ? {} : { misconception: mistake.id }) };
}

function isSame(given: Value, meant: Value): boolean {
  if (typeof given === 'number' && typeof meant === 'number') return Math.abs(given - meant) <= tolerance(meant);
  if (typeof given === 'object' && typeof meant === 'object') {
    const extra = given.length - meant.length;
    const [batch, rest] = [given.slice(0, Math.max(0, extra)), given.slice(Math.max(0, extra))];
    return extra <= 1 && batch.every((size) => size === 1) && written(rest) === written(meant);
  }
  return given === meant;
}

/** A misconception's decimals, rounded as a person would; a whole number is never that. */
const isRounded = (given: Value, meant: Value) =>
  typeof given === 'number' &&
  typeof meant === 'number' &&
  !Number.isInteger(meant) &&
  !Number.isInteger(given) &&
  Math.abs(given - meant) <= ROUNDING;
