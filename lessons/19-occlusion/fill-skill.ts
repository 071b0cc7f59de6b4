import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';

/** A picture of black (0) and white (1) pixels and a patch on it; row and column from 0. */
interface Covered {
  picture: number[][];
  patch: number;
  row: number;
  column: number;
  fill: number;
}

/** What a patch changes depends on what fills it: black on black is no patch at all. */
export const patchFill: Skill = {
  id: 'patch-fill',
  prefix: 'fillpix',
  lesson: 19,
  forms: [
    ...pickOrType((random, level) => {
      const covered = coveredOf(random, level);
      return fillTask(covered, { rows: covered.picture.map((row) => row.join('')).join(' / ') });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const covered = coveredOf(random, level);
        const { picture, patch, row, column } = covered;
        return {
          ...fillTask(covered, {}),
          figure: panels([{ kind: 'matrix', values: picture, window: { row, column, rows: patch, columns: patch } }]),
        };
      },
    },
  ],
};

function coveredOf(random: Random, level: Level): Covered {
  const side = 4 + level;
  const patch = level === 3 ? random.pick([3, 4]) : 3;
  const picture = Array.from({ length: side }, () => Array.from({ length: side }, () => (random.whole(0, 9) < 4 ? 1 : 0)));
  const fill = random.pick(level === 1 ? [0] : level === 2 ? [0, 1] : [0, 1, 1, 0.5]);
  return { picture, patch, row: random.whole(0, side - patch), column: random.whole(0, side - patch), fill };
}

/** Pixels under a patch at this place that are not what fills it. */
function changed({ picture, patch, fill }: Covered, row: number, column: number): number {
  const under = picture.slice(row, row + patch).flatMap((line) => line.slice(column, column + patch));
  return under.filter((pixel) => pixel !== fill).length;
}

function fillTask(covered: Covered, values: Task['values']): Task {
  const { picture, patch, row, column, fill } = covered;
  const answer = changed(covered, row, column);
  const all = patch ** 2;
  const fits = (place: number) => place >= 0 && place + patch <= picture.length;
  const from = (y: number, x: number) => (fits(y) && fits(x) ? changed(covered, y, x) : -1);
  const sums = Array.from({ length: patch }, (_, line) => changedInLine(covered, row + line));
  return {
    values: { ...values, patch, row: row + 1, column: column + 1, fill },
    answer,
    mistakes: [
      { id: 'fill-every-pixel', value: all },
      ...(fill === 0.5
        ? [
            { id: 'fill-only-white', value: changed({ ...covered, fill: 0 }, row, column) },
            { id: 'fill-only-black', value: changed({ ...covered, fill: 1 }, row, column) },
            { id: 'fill-nothing', value: 0 },
          ]
        : [{ id: 'fill-unchanged', value: all - answer }]),
      { id: 'fill-whole-picture', value: picture.flat().filter((pixel) => pixel !== fill).length },
      { id: 'fill-from-zero', value: from(row + 1, column + 1) },
      { id: 'fill-swapped', value: from(column, row) },
    ],
    solution: [{ plain: `${sums.join(' + ')} = ${answer}`, latex: `${sums.join(' + ')} = ${answer}` }],
  };
}

const changedInLine = ({ picture, patch, column, fill }: Covered, line: number): number =>
  picture[line]!.slice(column, column + patch).filter((pixel) => pixel !== fill).length;
