import { createRandom } from '../quiz/random.ts';

/** A wrong choice with the misconception that leads to it; its text is `quiz-mistake-ID`. */
export interface WrongChoice<Value> {
  id: string;
  value: Value;
}

/** Choices in the order shown; the right one has no misconception. */
export interface Choice<Value> {
  value: Value;
  misconception?: string;
}

const WRONG_CHOICES = 3;

/** The right choice among the first three wrong ones that differ from it and from each other; the same order for the same seed. */
export function arranged<Value>(
  answer: Value,
  wrong: readonly WrongChoice<Value>[],
  seed: string,
  written: (value: Value) => string,
): Choice<Value>[] {
  const seen = new Set([written(answer)]);
  const chosen = wrong.filter(({ value }) => {
    const isNew = !seen.has(written(value));
    seen.add(written(value));
    return isNew;
  });
  const choices = chosen.slice(0, WRONG_CHOICES).map(({ id, value }): Choice<Value> => ({ value, misconception: id }));
  return createRandom(seedOf(seed)).shuffle([{ value: answer }, ...choices]);
}

/** 32 bits of a text (FNV-1a), for orders and places that are to be the same for the same picture and settings. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193) >>> 0;
  return hash;
}
