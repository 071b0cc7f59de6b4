import { withSmallZeroed } from '../arithmetic.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { formula, round, signed, sumOf } from './writing.ts';

/** What is left when the smallest numbers, whatever their sign, are set to zero. */
export const smallZeroed: Skill = {
  id: 'small-zeroed',
  prefix: 'small',
  lesson: 21,
  forms: [
    ...pickOrType((random, level) => {
      const { numbers, percent } = numbersOf(random, level === 1 ? 5 : 10, level);
      return zeroedTask(numbers, percent, { list: numbers.map(signed).join(', ') });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const columns = 5;
        const { numbers, percent } = numbersOf(random, columns * level, level);
        const rows = Array.from({ length: level }, (_, row) => numbers.slice(row * columns, (row + 1) * columns));
        return { ...zeroedTask(numbers, percent, {}), figure: panels([{ kind: 'matrix', values: rows }]) };
      },
    },
  ],
};

/** Numbers of different sizes, some below zero; two to four of them stay. */
function numbersOf(random: Random, count: number, level: Level): { numbers: number[]; percent: number } {
  const sizes = random.shuffle(Array.from({ length: count === 15 ? 19 : count === 10 ? 15 : 9 }, (_, index) => index + 1)).slice(0, count);
  const numbers = sizes.map((size) => (random.whole(0, 9) < 4 ? -size : size));
  return { numbers, percent: random.pick(count === 5 ? [40, 60] : count === 10 ? [60, 70, 80] : level === 3 ? [80] : [60, 80]) };
}

function zeroedTask(numbers: readonly number[], percent: number, values: Task['values']): Task {
  const left = withSmallZeroed(numbers, percent / 100).filter((number) => number !== 0);
  const answer = sumOf(left);
  const gone = numbers.length - left.length;
  const bySize = [...numbers].sort((a, b) => Math.abs(a) - Math.abs(b));
  const byValue = [...numbers].sort((a, b) => a - b);
  return {
    values: { ...values, percent, count: numbers.length, gone },
    answer,
    signed: true,
    mistakes: [
      { id: 'small-signed', value: sumOf(byValue.slice(gone)) },
      { id: 'small-negative', value: sumOf(numbers.filter((number) => number > 0)) },
      { id: 'small-kept', value: sumOf(bySize.slice(-gone)) },
      { id: 'small-largest', value: sumOf(bySize.slice(0, left.length)) },
      { id: 'small-no-signs', value: sumOf(left.map(Math.abs)) },
      { id: 'small-none', value: sumOf(numbers) },
    ],
    solution: [
      formula(`${numbers.length}·${percent} / 100 = ${gone}`),
      formula(
        `${left.map((number, place) => (place === 0 ? signed(number) : number < 0 ? `− ${-number}` : `+ ${number}`)).join(' ')} = ${signed(answer)}`,
      ),
    ],
  };
}

/** What goes wrong without it. */
const REMEDIES = ['reg-blur', 'reg-decay', 'reg-pixels', 'reg-gradients'] as const;
const SIDE = 9;

/** What each regularizer does to a picture. */
export const regularizer: Skill = {
  id: 'regularizer',
  prefix: 'regular',
  lesson: 21,
  forms: [
    {
      id: 'choice',
      kind: 'choice',
      generate(random) {
        const answer = random.pick(REMEDIES);
        return {
          values: { symptom: answer, telling: random.whole(1, 2) },
          answer,
          mistakes: random.shuffle(REMEDIES.filter((id) => id !== answer)).map((value) => ({ id: `not-${value}`, value })),
          solution: [],
          reason: answer,
        };
      },
    },
    { id: 'number', kind: 'number', generate: (random, level) => decayTask(random, level) },
    { id: 'picture', kind: 'choice', generate: changedPicture },
  ],
};

/** A pixel that no gradient reaches: after each step a share 2ηλ of it is gone. */
function decayTask(random: Random, level: Level): Task {
  const [rate, decay] = random.pick([
    [0.5, 0.5],
    [0.1, 1],
    [0.05, 1],
    [0.1, 2.5],
    [0.5, 0.2],
    [0.25, 1],
  ] as const);
  const share = round(2 * rate * decay);
  const pixel = random.pick([4, 8, 10, 16, 20, -4, -8, -10]);
  const left = round(1 - share);
  const answer = round(pixel * left ** level);
  return {
    values: { pixel: signed(pixel), rate, decay, steps: level },
    answer,
    signed: true,
    mistakes: [
      { id: 'decay-no-two', value: round(pixel * (1 - rate * decay) ** level) },
      ...(level === 1
        ? []
        : [
            { id: 'decay-line', value: round(pixel * (1 - level * share)) },
            { id: 'decay-once', value: round(pixel * left) },
          ]),
      { id: 'decay-gone', value: round(pixel * share ** level) },
      { id: 'decay-taken', value: round(pixel - level * share) },
      { id: 'decay-grows', value: round(pixel * (1 + share) ** level) },
    ],
    solution: [
      formula(`1 − 2·η·λ = 1 − 2·${rate}·${decay} = ${left}`),
      formula(`${pixel < 0 ? `(${signed(pixel)})` : pixel}${`·${left}`.repeat(level)} = ${signed(answer)}`),
    ],
  };
}

const CHANGES = ['blur', 'decay', 'pixels', 'original'] as const;
/** Weights of a small Gaussian blur along one axis. */
const BLUR = [1, 2, 1] as const;

/** One picture of a stroke amid noise, as it was and changed in three ways: which panel is which? */
function changedPicture(random: Random, level: Level): Task {
  const original = strokeOf(random);
  const shown: Record<(typeof CHANGES)[number], () => number[]> = {
    original: () => original,
    blur: () => blurredOf(original),
    decay: () => original.map((value) => value * (level === 3 ? 0.5 : 0.35)),
    pixels: () => withSmallZeroed(original, 0.8),
  };
  const answer = random.pick(level === 1 ? (['blur', 'pixels'] as const) : (['blur', 'decay', 'pixels'] as const));
  return {
    values: { change: `reg-${answer}` },
    answer,
    mistakes: CHANGES.filter((id) => id !== answer).map((value) => ({ id: `reg-panel-${value}`, value })),
    solution: [],
    reason: `reg-panel-${answer}`,
    panels: (order) =>
      panels(
        order.map((id) => ({
          kind: 'picture',
          width: SIDE,
          height: SIDE,
          data: shown[id as keyof typeof shown]().map((value) => Math.round(255 * value)),
        })),
        true,
      ),
  };
}

/** A bright stroke, upright, level or slanted, on a ground of faint noise; 0…1. */
function strokeOf(random: Random): number[] {
  const kind = random.pick(['upright', 'level', 'slanted']);
  const at = random.whole(2, SIDE - 3);
  const end = random.whole(0, 1);
  const onStroke = (row: number, column: number) => {
    if (kind === 'slanted') return (end === 0 ? row === column : row + column === SIDE - 1) && row > 0 && row < SIDE - 1;
    return kind === 'upright' ? column === at && row > end && row < SIDE - 1 : row === at && column > end && column < SIDE - 1;
  };
  return Array.from({ length: SIDE * SIDE }, (_, place) =>
    onStroke(Math.floor(place / SIDE), place % SIDE) ? random.whole(85, 100) / 100 : random.whole(4, 34) / 100,
  );
}

/** Along rows, then along columns; borders are repeated. */
const blurredOf = (values: readonly number[]): number[] => alongRows(alongRows(values, 1, SIDE), SIDE, 1);

/** Blurs along an axis whose neighbors are `step` apart; the other axis' are `other` apart. */
function alongRows(values: readonly number[], step: number, other: number): number[] {
  const blurred = [...values];
  for (let line = 0; line < SIDE; line++)
    for (let at = 0; at < SIDE; at++) {
      const valueAt = (place: number) => values[line * other + Math.min(SIDE - 1, Math.max(0, place)) * step]!;
      const sum = BLUR[0] * valueAt(at - 1) + BLUR[1] * valueAt(at) + BLUR[2] * valueAt(at + 1);
      blurred[line * other + at * step] = sum / (BLUR[0] + BLUR[1] + BLUR[2]);
    }
  return blurred;
}
