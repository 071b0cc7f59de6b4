import { fork } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { Problem } from '../vision/problem.ts';
import { type Guard, guardProcess } from './guard.ts';

/** What the process of a live job is told. */
export type LiveRequest = { run: { name: string; input: unknown } } | { stop: true };
/** What it says: its time limit first, the result last. */
export type LiveMessage =
  | { started: { timeoutMs: number } }
  | { progress: number }
  | { preview: unknown }
  | { output: unknown }
  | { problem: Problem['learner'] }
  | { fault: string };

export interface LiveProcessSettings {
  environment?: Record<string, string | undefined>;
  maxBytes: number;
  timeScale: number;
}

export interface LiveOptions<Preview> {
  /** Aborted when nobody waits for the job any more: its process is ended. */
  signal?: AbortSignal;
  /** Aborted to have the job end with what it has so far. */
  stop?: AbortSignal;
  onProgress?: (fraction: number) => void;
  onPreview?: (preview: Preview) => void;
}

/**
 * Runs one live job in a process of its own.
 * @throws Problem `job-died`, `job-time`, `job-memory`, `job-canceled`, or what the job threw
 */
export async function runLiveProcess(
  request: { name: string; input: unknown },
  settings: LiveProcessSettings,
  options: LiveOptions<unknown>,
): Promise<unknown> {
  const { signal, stop, onProgress, onPreview } = options;
  if (signal?.aborted) throw new Problem('job-canceled');
  const { environment } = settings;
  const child = fork(join(projectRoot, 'dist/src/engine/live-worker.js'), {
    serialization: 'advanced',
    ...(environment === undefined ? {} : { env: environment as NodeJS.ProcessEnv }),
  });
  // a process that is ending takes no messages; what became of it is told by its exit
  const tell = (message: LiveRequest) => void (child.connected && child.send(message, () => undefined));
  const askToStop = () => tell({ stop: true });
  let guard: Guard | undefined;
  let canceled = false;
  const cancel = () => {
    canceled = true;
    child.kill('SIGKILL');
  };
  signal?.addEventListener('abort', cancel, { once: true });
  stop?.addEventListener('abort', askToStop, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      child.on('message', (message: LiveMessage) => {
        if ('started' in message) {
          guard = guardProcess(child.pid!, { maxBytes: settings.maxBytes, maxMs: message.started.timeoutMs * settings.timeScale });
        } else if ('progress' in message) onProgress?.(message.progress);
        else if ('preview' in message) onPreview?.(message.preview);
        else if ('output' in message) resolve(message.output);
        else if ('problem' in message) reject(new Problem(message.problem.id, message.problem.values));
        else reject(new Error(message.fault));
      });
      child.on('error', reject);
      child.on('exit', () => reject(new Problem(`job-${canceled ? 'canceled' : (guard?.reason() ?? 'died')}`)));
      tell({ run: request });
      if (stop?.aborted) askToStop();
    });
  } finally {
    guard?.release();
    signal?.removeEventListener('abort', cancel);
    stop?.removeEventListener('abort', askToStop);
    child.kill('SIGKILL');
  }
}
