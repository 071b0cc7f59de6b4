import type { Formula } from '../formula.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type QuestionForm, type Skill, type Task } from '../quiz/skill.ts';

type Table = readonly (readonly number[])[];

/** Rows as people write a table in a line. */
const inLine = (table: Table) => table.map((row) => row.join(' ')).join(' / ');
const rowsOf = (numbers: readonly number[], columns: number): number[][] =>
  Array.from({ length: numbers.length / columns }, (_, row) => numbers.slice(row * columns, (row + 1) * columns));

/** By how much a probability falls at most, in percentage points. */
export const probabilityDrop: Skill = {
  id: 'probability-drop',
  prefix: 'ppdrop',
  lesson: 19,
  forms: [
    ...pickOrType((random, level) => {
      const { whole, table } = probabilities(random, level);
      return dropTask(whole, table, { list: table.flat().join(', ') });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const { whole, table } = probabilities(random, level);
        return { ...dropTask(whole, table, {}), figure: panels([{ kind: 'matrix', values: table.map((row) => [...row]), heat: true }]) };
      },
    },
  ],
};

/** Percent with nothing covered, and at each position: most patches do little harm, some much; at level 3 some even help. */
function probabilities(random: Random, level: Level): { whole: number; table: number[][] } {
  const [rows, columns] = (
    [
      [2, 2],
      [2, 3],
      [3, 3],
    ] as const
  )[level - 1]!;
  const whole = random.whole(76, 98);
  const numbers = Array.from({ length: rows * columns }, () =>
    random.whole(0, 9) < 6 ? whole - random.whole(level === 3 ? -Math.min(6, 99 - whole) : 0, 12) : random.whole(3, whole - 13),
  );
  return { whole, table: rowsOf(numbers, columns) };
}

function dropTask(whole: number, table: Table, values: Task['values']): Task {
  const numbers = table.flat();
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const answer = whole - least;
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return {
    values: { ...values, whole, count: numbers.length },
    answer,
    mistakes: [
      { id: 'drop-what-is-left', value: least },
      { id: 'drop-from-hundred', value: 100 - least },
      { id: 'drop-first', value: whole - numbers[0]! },
      { id: 'drop-between-patches', value: most - least },
      { id: 'drop-smallest', value: whole - most },
      { id: 'drop-relative', value: (100 * answer) / whole },
      { id: 'drop-mean', value: whole - mean },
    ],
    solution: [{ plain: `${whole} − ${least} = ${answer}`, latex: `${whole} - ${least} = ${answer}` }],
  };
}

/** At which position the patch hides what matters most: the least probability, or the largest drop. */
export const keyPatch: Skill = {
  id: 'key-patch',
  prefix: 'keypatch',
  lesson: 19,
  forms: [
    ...pickOrType((random, level) => {
      const map = mapOf(random, level);
      return keyTask(map, { list: inLine(map.table) });
    }),
    { id: 'picture', kind: 'choice', generate: drawnKey },
    { id: 'picture-number', kind: 'number', generate: drawnKey },
  ] satisfies QuestionForm[],
};

interface NumberedMap {
  /** What its numbers are. */
  kind: 'probability' | 'drop';
  table: number[][];
}

function drawnKey(random: Random, level: Level): Task {
  const map = mapOf(random, level);
  return { ...keyTask(map, {}), figure: panels([{ kind: 'matrix', values: map.table, heat: true }]) };
}

/** All numbers are different, so that one position is the right one. */
function mapOf(random: Random, level: Level): NumberedMap {
  const [rows, columns] = (
    [
      [2, 3],
      [3, 3],
      [3, 4],
    ] as const
  )[level - 1]!;
  const all = random.shuffle(Array.from({ length: 96 }, (_, index) => index + 2));
  return { kind: level === 1 ? 'probability' : random.pick(['probability', 'drop']), table: rowsOf(all.slice(0, rows * columns), columns) };
}

function keyTask({ kind, table }: NumberedMap, values: Task['values']): Task {
  const rows = table.length;
  const columns = table[0]!.length;
  const numbers = table.flat();
  const ranked = [...numbers.keys()].sort((one, other) => (kind === 'drop' ? -1 : 1) * (numbers[one]! - numbers[other]!));
  const [best, second, last] = [ranked[0]!, ranked[1]!, ranked.at(-1)!];
  const answer = best + 1;
  const { plain, latex } = extreme(kind, numbers[best]!);
  return {
    values: { ...values, kind, rows, columns },
    answer,
    mistakes: [
      { id: kind === 'drop' ? 'key-least-drop' : 'key-most-probable', value: last + 1 },
      { id: 'key-second', value: second + 1 },
      { id: 'key-down-columns', value: (best % columns) * rows + Math.floor(best / columns) + 1 },
      { id: 'key-from-zero', value: best },
    ],
    solution: [
      { plain, latex },
      {
        plain: `${Math.floor(best / columns)}·${columns} + ${(best % columns) + 1} = ${answer}`,
        latex: `${Math.floor(best / columns)} \\cdot ${columns} + ${(best % columns) + 1} = ${answer}`,
      },
    ],
  };
}

const extreme = (kind: NumberedMap['kind'], value: number): Formula =>
  kind === 'drop' ? { plain: `max = ${value}`, latex: `\\max = ${value}` } : { plain: `min = ${value}`, latex: `\\min = ${value}` };
