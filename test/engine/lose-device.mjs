/**
 * Preloaded into the network process by tests: writes the process's id into the folder of LOSE_DEVICE, and has its GPU device destroyed under a
 * job while a file there says so: `once` (for one time) or `always`.
 */
import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.LOSE_DEVICE;
if (process.argv[1]?.endsWith('network-worker.js')) {
  appendFileSync(join(folder, 'processes'), `${process.pid}\n`);
  let working = false;
  const send = process.send.bind(process);
  process.send = (message, ...rest) => {
    // what a worker says when it begins a job; while the networks are loaded and tried the device is left alone
    if (message?.payload?.started !== undefined) working = true;
    return send(message, ...rest);
  };
  const waiting = setInterval(() => {
    const backend = globalThis._tfengine?.registry?.webgpu;
    if (backend?.device === undefined) return;
    clearInterval(waiting);
    const read = backend.read.bind(backend);
    backend.read = (id) => {
      const once = working && existsSync(join(folder, 'once'));
      if (once) rmSync(join(folder, 'once'));
      if (once || (working && existsSync(join(folder, 'always')))) backend.device.destroy();
      return read(id);
    };
  }, 5);
}
