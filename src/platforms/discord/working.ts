import type { Progress } from '../../chat/context.ts';
import type { Translate } from '../../chat/texts.ts';
import { PROGRESS_AFTER_MS, PROGRESS_EVERY_MS } from './limits.ts';

export interface Work {
  /** Called often; shown as seldom as is good. */
  progress(progress: Progress): void;
  end(): void;
}

/** Shows work that lasts: after two seconds that it goes on, and how far it is as often as that may change. */
export function showWork(note: (content: string) => Promise<void>, t: Translate): Work {
  let content = t('discord-working');
  let shown = '';
  let busy = false;

  async function show(): Promise<void> {
    if (busy || content === shown) return;
    busy = true;
    shown = content;
    await note(content);
    busy = false;
  }
  let every: NodeJS.Timeout | undefined;
  const after = setTimeout(() => {
    void show();
    every = setInterval(() => void show(), PROGRESS_EVERY_MS);
  }, PROGRESS_AFTER_MS);

  return {
    progress({ fraction, note: what }) {
      const percent = Math.round(fraction * 100);
      content = what === '' ? t('discord-progress', { percent }) : t('discord-progress-note', { note: what, percent });
    },
    end() {
      clearTimeout(after);
      clearInterval(every);
    },
  };
}
