import type { Axis } from '../arithmetic.ts';
import type { Mistake } from './skill.ts';

/** The misconceptions about N' = ⌊(N + 2P − F)/S⌋ + 1, each with the number it leads to. */
export function outputMistakes({ n, f, p = 0, s = 1 }: Axis): Mistake[] {
  const free = n + 2 * p - f;
  const mistakes: Mistake[] = [
    { id: 'forgot-plus-one', value: Math.floor(free / s) },
    { id: 'one-padding', value: Math.floor((n + p - f) / s) + 1 },
    { id: 'no-padding', value: Math.floor((n - f) / s) + 1 },
    { id: 'ceil', value: Math.ceil(free / s) + 1 },
    { id: 'stride-forgotten', value: free + 1 },
    { id: 'kernel-forgotten', value: Math.floor((n + 2 * p) / s) },
    { id: 'size-kept', value: n },
    { id: 'stride-on-kernel', value: n + 2 * p - f * s + 1 },
    { id: 'subtracted-one-too-many', value: Math.floor(free / s) - 1 },
    { id: 'not-rounded', value: free / s + 1 },
  ];
  // a misconception about padding or stride needs some to be about
  return mistakes.filter(({ id }) => (p > 0 || !id.endsWith('padding')) && (s > 1 || !id.startsWith('stride')));
}
