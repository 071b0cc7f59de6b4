import type { Exercise } from './exercise.ts';

export interface Grade {
  correct: boolean;
  /** The misconception that leads to this number, when it is a known one. */
  misconception?: string;
  /** The number given. */
  value: number;
}

/** Decimals that people round to still count as the number meant: 2.3 for 7/3. */
const ROUNDING = 0.05;

/** Grades a number against the exercise, whose answer is a whole number. */
export function grade(exercise: Exercise, value: number): Grade {
  if (value === exercise.task.answer) return { correct: true, value };
  const mistake = exercise.mistakes.find((candidate) =>
    Number.isInteger(candidate.value)
      ? candidate.value === value
      : !Number.isInteger(value) && Math.abs(candidate.value - value) <= ROUNDING,
  );
  return { correct: false, value, ...(mistake === undefined ? {} : { misconception: mistake.id }) };
}
