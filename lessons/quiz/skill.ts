import type { Drawing } from '../drawing.ts';
import type { Formula } from '../formula.ts';
import type { Random } from './random.ts';
import type { Value } from './value.ts';

export type Level = 1 | 2 | 3;

/** A wrong way to a value; its text `quiz-mistake-ID` says what went wrong. */
export interface Mistake {
  id: string;
  value: Value;
}

/** One question's numbers, before any language. */
export interface Task {
  /** What the texts of the question, its choices and its explanations show. */
  values: Record<string, number | string>;
  /** Numbers are 0 or more unless the task is `signed`; decimals are compared to two places. */
  answer: Value;
  /**
   * In the order of how common they are. Those that equal the answer, repeat, or are below zero in a task without signs are left out
   * later; where the answer is whole, those that are not are recognized when typed and never offered.
   */
  mistakes: Mistake[];
  /** Values below zero make sense here. */
  signed?: boolean;
  /** The worked solution, from the formula to the numbers; of a number the last line alone explains the answer and ends with it. */
  solution: Formula[];
  /** Its text `quiz-reason-ID` explains the answer in words; required where there are no formulas. */
  reason?: string;
  /** What is looked at. Alternative text: `quiz-alt-SKILL-FORM`. */
  figure?: Drawing;
  /** What is looked at when the choices are panels of it: gets them in the order shown; they are then called A, B, C, D. */
  panels?: (order: readonly string[]) => Drawing;
  /** Shown with the worked solution. Alternative text: the solution's. */
  solutionFigure?: Drawing;
}

/** One way to ask for a skill. */
export interface QuestionForm {
  /** Its question is `quiz-question-SKILL-ID` if there is such a text, else `quiz-question-SKILL`. */
  id: string;
  /** How it is answered: by picking, or by typing a number or a shape (channels, height, width). */
  kind: 'choice' | 'number' | 'shape';
  generate(random: Random, level: Level): Task;
}

/**
 * Something that can be learned and asked. Its texts: `skill-ID`, `quiz-question-ID` or one for each form, `quiz-hint-ID-1`,
 * `quiz-hint-ID-2`, and for choices that are ids `quiz-choice-VALUE`.
 * A generator must give the same task for the same random source and level for ever, because codes bring questions back.
 */
export interface Skill {
  id: string;
  /** What its codes begin with: two to eight letters, never changed, never given to another skill. */
  prefix: string;
  /** Number of the lesson that teaches it. */
  lesson: number;
  /** Codes number them: at most five, and new ones only at the end. */
  forms: readonly QuestionForm[];
}

/** The two forms of a task with a number: pick one of four, or type it. */
export function pickOrType(generate: QuestionForm['generate']): QuestionForm[] {
  return [
    { id: 'choice', kind: 'choice', generate },
    { id: 'number', kind: 'number', generate },
  ];
}
