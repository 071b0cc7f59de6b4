import { paragraph } from '../src/chat/reply.ts';
import type { Translate } from '../src/chat/texts.ts';

/** What is to be said of a picture that was shrunk before work, or of which only the first frame was taken. */
export function pictureNotes(t: Translate, done: { original: { width: number; height: number }; shrunk: boolean; frames: number }) {
  return [
    ...(done.shrunk ? [paragraph(t('convolve-shrunk', { width: done.original.width, height: done.original.height }))] : []),
    ...(done.frames > 1 ? [paragraph(t('convolve-first-frame', { frames: done.frames }))] : []),
  ];
}
