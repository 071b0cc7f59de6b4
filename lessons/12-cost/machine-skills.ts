import { conv, pool, square, stepsOf } from '../14-anatomy/layers.ts';
import { FLOAT32_BYTES, filterParameters, outputSize, parallelRounds } from '../arithmetic.ts';
import { numbersIn } from '../layer-chain.ts';
import { layerTable } from '../network-drawing.ts';
import { layerCost } from '../parameters.ts';
import { type Panel, panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, type Mistake, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { formula, long } from './formulas.ts';

/** What is kept in memory: the parameters, or the outputs (the activations) of a batch of pictures. */
type Kept = 'parameters' | 'outputs';

/** Four bytes a number: parameters once, outputs for every picture of the batch. */
export const layerMemory: Skill = {
  id: 'layer-memory',
  prefix: 'bytes',
  lesson: 12,
  forms: [
    ...pickOrType((random, level) => {
      const f = random.pick(level === 1 ? [3] : [3, 5]);
      const c = random.pick(level === 1 ? [1, 3] : [3, 4, 8, 16]);
      const n = random.pick(level === 1 ? [8, 10, 12, 16] : [16, 20, 28, 32, 56]);
      const k = random.pick(level === 1 ? [4, 5, 6, 8] : [10, 16, 20, 32]);
      return memoryTask({ kind: keptOf(random), c, n, k, f, batch: batchOf(random, level) });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const n = 4 * random.whole(2, level === 1 ? 4 : 8);
        const second = conv(random.pick([8, 10, 16]), 3, { p: 1 });
        const third = level === 3 ? [pool(2)] : [];
        const steps = stepsOf(square(random.pick([1, 3]), n), [conv(random.pick([4, 5, 6, 8]), 3, { p: 1 }), pool(2), second, ...third]);
        const rows = layerTable(steps[0]!.input, steps).rows.map(({ layer, parameters }) => ({ layer, parameters }));
        const counts = {
          parameters: steps.map((step) => layerCost(step).parameters).filter((count) => count > 0),
          outputs: steps.map(({ output }) => numbersIn(output)),
        };
        return {
          ...tableTask(counts, { kind: keptOf(random), batch: batchOf(random, level) }),
          figure: { job: 'network', input: { view: 'table', rows } },
        };
      },
    },
  ],
};

const keptOf = (random: Random) => random.pick<Kept>(['parameters', 'outputs']);
const batchOf = (random: Random, level: Level) => (level === 1 ? 1 : random.pick(level === 2 ? [2, 4, 10] : [8, 16, 32]));
const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** Wrong ways to bytes that every question of memory knows. `one`: numbers for one picture; `other`: of the other kind. */
function memoryMistakes({ kind, one, other, batch }: { kind: Kept; one: number; other: number; batch: number }): Mistake[] {
  const copies = kind === 'outputs' ? batch : 1;
  return [
    { id: 'bytes-numbers', value: one * copies },
    ...(batch === 1
      ? []
      : kind === 'outputs'
        ? [{ id: 'bytes-no-batch', value: FLOAT32_BYTES * one }]
        : [{ id: 'bytes-batch', value: FLOAT32_BYTES * one * batch }]),
    { id: `bytes-not-${kind}`, value: FLOAT32_BYTES * other * (kind === 'outputs' ? 1 : batch) },
    { id: 'bytes-bits', value: 8 * FLOAT32_BYTES * one * copies },
    { id: 'bytes-double', value: 2 * FLOAT32_BYTES * one * copies },
  ];
}

function memoryTask({ kind, c, n, k, f, batch }: { kind: Kept; c: number; n: number; k: number; f: number; batch: number }): Task {
  const parameters = filterParameters({ channels: c, filters: k, f });
  const outputs = k * n * n;
  const [one, other] = kind === 'parameters' ? [parameters, outputs] : [outputs, parameters];
  const copies = kind === 'outputs' && batch > 1 ? `·${batch}` : '';
  const answer = FLOAT32_BYTES * one * (kind === 'outputs' ? batch : 1);
  const [numbers, ...rest] = memoryMistakes({ kind, one, other, batch });
  const [ofBatch, common] = batch === 1 ? [[], rest] : [rest.slice(0, 1), rest.slice(1)];
  const own: Mistake[] =
    kind === 'parameters'
      ? [{ id: 'bytes-no-biases', value: FLOAT32_BYTES * (parameters - k) }]
      : [
          { id: 'bytes-one-map', value: FLOAT32_BYTES * n * n * batch },
          { id: 'bytes-input', value: FLOAT32_BYTES * c * n * n * batch },
        ];
  return {
    values: { kind, c, n, k, f, batch },
    answer,
    mistakes: [numbers!, ...ofBatch, ...own, ...common],
    solution: [
      formula(kind === 'parameters' ? `${k}·(${c}·${f}² + 1) = ${long(one)}` : `${k}·${n}·${n} = ${long(one)}`),
      formula(`${FLOAT32_BYTES}·${long(one)}${copies} = ${long(answer)}`),
    ],
  };
}

function tableTask(counts: Record<Kept, number[]>, { kind, batch }: { kind: Kept; batch: number }): Task {
  const one = total(counts[kind]);
  const other = total(counts[kind === 'parameters' ? 'outputs' : 'parameters']);
  const copies = kind === 'outputs' && batch > 1 ? `·${batch}` : '';
  const answer = FLOAT32_BYTES * one * (kind === 'outputs' ? batch : 1);
  return {
    values: { kind, batch },
    answer,
    mistakes: [
      ...memoryMistakes({ kind, one, other, batch }),
      { id: 'bytes-last-row', value: FLOAT32_BYTES * counts[kind].at(-1)! * (kind === 'outputs' ? batch : 1) },
      { id: 'bytes-first-row', value: FLOAT32_BYTES * counts[kind][0]! * (kind === 'outputs' ? batch : 1) },
    ],
    solution: [
      formula(`${counts[kind].map(long).join(' + ')} = ${long(one)}`),
      formula(`${FLOAT32_BYTES}·${long(one)}${copies} = ${long(answer)}`),
    ],
  };
}

/** A convolution's output K×N'×N' from C×N×N with windows F×F, and how many of its numbers are computed at a time. */
interface Shared {
  kind: 'rounds' | 'ticks';
  c: number;
  n: number;
  k: number;
  f: number;
  workers: number;
}

/** ⌈numbers of the output / workers⌉ rounds, each as long as one dot product. */
export const parallelRoundsSkill: Skill = {
  id: 'parallel-rounds',
  prefix: 'rounds',
  lesson: 12,
  forms: [
    ...pickOrType((random, level) => {
      const f = random.pick(level === 1 ? [3] : [3, 5]);
      const side = random.pick(level === 1 ? [4, 5, 6, 8] : [8, 10, 12, 14, 20]);
      return roundsTask({
        kind: level === 3 ? 'ticks' : 'rounds',
        c: random.pick(level === 1 ? [1, 3] : [3, 4, 8]),
        n: side + f - 1,
        k: random.pick(level === 1 ? [2, 3, 4, 5] : [6, 8, 10, 16]),
        f,
        workers: random.pick(level === 1 ? [10, 16, 20, 32] : [64, 100, 128, 256]),
      });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const side = random.pick(level === 1 ? [3, 4, 5] : level === 2 ? [4, 5, 6] : [5, 6, 7]);
        const k = level + 1;
        const shared: Shared = {
          kind: 'rounds',
          c: 1,
          n: side + 2,
          k,
          f: 3,
          workers: random.pick(level === 1 ? [4, 5, 6, 8] : [8, 10, 12, 16]),
        };
        const map: Panel = { kind: 'cells', rows: side, columns: side };
        const task = roundsTask(shared);
        // the window is not seen there
        const mistakes = task.mistakes.filter(({ id }) => id !== 'rounds-products');
        return { ...task, mistakes, figure: panels(new Array<Panel>(k).fill(map)) };
      },
    },
  ],
};

function roundsTask({ kind, c, n, k, f, workers }: Shared): Task {
  const side = outputSize({ n, f }).output;
  const map = side * side;
  const results = k * map;
  const rounds = parallelRounds(results, workers);
  const products = c * f * f;
  const ticks = kind === 'ticks' ? products : 1;
  const lines = [
    formula(`${k}·${side}·${side} = ${results}`),
    formula(`⌈${results} / ${workers}⌉ = ${rounds}`),
    ...(kind === 'ticks' ? [formula(`${rounds}·(${c}·${f}²) = ${long(rounds * products)}`)] : []),
  ];
  return {
    values: { kind, c, n, k, f, side, workers, products },
    answer: rounds * ticks,
    mistakes: [
      ...(kind === 'ticks'
        ? [
            { id: 'ticks-rounds', value: rounds },
            { id: 'ticks-one-channel', value: rounds * f * f },
          ]
        : []),
      { id: 'rounds-floor', value: Math.floor(results / workers) * ticks },
      { id: 'rounds-one-map', value: parallelRounds(map, workers) * ticks },
      { id: 'rounds-map-by-map', value: k * parallelRounds(map, workers) * ticks },
      { id: 'rounds-one-worker', value: results * ticks },
      ...(kind === 'rounds' ? [{ id: 'rounds-products', value: parallelRounds(results * products, workers) }] : []),
      { id: 'rounds-not-rounded', value: (results / workers) * ticks },
    ],
    solution: lines,
  };
}
