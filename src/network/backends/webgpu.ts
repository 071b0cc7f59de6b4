import { type Attempt, messageOf } from './choice.ts';
import { tryBackend } from './trial.ts';

/** What is used of `GPUAdapterInfo` (https://www.w3.org/TR/webgpu/#gpuadapterinfo). */
interface AdapterInfo {
  vendor: string;
  architecture: string;
  device: string;
  description: string;
  isFallbackAdapter?: boolean;
}

/** What is used of `GPUDevice`. */
interface Device extends EventTarget {
  lost: Promise<{ reason: string; message: string }>;
}

/** Vulkan, Direct3D and Metal drivers that compute on the processor. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|\bwarp\b/i;

/**
 * Starts WebGPU through Dawn (the package `webgpu`): Vulkan, Metal or Direct3D 12, so NVIDIA's, AMD's, Intel's and Apple's GPUs, without CUDA.
 * Dawn can crash when its process ends by itself: whoever starts this ends the process with SIGKILL.
 * @param software whether an adapter that is a program will do, too
 */
export async function startWebgpu(software: boolean): Promise<Attempt> {
  let dawn: typeof import('webgpu');
  try {
    dawn = await import('webgpu');
  } catch (error) {
    const absent = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
    return { reason: absent ? 'absent' : 'broken', detail: messageOf(error) };
  }
  try {
    Object.assign(globalThis, dawn.globals);
    const gpu = dawn.create([]);
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (adapter === null) return { reason: 'no-gpu', detail: 'no adapter (on Linux: the Vulkan loader and the driver of the card)' };
    const info = adapter.info as AdapterInfo;
    const isSoftware = info.isFallbackAdapter === true || SOFTWARE.test(Object.values(wordsOf(info)).join(' '));
    const device = nameOf(info);
    if (isSoftware && !software) return { reason: 'software', detail: device };
    return { device, gpu: !isSoftware, lost: lossOf(await startOn(gpu)) };
  } catch (error) {
    return { reason: 'broken', detail: messageOf(error) };
  }
}

/** Has TensorFlow.js run on the adapter; gives the device that it opened. */
async function startOn(gpu: unknown): Promise<Device> {
  // where TensorFlow.js looks for it; Node.js has a navigator of its own since 21
  Object.defineProperty(globalThis, 'navigator', { value: { gpu }, configurable: true });
  const { backend, enableProdMode, ready, setBackend } = await import('@tensorflow/tfjs-core');
  enableProdMode();
  // small and shapeless work is handed to the processor's backend
  await import('@tensorflow/tfjs-backend-cpu');
  await import('@tensorflow/tfjs-backend-webgpu');
  if (!(await setBackend('webgpu'))) throw new Error('the device could not be opened');
  await ready();
  await tryBackend();
  return (backend() as unknown as { device: Device }).device;
}

function lossOf(device: Device): Promise<string> {
  const gone = device.lost.then(({ reason, message }) => `the device was lost (${reason}): ${message}`);
  // out of memory and the like: what was being computed is worth nothing, and nobody else is told
  const failed = new Promise<string>((resolve) => {
    device.addEventListener('uncapturederror', (event) =>
      resolve(messageOf((event as Event & { error?: Error }).error ?? 'an error on the device')),
    );
  });
  return Promise.race([gone, failed]);
}

const wordsOf = ({ vendor, architecture, device, description }: AdapterInfo) => ({ vendor, architecture, device, description });

/** `nvidia-h200, NVIDIA: 570.86`: the device, or its maker and family, and the driver. */
function nameOf({ vendor, architecture, device, description }: AdapterInfo): string {
  const name = device || `${vendor} ${architecture}`.trim() || 'GPU';
  return [name.replace(/-+$/, ''), description].filter((word) => word !== '').join(', ');
}
