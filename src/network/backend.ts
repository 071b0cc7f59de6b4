import type { Attempt, Backend, BackendChoice, BackendName, PassedOver } from './backends/choice.ts';

export type { BackendName } from './backends/choice.ts';

// libraries are loaded only when their backend is tried: a look for a GPU must not cost a start of the tutor its time
type Native = 'tensorflow' | 'webgpu';

let started: Promise<Backend> | undefined;

/**
 * Chooses what networks run on in this process, once: the one that is asked for, or with `auto` the first that works and is a GPU, else
 * WebAssembly, and plain JavaScript where even that fails. What was passed over on the way is in the report.
 */
export function chooseBackend(choice: BackendChoice): Promise<Backend> {
  started ??= choose(choice);
  return started;
}

/** Starts what networks run on if nothing has been chosen (WebAssembly or plain JavaScript then), and says which it is. */
export async function startBackend(): Promise<BackendName> {
  return (await chooseBackend('wasm')).name;
}

/**
 * Starts one of the backends that live outside JavaScript (TensorFlow's library, a GPU by WebGPU), and nothing else. A process that has
 * one should do nothing but run networks: it can be lost.
 */
export async function chooseNative(choice: BackendChoice): Promise<{ backend?: Backend; passedOver: PassedOver[] }> {
  const passedOver: PassedOver[] = [];
  for (const name of nativeOf(choice)) {
    const attempt = accepted(await attemptNative(name, choice), choice, name);
    if ('reason' in attempt) passedOver.push({ backend: name, ...attempt });
    else {
      const backend = { name, ...attempt, passedOver: worthTelling(passedOver, choice) };
      started ??= Promise.resolve(backend);
      return { backend, passedOver: backend.passedOver };
    }
  }
  return { passedOver: worthTelling(passedOver, choice) };
}

/** Whether a choice may lead to a backend that needs a process of its own. */
export const mayBeNative = (choice: BackendChoice) => nativeOf(choice).length > 0;

async function choose(choice: BackendChoice): Promise<Backend> {
  const { backend, passedOver } = await chooseNative(choice);
  if (backend !== undefined) return backend;
  const { startEmbedded } = await import('./backends/embedded.ts');
  for (const name of choice === 'cpu' ? (['cpu'] as const) : (['wasm', 'cpu'] as const)) {
    const attempt = await startEmbedded(name);
    if (!('reason' in attempt)) return { name, ...attempt, passedOver };
    passedOver.push({ backend: name, ...attempt });
  }
  throw new Error(
    `no engine of TensorFlow.js could be started: ${passedOver.map(({ backend, detail }) => `${backend}: ${detail}`).join('; ')}`,
  );
}

function nativeOf(choice: BackendChoice): Native[] {
  if (choice === 'auto') return ['tensorflow', 'webgpu'];
  return choice === 'tensorflow' || choice === 'webgpu' ? [choice] : [];
}

async function attemptNative(name: Native, choice: BackendChoice): Promise<Attempt> {
  if (name === 'tensorflow') {
    const { startTensorflow } = await import('./backends/tensorflow.ts');
    return startTensorflow();
  }
  const { startWebgpu } = await import('./backends/webgpu.ts');
  return startWebgpu(choice === 'webgpu');
}

/** A processor is taken only by name. */
function accepted(attempt: Attempt, choice: BackendChoice, name: Native): Attempt {
  if ('reason' in attempt || attempt.gpu || choice === name) return attempt;
  return { reason: 'no-gpu', detail: attempt.device };
}

/** Nobody who did not ask for TensorFlow is told that it is not installed. */
const worthTelling = (passedOver: PassedOver[], choice: BackendChoice) =>
  passedOver.filter(({ backend, reason }) => !(choice === 'auto' && backend === 'tensorflow' && reason === 'absent'));
