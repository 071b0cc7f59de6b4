import { formula } from '../02-eyes/numbers.ts';
import { receptiveFields } from '../arithmetic.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, type Mistake, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { askedField, chainText, fieldSolution, lastField, type Sliding } from './chains.ts';

const product = (values: readonly number[]) => values.reduce((all, value) => all * value, 1);
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const windowsOf = (layers: readonly Sliding[]) => layers.map(({ f }) => f);
const stridesOf = (layers: readonly Sliding[]) => layers.map(({ s = 1 }) => s);

/** r = 1 + Σ(F − 1) where all strides are 1. */
export const stackedField: Skill = {
  id: 'stacked-field',
  prefix: 'stacked',
  lesson: 10,
  forms: [
    ...pickOrType((random, level) => {
      const widths = level === 1 ? [3, 5] : level === 2 ? [3, 5, 7] : [2, 3, 4, 5, 7, 9];
      return stackedTask(Array.from({ length: level + 1 + random.whole(0, level - 1) }, () => random.pick(widths)));
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const windows = Array.from({ length: level === 1 ? 2 : 3 }, () => random.pick(level === 3 ? [2, 3, 4, 5] : [2, 3, 4]));
        return { ...stackedTask(windows), ...askedField(windows.map((f) => ({ f }))) };
      },
    },
  ],
};

function stackedTask(windows: readonly number[]): Task {
  const answer = lastField(windows.map((f) => ({ f }))).field;
  return {
    values: { windows: windows.join(', '), layers: windows.length },
    answer,
    mistakes: [
      { id: 'field-multiplied', value: product(windows) },
      { id: 'field-summed', value: sum(windows) },
      { id: 'field-first-pixel', value: answer - 1 },
      { id: 'field-last-window', value: windows.at(-1)! },
      { id: 'field-largest-window', value: Math.max(...windows) },
    ],
    solution: [
      { plain: 'r = 1 + (F₁ − 1) + (F₂ − 1) + …', latex: 'r = 1 + (F_1 - 1) + (F_2 - 1) + \\dots' },
      formula(`r = 1 + ${windows.map((f) => `(${f} − 1)`).join(' + ')} = ${answer}`),
    ],
  };
}

/** r = r₋₁ + D(F − 1)·j₋₁ with strides, pooling and dilation. */
export const stridedField: Skill = {
  id: 'strided-field',
  prefix: 'widened',
  lesson: 10,
  forms: [
    ...pickOrType((random, level) => stridedTask(stridedChain(random, level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const layers = countableChain(random, level);
        return { ...stridedTask(layers), ...askedField(layers) };
      },
    },
  ],
};

/** A stride before the last layer, which so has something to widen. */
function stridedChain(random: Random, level: Level): Sliding[] {
  const conv = () => ({ f: random.pick([3, 5]) });
  const pool = () => ({ f: random.pick([2, 3]), s: 2 });
  if (level === 1)
    return [
      random.pick([
        { f: 2, s: 2 },
        { f: 3, s: 2 },
        { f: 5, s: 2 },
        { f: 4, s: 3 },
      ]),
      conv(),
    ];
  if (level === 2) return [conv(), pool(), ...(random.whole(0, 1) === 0 ? [conv()] : [conv(), pool()])];
  const first = { f: random.pick([3, 5, 7]), s: random.whole(1, 2) };
  return [first, pool(), { ...conv(), d: random.whole(1, 3) }, pool(), ...(random.whole(0, 1) === 0 ? [] : [conv()])];
}

/** Fields narrow enough to be counted in a picture. */
function countableChain(random: Random, level: Level): Sliding[] {
  const narrow = { f: random.whole(2, 3) };
  const strided = { f: random.whole(2, 3), s: 2 };
  if (level === 1) return [strided, { f: random.whole(2, 4) }];
  if (level === 2) return [narrow, strided, { f: random.whole(2, 3) }];
  return random.pick<Sliding[]>([
    [strided, { f: 2, s: 2 }, { f: random.whole(2, 3) }],
    [narrow, strided, { f: random.whole(2, 3), d: 2 }],
  ]);
}

function stridedTask(layers: readonly Sliding[]): Task {
  const fieldWith = (change: (layer: Sliding) => Sliding) => lastField(layers.map(change)).field;
  const answer = lastField(layers).field;
  const fields = receptiveFields(layers);
  /** What grows when the step between cells is taken from elsewhere. */
  const grown = (jumpAt: (index: number) => number, less = 1) =>
    1 + sum(layers.map(({ f, d = 1 }, index) => d * (f - (index === 0 ? 1 : less)) * jumpAt(index)));
  const before = (index: number) => fields[index - 1]?.jump ?? 1;
  const dilated = layers.some(({ d = 1 }) => d > 1);
  return {
    values: { chain: chainText(layers), layers: layers.length, dilated: dilated ? 1 : 0 },
    answer,
    mistakes: [
      { id: 'field-jump-forgotten', value: fieldWith(({ f, d = 1 }) => ({ f, d })) },
      { id: 'field-own-stride', value: grown((index) => fields[index]!.jump) },
      { id: 'field-only-last-stride', value: grown((index) => layers[index - 1]?.s ?? 1) },
      ...(dilated ? [{ id: 'field-dilation-forgotten', value: fieldWith(({ f, s = 1 }) => ({ f, s })) }] : []),
      { id: 'field-no-minus-one', value: grown(before, 0) },
      { id: 'field-multiplied', value: product(windowsOf(layers)) },
      { id: 'field-summed', value: sum(windowsOf(layers)) },
      { id: 'field-first-pixel', value: answer - 1 },
      { id: 'field-layer-before', value: fields.at(-2)!.field },
    ],
    solution: fieldSolution(layers),
  };
}

/** j: the product of all strides. */
export const fieldJump: Skill = {
  id: 'field-jump',
  prefix: 'jump',
  lesson: 10,
  forms: [
    ...pickOrType((random, level) => jumpTask(jumpChain(random, level))),
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const layers = [{ f: random.whole(2, 3), s: random.whole(1, 2) }, { f: 2, s: 2 }, ...(level === 1 ? [] : [{ f: level }])];
        return stripsTask(layers);
      },
    },
  ],
};

function jumpChain(random: Random, level: Level): Sliding[] {
  const layer = () => ({ f: random.pick([2, 3, 5]), s: random.whole(1, 3) });
  const strided = () => ({ f: random.pick([2, 3]), s: random.whole(2, 3) });
  return random.shuffle([strided(), strided(), ...Array.from({ length: level }, layer)]);
}

function jumpTask(layers: readonly Sliding[]): Task {
  const { field, jump } = lastField(layers);
  const strides = stridesOf(layers);
  return {
    values: { chain: chainText(layers), layers: layers.length },
    answer: jump,
    mistakes: [
      { id: 'jump-added', value: sum(strides) },
      { id: 'jump-last', value: strides.at(-1)! },
      { id: 'jump-one', value: 1 },
      { id: 'jump-without-last', value: product(strides.slice(0, -1)) },
      { id: 'jump-largest', value: Math.max(...strides) },
      { id: 'jump-field', value: field },
      { id: 'jump-windows', value: product(windowsOf(layers)) },
    ],
    solution: [{ plain: 'j = S₁·S₂·…', latex: 'j = S_1 \\cdot S_2 \\cdots' }, formula(`j = ${strides.join('·')} = ${jump}`)],
  };
}

/** Fields of two neighbors on a strip: how wide they are, and how far apart. */
function stripsTask(layers: readonly Sliding[]): Task {
  const { field, jump } = lastField(layers);
  const idOf = (seen: number, apart: number) => `r${seen}j${apart}`;
  const strides = stridesOf(layers);
  const wrong: Mistake[] = [
    { id: 'jump-one', value: idOf(field, 1) },
    { id: 'strip-narrow', value: idOf(lastField(layers.map(({ f }) => ({ f }))).field, jump) },
    { id: 'jump-added', value: idOf(field, sum(strides)) },
    { id: 'strip-apart', value: idOf(field, field) },
    { id: 'jump-last', value: idOf(field, strides.at(-1)!) },
  ];
  const seenIn = (id: string) => /^r(\d+)j(\d+)$/.exec(id)!.slice(1).map(Number) as [number, number];
  return {
    values: { chain: chainText(layers), layers: layers.length, field, jump },
    answer: idOf(field, jump),
    mistakes: wrong,
    solution: fieldSolution(layers),
    reason: 'field-strips',
    panels: (order) => {
      const columns = Math.max(...order.map(seenIn).map(([seen, apart]) => seen + apart)) + 1;
      return panels(
        order.map(seenIn).map(([seen, apart]) => ({
          kind: 'cells' as const,
          rows: 1,
          columns,
          windows: [0, apart].map((column) => ({ row: 0, column, rows: 1, columns: seen })),
        })),
        true,
      );
    },
  };
}
