import type { Exercise } from './exercise.ts';
import { readAnswer, readNumber } from './read-answer.ts';
import { type Value, written } from './value.ts';

/** Letters of choices; the Cyrillic ones that look the same count as them. */
const LETTERS = 'abcdef';
const LOOKALIKES: Readonly<Record<string, string>> = { а: 'a', в: 'b', с: 'c', е: 'e' };

/** 14,455,392 or 14 455 392, as cards and choices write it. */
const GROUPED = /^[=≈~]?\s*(\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3})+)[.!]?$/;

/**
 * What a typed text answers to this exercise: a number, a shape, a choice by its letter or its number; undefined for what cannot be read as an
 * answer to it.
 */
export function readGiven({ form, choices, task }: Exercise, typed: string): Value | undefined {
  if (form.kind === 'number') return longNumber(task, typed) ?? readNumber(typed);
  if (form.kind === 'shape') {
    const numbers = readAnswer(typed);
    const size = typeof task.answer === 'object' ? task.answer.length : 1;
    // 28 for 28×28 leaves out what goes without saying
    return numbers?.length === 1 && size === 2 ? [numbers[0]!, numbers[0]!] : numbers;
  }
  const letter = typed.trim().toLowerCase().replace(/[).]$/, '');
  const index = LETTERS.indexOf(LOOKALIKES[letter] ?? letter);
  if (letter.length === 1 && index >= 0) return choices[index];
  const [sample] = choices;
  if (typeof sample === 'number') return longNumber(task, typed) ?? readNumber(typed);
  return typeof sample === 'object' ? readAnswer(typed) : undefined;
}

/** Where the answer is a long whole number, its marks between thousands are neither decimal marks nor do they part a shape. */
function longNumber({ answer }: Exercise['task'], typed: string): number | undefined {
  if (typeof answer !== 'number' || !Number.isInteger(answer) || Math.abs(answer) < 1000) return undefined;
  const digits = GROUPED.exec(typed.trim())?.[1]?.replace(/\D/g, '');
  return digits === undefined ? undefined : Number(digits);
}

/** The choice, or typed value, that was written into a route or the store. */
export function writtenValue({ choices, form }: Pick<Exercise, 'choices' | 'form'>, text: string): Value | undefined {
  const choice = choices.find((candidate) => written(candidate) === text);
  if (choice !== undefined) return choice;
  const numbers = text === '' ? [] : text.split('x').map(Number);
  if (numbers.length === 0 || !numbers.every(Number.isFinite)) return undefined;
  return numbers.length === 1 && form.kind !== 'shape' ? numbers[0] : numbers;
}
