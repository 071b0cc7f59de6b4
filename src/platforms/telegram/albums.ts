import type { Message } from 'grammy/types';

/** Albums remembered; their messages come within seconds of each other. */
const MAX_ALBUMS = 500;

/** Pictures of an album come as messages of their own, the caption with one of them: the others would each be answered again. */
export function createAlbums() {
  const seen = new Set<string>();
  return {
    /** A further picture, without words, of an album that was heard already. */
    isRepeat({ media_group_id: album, caption, chat }: Message): boolean {
      if (album === undefined) return false;
      const key = `${chat.id} ${album}`;
      const repeat = seen.has(key);
      seen.add(key);
      const [oldest] = seen;
      if (seen.size > MAX_ALBUMS && oldest !== undefined) seen.delete(oldest);
      return repeat && caption === undefined;
    },
  };
}
