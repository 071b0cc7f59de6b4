import pidusage from 'pidusage';

export type Loss = 'died' | 'time' | 'memory' | 'canceled';

export interface Limits {
  /** Resident memory, bytes. */
  maxBytes: number;
  /** Milliseconds. */
  maxMs: number;
}

export interface Guard {
  /** Ends the process at once. */
  end(reason: Loss): void;
  /** Why the process was ended; undefined when it was not. */
  reason(): Loss | undefined;
  /** The work is done: the process is watched no longer. */
  release(): void;
}

/** How often a working process's memory is looked at. */
const MEMORY_CHECK_MS = 250;

/** Ends a working process that takes too long or too much memory. */
export function guardProcess(pid: number, { maxBytes, maxMs }: Limits): Guard {
  let reason: Loss | undefined;
  const end = (why: Loss) => {
    reason ??= why;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it has ended by itself meanwhile
    }
  };
  const look = () => void residentBytes(pid).then((bytes) => bytes > maxBytes && end('memory'));
  const limit = setTimeout(() => end('time'), maxMs);
  const watch = setInterval(look, MEMORY_CHECK_MS);
  look();
  return {
    end,
    reason: () => reason,
    release() {
      clearTimeout(limit);
      clearInterval(watch);
    },
  };
}

async function residentBytes(pid: number): Promise<number> {
  // the process may have ended meanwhile
  return pidusage(pid).then(
    (usage) => usage.memory,
    () => 0,
  );
}
