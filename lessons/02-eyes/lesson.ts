import { receptiveFields } from '../arithmetic.ts';
import type { Lesson } from '../lesson.ts';
import { panels } from '../quiz/cell-panels.ts';
import { HALF_TURN, orientationColumn, orientedResponse, simpleCell, TURN } from './cortex-skills.ts';
import { signed } from './numbers.ts';
import { cellField, centerSurround, ON_CENTER, type SpotName, spotPanel, spotResponse } from './retina-skills.ts';
import { slitPanel, slitResponse } from './slits.ts';

/** Millions in one human eye, about: rods and cones, and fibers of its nerve. */
const RODS = 120;
const CONES = 6;

/** Light of one brightness with one bright point in it. */
const GROUND = 5;
const POINT = 9;
const BRIGHT = Array.from({ length: 5 }, (_, y) => Array.from({ length: 7 }, (_column, x) => (y === 2 && x === 3 ? POINT : GROUND)));
/** A bar that stands, and behind it one that lies. */
const BARS = [0, 1, 2].map((y) => Array.from({ length: 9 }, (_, x) => (x === 1 || (y === 1 && x >= 5) ? POINT : 0)));
/** What a field gives with its first cell in this place. */
const answerOf = (light: number[][], weights: number[][], row: number, column: number) =>
  weights.flatMap((line, y) => line.map((weight, x) => weight * light[row + y]![column + x]!)).reduce((sum, product) => sum + product, 0);
const everywhere = (input: number[][], values: number[][]): Lesson['figures'][string] => ({
  job: 'convolve-matrix',
  input: { input, kernel: { values }, stride: 1, padding: 0, border: 'zero', flip: false },
});

const PREFERRED = 60;
const SLITS = [0, 30, 60, 90, 120, 150];
/** Three levels, each reading three neighbors. */
const LEVELS = [{ f: 3 }, { f: 3, s: 2 }, { f: 3 }];
const seen = receptiveFields(LEVELS).map(({ field }) => field);
const spot = (name: SpotName) => spotPanel(name, 'on', `Σ = ${signed(spotResponse(name).response)}`);

export const eyes: Lesson = {
  number: 2,
  id: 'eyes',
  skills: [cellField, centerSurround, orientedResponse, orientationColumn],
  numbers: {
    rods: RODS,
    cones: CONES,
    receptors: RODS + CONES,
    two: receptiveFields([{ f: 3 }, { f: 3 }]).at(-1)!.field,
    ground: GROUND,
    point: POINT,
    difference: answerOf(BRIGHT, ON_CENTER, 1, 2),
    spot: spotResponse('spot').response,
    beside: answerOf(BRIGHT, ON_CENTER, 1, 1),
    along: answerOf(BARS, simpleCell('upright'), 0, 0),
    across: answerOf(BARS, simpleCell('upright'), 0, 5),
    preferred: PREFERRED,
    turned: PREFERRED + 30,
    near: slitResponse(PREFERRED, PREFERRED + 30),
    degrees: TURN.degrees,
    every: TURN.every,
    cycle: ((HALF_TURN / TURN.degrees) * TURN.every) / 1000,
    first: seen[0]!,
    second: seen[1]!,
    third: seen[2]!,
  },
  figures: {
    cone: panels([{ kind: 'fields', size: 9, layers: [{ f: 3 }, { f: 3 }] }]),
    field: everywhere(BRIGHT, ON_CENTER),
    spots: panels((['spot', 'whole', 'bar', 'ring'] as const).map(spot)),
    bars: everywhere(BARS, simpleCell('upright')),
    slits: panels([PREFERRED, PREFERRED + 30].map((degrees) => slitPanel(degrees, `${degrees}°`))),
    tuning: panels([
      {
        kind: 'bars',
        unit: '%',
        bars: SLITS.map((degrees) => ({ label: `${degrees}°`, value: slitResponse(PREFERRED, degrees) })),
      },
    ]),
    columns: { job: 'orientations', sample: 'scene', input: {} },
    levels: panels([{ kind: 'fields', size: 15, layers: LEVELS }]),
  },
};
