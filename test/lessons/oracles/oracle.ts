import type { Exercise } from '../../../lessons/quiz/exercise.ts';
import type { Value } from '../../../lessons/quiz/value.ts';

/** The answer of a skill's questions found in another way than its generator finds it, from the values that the learner reads. */
// biome-ignore lint/suspicious/noExplicitAny: each skill has values of its own, numbers or words
export type Oracle = (values: any, exercise: Exercise) => Value;
export type Oracles = Record<string, Oracle>;
