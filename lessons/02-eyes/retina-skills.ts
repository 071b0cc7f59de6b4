import { outputSize, receptiveFields } from '../arithmetic.ts';
import type { Formula } from '../formula.ts';
import { type Panel, paddedCells, panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { formula, inLine, signed, sumOf } from './numbers.ts';

/** An ON-center cell: light in the middle excites, light around it inhibits; both weigh the same together. */
export const ON_CENTER = [
  [-1, -1, -1],
  [-1, 8, -1],
  [-1, -1, -1],
];
const CENTER_WEIGHT = 8;

type Kind = 'on' | 'off';
const kindOf = (random: Random, level: Level): Kind => (level === 1 ? 'on' : random.pick(['on', 'off'] as const));

/** What a center-surround cell answers to a patch of light, and which patch it answers most. */
export const centerSurround: Skill = {
  id: 'center-surround',
  prefix: 'retina',
  lesson: 2,
  forms: [
    ...pickOrType((random, level) => centerTask(lightOf(random, level), kindOf(random, level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const patch = lightOf(random, level);
        const kind = kindOf(random, level);
        const kernel = kind === 'on' ? ON_CENTER : ON_CENTER.map((row) => row.map((weight) => -weight));
        return { ...centerTask(patch, kind), figure: panels([{ kind: 'kernel-sum', input: patch, kernel, row: 0, column: 0 }]) };
      },
    },
    { id: 'spots', kind: 'choice', generate: (random, level) => spotsTask(random, level) },
  ],
};

/** 3×3 brightnesses: an even ground, and on it more bright or dark cells the harder it is. */
function lightOf(random: Random, level: Level): number[][] {
  const ground = random.whole(level === 1 ? 1 : 2, 5);
  const changed = new Set([4, ...random.shuffle([0, 1, 2, 3, 5, 6, 7, 8]).slice(0, level === 3 ? 5 : level)]);
  const cell = (at: number) => (changed.has(at) ? random.whole(0, 9) : ground);
  return [0, 1, 2].map((row) => [0, 1, 2].map((column) => cell(3 * row + column)));
}

function centerTask(patch: number[][], kind: Kind): Task {
  const cells = patch.flat();
  const center = cells[4]!;
  const surround = sumOf(cells) - center;
  const sign = kind === 'on' ? 1 : -1;
  const answer = sign * (CENTER_WEIGHT * center - surround);
  const ring = cells.filter((_, at) => at !== 4).join(' + ');
  return {
    values: { patch: inLine(patch), kind },
    answer,
    signed: true,
    mistakes: [
      { id: 'retina-other-kind', value: -answer },
      { id: 'retina-center-once', value: sign * (center - surround) },
      { id: 'retina-all-added', value: CENTER_WEIGHT * center + surround },
      { id: 'retina-no-ring', value: sign * CENTER_WEIGHT * center },
      { id: 'retina-plain-sum', value: center + surround },
    ],
    solution:
      kind === 'on'
        ? [formula(`8·${center} − (${ring}) = 8·${center} − ${surround}`), formula(`${8 * center} − ${surround} = ${signed(answer)}`)]
        : [formula(`(${ring}) − 8·${center} = ${surround} − 8·${center}`), formula(`${surround} − ${8 * center} = ${signed(answer)}`)],
  };
}

/** Side of a patch, and where its center begins and ends, pixels. */
const PATCH = 9;
const CENTER = { from: 3, to: 6 };
const isCenter = (at: number) => at >= CENTER.from && at < CENTER.to;

/** Which pixels are lit (for an OFF cell: dark), by what is drawn. */
const SPOTS = {
  spot: (row: number, column: number) => isCenter(row) && isCenter(column),
  wide: (row: number, column: number) => row >= 2 && row < 7 && column >= 2 && column < 7,
  bar: (_row: number, column: number) => isCenter(column),
  line: (_row: number, column: number) => column === 4,
  half: (_row: number, column: number) => column < 5,
  whole: () => true,
  aside: (row: number, column: number) => row < 3 && column < 3,
  ring: (row: number, column: number) => !(isCenter(row) && isCenter(column)),
} satisfies Record<string, (row: number, column: number) => boolean>;
export type SpotName = keyof typeof SPOTS;
const SPOT_NAMES = Object.keys(SPOTS) as SpotName[];

/** Lit pixels in the center and around it, and what an ON-center cell makes of them: +8 each in the center, −1 each around it. */
export function spotResponse(name: SpotName): { center: number; around: number; response: number } {
  const lit = Array.from({ length: PATCH * PATCH }, (_, at) => [Math.floor(at / PATCH), at % PATCH] as const).filter(([row, column]) =>
    SPOTS[name](row, column),
  );
  const center = lit.filter(([row, column]) => isCenter(row) && isCenter(column)).length;
  const around = lit.length - center;
  return { center, around, response: CENTER_WEIGHT * center - around };
}

/** A patch of light as a picture with its center framed; for OFF cells light and dark are exchanged. */
export function spotPanel(name: SpotName, kind: Kind, caption?: string): Panel {
  const isLight = (row: number, column: number) => SPOTS[name](row, column) === (kind === 'on');
  return {
    kind: 'picture',
    ...(caption === undefined ? {} : { caption }),
    width: PATCH,
    height: PATCH,
    data: Array.from({ length: PATCH * PATCH }, (_, at) => (isLight(Math.floor(at / PATCH), at % PATCH) ? LIGHT : DARK)),
    box: { x: CENTER.from, y: CENTER.from, width: CENTER.to - CENTER.from, height: CENTER.to - CENTER.from },
  };
}
const LIGHT = 245;
const DARK = 40;

function spotsTask(random: Random, level: Level): Task {
  const kind = kindOf(random, level);
  // the perfect spot is found at a glance
  const names = random.shuffle(SPOT_NAMES.filter((name) => level < 3 || name !== 'spot')).slice(0, 4);
  const [best, ...others] = [...names].sort((one, other) => spotResponse(other).response - spotResponse(one).response);
  const { center, around, response } = spotResponse(best!);
  return {
    values: { kind, center, around, best: best! },
    answer: best!,
    mistakes: random.shuffle(others).map((name) => ({ id: `retina-spot-${name}`, value: name })),
    solution: [formula(`8·${center} − ${around} = ${signed(response)}`)],
    reason: 'retina-spots',
    panels: (order) =>
      panels(
        order.map((name) => spotPanel(name as SpotName, kind)),
        true,
      ),
  };
}

/** How many receptors a cell sees through the cells between. */
export const cellField: Skill = {
  id: 'cell-field',
  prefix: 'cells',
  lesson: 2,
  forms: [
    ...pickOrType((random, level) => {
      // cells that stand apart leave no receptor out: the first level reads as many as lie between, at least
      const first = random.whole(level === 3 ? 3 : 2, 5);
      const further = Array.from({ length: level === 1 ? 1 : 2 }, () => random.whole(2, 5));
      return fieldTask([first, ...further], level === 3 ? random.whole(2, 3) : 1);
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const bipolar = random.whole(3, 2 + level);
        const above = random.whole(2, 3 + level);
        const spacing = level === 1 ? 1 : random.whole(1, 2);
        // one bipolar cell more than the window reads
        const receptors = { n: bipolar + above * spacing, f: bipolar, s: spacing };
        const figure = panels([
          paddedCells({ n: outputSize(receptors).output, f: above }, { caption: '@bipolar-cells' }),
          paddedCells(receptors, { windows: 2, caption: '@receptors' }),
        ]);
        return { ...fieldTask([bipolar, above], spacing), figure };
      },
    },
  ],
};

/**
 * @param reads how many neighbors of the level below a cell reads, from the receptors on
 * @param spacing receptors from one cell of the first level to the next; all further levels are as dense as the first
 */
function fieldTask(reads: readonly number[], spacing: number): Task {
  const fieldOf = (strides: readonly number[], windows = reads) =>
    receptiveFields(windows.map((f, level) => ({ f, s: strides[level] ?? 1 }))).at(-1)!.field;
  const answer = fieldOf([spacing]);
  const [first, ...further] = reads as [number, ...number[]];
  const grown = further.map((f) => `(${f} − 1)${spacing === 1 ? '' : `·${spacing}`}`);
  const general: Formula = { plain: 'r = r₋₁ + (k − 1)·j', latex: 'r = r_{-1} + (k - 1) \\cdot j' };
  return {
    values: { reads: reads.join(', '), spacing, levels: reads.length },
    answer,
    mistakes: [
      { id: 'cells-multiplied', value: reads.reduce((product, f) => product * f, 1) },
      { id: 'cells-added', value: sumOf(reads) },
      { id: 'cells-spacing-forgotten', value: fieldOf([1]) },
      { id: 'cells-last-only', value: reads.at(-1)! },
      { id: 'cells-first-only', value: first },
      { id: 'cells-no-minus-one', value: first + sumOf(further) * spacing },
      { id: 'cells-first-receptor', value: answer - 1 },
    ],
    solution: [general, formula(`r = ${first} + ${grown.join(' + ')} = ${answer}`)],
  };
}
