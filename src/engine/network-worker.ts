/**
 * The one process that networks run in when they run on a GPU or on TensorFlow's library. It ends itself when the device is lost, and never by
 * `exit`: Dawn can crash while a process tears itself down. Arguments: the backend that is asked for, and the folder
 * of installed networks.
 */
import workerpool from 'workerpool';
import { chooseNative } from '../network/backend.ts';
import type { BackendChoice, BackendReport, PassedOver } from '../network/backends/choice.ts';
import type { WorkerAnswer, WorkerEvent } from './answer.ts';
import type { jobs } from './catalogue.ts';

/** How it starts: with a backend, or with the reasons why the workers must run the networks. */
export type NetworkStart = { report?: BackendReport; passedOver: readonly PassedOver[] };
export type NetworkAnswer = WorkerAnswer | { unavailable: readonly PassedOver[] };

/** A device's failure can be seen by the job before the device says that it is lost, milliseconds. */
const LOSS_MS = 250;

const emit = (event: WorkerEvent) => workerpool.workerEmit(event);
const end = () => void process.kill(process.pid, 'SIGKILL');
function endFor(reason: string): void {
  emit({ lost: reason });
  end();
}

// before the pool's own listener, which would exit
process.prependListener('disconnect', end);
process.on('uncaughtException', ({ message }) => endFor(message));

const [, , choice, installed] = process.argv;
const start = chooseNative(choice as BackendChoice);
void start.then(({ backend }) => backend?.lost.then(endFor));

// the jobs bring drawing and decoding with them: only a process that will be used loads them
const ready = start.then(async ({ backend, passedOver }) => {
  if (backend === undefined) return { passedOver };
  const [{ answer }, { networks, useInstalledNetworks }] = await Promise.all([import('./answer.ts'), import('./networks.ts')]);
  if (installed !== undefined) useInstalledNetworks(installed);
  // whoever needs a network is told that it did not load
  await networks().catch(() => undefined);
  return { answer };
});
ready.catch(() => undefined);

workerpool.worker(
  {
    async start(): Promise<NetworkStart> {
      const { backend, passedOver } = await start;
      if (backend === undefined) return { passedOver };
      const { name, device, gpu } = backend;
      return { report: { name, device, gpu, passedOver }, passedOver };
    },
    /** Resident bytes with the networks loaded. */
    async residentBytes(): Promise<number> {
      await ready;
      return process.memoryUsage.rss();
    },
    async run(name: keyof typeof jobs, input: never): Promise<NetworkAnswer> {
      const { answer, passedOver } = await ready;
      if (answer === undefined) return { unavailable: passedOver };
      try {
        return await answer(name, input, emit);
      } catch (error) {
        // if the device has failed, this process ends here and the job is run again in the next one
        await new Promise((resolve) => setTimeout(resolve, LOSS_MS));
        throw error;
      }
    },
  },
  { onTerminate: end },
);
