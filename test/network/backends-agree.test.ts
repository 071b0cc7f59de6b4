import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { basename, join } from 'node:path';
import { setBackend } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { askSide } from '../../src/bench/backend-side.ts';
import { AGREEMENT, type Numbers, networkFolders, numbersOf, openNetwork, relativeError } from '../../src/bench/network-numbers.ts';
import { registerTrainingKernels } from '../../src/network/wasm-training/register.ts';
import { projectRoot } from '../../src/project-root.ts';
import { swiftshader, whereSwiftshader } from '../helpers/swiftshader.ts';

/** Every network whose weights are there. */
const folders = networkFolders([join(projectRoot, 'models')]);
const PICTURES = 2;

async function numbersOn(backend: string, folder: string): Promise<Numbers> {
  await setBackend(backend);
  const network = await openNetwork(folder);
  const numbers = await numbersOf(network, PICTURES);
  network.model.dispose();
  return numbers;
}

const expected = new Map<string, Promise<Numbers>>();
/** Plain JavaScript is what all others are compared with. */
function expectedOf(folder: string): Promise<Numbers> {
  const known = expected.get(folder) ?? numbersOn('cpu', folder);
  expected.set(folder, known);
  return known;
}

function expectAgreement(actual: Numbers, wanted: Numbers): void {
  expect(Math.max(...wanted.gradient.map(Math.abs))).toBeGreaterThan(0);
  expect(relativeError(actual.outputs, wanted.outputs)).toBeLessThan(AGREEMENT);
  expect(relativeError(actual.gradient, wanted.gradient)).toBeLessThan(AGREEMENT);
}

describe('networks compute the same, forward and back to the pixels', { timeout: 180_000 }, () => {
  it('are there to be compared', () => {
    expect(folders.map((folder) => basename(folder))).toContain('digits');
  });

  it.each(folders.map((folder) => [basename(folder), folder]))('%s on WebAssembly as in plain JavaScript', async (_name, folder) => {
    const wanted = await expectedOf(folder);
    // a layer's gradient to its input comes together with that to its weights, which the backend lacks by itself
    registerTrainingKernels();
    expectAgreement(await numbersOn('wasm', folder), wanted);
  });

  it.skipIf(swiftshader === undefined)(
    `on WebGPU as in plain JavaScript${whereSwiftshader}`,
    async () => {
      Object.assign(process.env, swiftshader);
      const script = join(projectRoot, 'dist/src/bench/gpu-check.js');
      const side = await askSide(script, { backend: 'webgpu', folders, measure: { pictures: PICTURES } });
      expect(side.report).toMatchObject({ name: 'webgpu', gpu: false });
      expect(side.report!.device).toContain('swiftshader');
      expect(side.failures).toEqual(new Map());
      for (const folder of folders) expectAgreement(side.numbers.get(basename(folder))!, await expectedOf(folder));
    },
    // shaders are compiled for the processor, which takes seconds for each network
    600_000,
  );
});

describe('the relative error', () => {
  const of = (actual: number[], wanted: number[]) => relativeError(Float32Array.from(actual), Float32Array.from(wanted));

  it('is that of the whole, by Euclidean length', () => {
    expect(of([3, 4], [3, 4])).toBe(0);
    expect(of([3, 4.5], [3, 4])).toBeCloseTo(0.1, 6);
    expect(of([0, 0], [0, 0])).toBe(0);
  });

  it('lets nothing pass that is not a number or is missing', () => {
    expect(of([Number.NaN, 4], [3, 4])).toBe(Number.POSITIVE_INFINITY);
    expect(of([3], [3, 4])).toBe(Number.POSITIVE_INFINITY);
    expect(of([1, 0], [0, 0])).toBe(Number.POSITIVE_INFINITY);
  });
});
