import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { BackendReport } from '../../src/network/backends/choice.ts';
import { reportLine } from '../../src/network/backends/report-line.ts';
import { projectRoot } from '../../src/project-root.ts';
import { swiftshader, whereSwiftshader } from '../helpers/swiftshader.ts';

/** No Vulkan driver at all. */
const noDriver = { VK_ICD_FILENAMES: '/nonexistent', VK_DRIVER_FILES: '/nonexistent' };

/** What a process of its own chooses. It ends itself: Dawn may not survive an ordinary end. */
function choose(choice: string, environment: Record<string, string> = noDriver): BackendReport {
  const script = `
    const { chooseBackend } = await import('./dist/src/network/backend.js');
    const { lost, ...report } = await chooseBackend(process.argv[1]);
    process.stdout.write(JSON.stringify(report), () => process.kill(process.pid, 'SIGKILL'));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, choice], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  expect(stdout, stderr).not.toBe('');
  return JSON.parse(stdout);
}

/** A folder for NODE_PATH with a package whose main file is this text. */
function packageOf(name: string, text: string): Record<string, string> {
  const root = mkdtempSync(join(tmpdir(), 'tutor-package-'));
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '4.22.0', main: 'index.js' }));
  writeFileSync(join(folder, 'index.js'), text);
  return { NODE_PATH: root };
}

describe('the choice of a backend', { timeout: 180_000 }, () => {
  it('is WebAssembly, with a processor as its device, where there is no GPU; nobody is told of a TensorFlow that he did not ask for', () => {
    const { name, device, gpu, passedOver } = choose('auto');
    expect([name, gpu]).toEqual(['wasm', false]);
    expect(device).toMatch(/\w+/);
    expect(passedOver.map(({ backend, reason }) => [backend, reason])).toEqual([['webgpu', 'no-gpu']]);
  });

  it('is what is named, where that needs nothing', () => {
    expect(choose('cpu')).toMatchObject({ name: 'cpu', passedOver: [] });
    expect(choose('wasm')).toMatchObject({ name: 'wasm', passedOver: [] });
  });

  it('says of a TensorFlow that is asked for and absent how it is called, and goes on with WebAssembly', () => {
    const report = choose('tensorflow');
    expect(report).toMatchObject({ name: 'wasm', passedOver: [{ backend: 'tensorflow', reason: 'absent' }] });
    expect(reportLine(report)).toMatch(
      /networks run on wasm .*: tensorflow is not installed \(@tensorflow\/tfjs-node-gpu, @tensorflow\/tfjs-node\)/,
    );
  });

  it('says what is wrong with a TensorFlow that does not load', () => {
    const broken = packageOf(
      '@tensorflow/tfjs-node',
      `throw new Error('The Node.js native addon module (tfjs_binding.node) can not be found');`,
    );
    for (const choice of ['tensorflow', 'auto']) {
      const report = choose(choice, { ...noDriver, ...broken });
      expect(report.name).toBe('wasm');
      expect(report.passedOver[0]).toMatchObject({ backend: 'tensorflow', reason: 'broken' });
      expect(reportLine(report)).toContain('@tensorflow/tfjs-node: The Node.js native addon module (tfjs_binding.node) can not be found');
    }
  });

  it('tries TensorFlow with a product before it trusts it: one that fails at the first operation, and one that computes nonsense', () => {
    const core = JSON.stringify(join(projectRoot, 'node_modules/@tensorflow/tfjs-core'));
    const registering = (product: string) => `
      const tf = require(${core});
      class Backend extends tf.KernelBackend {
        data = new Map();
        write(values) { const id = {}; this.data.set(id, values); return id; }
        async read(id) { return this.data.get(id); }
        numDataIds() { return this.data.size; }
        disposeData(id) { return this.data.delete(id); }
        floatPrecision() { return 32; }
        incRef() {}
      }
      tf.registerBackend('tensorflow', () => new Backend());
      const kernel = (kernelName, kernelFunc) => tf.registerKernel({ kernelName, backendName: 'tensorflow', kernelFunc });
      const filled = (backend, shape, value) => ({ dataId: backend.write(new Float32Array(64 * 64).fill(value)), shape, dtype: 'float32' });
      kernel('Fill', ({ attrs, backend }) => filled(backend, attrs.shape, attrs.value));
      kernel('BatchMatMul', ({ backend }) => { ${product} });
      kernel('Reshape', ({ inputs, attrs }) => ({ dataId: inputs.x.dataId, shape: attrs.shape, dtype: 'float32' }));
      kernel('Identity', ({ inputs }) => inputs.x);`;
    const failing = packageOf(
      '@tensorflow/tfjs-node-gpu',
      registering(`throw new TypeError('util_1.isNullOrUndefined is not a function')`),
    );
    const failed = choose('tensorflow', { ...noDriver, ...failing });
    expect(failed).toMatchObject({ name: 'wasm', passedOver: [{ backend: 'tensorflow', reason: 'broken' }] });
    expect(failed.passedOver[0]!.detail).toContain('@tensorflow/tfjs-node-gpu: util_1.isNullOrUndefined is not a function');
    const wrong = packageOf('@tensorflow/tfjs-node-gpu', registering(`return filled(backend, [1, 64, 64], 7)`));
    expect(choose('tensorflow', { ...noDriver, ...wrong }).passedOver[0]!.detail).toContain('a product of two matrices came out wrong');
    // what computes rightly, on the processor, is taken by name and not by itself
    const right = packageOf('@tensorflow/tfjs-node', registering(`return filled(backend, [1, 64, 64], 384)`));
    expect(choose('tensorflow', { ...noDriver, ...right })).toMatchObject({ name: 'tensorflow', gpu: false, passedOver: [] });
    expect(choose('auto', { ...noDriver, ...right })).toMatchObject({
      name: 'wasm',
      passedOver: [{ backend: 'tensorflow', reason: 'no-gpu' }, {}],
    });
  });

  it.skipIf(swiftshader === undefined)(`takes an adapter that is a program only by name${whereSwiftshader}`, () => {
    expect(choose('auto', swiftshader)).toMatchObject({ name: 'wasm', passedOver: [{ backend: 'webgpu', reason: 'software' }] });
    const named = choose('webgpu', swiftshader);
    expect(named).toMatchObject({ name: 'webgpu', gpu: false, passedOver: [] });
    expect(named.device).toContain('swiftshader');
  });

  it('is read from TUTOR_BACKEND; another word is refused in one sentence', () => {
    expect(readConfig({}).backend).toBe('auto');
    expect(readConfig({ TUTOR_BACKEND: 'webgpu' }).backend).toBe('webgpu');
    expect(() => readConfig({ TUTOR_BACKEND: 'cuda' })).toThrow(/^TUTOR_BACKEND in the environment or .env: /);
  });
});
