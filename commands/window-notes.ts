import type { Translate } from '../src/chat/texts.ts';
import { MAX_ANIMATED_SIDE } from '../src/engine/animation-limits.ts';
import type { BorderName } from '../src/engine/kernel-names.ts';

interface Notable {
  padding: 'valid' | 'same' | number;
  border?: BorderName;
  flip?: boolean;
}

/** What is said of a border other than zeros, where there is padding to hold it, and of a turned kernel. */
export function windowNotes(t: Translate, { padding, border = 'zero', flip = false }: Notable): string[] {
  const padded = padding !== 'valid' && padding !== 0;
  return [...(border === 'zero' || !padded ? [] : [t(`window-border-${border}`)]), ...(flip ? [t('window-flipped')] : [])];
}

/** Cells added on each side. */
export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Whether a matrix with its padding has few enough numbers for an animation. */
export const isAnimated = (matrix: number[][], { top, right, bottom, left }: Padding): boolean =>
  Math.max(matrix.length + top + bottom, matrix[0]!.length + left + right) <= MAX_ANIMATED_SIDE;
