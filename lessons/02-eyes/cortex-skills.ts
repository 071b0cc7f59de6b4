import { type Panel, panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { formula, inLine, signed, sumOf } from './numbers.ts';

/** Places of the 3×3 cells on each line through the middle, row by row from 0. */
const LINES = { upright: [1, 4, 7], level: [3, 4, 5], rising: [2, 4, 6], falling: [0, 4, 8] } as const;
type Orientation = keyof typeof LINES;
const ORIENTATIONS = Object.keys(LINES) as Orientation[];
/** The line at right angles. */
const ACROSS: Record<Orientation, Orientation> = { upright: 'level', level: 'upright', rising: 'falling', falling: 'rising' };

const rows = <T>(cells: readonly T[]): T[][] => [cells.slice(0, 3), cells.slice(3, 6), cells.slice(6, 9)];
const isOn = (orientation: Orientation, at: number) => (LINES[orientation] as readonly number[]).includes(at);
const NINE = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** A simple cell's field in small: +2 along its line, −1 elsewhere, 0 in all. */
export const simpleCell = (orientation: Orientation): number[][] => rows(NINE.map((at) => (isOn(orientation, at) ? 2 : -1)));

/** What a simple cell answers to a patch of light, and which patch it answers most. */
export const orientedResponse: Skill = {
  id: 'oriented-response',
  prefix: 'simple',
  lesson: 2,
  forms: [
    ...pickOrType((random, level) => responseTask(litBar(random, level), random.pick(ORIENTATIONS))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const patch = litBar(random, level);
        const orientation = random.pick(ORIENTATIONS);
        const drawn: Panel = { kind: 'kernel-sum', input: rows(patch), kernel: simpleCell(orientation), row: 0, column: 0 };
        return { ...responseTask(patch, orientation), figure: panels([drawn]) };
      },
    },
    { id: 'patch', kind: 'choice', generate: (random, level) => patchTask(random, level) },
  ],
};

/** Nine brightnesses: a bar on an even ground, and on it the more cells of their own the harder it is. */
function litBar(random: Random, level: Level): number[] {
  const bar = random.pick(ORIENTATIONS);
  const light = random.whole(5, 9);
  const ground = random.whole(level === 1 ? 0 : 1, level === 1 ? 1 : 3);
  const own = random.shuffle(NINE).slice(0, 2 * (level - 1));
  return NINE.map((at) => (own.includes(at) ? random.whole(0, 9) : isOn(bar, at) ? light : ground));
}

function responseTask(patch: number[], orientation: Orientation): Task {
  const along = (line: Orientation) => patch.filter((_, at) => isOn(line, at));
  const sum = sumOf(patch);
  const line = sumOf(along(orientation));
  const answer = 2 * line - (sum - line);
  const across = sumOf(along(ACROSS[orientation]));
  const rest = patch.filter((_, at) => !isOn(orientation, at));
  return {
    values: { patch: inLine(rows(patch)), kernel: inLine(simpleCell(orientation)) },
    answer,
    signed: true,
    mistakes: [
      { id: 'simple-across', value: 3 * across - sum },
      { id: 'simple-line-only', value: 2 * line },
      { id: 'simple-no-two', value: line - (sum - line) },
      { id: 'simple-no-minus', value: line + sum },
      { id: 'simple-plain-sum', value: sum },
    ],
    solution: [
      formula(`2·(${along(orientation).join(' + ')}) − (${rest.join(' + ')})`),
      formula(`2·${line} − ${sum - line} = ${signed(answer)}`),
    ],
  };
}

/** Brightness of a lit cell, of a dim one and of a dark one. */
const LIGHT = 9;
const DIM = 5;
const DARK = 0;

/** Patches by what they are to a cell of this orientation: the brightness of nine cells. */
function patchesFor(orientation: Orientation): Record<string, number[]> {
  const line = LINES[orientation];
  const off = NINE.filter((at) => !isOn(orientation, at));
  const lit = (cells: readonly number[], light = LIGHT) => NINE.map((at) => (cells.includes(at) ? light : DARK));
  const others = ORIENTATIONS.filter((other) => other !== orientation && other !== ACROSS[orientation]);
  return {
    along: lit(line),
    dim: lit(line, DIM),
    broken: lit(line.slice(0, 2)),
    thick: lit([...line, ...off.slice(0, 3)]),
    across: lit(LINES[ACROSS[orientation]]),
    slanted: lit(LINES[others[0]!]),
    turned: lit(LINES[others[1]!]),
    beside: lit(off.slice(0, 3)),
    even: lit(NINE),
  };
}

/** What may be the answer at each level, and what it stands beside. */
const OFFERED: Record<Level, { best: string[]; others: string[] }> = {
  1: { best: ['along'], others: ['across', 'slanted', 'turned'] },
  2: { best: ['along', 'dim'], others: ['across', 'slanted', 'beside', 'even'] },
  3: { best: ['dim', 'broken', 'thick'], others: ['across', 'turned', 'beside', 'even'] },
};

function patchTask(random: Random, level: Level): Task {
  const orientation = random.pick(ORIENTATIONS);
  const patches = patchesFor(orientation);
  const best = random.pick(OFFERED[level].best);
  const others = random.shuffle(OFFERED[level].others).slice(0, 3);
  const patch = patches[best]!;
  const line = sumOf(patch.filter((_, at) => isOn(orientation, at)));
  const rest = sumOf(patch) - line;
  return {
    values: { kernel: inLine(simpleCell(orientation)) },
    answer: best,
    mistakes: others.map((value) => ({ id: `simple-patch-${value}`, value })),
    solution: [formula(`2·${line} − ${rest} = ${2 * line - rest}`)],
    reason: 'simple-patch',
    panels: (order) =>
      panels(
        order.map((name) => ({ kind: 'matrix', values: rows(patches[name]!), heat: true })),
        true,
      ),
  };
}

/** Along the cortex the preferred orientation turns by 10° every 50 µm (Hubel and Wiesel, 1974). */
export const TURN = { degrees: 10, every: 50 } as const;
/** A bar turned by half a turn is the same bar. */
export const HALF_TURN = 180;
const onCircle = (degrees: number) => ((degrees % HALF_TURN) + HALF_TURN) % HALF_TURN;

/** Which orientation a cell some way along the cortex prefers. */
export const orientationColumn: Skill = {
  id: 'orientation-column',
  prefix: 'column',
  lesson: 2,
  forms: [
    ...pickOrType((random, level) => {
      const start = TURN.degrees * random.whole(level === 1 ? 1 : 8, 17);
      return columnTask(start, stepsOf(random, level), {});
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const start = 30 * random.whole(0, 5);
        const answers = tuning(random, start);
        const chart = answers.map(({ label, value }) => `${label}: ${value}`).join(', ');
        return {
          ...columnTask(start, stepsOf(random, level), { chart }),
          figure: panels([{ kind: 'bars', bars: answers, hideValues: true }]),
        };
      },
    },
  ],
};

/** How many times 50 µm the electrode moves; below zero where the orientations turn back. */
function stepsOf(random: Random, level: Level): number {
  const steps = random.whole(2, 4 + 4 * level);
  return level === 3 && random.pick([true, false]) ? -steps : steps;
}

function columnTask(start: number, steps: number, values: Task['values']): Task {
  const turn = TURN.degrees * steps;
  const answer = onCircle(start + turn);
  const sum = start + turn;
  const rounds = (answer - sum) / HALF_TURN;
  const corrected = rounds === 0 ? '' : ` ${rounds > 0 ? '+' : '−'} ${Math.abs(rounds) === 1 ? '' : `${Math.abs(rounds)}·`}${HALF_TURN}°`;
  const line = `${start}° ${steps < 0 ? '−' : '+'} ${Math.abs(turn)}°${corrected} = ${answer}`;
  return {
    values: { start, distance: Math.abs(steps) * TURN.every, sense: steps < 0 ? 'back' : 'on', ...values },
    answer,
    mistakes: [
      { id: 'column-beyond', value: sum },
      { id: 'column-other-way', value: onCircle(start - turn) },
      { id: 'column-turn-only', value: onCircle(turn) },
      { id: 'column-unchanged', value: start },
      { id: 'column-steps-as-degrees', value: onCircle(start + steps) },
      { id: 'column-one-step-less', value: onCircle(sum - Math.sign(steps) * TURN.degrees) },
      { id: 'column-right-angle', value: onCircle(sum + HALF_TURN / 2) },
    ],
    solution: [
      {
        plain: `${Math.abs(steps) * TURN.every} / ${TURN.every} · ${TURN.degrees}° = ${Math.abs(turn)}°`,
        latex: `\\frac{${Math.abs(steps) * TURN.every}}{${TURN.every}} \\cdot ${TURN.degrees}^\\circ = ${Math.abs(turn)}^\\circ`,
      },
      { plain: line, latex: line.replaceAll('°', '^\\circ').replaceAll('−', '-').replaceAll('·', ' \\cdot ') },
    ],
  };
}

/** Impulses a second for bars of six orientations: most at the preferred one, fewer the further a bar is turned away. */
function tuning(random: Random, preferred: number): { label: string; value: number }[] {
  const most = random.whole(40, 60);
  return [0, 30, 60, 90, 120, 150].map((degrees) => {
    const away = Math.min(onCircle(degrees - preferred), onCircle(preferred - degrees));
    const rest = random.whole(1, 5);
    return { label: `${degrees}°`, value: away === 0 ? most : away === 30 ? Math.round(most * 0.45) + rest : rest };
  });
}
