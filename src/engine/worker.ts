/** A worker process: loads the networks once, then runs one job after another. Arguments: `wasm` or `cpu`, what its networks run on, and the folder of installed networks. */
import { setPriority } from 'node:os';
import workerpool from 'workerpool';
import { chooseBackend } from '../network/backend.ts';
import type { BackendReport } from '../network/backends/choice.ts';
import { answer, jobTraits, type WorkerEvent } from './answer.ts';
import type { jobs } from './catalogue.ts';
import { networks, useInstalledNetworks } from './networks.ts';

// heavy work stands back, so that the chat's own process answers heartbeats and people at once
try {
  setPriority(10);
} catch {
  // some systems forbid it; the work is done all the same
}

const [, , choice, installed] = process.argv;
if (installed !== undefined) useInstalledNetworks(installed);

const emit = (event: WorkerEvent) => workerpool.workerEmit(event);
const backend = chooseBackend(choice === 'cpu' ? 'cpu' : 'wasm');
const loaded = backend.then(() => networks());
// whoever needs a network is told that it did not load; everything else works without
loaded.catch(() => undefined);

workerpool.worker({
  run: (name: keyof typeof jobs, input: never) => answer(name, input, emit),
  jobs: jobTraits,
  async about() {
    const { name, device, gpu, passedOver } = await backend;
    return { report: { name, device, gpu, passedOver } satisfies BackendReport, networks: (await loaded).about.networks };
  },
});
