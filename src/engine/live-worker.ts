/** The process of one live job: it ends with its job, or with the tutor. */
import { setPriority } from 'node:os';
import { Problem } from '../vision/problem.ts';
import type { LiveJob } from './job.ts';
import { type LiveJobName, liveJobs } from './live-catalogue.ts';
import type { LiveMessage, LiveRequest } from './live-process.ts';

// behind the workers, so that short answers are given while this goes on
try {
  setPriority(15);
} catch {
  // some systems forbid it; the work is done all the same
}

const say = (message: LiveMessage) => void process.send?.(message);
let stopped = false;

process.on('disconnect', () => process.exit());
process.on('message', (request: LiveRequest) => {
  if ('stop' in request) stopped = true;
  else void run(request.run.name as LiveJobName, request.run.input);
});

async function run(name: LiveJobName, input: unknown): Promise<void> {
  const job = liveJobs[name] as LiveJob<unknown, unknown, unknown>;
  say({ started: { timeoutMs: job.timeoutMs } });
  try {
    const output = await job.run(input, {
      onProgress: (progress) => say({ progress }),
      onPreview: (preview) => say({ preview }),
      stopAsked: () => stopped,
    });
    say({ output });
  } catch (error) {
    if (error instanceof Problem) say({ problem: error.learner });
    else say({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
