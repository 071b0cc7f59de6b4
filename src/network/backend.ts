import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { enableProdMode, ready, setBackend } from '@tensorflow/tfjs-core';

/** The engines a network can run on: WebAssembly (SIMD where the processor has it), or plain JavaScript where that fails. */
export type BackendName = 'wasm' | 'cpu';

let started: Promise<BackendName> | undefined;

/** Starts the fastest engine that works here, once a process, and says which one it is. */
export function startBackend(): Promise<BackendName> {
  started ??= chooseBackend();
  return started;
}

async function chooseBackend(): Promise<BackendName> {
  enableProdMode();
  for (const name of ['wasm', 'cpu'] as const) {
    // setBackend answers false, or throws, where WebAssembly is missing or its file cannot be compiled.
    const works = await setBackend(name).catch(() => false);
    if (!works) continue;
    await ready();
    return name;
  }
  throw new Error('neither the WebAssembly nor the JavaScript engine of TensorFlow.js could be started');
}
