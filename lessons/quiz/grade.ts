import type { Exercise } from './exercise.ts';

export interface Grade {
  correct: boolean;
  /** The misconception that leads to this number, when it is a known one. */
  misconception?: string;
  /** The number given. */
  value: number;
}

/** Decimals that people round to still count: 2.33 for 7/3. */
const ROUNDING = 0.005;

/** Grades a number against the exercise. */
export function grade(exercise: Exercise, value: number): Grade {
  const { answer } = exercise.task;
  const correct = Number.isInteger(answer) ? value === answer : Math.abs(value - answer) <= ROUNDING;
  if (correct) return { correct, value };
  const mistake = exercise.mistakes.find((candidate) => candidate.value === value);
  return { correct, value, ...(mistake === undefined ? {} : { misconception: mistake.id }) };
}
