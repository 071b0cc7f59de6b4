import { countSeeds, saliencyOf } from '../gradients.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, type Mistake, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { bracketed, exact, formula, grid, rowsOf, signed, sumOf } from './numbers.ts';

const COLORS = ['red', 'green', 'blue'] as const;

/** max over channels of |∂S/∂x|. */
export const saliencyPixel: Skill = {
  id: 'saliency-pixel',
  prefix: 'salmax',
  lesson: 20,
  forms: [
    ...pickOrType((random, level) => {
      const channels = COLORS.map(() => slope(random, level));
      return pixelTask(channels, Object.fromEntries(COLORS.map((color, at) => [color, decimal(channels[at]!)])));
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const side = level === 3 ? 3 : 2;
        // hundredths would fill their cells to the rim
        const planes = COLORS.map(() => grid(side, side, () => slope(random, level === 1 ? 1 : 2)));
        const [row, column] = [random.whole(0, side - 1), random.whole(0, side - 1)];
        const channelsAt = (y: number, x: number) => planes.map((plane) => plane[y]![x]!);
        const next = saliencyOf(channelsAt(row, (column + 1) % side));
        return {
          ...pixelTask(channelsAt(row, column), { row: row + 1, column: column + 1 }, [{ id: 'salmax-other-pixel', value: next }]),
          figure: panels(planes.map((values, at) => ({ kind: 'matrix', values, caption: `@${COLORS[at]}`, heat: true }))),
        };
      },
    },
  ],
};

/** Whole at first, then tenths, then hundredths. */
function slope(random: Random, level: Level): number {
  const [most, parts] = { 1: [9, 1], 2: [25, 10], 3: [99, 100] }[level] as [number, number];
  return (random.pick([-1, 1]) * random.whole(1, most)) / parts;
}

/** Decimals are written by the texts, in the language's way. */
const decimal = (value: number) => (Number.isInteger(value) ? signed(value) : value);

function pixelTask(channels: number[], values: Task['values'], more: Mistake[] = []): Task {
  const answer = saliencyOf(channels);
  const sizes = channels.map(Math.abs);
  return {
    values,
    answer,
    signed: true,
    mistakes: [
      ...(channels.includes(-answer) ? [{ id: 'salmax-with-sign', value: -answer }] : []),
      { id: 'salmax-largest', value: Math.max(...channels) },
      { id: 'salmax-sum-sizes', value: exact(sumOf(sizes)) },
      { id: 'salmax-sum', value: exact(sumOf(channels)) },
      { id: 'salmax-mean', value: exact(sumOf(sizes) / channels.length) },
      ...more,
    ],
    solution: [formula(channels.map((value, at) => `|${signed(value)}| = ${sizes[at]}`).join(';  ')), formula(`max |g| = ${answer}`)],
  };
}

const KINDS = ['object', 'background', 'unknown'] as const;
type Kind = (typeof KINDS)[number];

/** How many pixels two thresholds make surely object, surely background, or neither. */
export const seedsSkill: Skill = {
  id: 'seeds',
  prefix: 'seeds',
  lesson: 20,
  forms: [
    ...pickOrType((random, level) => {
      const map = mapOf(random, 6 + 2 * level);
      return seedsTask(random, map, { list: map.values.join(', ') });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const columns = 3 + Math.min(2, level);
        const map = mapOf(random, columns * (level === 3 ? 4 : 3));
        return { ...seedsTask(random, map, {}), figure: panels([{ kind: 'matrix', values: rowsOf(map.values, columns), heat: true }]) };
      },
    },
  ],
};

interface Thresholds {
  values: number[];
  low: number;
  high: number;
}

/** Percent of the most salient pixel; some lie exactly on a threshold. */
function mapOf(random: Random, count: number): Thresholds {
  const low = 5 * random.whole(2, 6);
  const high = 5 * random.whole(10, 15);
  const value = () => {
    const kind = random.whole(0, 7);
    if (kind === 0) return low;
    if (kind === 1) return high;
    return kind < 4 ? random.whole(0, low) : kind < 6 ? random.whole(low + 1, high - 1) : random.whole(high, 99);
  };
  return { values: random.shuffle([100, ...Array.from({ length: count - 1 }, value)]), low, high };
}

function seedsTask(random: Random, { values, low, high }: Thresholds, shown: Task['values']): Task {
  const kind = random.pick(KINDS);
  const counts = countSeeds(values, low, high);
  const strict = countSeeds(values, low - 1, high + 1);
  const others = KINDS.filter((other) => other !== kind);
  return {
    values: { ...shown, kind, low, high, count: values.length },
    answer: counts[kind],
    mistakes: [
      { id: 'seeds-strict', value: strict[kind] },
      ...others.map((other) => ({ id: `seeds-${other}`, value: counts[other] })),
      { id: 'seeds-rest', value: values.length - counts[kind] },
      { id: 'seeds-all', value: values.length },
    ],
    solution: solutionOf(kind, values.length, counts, { low, high }),
  };
}

function solutionOf(kind: Kind, all: number, counts: Record<Kind, number>, { low, high }: { low: number; high: number }) {
  if (kind === 'object') return [formula(`M ≥ ${high}: ${counts.object}`)];
  if (kind === 'background') return [formula(`M ≤ ${low}: ${counts.background}`)];
  return [
    formula(`M ≥ ${high}: ${counts.object},  M ≤ ${low}: ${counts.background}`),
    formula(`${all} − ${bracketed(counts.object)} − ${bracketed(counts.background)} = ${counts.unknown}`),
  ];
}
