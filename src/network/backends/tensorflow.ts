import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { type Attempt, messageOf, NEVER_LOST } from './choice.ts';
import { tryBackend } from './trial.ts';

/** Bindings to TensorFlow's C library; the project never installs them (https://www.npmjs.com/package/@tensorflow/tfjs-node). */
const PACKAGES = ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-node'];
/** They call `util.isNullOrUndefined`, which Node.js 23 took away. */
const LAST_NODE = 22;

const require = createRequire(import.meta.url);

/** Starts TensorFlow's own library where somebody has installed it beside the project: with CUDA, or for the processor. */
export async function startTensorflow(): Promise<Attempt> {
  const installed = PACKAGES.filter(isInstalled);
  if (installed.length === 0) return { reason: 'absent', detail: PACKAGES.join(', ') };
  const failures: string[] = [];
  for (const name of installed) {
    try {
      return await startPackage(name);
    } catch (error) {
      failures.push(`${name}: ${messageOf(error)}${hint()}`);
    }
  }
  return { reason: 'broken', detail: failures.join('; ') };
}

async function startPackage(name: string): Promise<Attempt> {
  const { backend, enableProdMode, ready, setBackend } = await import('@tensorflow/tfjs-core');
  enableProdMode();
  // loading it registers the backend
  require(name);
  if (!(await setBackend('tensorflow'))) throw new Error('it did not register its backend');
  await ready();
  await tryBackend();
  const gpu = (backend() as { isUsingGpuDevice?: boolean }).isUsingGpuDevice === true;
  return { device: gpu ? `CUDA (${name})` : `${cpus()[0]?.model.trim() || process.arch} (${name})`, gpu, lost: NEVER_LOST };
}

function isInstalled(name: string): boolean {
  try {
    require.resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}

function hint(): string {
  const major = Number(process.versions.node.split('.')[0]);
  return major > LAST_NODE ? ` (it does not run on Node.js ${major}; Node.js ${LAST_NODE} is the last)` : '';
}
