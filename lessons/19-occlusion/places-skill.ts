import { patchPlaces, type SlidingPatch } from '../arithmetic.ts';
import type { Formula } from '../formula.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';

/** How often occlusion asks the network: (⌊(H − k)/s⌋ + 1)·(⌊(W − k)/s⌋ + 1). */
export const patchPlacesSkill: Skill = {
  id: 'patch-places',
  prefix: 'passes',
  lesson: 19,
  forms: [
    ...pickOrType((random, level) => placesTask(slidingPatch(random, level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const side = random.whole(5 + level, 7 + level);
        const stride = random.whole(level === 1 ? 1 : 2, level === 3 ? 3 : 2);
        const patch = random.whole(2, level === 1 ? 3 : 4);
        const windowAt = (column: number) => ({ row: 0, column, rows: patch, columns: patch });
        return {
          ...placesTask({ height: side, width: side, patch, stride }),
          figure: panels([{ kind: 'cells', rows: side, columns: side, windows: [windowAt(0), windowAt(stride)] }]),
        };
      },
    },
  ],
};

/** Digits and a stride of 1 at first, then larger strides, then photos that are no squares. */
function slidingPatch(random: Random, level: Level): SlidingPatch {
  if (level === 3) {
    const side = () => 16 * random.whole(6, 20);
    return { height: side(), width: side(), patch: random.pick([15, 16, 20, 24, 31]), stride: random.pick([4, 5, 8, 10]) };
  }
  const side = random.whole(level === 1 ? 10 : 20, level === 1 ? 28 : 64);
  return { height: side, width: side, patch: random.whole(3, level === 1 ? 7 : 9), stride: level === 1 ? 1 : random.whole(2, 4) };
}

function placesTask(sliding: SlidingPatch): Task {
  const { height, width, patch, stride } = sliding;
  const { rows, columns, places } = patchPlaces(sliding);
  const product = (along: (side: number) => number) => along(height) * along(width);
  return {
    values: { height, width, patch, stride },
    answer: places,
    mistakes: [
      { id: 'places-one-axis', value: columns },
      { id: 'places-forgot-one', value: (rows - 1) * (columns - 1) },
      { id: 'places-no-stride', value: product((side) => side - patch + 1) },
      { id: 'places-ceil', value: product((side) => Math.ceil((side - patch) / stride) + 1) },
      { id: 'places-patch-ignored', value: product((side) => Math.floor(side / stride)) },
      { id: 'places-side-by-side', value: product((side) => Math.floor(side / patch)) },
      { id: 'places-added', value: rows + columns },
    ],
    solution: [
      ...(height === width
        ? [axisFormula('N', height, sliding, rows)]
        : [axisFormula('H', height, sliding, rows), axisFormula('W', width, sliding, columns)]),
      { plain: `${rows}·${columns} = ${places}`, latex: `${rows} \\cdot ${columns} = ${places}` },
    ],
  };
}

const axisFormula = (name: string, side: number, { patch, stride }: SlidingPatch, output: number): Formula => ({
  plain: `${name}' = ⌊(${side} − ${patch}) / ${stride}⌋ + 1 = ${output}`,
  latex: `${name}' = \\left\\lfloor \\frac{${side} - ${patch}}{${stride}} \\right\\rfloor + 1 = ${output}`,
});
