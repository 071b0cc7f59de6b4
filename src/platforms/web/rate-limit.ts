/** Counts events of each key in a sliding window. */
export interface RateLimit {
  /** Milliseconds to wait before the next event of this key is welcome; 0 when this one is, and then it is counted. */
  take(key: string): number;
}

/** At most `events` in any `perMs` milliseconds for each key; `now` gives milliseconds. */
export function createRateLimit({ events, perMs }: { events: number; perMs: number }, now: () => number = Date.now): RateLimit {
  const times = new Map<string, number[]>();
  return {
    take(key) {
      const at = now();
      const recent = (times.get(key) ?? []).filter((time) => time > at - perMs);
      const wait = recent.length < events ? 0 : recent[0]! + perMs - at;
      if (wait === 0) recent.push(at);
      // moved to the end, so that the first entries are those unheard of for longest
      times.delete(key);
      times.set(key, recent);
      for (const [oldest, seen] of times) {
        if ((seen.at(-1) ?? 0) > at - perMs) break;
        times.delete(oldest);
      }
      return wait;
    },
  };
}
