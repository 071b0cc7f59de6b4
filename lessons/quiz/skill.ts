import type { Formula } from '../formula.ts';
import type { Random } from './random.ts';

/** A wrong way to a number; its text `quiz-mistake-ID` says what went wrong. */
export interface Mistake {
  id: string;
  value: number;
}

/** One question's numbers, before any language. */
export interface Task {
  /** What the texts of the question and its explanations show. */
  values: Record<string, number>;
  /** A whole number, 0 or more. */
  answer: number;
  /**
   * In the order of how common they are. Values that equal the answer, repeat or are below zero are left out later; those that are not
   * whole are never offered as choices.
   */
  mistakes: Mistake[];
  /** The worked solution, from the formula to the numbers; the last line alone explains the answer and ends with it. */
  solution: Formula[];
}

/**
 * Something that can be learned and asked. Its texts: `skill-ID`, `quiz-question-ID`, `quiz-hint-ID-1`, `quiz-hint-ID-2`.
 * A generator must give the same task for the same random source and level for ever, because codes bring questions back.
 */
export interface Skill {
  id: string;
  /** Number of the lesson that teaches it. */
  lesson: number;
  generate(random: Random, level: 1 | 2 | 3): Task;
}
