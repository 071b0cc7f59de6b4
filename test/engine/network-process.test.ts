import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { learnerMessage } from '../../src/chat/errors.ts';
import { createEngine, type Engine, type EngineSettings } from '../../src/engine/engine.ts';
import type { BackendReport } from '../../src/network/backends/choice.ts';
import { projectRoot } from '../../src/project-root.ts';
import { swiftshader, whereSwiftshader } from '../helpers/swiftshader.ts';

const seven = new Uint8Array(readFileSync(join(projectRoot, 'data/samples/seven.png')));
const style = { language: 'en', theme: 'light' } as const;
const GIB = 1024 ** 3;
/** Shaders are compiled for the processor, on machines that may have other work to do. */
const SLOW = 900_000; // milliseconds

let engine: Engine | undefined;
afterEach(async () => {
  await engine?.stop();
  engine = undefined;
});

const start = (settings: Partial<EngineSettings>) => {
  engine = createEngine({ workers: 1, maxWorkerBytes: 4 * GIB, timeScale: 50, ...settings });
  return engine;
};
/** Nothing that a driver could be found through. */
const noDriver = { ...process.env, VK_ICD_FILENAMES: '/nonexistent', VK_DRIVER_FILES: '/nonexistent' };

/** An engine on SwiftShader whose device can be lost on demand. */
function startOnSwiftshader(settings: Partial<EngineSettings> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tutor-gpu-'));
  const hook = join(projectRoot, 'test/engine/lose-device.mjs');
  const environment = { ...process.env, ...swiftshader, NODE_OPTIONS: `--import ${hook}`, LOSE_DEVICE: folder };
  const processes = () => readFileSync(join(folder, 'processes'), 'utf8').trim().split('\n').map(Number);
  return { engine: start({ backend: 'webgpu', environment, ...settings }), folder, processes };
}

const isRunning = (pid: number) => existsSync(`/proc/${pid}`);
/** A process that was ended is gone as soon as the system has noticed. */
const gone = (pid: number) => expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
const refusalOf = async (work: Promise<unknown>) => learnerMessage(await work.catch((error: unknown) => error))?.id;

describe('networks without a GPU', () => {
  it('run in the workers, and it is said why', async () => {
    const told: BackendReport[] = [];
    const own = start({ backend: 'auto', environment: noDriver, onBackend: (report) => told.push(report) });
    const { digit } = await own.run('classify', { bytes: seven, ...style });
    expect(digit).toBe(7);
    const { backend } = await own.about();
    expect(backend).toMatchObject({ name: 'wasm', gpu: false, passedOver: [{ backend: 'webgpu', reason: 'no-gpu' }] });
    await expect.poll(() => told.length, { timeout: 10_000 }).toBe(1);
    expect(told).toEqual([backend]);
  });

  it('run on plain JavaScript by name', async () => {
    const { backend } = await start({ backend: 'cpu' }).about();
    expect(backend).toMatchObject({ name: 'cpu', passedOver: [] });
  });
});

describe.skipIf(swiftshader === undefined)(`networks on WebGPU${whereSwiftshader}`, () => {
  it(
    'run in one process of their own, and give the workers’ answers; when the device is lost, the process is replaced and the job is run again, once',
    async () => {
      const losses: { job: string; reason: string; detail?: string }[] = [];
      const output: string[] = [];
      const gpu = startOnSwiftshader({ onLoss: (loss) => losses.push(loss), onDriverOutput: (text) => output.push(text) });
      const { backend } = await gpu.engine.about();
      expect(backend).toMatchObject({ name: 'webgpu', gpu: false, passedOver: [] });
      const first = await gpu.engine.run('classify', { bytes: seven, ...style });
      expect(first.digit).toBe(7);
      expect(gpu.processes()).toHaveLength(1);

      // the device goes under the job: the answer comes all the same, from another process
      writeFileSync(join(gpu.folder, 'once'), '');
      const again = await gpu.engine.run('classify', { bytes: seven, ...style, theme: 'dark' });
      expect(again.digit).toBe(7);
      again.probabilities.forEach((value, digit) => {
        expect(value).toBeCloseTo(first.probabilities[digit]!, 4);
      });
      const [lost, fresh] = gpu.processes() as [number, number];
      expect(gpu.processes()).toHaveLength(2);
      await gone(lost);
      expect(isRunning(fresh)).toBe(true);
      expect(losses).toMatchObject([{ job: 'classify', reason: 'died' }]);
      expect(losses[0]!.detail).toContain('the device was lost');

      // what loses it again when it is run again is given up
      writeFileSync(join(gpu.folder, 'always'), '');
      expect(await refusalOf(gpu.engine.run('classify', { bytes: seven, language: 'ru', theme: 'light' }))).toBe('job-died');
      expect(losses).toHaveLength(3);
      // and so is the device, when it happens to the next job as well: networks go to the workers
      expect(await refusalOf(gpu.engine.run('classify', { bytes: seven, language: 'ru', theme: 'dark' }))).toBe('job-died');
      const { digit } = await gpu.engine.run('classify', { bytes: seven, language: 'ru', theme: 'dark' });
      expect(digit).toBe(7);
      expect((await gpu.engine.about()).backend).toMatchObject({ name: 'wasm', passedOver: [{ backend: 'webgpu', reason: 'lost' }] });
      rmSync(gpu.folder, { recursive: true });
      expect(output.join('')).not.toMatch(/segmentation|abort|core dumped/i);
    },
    SLOW,
  );

  it(
    'end with the engine, leaving nothing behind',
    async () => {
      const gpu = startOnSwiftshader();
      expect((await gpu.engine.about()).backend.name).toBe('webgpu');
      const [pid] = gpu.processes() as [number];
      expect(isRunning(pid)).toBe(true);
      await gpu.engine.stop();
      await gone(pid);
    },
    SLOW,
  );
});
