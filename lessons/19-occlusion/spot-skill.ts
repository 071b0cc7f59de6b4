import { patchPlaces, touchingPlaces } from '../arithmetic.ts';
import type { Formula } from '../formula.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';

/** A square detail that alone decides, in a square picture, and the patch that slides over it at stride 1. */
interface Detail {
  n: number;
  patch: number;
  /** Side of the detail. */
  detail: number;
  /** Its upper left pixel, from 0. */
  row: number;
  column: number;
}

/** How large a spot a detail leaves in the map: m + k − 1 along each axis, fewer at the edge. */
export const hotSpot: Skill = {
  id: 'hot-spot',
  prefix: 'hotspot',
  lesson: 19,
  forms: [
    ...pickOrType((random, level) => spotTask(detailOf(random, level))),
    { id: 'picture', kind: 'choice', generate: whichMap },
    { id: 'patch', kind: 'number', generate: whichPatch },
  ],
};

/** One pixel at first, then more, both far from the edge; then something near it. */
function detailOf(random: Random, level: Level): Detail {
  const patch = random.whole(3, level === 1 ? 7 : 6);
  const detail = level === 1 ? 1 : random.whole(2, 4);
  const n = random.whole(2 * patch + detail + 4, 28);
  const inside = () => random.whole(patch - 1, n - patch - detail + 1);
  if (level < 3) return { n, patch, detail, row: inside(), column: inside() };
  const near = random.whole(0, patch - 2);
  return random.pick([true, false])
    ? { n, patch, detail, row: near, column: inside() }
    : { n, patch, detail, row: inside(), column: n - detail - near };
}

function spotTask({ n, patch, detail, row, column }: Detail): Task {
  const rows = touchingPlaces({ n, patch, detail, start: row });
  const columns = touchingPlaces({ n, patch, detail, start: column });
  const answer = rows * columns;
  const inner = detail + patch - 1;
  return {
    values: { n, patch, detail, row: row + 1, column: column + 1 },
    answer,
    mistakes: [
      { id: 'spot-edge-forgotten', value: inner ** 2 },
      ...(detail === 1 ? [{ id: 'spot-one-place', value: 1 }] : [{ id: 'spot-patch-only', value: patch ** 2 }]),
      { id: 'spot-one-axis', value: columns },
      { id: 'spot-one-more', value: (detail + patch) ** 2 },
      ...(detail > 1
        ? [
            { id: 'spot-detail-only', value: detail ** 2 },
            { id: 'spot-all-of-it', value: Math.max(0, patch - detail + 1) ** 2 },
          ]
        : []),
      { id: 'spot-every-place', value: patchPlaces({ height: n, width: n, patch, stride: 1 }).places },
    ],
    solution: [
      ...(rows === columns ? [axisFormula(detail, patch, rows)] : [axisFormula(detail, patch, rows), axisFormula(detail, patch, columns)]),
      { plain: `${rows}·${columns} = ${answer}`, latex: `${rows} \\cdot ${columns} = ${answer}` },
    ],
  };
}

/** Positions along one axis; where the edge takes some away, it says how many. */
function axisFormula(detail: number, patch: number, places: number): Formula {
  const lost = detail + patch - 1 - places;
  const taken = lost === 0 ? '' : ` − ${lost}`;
  const plain = `${detail} + ${patch} − 1${taken} = ${places}`;
  return { plain, latex: plain.replaceAll('−', '-') };
}

/** Shades of a drawn map: nothing there, no drop, a large drop. */
const SHADES = { outside: 0, dark: 70, bright: 245 };

/** Which of the maps a detail leaves. Each position is noted where the patch has its middle, so k is odd. */
function whichMap(random: Random, level: Level): Task {
  const patch = random.pick(level === 1 ? [3] : [3, 5]);
  const detail = level === 3 ? 2 : 1;
  const n = random.whole(11, 13) + (patch - 3);
  const half = (patch - 1) / 2;
  // wholly away from the edge, and far enough from the middle for a mirrored map to look different
  const start = () =>
    random.pick(
      Array.from({ length: n }, (_, at) => at).filter(
        (at) => at >= patch - 1 && at <= n - detail - patch + 1 && Math.abs(2 * at + detail - n) >= 3,
      ),
    );
  const place = { n, patch, detail, row: start(), column: start() };
  const mirrored = { ...place, row: n - detail - place.row, column: n - detail - place.column };
  /** A map that is bright where the patch has its middle on the detail or at most `reach` pixels from it. */
  const mapOf = ({ row, column }: Detail, reach: number, inverted = false) =>
    Array.from({ length: n * n }, (_, at) => {
      const [y, x] = [Math.floor(at / n), at % n];
      if ([y, x].some((middle) => middle < half || middle > n - 1 - half)) return SHADES.outside;
      const bright = y >= row - reach && y < row + detail + reach && x >= column - reach && x < column + detail + reach;
      return bright !== inverted ? SHADES.bright : SHADES.dark;
    });
  const maps: Record<string, number[]> = {
    right: mapOf(place, half),
    inverted: mapOf(place, half, true),
    detail: mapOf(place, 0),
    mirrored: mapOf(mirrored, half),
  };
  return {
    values: { n, patch, detail, row: place.row + 1, column: place.column + 1, side: detail + patch - 1 },
    answer: 'right',
    mistakes: [
      { id: 'map-inverted', value: 'inverted' },
      { id: 'map-detail', value: 'detail' },
      { id: 'map-mirrored', value: 'mirrored' },
    ],
    solution: [],
    reason: 'map-right',
    panels: (order) =>
      panels(
        order.map((id) => ({ kind: 'picture', width: n, height: n, data: maps[id]! })),
        true,
      ),
  };
}

/** The same backwards: from the spot to the patch that made it. */
function whichPatch(random: Random, level: Level): Task {
  const patch = random.whole(2, 2 + level);
  const detail = level === 1 ? 1 : random.whole(2, 3);
  const side = detail + patch - 1;
  const positions = side + random.whole(1, 2);
  const drop = random.whole(30, 98);
  const [top, left] = [random.whole(0, positions - side), random.whole(0, positions - side)];
  const values = Array.from({ length: positions }, (_row, y) =>
    Array.from({ length: positions }, (_column, x) => (y >= top && y < top + side && x >= left && x < left + side ? drop : 0)),
  );
  return {
    values: { detail, side, drop },
    answer: patch,
    mistakes: [
      { id: 'patch-as-spot', value: side },
      { id: 'patch-forgot-one', value: side - detail },
      { id: 'patch-added', value: side + detail - 1 },
      { id: 'patch-count', value: side ** 2 },
    ],
    solution: [
      { plain: `${detail} + k − 1 = ${side}`, latex: `${detail} + k - 1 = ${side}` },
      { plain: `k = ${side} − ${detail} + 1 = ${patch}`, latex: `k = ${side} - ${detail} + 1 = ${patch}` },
    ],
    figure: panels([{ kind: 'matrix', values, heat: true }]),
  };
}
