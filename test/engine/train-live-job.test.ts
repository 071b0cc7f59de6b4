import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TrainLiveInput, type TrainLivePreview, trainLive } from '../../src/engine/jobs/train-live.ts';

const input: TrainLiveInput = {
  network: 'mlp',
  optimizer: 'adam',
  names: { network: 'MLP', optimizer: 'Adam' },
  rate: 0.003,
  batch: 20,
  pictures: 100,
  epochs: 4,
  seed: 1,
  language: 'en',
  theme: 'light',
};

/** A run in this process, and what was shown of it. */
async function run(changes: Partial<TrainLiveInput> = {}, stopAsked: () => boolean = () => false) {
  const previews: TrainLivePreview[] = [];
  const output = await trainLive.run(
    { ...input, ...changes },
    { onProgress: () => undefined, onPreview: (seen) => previews.push(seen), stopAsked },
  );
  return { output, previews };
}

describe('a network that learns while one looks on', () => {
  let first: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    first = await run();
  });

  it('learns: the loss falls from that of guessing, and more test digits are read correctly than by chance', () => {
    const { end, step, steps, losses, firstLoss, loss, test, parameters, testPictures } = first.output;
    expect({ end, step, steps, parameters, testPictures }).toEqual({
      end: 'done',
      step: 20,
      steps: 20,
      parameters: 159_010,
      testPictures: 50,
    });
    expect(losses).toHaveLength(20);
    expect(firstLoss).toBeGreaterThan(2);
    expect(loss).toBeLessThan(1);
    expect(test!.accuracy).toBeGreaterThan(0.5);
  });

  it('shows itself before the first step, and the end', () => {
    const { learning } = first.previews.find((preview) => preview.learning !== undefined)!;
    expect(learning).toMatchObject({ step: 0, steps: 20, figure: { type: 'image/png', width: 1080 } });
    expect(learning!.loss).toBeUndefined();
    expect(first.output.figure).toMatchObject({ type: 'image/png', width: 1080 });
    expect(first.output.accuracies[0]!.step).toBe(0);
    expect(first.output.accuracies.at(-1)).toEqual({ step: 20, accuracy: first.output.test!.accuracy });
  });

  it('does the same again by the same seed, something else by another, and leaves nothing in memory', async () => {
    const before = memory().numTensors;
    const again = await run();
    expect(again.output.losses).toEqual(first.output.losses);
    expect(again.output.test).toEqual(first.output.test);
    expect((await run({ seed: 2, epochs: 1 })).output.losses[0]).not.toBe(first.output.losses[0]);
    for (const optimizer of ['sgd', 'momentum'] as const) await run({ optimizer, epochs: 1 });
    expect(memory().numTensors).toBe(before);
  });

  it('stops when it is asked to, with what it has learned by then', async () => {
    let asked = 0;
    const { output } = await run({}, () => ++asked > 10);
    expect(output.end).toBe('stopped');
    expect(output.step).toBeGreaterThan(0);
    expect(output.step).toBeLessThan(20);
    expect(output.losses).toEqual(first.output.losses.slice(0, output.step));
    expect(output.test!.accuracy).toBeGreaterThan(0);
  });

  it('stopped at once has learned nothing and says so', async () => {
    const { output } = await run({}, () => true);
    expect(output).toMatchObject({ end: 'stopped', step: 0, losses: [] });
    expect(output.loss).toBeUndefined();
  });

  it('notices a loss that runs away, and ends there with the curve so far', async () => {
    const { output } = await run({ optimizer: 'sgd', rate: 10 });
    expect(output.end).toBe('diverged');
    expect(output.step).toBeLessThan(15);
    expect(Math.max(...output.losses)).toBeGreaterThan(15);
    expect(output.test).toBeUndefined();
    expect(output.picture.probabilities.every(Number.isFinite)).toBe(true);
  });

  it('teaches the convolutional networks too', async () => {
    const { output } = await run({ network: 'digits', rate: 0.003, epochs: 2 });
    expect(output).toMatchObject({ end: 'done', step: 10, parameters: 167_478 });
    expect(output.loss).toBeLessThan(output.firstLoss!);
    expect((await run({ network: 'lenet', epochs: 1, batch: 50 })).output).toMatchObject({ end: 'done', step: 2, parameters: 61_706 });
  });
});
