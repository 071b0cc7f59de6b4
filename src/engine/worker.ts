/** A worker process: loads the networks once, then runs one job after another. */
import { setPriority } from 'node:os';
import workerpool from 'workerpool';
import { Problem } from '../vision/problem.ts';
import { jobs } from './catalogue.ts';
import type { WorkerAnswer, WorkerEvent } from './engine.ts';
import { networks, useInstalledNetworks } from './networks.ts';

// heavy work stands back, so that the chat's own process answers heartbeats and people at once
try {
  setPriority(10);
} catch {
  // some systems forbid it; the work is done all the same
}

const [, , installed] = process.argv;
if (installed !== undefined) useInstalledNetworks(installed);

const emit = (event: WorkerEvent) => workerpool.workerEmit(event);
const loaded = networks();
// whoever needs a network is told that it did not load; everything else works without
loaded.catch(() => undefined);

workerpool.worker({
  async run(name: keyof typeof jobs, input: never) {
    emit({ started: { pid: process.pid } });
    const job = jobs[name];
    try {
      const output = await job.run(input, { onProgress: (fraction) => emit({ progress: fraction }) });
      return { output, cached: job.cached } satisfies WorkerAnswer;
    } catch (error) {
      // bad input is a result like any other: an error's own fields would not all survive the way to the other process
      if (error instanceof Problem) return { problem: error.learner } satisfies WorkerAnswer;
      throw error;
    }
  },
  timeouts: () => Object.entries(jobs).map(([name, job]) => [name, job.timeoutMs]),
  about: () => loaded.then((known) => known.about),
});
