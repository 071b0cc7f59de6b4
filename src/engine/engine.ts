import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { LRUCache } from 'lru-cache';
import pidusage from 'pidusage';
import workerpool from 'workerpool';
import { projectRoot } from '../project-root.ts';
import { Problem } from '../vision/problem.ts';
import type { JobInput, JobName, JobOutput } from './catalogue.ts';
import type { Networks } from './networks.ts';

export interface EngineSettings {
  /** Worker processes that are kept ready. */
  workers: number;
  /** A worker that uses more resident memory is ended, bytes. */
  maxWorkerBytes: number;
  /** Where networks are installed besides those that ship; `data/networks` if not given. */
  networks?: string;
  /** Environment of the worker processes; this process's own if not given. */
  environment?: Record<string, string | undefined>;
  /** Multiplies every job's own time limit: 1 in service, less in tests of the limit. */
  timeScale?: number;
  /** Called when a worker was lost: it died, or took too long or too much memory. */
  onLoss?: (loss: { job: string; reason: Loss }) => void;
}

export type Loss = 'died' | 'time' | 'memory' | 'canceled';

export interface RunOptions {
  signal?: AbortSignal;
  onProgress?: (fraction: number) => void;
}

export interface Engine {
  /**
   * Runs a job in a worker process.
   * @throws Problem `job-died`, `job-time`, `job-memory`, `job-busy`, or what the job threw (Problem: bad input that a person can mend)
   */
  run<Name extends JobName>(name: Name, input: JobInput<Name>, options?: RunOptions): Promise<JobOutput<Name>>;
  /** What the workers compute with, for /about: known once the first worker is ready. */
  about(): Promise<Networks['about']>;
  stop(): Promise<void>;
}

/** What a worker says besides its result. */
export type WorkerEvent = { started: { pid: number } } | { progress: number };

/** What a worker answers: the job's output, or what was wrong with its input. */
export type WorkerAnswer = { output: unknown; cached: boolean } | { problem: Problem['learner'] };

/** Jobs waiting for a worker; more are refused at once rather than answered much too late. */
const MAX_WAITING = 64;
/** How often a working process's memory is looked at. */
const MEMORY_CHECK_MS = 250;
const CACHE_BYTES = 64 * 1024 * 1024;
/** Larger results are not kept. */
const CACHE_ENTRY_BYTES = 8 * 1024 * 1024;

/** Starts the worker processes; they load the networks at once, so that the first picture does not wait. */
export function createEngine(settings: EngineSettings): Engine {
  const pool = workerpool.pool(join(projectRoot, 'dist/src/engine/worker.js'), {
    workerType: 'process',
    minWorkers: settings.workers,
    maxWorkers: settings.workers,
    maxQueueSize: MAX_WAITING,
    forkArgs: settings.networks === undefined ? [] : [settings.networks],
    // a job that runs over its time is ended at once: it cannot clean up, it is computing
    workerTerminateTimeout: 50,
    forkOpts: { serialization: 'advanced', ...(settings.environment === undefined ? {} : { env: settings.environment }) },
  });
  const cache = new LRUCache<string, { output: unknown; bytes: number }>({ maxSize: CACHE_BYTES, sizeCalculation: (entry) => entry.bytes });

  async function runOnce(name: string, input: unknown, options: RunOptions): Promise<unknown> {
    let pid: number | undefined;
    let ended: Loss | undefined;
    let watch: NodeJS.Timeout | undefined;
    let limit: NodeJS.Timeout | undefined;
    const end = (reason: Loss) => {
      ended ??= reason;
      try {
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
      } catch {
        // it has ended by itself meanwhile
      }
    };
    const look = () => void residentBytes(pid!).then((bytes) => bytes > settings.maxWorkerBytes && end('memory'));
    const on = (event: WorkerEvent) => {
      if ('progress' in event) options.onProgress?.(event.progress);
      else {
        pid = event.started.pid;
        limit = setTimeout(() => end('time'), timeoutOf.get(name)! * (settings.timeScale ?? 1));
        watch = setInterval(look, MEMORY_CHECK_MS);
        look();
      }
    };
    const { signal } = options;
    let stopWaiting = () => {};
    const canceled = new Promise<never>((_, reject) => {
      stopWaiting = () => {
        if (pid === undefined) reject(new Problem('job-canceled'));
        else end('canceled');
      };
    });
    signal?.addEventListener('abort', stopWaiting, { once: true });
    try {
      signal?.throwIfAborted();
      const task = pool.exec('run', [name, input], { on });
      // who stopped waiting for a job that had not begun must not leave its failure unheard
      task.catch(() => undefined);
      return await Promise.race([task, canceled]);
    } catch (error) {
      throw translate(error, ended, pid !== undefined);
    } finally {
      clearTimeout(limit);
      clearInterval(watch);
      signal?.removeEventListener('abort', stopWaiting);
    }
  }

  /** What is thrown to the caller in place of the pool's own errors. */
  function translate(error: unknown, ended: Loss | undefined, started: boolean): unknown {
    const message = error instanceof Error ? error.message : '';
    if (message.startsWith('Max queue size')) return new Problem('job-busy');
    if (ended !== undefined) return new Problem(`job-${ended}`);
    if (error instanceof workerpool.TerminateError || message.startsWith('Worker terminated'))
      return new Problem(started ? 'job-died' : 'job-not-started');
    return error;
  }

  async function runAgainIfNotStarted(name: string, input: unknown, options: RunOptions): Promise<unknown> {
    try {
      return await runOnce(name, input, options);
    } catch (error) {
      const id = error instanceof Problem ? error.learner.id : '';
      // the worker had died while it was idle: the job was never begun, a fresh worker takes it
      if (id === 'job-not-started') return runOnce(name, input, options);
      if (id.startsWith('job-')) settings.onLoss?.({ job: name, reason: id.slice('job-'.length) as Loss });
      throw error;
    }
  }

  const timeoutOf = new Map<string, number>();
  const ready = (async () => {
    for (const [name, timeoutMs] of (await pool.exec('timeouts', [])) as [string, number][]) timeoutOf.set(name, timeoutMs);
  })();
  // whoever asks is told; nobody asking must not end the process
  ready.catch(() => undefined);
  let about: ReturnType<Engine['about']> | undefined;

  return {
    async run(name, input, options = {}) {
      await ready;
      const key = createHash('sha1')
        .update(serialize([name, input]))
        .digest('base64');
      const known = cache.get(key);
      if (known !== undefined) return known.output as never;
      const answer = (await runAgainIfNotStarted(name, input, options)) as WorkerAnswer;
      if ('problem' in answer) throw new Problem(answer.problem.id, answer.problem.values);
      const { output, cached } = answer;
      const bytes = byteSize(output);
      if (cached && bytes <= CACHE_ENTRY_BYTES) cache.set(key, { output, bytes });
      return output as never;
    },
    async about() {
      about ??= pool.exec('about', []) as unknown as ReturnType<Engine['about']>;
      return about;
    },
    async stop() {
      await pool.terminate(true).catch(() => undefined);
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

/** Bytes that a result holds, near enough to keep the cache in bounds. */
function byteSize(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return value.length * 2;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.values(value).reduce((sum: number, part) => sum + byteSize(part), 64);
}
