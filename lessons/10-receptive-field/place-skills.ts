import { formula, signed } from '../02-eyes/numbers.ts';
import { type FieldPlace, fieldPlaces, outputSize } from '../arithmetic.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { chainText, fieldSolution, type Sliding } from './chains.ts';

/** Which cells of the input an output cell sees: from start + k·j on, r of them. */
export const fieldPlace: Skill = {
  id: 'field-place',
  prefix: 'looks',
  lesson: 10,
  forms: [
    ...pickOrType((random, level) => {
      const cell = random.whole(2, level === 1 ? 6 : 12);
      return edgeTask(placedChain(random, level), cell);
    }),
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const layers = drawnChain(random, level);
        return boxesTask(layers, { column: random.whole(0, 3), row: random.whole(0, 3) });
      },
    },
  ],
};

/** Padding comes at the third level. */
function placedChain(random: Random, level: Level): Sliding[] {
  const conv = (p: number) => ({ f: random.pick([3, 5]), s: random.whole(1, 2), p });
  const pool = { f: 2, s: 2, p: 0 };
  if (level === 1)
    return [
      random.pick([
        { f: 3, s: 2 },
        { f: 5, s: 2 },
        { f: 4, s: 3 },
        { f: 5, s: 3 },
        { f: 2, s: 2 },
      ]),
    ];
  if (level === 2) return [{ f: random.pick([3, 5]) }, { f: 2, s: 2 }, ...(random.whole(0, 1) === 0 ? [] : [{ f: 3 }])];
  return [conv(random.whole(1, 2)), pool, conv(1)];
}

function drawnChain(random: Random, level: Level): Sliding[] {
  if (level === 1) return [{ f: random.whole(2, 3), s: 2 }];
  if (level === 2) return [{ f: random.whole(2, 3) }, { f: 2, s: 2 }];
  return random.pick<Sliding[]>([
    [
      { f: 3, p: 1 },
      { f: 2, s: 2 },
    ],
    [{ f: 3, s: 2, p: 1 }],
    [
      { f: 3, p: 1 },
      { f: 3, p: 1 },
    ],
  ]);
}

const placeOf = (layers: readonly Sliding[]) => fieldPlaces(layers).at(-1)!;

/** The last cell that is seen, from 0. */
const endOf = ({ start, jump, field }: FieldPlace, cell: number) => start + cell * jump + field - 1;

function edgeTask(layers: readonly Sliding[], cell: number): Task {
  const place = placeOf(layers);
  const { start, jump, field } = place;
  const answer = endOf(place, cell);
  const padded = layers.some(({ p = 0 }) => p > 0);
  return {
    values: { chain: chainText(layers), layers: layers.length, cell, padded: padded ? 1 : 0 },
    answer,
    mistakes: [
      { id: 'place-no-minus-one', value: answer + 1 },
      { id: 'place-first', value: start + cell * jump },
      { id: 'place-from-one', value: endOf(place, cell - 1) },
      ...(padded ? [{ id: 'place-padding-forgotten', value: answer - start }] : []),
      { id: 'place-jump-one', value: endOf({ ...place, jump: 1 }, cell) },
      { id: 'place-last-stride', value: endOf({ ...place, jump: layers.at(-1)!.s ?? 1 }, cell) },
      { id: 'place-last-window', value: endOf({ ...place, field: layers.at(-1)!.f }, cell) },
      { id: 'place-side-by-side', value: start + (cell + 1) * field - 1 },
    ],
    solution: [
      ...fieldSolution(layers),
      ...(padded ? [startFormula(layers, start)] : []),
      formula(`${signed(start)} + ${cell}·${jump} + ${field} − 1 = ${answer}`),
    ],
  };
}

/** Where the field of output 0 begins: each layer's padding, in steps of the layer before it. */
function startFormula(layers: readonly Sliding[], start: number) {
  const places = fieldPlaces(layers);
  const terms = layers.map(({ p = 0 }, index) => `${p}·${places[index - 1]?.jump ?? 1}`);
  return formula(`start = −(${terms.join(' + ')}) = ${signed(start)}`);
}

/** A box in the padded grid, from its upper left cell. */
interface Box {
  column: number;
  row: number;
  side: number;
}
const idOf = ({ column, row, side }: Box) => `x${column}y${row}r${side}`;
const boxOf = (id: string): Box => {
  const [column, row, side] = /^x(\d+)y(\d+)r(\d+)$/.exec(id)!.slice(1).map(Number) as [number, number, number];
  return { column, row, side };
};

/** Grids of the input with a box each: which one does this output cell see? */
function boxesTask(layers: readonly Sliding[], { column, row }: { column: number; row: number }): Task {
  const place = placeOf(layers);
  const { jump, field } = place;
  const padding = -place.start;
  const n = neededFor(layers, Math.max(column, row) + 1);
  const at = (change: { jump?: number; side?: number; shift?: number; x?: number; y?: number } = {}): Box => {
    const { jump: far = jump, side = field, shift = 0, x = column, y = row } = change;
    return { column: x * far + shift, row: y * far + shift, side };
  };
  const lies = ({ column: x, row: y, side }: Box) => Math.min(x, y) >= 0 && Math.max(x, y) + side <= n + 2 * padding;
  const wrong = [
    { id: 'box-jump-one', box: at({ jump: 1 }) },
    { id: 'box-swapped', box: at({ x: row, y: column }) },
    ...(padding > 0 ? [{ id: 'box-padding-forgotten', box: at({ shift: padding }) }] : []),
    { id: 'box-last-window', box: at({ side: layers.at(-1)!.f }) },
    { id: 'box-from-one', box: at({ x: column - 1, y: row - 1 }) },
    { id: 'box-side-by-side', box: at({ jump: field }) },
  ];
  return {
    values: {
      chain: chainText(layers),
      layers: layers.length,
      column,
      row,
      padding,
      left: signed(column * jump - padding),
      top: signed(row * jump - padding),
      field,
    },
    answer: idOf(at()),
    mistakes: wrong.filter(({ box }) => lies(box)).map(({ id, box }) => ({ id, value: idOf(box) })),
    solution: fieldSolution(layers),
    reason: 'field-box',
    panels: (order) =>
      panels(
        order.map(boxOf).map(({ column: x, row: y, side }) => ({
          kind: 'cells' as const,
          rows: n,
          columns: n,
          padding: { top: padding, right: padding, bottom: padding, left: padding },
          windows: [{ row: y, column: x, rows: side, columns: side }],
        })),
        true,
      ),
  };
}

/** The least input that gives so many outputs along each axis. */
function neededFor(layers: readonly Sliding[], outputs: number): number {
  let n = 1;
  const sizeOf = () => layers.reduce((size, layer) => outputSize({ ...layer, n: size }).output, n);
  while (sizeOf() < outputs) n++;
  return n;
}
