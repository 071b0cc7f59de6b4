import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { learnerMessage } from '../../src/chat/errors.ts';
import { createEngine, type Engine, type Loss } from '../../src/engine/engine.ts';
import { projectRoot } from '../../src/project-root.ts';

const scene = new Uint8Array(readFileSync(join(projectRoot, 'data/samples/scene.png')));
const style = { language: 'en', theme: 'light' } as const;
const sizeOf = (n: number) => {
  const axis = { n, f: 3, p: 0, q: 0, s: 1, d: 1, op: 0, transposed: false, output: n - 2, unreached: 0, counts: [1, 2, 1], formula: '' };
  return { view: 'strips' as const, axes: [axis], ...style };
};
const edges = (stride: number) => ({ bytes: scene, kernel: { name: 'sobel' as const }, stride, padding: 'valid' as const, ...style });
const GIB = 1024 ** 3;

let engine: Engine;
afterEach(() => engine.stop());

const refusalOf = async (work: Promise<unknown>) => learnerMessage(await work.catch((error: unknown) => error))?.id;

describe('the engine', () => {
  it('runs jobs in other processes and gives what they drew', async () => {
    engine = createEngine({ workers: 2, maxWorkerBytes: GIB });
    const [size, convolved] = await Promise.all([engine.run('size', sizeOf(7)), engine.run('convolve', edges(1))]);
    expect(size).toMatchObject({ type: 'image/png', width: 1080 });
    expect(convolved.output).toEqual({ width: 718, height: 478 });
  });

  it('tells bad input from faults', async () => {
    engine = createEngine({ workers: 1, maxWorkerBytes: GIB });
    const notAPicture = { ...edges(1), bytes: new TextEncoder().encode('hello') };
    expect(await refusalOf(engine.run('convolve', notAPicture))).toBe('picture-not-a-picture');
    expect(await refusalOf(engine.run('convolve', { ...edges(1), bytes: undefined } as never))).toBeUndefined();
    expect((await engine.run('size', sizeOf(9))).width).toBe(1080);
  });

  it('ends a job that takes too long, and goes on with a fresh worker', async () => {
    const losses: Loss[] = [];
    engine = createEngine({ workers: 1, maxWorkerBytes: GIB, timeScale: 0.0001, onLoss: ({ reason }) => losses.push(reason) });
    expect(await refusalOf(engine.run('convolve', edges(1)))).toBe('job-time');
    expect(losses).toEqual(['time']);
    await engine.stop();
    engine = createEngine({ workers: 1, maxWorkerBytes: GIB });
    expect((await engine.run('convolve', edges(1))).output.width).toBe(718);
  });

  it('ends a job that takes too much memory', async () => {
    const losses: Loss[] = [];
    // less than any process has: the first look at it ends it
    engine = createEngine({ workers: 1, maxWorkerBytes: 1024, onLoss: ({ reason }) => losses.push(reason) });
    expect(await refusalOf(engine.run('convolve', edges(1)))).toBe('job-memory');
    expect(losses).toEqual(['memory']);
  });

  it('replaces a worker that was killed while it was idle, without losing a job', async () => {
    engine = createEngine({ workers: 1, maxWorkerBytes: GIB });
    const { pid } = await engine.run('worker-process', {});
    process.kill(pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await engine.run('size', sizeOf(11))).width).toBe(1080);
    const fresh = await engine.run('worker-process', {});
    expect(fresh.pid).not.toBe(pid);
  });

  it('stops a job whose person no longer waits', async () => {
    engine = createEngine({ workers: 1, maxWorkerBytes: GIB });
    await engine.run('size', sizeOf(5));
    const abort = new AbortController();
    const work = engine.run('convolve', edges(1), { signal: abort.signal });
    setTimeout(() => abort.abort(), 5);
    expect(await refusalOf(work)).toBe('job-canceled');
    expect((await engine.run('size', sizeOf(6))).width).toBe(1080);
  });

  it('refuses what it could only answer much too late', async () => {
    engine = createEngine({ workers: 1, maxWorkerBytes: GIB });
    await engine.run('size', sizeOf(5));
    const results = await Promise.all(Array.from({ length: 90 }, (_, index) => refusalOf(engine.run('size', sizeOf(1000 + index)))));
    expect(results.filter((id) => id === 'job-busy').length).toBeGreaterThan(0);
    expect(results.filter((id) => id === undefined).length).toBeGreaterThan(60);
  });

  it('answers the same question from its memory', async () => {
    engine = createEngine({ workers: 1, maxWorkerBytes: GIB });
    const first = await engine.run('convolve', edges(3));
    const again = await engine.run('convolve', edges(3));
    expect(again).toBe(first);
  });

  it('runs what people watch in a process of its own, shows it, and has it stop where it is', async () => {
    engine = createEngine({ workers: 1, maxWorkerBytes: GIB });
    const stop = new AbortController();
    const steps: number[] = [];
    const names = { network: 'MLP', optimizer: 'SGD' };
    const settings = { network: 'mlp', optimizer: 'sgd', names, rate: 0.1, batch: 8, pictures: 100, epochs: 6, seed: 1, ...style } as const;
    const output = await engine.runLive('train-live', settings, {
      stop: stop.signal,
      onPreview({ learning }) {
        if (learning === undefined) return;
        steps.push(learning.step);
        stop.abort();
      },
    });
    expect(output.end).toBe('stopped');
    expect(output.step).toBeLessThan(output.steps);
    expect(steps[0]).toBe(0);
    const gone = new AbortController();
    const work = engine.runLive('train-live', settings, { signal: gone.signal, onPreview: () => gone.abort() });
    expect(await refusalOf(work)).toBe('job-canceled');
    await engine.stop();
    engine = createEngine({ workers: 1, maxWorkerBytes: 1024 });
    expect(await refusalOf(engine.runLive('train-live', settings))).toBe('job-memory');
  });
});
