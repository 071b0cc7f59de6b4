import type { Border } from '../vision/border.ts';
import type { figureTexts } from './texts.ts';

/** What is unusual about how a window slides. */
export interface WindowKind {
  /** What the padding holds; zeros if not given. */
  border?: Border | undefined;
  /** The kernel was turned by 180°. */
  flipped?: boolean | undefined;
}

/** A border other than zeros, where there is padding to hold it, and a turned kernel, each in a few words. */
export function windowKind(
  t: ReturnType<typeof figureTexts>,
  { padded, border = 'zero', flipped = false }: WindowKind & { padded: boolean },
): string[] {
  return [...(border === 'zero' || !padded ? [] : [t(`window-border-${border}`)]), ...(flipped ? [t('window-flipped')] : [])];
}
