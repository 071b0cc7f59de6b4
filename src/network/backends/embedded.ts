import { cpus } from 'node:os';
import { enableProdMode, env, ready, setBackend } from '@tensorflow/tfjs-core';
import { type Attempt, messageOf, NEVER_LOST } from './choice.ts';

/** Starts what needs no installation: WebAssembly (SIMD where the processor has it), or plain JavaScript. */
export async function startEmbedded(name: 'wasm' | 'cpu'): Promise<Attempt> {
  enableProdMode();
  // `import()`: a bundler would leave out a plain import of a package that calls its main file free of effects
  await (name === 'wasm' ? import('@tensorflow/tfjs-backend-wasm') : import('@tensorflow/tfjs-backend-cpu'));
  let detail = 'it did not start';
  // setBackend answers false, or throws, where WebAssembly is missing or its file cannot be compiled
  const works = await setBackend(name).catch((error: unknown) => {
    detail = messageOf(error);
    return false;
  });
  if (!works) return { reason: 'broken', detail };
  await ready();
  const simd = name === 'wasm' && (await env().getAsync('WASM_HAS_SIMD_SUPPORT')) === true;
  const processor = cpus()[0]?.model.trim() || process.arch;
  return { device: simd ? `${processor}, SIMD` : processor, gpu: false, lost: NEVER_LOST };
}
