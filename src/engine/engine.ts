import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { LRUCache } from 'lru-cache';
import workerpool, { type Pool } from 'workerpool';
import { mayBeNative } from '../network/backend.ts';
import type { BackendChoice, BackendReport } from '../network/backends/choice.ts';
import { projectRoot } from '../project-root.ts';
import { Problem } from '../vision/problem.ts';
import type { JobTraits, WorkerAnswer, WorkerEvent } from './answer.ts';
import type { JobInput, JobName, JobOutput } from './catalogue.ts';
import { type Guard, guardProcess, type Loss } from './guard.ts';
import type { LiveInput, LiveJobName, LiveOutput, LivePreview } from './live-catalogue.ts';
import { type LiveOptions, runLiveProcess } from './live-process.ts';
import { type NetworkProcess, startNetworkProcess } from './network-process.ts';
import type { NetworkAnswer } from './network-worker.ts';
import type { Networks } from './networks.ts';

export type { Loss };

export interface EngineSettings {
  /** Worker processes that are kept ready. */
  workers: number;
  /** A worker that uses more resident memory is ended, bytes. */
  maxWorkerBytes: number;
  /** Where networks are installed besides those that ship; `data/networks` if not given. */
  networks?: string;
  /** What networks are to run on; `wasm` if not given. A GPU gets a process of its own, besides the workers. */
  backend?: BackendChoice;
  /** Environment of the worker processes; this process's own if not given. */
  environment?: Record<string, string | undefined>;
  /** Multiplies every job's own time limit: 1 in service, less in tests of the limit. */
  timeScale?: number;
  /** Called when a worker was lost: it died, or took too long or too much memory. */
  onLoss?: (loss: { job: string; reason: Loss; detail?: string }) => void;
  /** Called when it is known what networks run on, and when that changes because a device was lost. */
  onBackend?: (report: BackendReport) => void;
  /** What the GPU's driver writes while it works. */
  onDriverOutput?: (text: string) => void;
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
  /** What networks run on, and which there are, for /about: known once the first worker is ready and a GPU has been looked for. */
  about(): Promise<{ backend: BackendReport; networks: Networks['about']['networks'] }>;
  stop(): Promise<void>;
}

/** Jobs waiting for a worker; more are refused at once rather than answered much too late. */
const MAX_WAITING = 64;
const CACHE_BYTES = 64 * 1024 * 1024;
/** Larger results are not kept. */
const CACHE_ENTRY_BYTES = 8 * 1024 * 1024;

/** How often a job is run again after its worker ended: before it began, or while it ran. A worker of pictures that broke down would break again. */
const AGAIN = { workers: { 'job-not-started': 1 }, networks: { 'job-not-started': 1, 'job-died': 1 } };

/** Where a job goes, and what it may hold there. */
interface Place {
  pool: Pool;
  maxBytes: number;
  again: Partial<Record<string, number>>;
  hear?: (event: WorkerEvent) => void;
}

/** Starts the worker processes; they load the networks at once, so that the first picture does not wait. */
export function createEngine(settings: EngineSettings): Engine {
  const { backend = 'wasm', environment, maxWorkerBytes } = settings;
  const pool = workerpool.pool(join(projectRoot, 'dist/src/engine/worker.js'), {
    workerType: 'process',
    minWorkers: settings.workers,
    maxWorkers: settings.workers,
    maxQueueSize: MAX_WAITING,
    // a job that runs over its time is ended at once: it cannot clean up, it is computing
    workerTerminateTimeout: 50,
    forkArgs: [backend === 'cpu' ? 'cpu' : 'wasm', ...(settings.networks === undefined ? [] : [settings.networks])],
    forkOpts: { serialization: 'advanced', ...(environment === undefined ? {} : { env: environment }) },
  });
  const native: NetworkProcess | undefined = mayBeNative(backend)
    ? startNetworkProcess({
        choice: backend,
        maxWaiting: MAX_WAITING,
        ...(environment === undefined ? {} : { environment }),
        ...(settings.networks === undefined ? {} : { networks: settings.networks }),
        ...(settings.onDriverOutput === undefined ? {} : { onOutput: settings.onDriverOutput }),
        onChange: tellBackend,
      })
    : undefined;
  const { timeScale = 1 } = settings;
  const stopping = new AbortController();
  const cache = new LRUCache<string, { output: unknown; bytes: number }>({ maxSize: CACHE_BYTES, sizeCalculation: (entry) => entry.bytes });
  const workers: Place = { pool, maxBytes: maxWorkerBytes, again: AGAIN.workers };

  async function runOnce({ pool, maxBytes, hear }: Place, name: string, input: unknown, options: RunOptions, lost: (why: string) => void) {
    let guard: Guard | undefined;
    const on = (event: WorkerEvent) => {
      if ('progress' in event) options.onProgress?.(event.progress);
      else if ('lost' in event) lost(event.lost);
      else if ('started' in event) guard = guardProcess(event.started.pid, { maxBytes, maxMs: traits.get(name)!.timeoutMs * timeScale });
      else hear?.(event);
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
      return (await Promise.race([task, canceled])) as NetworkAnswer;
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
  function report(name: string, error: unknown, why?: string): void {
    const id = error instanceof Problem ? error.learner.id : '';
    // one that had died while it was idle is no loss: the job was never begun
    if (!id.startsWith('job-') || id === 'job-not-started' || stopping.signal.aborted) return;
    settings.onLoss?.({ job: name, reason: id.slice('job-'.length) as Loss, ...(why === undefined ? {} : { detail: why }) });
  }

  /** Runs a job; once more where its worker ended before the job began, and where a GPU was lost. */
  async function runAgainIfLost(place: Place, name: string, input: unknown, options: RunOptions): Promise<NetworkAnswer> {
    const left = { ...place.again };
    for (;;) {
      let why: string | undefined;
      try {
        return await runOnce(place, name, input, options, (reason) => {
          why = reason;
        });
      } catch (error) {
        report(name, error, why);
        const id = error instanceof Problem ? error.learner.id : '';
        const times = left[id] ?? 0;
        if (stopping.signal.aborted || times === 0) throw error;
        left[id] = times - 1;
      }
    }
  }

  let nativeBytes: Promise<number> | undefined;

  /** Networks run in their own process where there is one, and in the workers where it finds nothing to run on. */
  async function runNetworks(name: string, input: unknown, options: RunOptions): Promise<WorkerAnswer> {
    if (native !== undefined && (await native.report()) !== undefined) {
      nativeBytes ??= native.residentBytes();
      const maxBytes = maxWorkerBytes + (await nativeBytes.catch(() => 0));
      const place = { pool: native.pool, maxBytes, again: AGAIN.networks, hear: native.hear };
      const answer = await runAgainIfLost(place, name, input, options).catch((error: unknown) => {
        if (error instanceof Problem && error.learner.id in AGAIN.networks) native.failed();
        throw error;
      });
      if (!('unavailable' in answer)) {
        native.worked();
        return answer;
      }
      native.giveUp(answer.unavailable);
    }
    return (await runAgainIfLost(workers, name, input, options)) as WorkerAnswer;
  }

  const traits = new Map<string, JobTraits[number][1]>();
  const ready = (async () => {
    for (const [name, values] of (await pool.exec('jobs', [])) as JobTraits) traits.set(name, values);
  })();
  // whoever asks is told; nobody asking must not end the process
  ready.catch(() => undefined);

  type WorkerAbout = { report: BackendReport; networks: Awaited<ReturnType<Engine['about']>>['networks'] };
  let workerAbout: Promise<WorkerAbout> | undefined;

  async function about(): ReturnType<Engine['about']> {
    workerAbout ??= pool.exec('about', []) as unknown as Promise<WorkerAbout>;
    const [{ report, networks }, own, passedOver = []] = await Promise.all([workerAbout, native?.report(), native?.passedOver()]);
    return { backend: own ?? { ...report, passedOver: [...passedOver, ...report.passedOver] }, networks };
  }

  function tellBackend(): void {
    const { onBackend } = settings;
    if (onBackend === undefined || stopping.signal.aborted) return;
    // that the workers cannot load their networks is told to whoever needs one
    about().then(
      (known) => onBackend(known.backend),
      () => undefined,
    );
  }
  if (native === undefined) tellBackend();

  return {
    async run(name, input, options = {}) {
      await ready;
      const key = createHash('sha1')
        .update(serialize([name, input]))
        .digest('base64');
      const known = cache.get(key);
      if (known !== undefined) return known.output as never;
      const answer = (
        traits.get(name)?.usesNetworks === true
          ? await runNetworks(name, input, options)
          : await runAgainIfLost(workers, name, input, options)
      ) as WorkerAnswer;
      if ('problem' in answer) throw new Problem(answer.problem.id, answer.problem.values);
      const { output, cached } = answer;
      const bytes = byteSize(output);
      if (cached && bytes <= CACHE_ENTRY_BYTES) cache.set(key, { output, bytes });
      return output as never;
    },
    async runLive(name, input, options = {}) {
      const { maxWorkerBytes: maxBytes } = settings;
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
    about,
    async stop() {
      stopping.abort();
      await Promise.all([pool.terminate(true).catch(() => undefined), native?.stop()]);
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
