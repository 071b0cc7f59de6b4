import { formula } from '../02-eyes/numbers.ts';
import { effectiveField, pathCounts } from '../arithmetic.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';

const product = (values: readonly number[]) => values.reduce((all, value) => all * value, 1);
const pathsOf = (windows: readonly number[]) => pathCounts(windows.map((f) => ({ f })));

/** How many ways lead from an input cell to one output. */
export const fieldPaths: Skill = {
  id: 'field-paths',
  prefix: 'paths',
  lesson: 10,
  forms: [
    ...pickOrType((random, level) => {
      const windows = windowsOf(random, level);
      return pathsTask(windows, random.whole(0, reachOf(windows) - 1));
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const windows = random.shuffle(random.pick(DRAWN[level]));
        const distance = random.whole(0, reachOf(windows) - 1);
        return { ...pathsTask(windows, distance), figure: panels([triangle(windows, distance)]) };
      },
    },
  ],
};

/** Few enough numbers in a row to be read on a phone. */
const DRAWN: Record<Level, number[][]> = {
  1: [
    [3, 3],
    [5, 3],
    [5, 5],
  ],
  2: [
    [3, 3, 3],
    [5, 3, 3],
  ],
  3: [
    [5, 5, 3],
    [3, 3, 3, 3],
    [7, 3, 3],
    [5, 3, 3, 3],
  ],
};

/** Odd windows, so that the field has a middle. */
function windowsOf(random: Random, level: Level): number[] {
  if (level === 1)
    return random.pick([
      [3, 3],
      [3, 5],
      [5, 3],
      [5, 5],
      [3, 7],
    ]);
  if (level === 2) return random.shuffle([3, 3, random.pick([3, 5, 7])]);
  return Array.from({ length: random.whole(3, 4) }, () => random.pick([3, 5]));
}

/** Cells on either side of the middle. */
const reachOf = (windows: readonly number[]) => (pathsOf(windows).length - 1) / 2;

function pathsTask(windows: readonly number[], distance: number): Task {
  const counts = pathsOf(windows);
  const middle = (counts.length - 1) / 2;
  const at = (place: number) => counts[middle + place] ?? 0;
  const answer = at(distance);
  // from the output down to the cells that the first layer gives, and from these to the input
  const first = windows[0]!;
  const before = pathsOf(windows.slice(1));
  const from = (before.length - 1) / 2 + distance - (first - 1) / 2;
  const terms = Array.from({ length: first }, (_, step) => before[from + step] ?? 0);
  return {
    values: { windows: windows.join(', '), downward: [...windows].reverse().join(', '), layers: windows.length, distance },
    answer,
    mistakes: [
      { id: 'paths-all', value: product(windows) },
      { id: 'paths-next', value: at(distance + 1) },
      { id: 'paths-inner', value: at(distance - 1) },
      { id: 'paths-one', value: 1 },
      { id: 'paths-layer-less', value: before[(before.length - 1) / 2 + distance] ?? 0 },
      { id: 'paths-field', value: counts.length },
      { id: 'paths-share', value: windows.length },
    ],
    solution: [formula(`${before.join(', ')}`), formula(`${terms.join(' + ')} = ${answer}`)],
  };
}

/** The ways to each cell, from the output down, one row a layer; the asked one is left open, and the one on the other side, which is the same. */
function triangle(windows: readonly number[], distance: number) {
  const rows = [[1], ...windows.map((_, index) => pathsOf(windows.slice(windows.length - 1 - index)))];
  const width = rows.at(-1)!.length;
  const center = (width - 1) / 2;
  const values = rows.map((row, index) => {
    const beside = new Array<string>((width - row.length) / 2).fill('');
    const shown: (number | string)[] =
      index < windows.length ? row : row.map((count, place) => (Math.abs(place - center) === distance ? '?' : count));
    return [...beside, ...shown, ...beside];
  });
  return { kind: 'matrix' as const, values };
}

/** How many cells matter: those above 4.55 % of the largest influence. */
export const effectiveFieldSkill: Skill = {
  id: 'effective-field',
  prefix: 'matters',
  lesson: 10,
  forms: [
    ...pickOrType((random, level) => {
      const counts = faintCounts(random, level);
      return effectiveTask(counts, counts.join(', '));
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const counts = faintCounts(random, level);
        const half = Math.ceil(counts.length / 2);
        const rows = [counts.slice(0, half), [...counts.slice(half), ...(counts.length % 2 === 1 ? [''] : [])]];
        return { ...effectiveTask(counts, counts.join(', ')), figure: panels([{ kind: 'matrix', values: rows }]) };
      },
    },
  ],
};

/** Percent of the cell before that is left; the more, the longer the list. */
const FALLS: Record<Level, [least: number, most: number]> = { 1: [20, 50], 2: [25, 65], 3: [35, 75] };

/** Influences as one measures them: largest inside, falling to both sides until a cell or two hardly count. */
function faintCounts(random: Random, level: Level): number[] {
  const most = random.whole(60, level === 1 ? 200 : 500);
  const side = () => {
    const values: number[] = [];
    let faint = random.whole(0, 2);
    for (let value = most; faint > 0 || value > FAINT * most; ) {
      value = Math.max(1, Math.floor((value * random.whole(...FALLS[level])) / 100));
      if (value <= FAINT * most) faint--;
      if (faint >= 0) values.push(value);
    }
    return values;
  };
  return [...side().reverse(), most, ...side()];
}
/** Of the largest influence: what is less is left out of the effective field. */
const FAINT = 0.0455;

function effectiveTask(counts: readonly number[], list: string): Task {
  const answer = effectiveField(counts);
  const most = Math.max(...counts);
  const limit = Math.round(1000 * FAINT * most) / 1000;
  const above = (share: number) => counts.filter((count) => count > share * most).length;
  return {
    values: { list, field: counts.length, most, limit, below: counts.length - answer },
    answer,
    mistakes: [
      { id: 'effective-whole', value: counts.length },
      { id: 'effective-half', value: above(0.5) },
      { id: 'effective-left-out', value: counts.length - answer },
      { id: 'effective-count', value: counts.filter((count) => count > 4.55).length },
      { id: 'effective-tenth', value: above(0.1) },
      { id: 'effective-ends', value: counts.length - 2 },
    ],
    solution: [formula(`0.0455·${most} = ${limit}`), formula(`${counts.length} − ${counts.length - answer} = ${answer}`)],
    reason: 'effective',
  };
}
