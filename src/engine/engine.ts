import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { LRUCache } from 'lru-cache';
import workerpool from 'workerpool';
import { projectRoot } from '../project-root.ts';
import { Problem } from '../vision/problem.ts';
import type { JobInput, JobName, JobOutput } from './catalogue.ts';
import { type Guard, guardProcess, type Loss } from './guard.ts';
import type { LiveInput, LiveJobName, LiveOutput, LivePreview } from './live-catalogue.ts';
import { type LiveOptions, runLiveProcess } from './live-process.ts';

export type { Loss };

export interface EngineSettings {
  /** Worker processes that are kept ready. */
  workers: number;
  /** A worker that uses more resident memory is ended, bytes. */
  maxWorkerBytes: number;
  /** Environment of the worker processes; this process's own if not given. */
  environment?: Record<string, string | undefined>;
  /** Multiplies every job's own time limit: 1 in service, less in tests of the limit. */
  timeScale?: number;
  /** Called when a worker was lost: it died, or took too long or too much memory. */
  onLoss?: (loss: { job: string; reason: Loss }) => void;
}

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
  /**
   * Runs a job that people watch in a process of its own; the workers go on answering.
   * @throws Problem as `run` does
   */
  runLive<Name extends LiveJobName>(
    name: Name,
    input: LiveInput<Name>,
    options?: LiveOptions<LivePreview<Name>>,
  ): Promise<LiveOutput<Name>>;
  /** What the workers compute with, for /about: known once the first worker is ready. */
  about(): Promise<{ backend: string; networks: { name: string; parameters: number; accuracy: number }[] }>;
  stop(): Promise<void>;
}

/** What a worker says besides its result. */
export type WorkerEvent = { started: { pid: number } } | { progress: number };

/** What a worker answers: the job's output, or what was wrong with its input. */
export type WorkerAnswer = { output: unknown; cached: boolean } | { problem: Problem['learner'] };

/** Jobs waiting for a worker; more are refused at once rather than answered much too late. */
const MAX_WAITING = 64;
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
    // a job that runs over its time is ended at once: it cannot clean up, it is computing
    workerTerminateTimeout: 50,
    forkOpts: { serialization: 'advanced', ...(settings.environment === undefined ? {} : { env: settings.environment }) },
  });
  const { timeScale = 1 } = settings;
  const stopping = new AbortController();
  const cache = new LRUCache<string, { output: unknown; bytes: number }>({ maxSize: CACHE_BYTES, sizeCalculation: (entry) => entry.bytes });

  async function runOnce(name: string, input: unknown, options: RunOptions): Promise<unknown> {
    let guard: Guard | undefined;
    const on = (event: WorkerEvent) => {
      if ('progress' in event) options.onProgress?.(event.progress);
      else guard = guardProcess(event.started.pid, { maxBytes: settings.maxWorkerBytes, maxMs: timeoutOf.get(name)! * timeScale });
    };
    const { signal } = options;
    let stopWaiting = () => {};
    const canceled = new Promise<never>((_, reject) => {
      stopWaiting = () => {
        if (guard === undefined) reject(new Problem('job-canceled'));
        else guard.end('canceled');
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
      throw translate(error, guard?.reason(), guard !== undefined);
    } finally {
      guard?.release();
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

  /** Tells whoever looks after the tutor when a process was lost. */
  function report(name: string, error: unknown): void {
    const id = error instanceof Problem ? error.learner.id : '';
    if (id.startsWith('job-') && !stopping.signal.aborted) settings.onLoss?.({ job: name, reason: id.slice('job-'.length) as Loss });
  }

  async function runAgainIfNotStarted(name: string, input: unknown, options: RunOptions): Promise<unknown> {
    try {
      return await runOnce(name, input, options);
    } catch (error) {
      // the worker had died while it was idle: the job was never begun, a fresh worker takes it
      if (error instanceof Problem && error.learner.id === 'job-not-started') return runOnce(name, input, options);
      report(name, error);
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
    async runLive(name, input, options = {}) {
      const { environment, maxWorkerBytes: maxBytes } = settings;
      const signal = options.signal === undefined ? stopping.signal : AbortSignal.any([stopping.signal, options.signal]);
      const watched = { ...options, signal } as LiveOptions<unknown>;
      try {
        return (await runLiveProcess(
          { name, input },
          { maxBytes, timeScale, ...(environment === undefined ? {} : { environment }) },
          watched,
        )) as never;
      } catch (error) {
        report(name, error);
        throw error;
      }
    },
    async about() {
      about ??= pool.exec('about', []) as unknown as ReturnType<Engine['about']>;
      return about;
    },
    async stop() {
      stopping.abort();
      await pool.terminate(true).catch(() => undefined);
    },
  };
}

/** Bytes that a result holds, near enough to keep the cache in bounds. */
function byteSize(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return value.length * 2;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.values(value).reduce((sum: number, part) => sum + byteSize(part), 64);
}
