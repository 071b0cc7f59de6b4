import { Problem } from '../vision/problem.ts';
import { jobs } from './catalogue.ts';

/** What a worker says besides its result; a network process's own output comes the same way. */
export type WorkerEvent = { started: { pid: number } } | { progress: number } | { lost: string } | { stdout: string } | { stderr: string };

/** What a worker answers: the job's output, or what was wrong with its input. */
export type WorkerAnswer = { output: unknown; cached: boolean } | { problem: Problem['learner'] };

/** What the engine has to know of a job before it sends one. */
export type JobTraits = [name: string, traits: { timeoutMs: number; usesNetworks: boolean }][];

/** Runs a job in this process. Bad input is a result like any other: an error's own fields would not all survive the way to the other process. */
export async function answer(name: keyof typeof jobs, input: never, emit: (event: WorkerEvent) => void): Promise<WorkerAnswer> {
  emit({ started: { pid: process.pid } });
  const job = jobs[name];
  try {
    const output = await job.run(input, { onProgress: (fraction) => emit({ progress: fraction }) });
    return { output, cached: job.cached };
  } catch (error) {
    if (error instanceof Problem) return { problem: error.learner };
    throw error;
  }
}

export const jobTraits = (): JobTraits =>
  Object.entries(jobs).map(([name, { timeoutMs, usesNetworks = false }]) => [name, { timeoutMs, usesNetworks }]);
