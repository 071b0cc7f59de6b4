import { join } from 'node:path';
import workerpool, { type Pool } from 'workerpool';
import { type BackendChoice, type BackendReport, messageOf, type PassedOver } from '../network/backends/choice.ts';
import { projectRoot } from '../project-root.ts';
import type { WorkerEvent } from './answer.ts';
import type { NetworkStart } from './network-worker.ts';

export interface NetworkProcessSettings {
  choice: BackendChoice;
  /** Jobs that may wait for it. */
  maxWaiting: number;
  environment?: Record<string, string | undefined>;
  /** Where networks are installed besides those that ship. */
  networks?: string;
  /** What it and its driver write to their output streams while they work. */
  onOutput?: (text: string) => void;
  /** Called when it is known what networks run on, and when that changes. */
  onChange(): void;
}

/** The process of its own that networks run in on a GPU or on TensorFlow's library. */
export interface NetworkProcess {
  pool: Pool;
  /** What it runs on; undefined when networks are left to the workers. Known once it has started. */
  report(): Promise<BackendReport | undefined>;
  /** Why something that was wanted is not used. */
  passedOver(): Promise<readonly PassedOver[]>;
  /** What it holds with its networks loaded, bytes: a driver alone can be a gigabyte. */
  residentBytes(): Promise<number>;
  hear(event: WorkerEvent): void;
  /** A job was answered. */
  worked(): void;
  /** A job lost it, and once more when it was run again, or it ended before the job began. When that happens to one job after another, networks go to the workers. */
  failed(): void;
  /** There is no backend any more: networks go to the workers. */
  giveUp(passedOver: readonly PassedOver[]): void;
  stop(): Promise<void>;
}

/** A driver that has not answered after this long is not waited for, milliseconds. */
const START_MS = 60_000;
/** Jobs in a row that it failed before it is left alone. */
const MAX_FAILURES = 2;

/** Starts the process; it finds out by itself whether there is something to run on. */
export function startNetworkProcess({
  choice,
  maxWaiting,
  environment,
  networks,
  onOutput,
  onChange,
}: NetworkProcessSettings): NetworkProcess {
  const pool = workerpool.pool(join(projectRoot, 'dist/src/engine/network-worker.js'), {
    workerType: 'process',
    minWorkers: 1,
    maxWorkers: 1,
    maxQueueSize: maxWaiting,
    workerTerminateTimeout: 50,
    forkArgs: [choice, ...(networks === undefined ? [] : [networks])],
    forkOpts: { serialization: 'advanced', ...(environment === undefined ? {} : { env: environment }) },
    // drivers write warnings where nobody should read them
    emitStdStreams: true,
  });
  const stop = async () => {
    await pool.terminate(true).catch(() => undefined);
  };
  let state = start();
  let failures = 0;
  const follow = () =>
    void state.then(({ report }) => {
      if (report === undefined) void stop();
      onChange();
    });
  follow();

  async function start(): Promise<NetworkStart> {
    try {
      return (await pool.exec('start', [], { on: hear }).timeout(START_MS)) as NetworkStart;
    } catch (error) {
      // it ended, or hangs, while it looked for a device
      return { passedOver: [{ backend: choice === 'tensorflow' ? 'tensorflow' : 'webgpu', reason: 'broken', detail: messageOf(error) }] };
    }
  }

  function hear(event: WorkerEvent): void {
    if ('stdout' in event) onOutput?.(event.stdout);
    if ('stderr' in event) onOutput?.(event.stderr);
  }

  function giveUp(passedOver: readonly PassedOver[]): void {
    state = Promise.resolve({ passedOver });
    follow();
  }

  return {
    pool,
    report: async () => (await state).report,
    passedOver: async () => (await state).passedOver,
    residentBytes: async () => (await pool.exec('residentBytes', [])) as number,
    hear,
    worked() {
      failures = 0;
    },
    async failed() {
      const { report } = await state;
      if (report === undefined || ++failures < MAX_FAILURES) return;
      giveUp([{ backend: report.name, reason: 'lost', detail: report.device }]);
    },
    giveUp,
    stop,
  };
}
