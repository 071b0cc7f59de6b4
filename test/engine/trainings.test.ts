import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import type { TrainLiveInput, TrainLiveOutput, TrainLivePreview } from '../../src/engine/jobs/train-live.ts';
import { createTrainings, type TrainingEnd } from '../../src/engine/trainings.ts';

interface Begun {
  seed: number;
  finish(): void;
  preview(step: number): void;
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Trainings on an engine whose runs end when the test says so. `seed` tells whose run it is. */
function start(slots = 1) {
  const begun: Begun[] = [];
  const runLive = ((_name, input, options = {}) =>
    new Promise((resolve, reject) => {
      const { seed } = input as TrainLiveInput;
      const finish = () => resolve({ seed, end: options.stop?.aborted ? 'stopped' : 'done' } as never);
      const preview = (step: number) => options.onPreview?.({ fraction: 0.5, learning: { step } as TrainLivePreview['learning'] } as never);
      begun.push({ seed, finish, preview });
      options.stop?.addEventListener('abort', finish);
      options.signal?.addEventListener('abort', () => reject(new Error('killed')));
    })) as Engine['runLive'];
  const trainings = createTrainings({ runLive }, slots);
  const heard: string[] = [];
  const ends: Record<string, TrainingEnd> = {};
  function run(owner: string, seed: number) {
    const say = (what: string) => heard.push(`${owner} ${what}`);
    void trainings
      .run({
        id: `id-${owner}`,
        owner,
        input: { seed } as TrainLiveInput,
        onPlace: (place) => say(`place ${place}`),
        onPreview: ({ learning }) => say(`step ${learning!.step}`),
        onStopping: () => say('stopping'),
      })
      .then((end) => {
        ends[owner] = end;
      });
  }
  return { trainings, begun, heard, ends, run, seeds: () => begun.map(({ seed }) => seed) };
}
const outputOf = (end: TrainingEnd | undefined) =>
  end?.kind === 'output' ? (end.output as TrainLiveOutput & { seed: number }) : undefined;

describe('trainings of several people', () => {
  it('begin in the order in which they were asked for, one at a time, and everyone hears their place', async () => {
    const { begun, heard, ends, run, seeds } = start();
    run('ann', 1);
    run('bob', 2);
    run('cid', 3);
    await settle();
    expect(seeds()).toEqual([1]);
    expect(heard).toEqual(['bob place 1', 'bob place 1', 'cid place 2']);
    begun[0]!.finish();
    await settle();
    expect(seeds()).toEqual([1, 2]);
    expect(heard.at(-1)).toBe('cid place 1');
    begun[1]!.finish();
    await settle();
    begun[2]!.finish();
    await settle();
    expect(['ann', 'bob', 'cid'].map((owner) => outputOf(ends[owner])?.seed)).toEqual([1, 2, 3]);
  });

  it('run side by side where there is room', async () => {
    const { run, seeds } = start(2);
    for (const seed of [1, 2, 3]) run(`p${seed}`, seed);
    await settle();
    expect(seeds()).toEqual([1, 2]);
  });

  it('are stopped by their id, are known by their owner, and give their place to the next', async () => {
    const { trainings, begun, heard, ends, run, seeds } = start();
    run('ann', 1);
    run('bob', 2);
    await settle();
    expect([trainings.of('ann'), trainings.ownerOf('id-ann'), trainings.of('eve')]).toEqual(['id-ann', 'ann', undefined]);
    begun[0]!.preview(7);
    trainings.end('id-ann');
    begun[0]!.preview(8);
    await settle();
    expect(heard.filter((line) => line.startsWith('ann'))).toEqual(['ann step 7', 'ann stopping']);
    expect(outputOf(ends.ann)?.end).toBe('stopped');
    expect(trainings.ownerOf('id-ann')).toBeUndefined();
    expect(seeds()).toEqual([1, 2]);
  });

  it('that wait can be left, and those behind move up', async () => {
    const { trainings, heard, ends, run, seeds } = start();
    for (const [index, owner] of ['ann', 'bob', 'cid'].entries()) run(owner, index);
    await settle();
    trainings.end('id-bob');
    await settle();
    expect(ends.bob).toEqual({ kind: 'left' });
    expect(heard.at(-1)).toBe('cid place 1');
    expect(seeds()).toEqual([0]);
  });

  it('end when the tutor stops, with what was last shown; none begins after that', async () => {
    const { trainings, begun, ends, run, seeds } = start();
    run('ann', 1);
    run('bob', 2);
    await settle();
    begun[0]!.preview(5);
    trainings.close();
    run('cid', 3);
    await settle();
    expect(ends).toEqual({
      ann: { kind: 'closed', last: { step: 5 } },
      bob: { kind: 'closed', last: undefined },
      cid: { kind: 'closed', last: undefined },
    });
    expect(seeds()).toEqual([1]);
  });

  it('are refused when too many wait', async () => {
    const { trainings, run } = start();
    for (let seed = 0; seed < 9; seed++) run(`p${seed}`, seed);
    expect(trainings.isFull()).toBe(true);
  });
});
