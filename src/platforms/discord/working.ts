import type { Progress } from '../../chat/context.ts';
import type { Translate } from '../../chat/texts.ts';
import type { Payload } from './encode.ts';
import { PROGRESS_AFTER_MS, PROGRESS_EVERY_MS } from './limits.ts';

export interface Work {
  /** Called often; shown as seldom as is good. */
  progress(progress: Progress): void;
  end(): void;
}

/**
 * Shows work that lasts: after two seconds that it goes on, and how far it is, or what there is to see of it, as often as that may change.
 * @param encode makes a message of a progress that has a preview
 */
export function showWork(note: (payload: Payload) => Promise<void>, encode: (progress: Progress) => Payload, t: Translate): Work {
  const text = (content: string): Payload => ({ content, files: [], components: [] });
  let latest: string | Progress = t('discord-working');
  let shown: string | Progress = '';
  let busy = false;

  async function show(): Promise<void> {
    if (busy || latest === shown) return;
    busy = true;
    shown = latest;
    await note(typeof latest === 'string' ? text(latest) : encode(latest));
    busy = false;
  }
  let every: NodeJS.Timeout | undefined;
  const after = setTimeout(() => {
    void show();
    every = setInterval(() => void show(), PROGRESS_EVERY_MS);
  }, PROGRESS_AFTER_MS);

  return {
    progress(progress) {
      const { fraction, note: what, preview } = progress;
      const percent = Math.round(fraction * 100);
      if (preview !== undefined) latest = progress;
      else latest = what === '' ? t('discord-progress', { percent }) : t('discord-progress-note', { note: what, percent });
    },
    end() {
      clearTimeout(after);
      clearInterval(every);
    },
  };
}
