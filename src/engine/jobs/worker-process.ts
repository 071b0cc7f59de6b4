import { job } from '../job.ts';

/** Which process a worker is and what it holds, for whoever looks after the tutor. */
export const workerProcess = job({
  timeoutMs: 5000,
  cached: false,
  run: (_input: Record<string, never>) => ({ pid: process.pid, residentBytes: process.memoryUsage.rss() }),
});
