import type { Formula } from '../formula.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const inBrackets = (vector: readonly number[]) => `(${vector.join(', ')})`;
const squares = (differences: readonly number[]) => differences.map((value) => value ** 2);
const differencesOf = (a: readonly number[], b: readonly number[]) => a.map((value, at) => Math.abs(value - b[at]!));

/** Differences whose Euclidean length is whole. */
const LENGTHS: Record<Level, number[][]> = {
  1: [
    [3, 4],
    [6, 8],
    [5, 12],
    [8, 15],
  ],
  2: [
    [1, 2, 2],
    [2, 3, 6],
    [1, 4, 8],
    [4, 4, 7],
    [2, 6, 9],
    [6, 6, 7],
    [3, 4, 12],
  ],
  3: [
    [1, 1, 3, 5],
    [2, 2, 4, 5],
    [1, 1, 7, 7],
    [2, 4, 5, 6],
    [1, 3, 5, 1],
    [1, 5, 7, 5],
  ],
};

/** Euclidean distance of two vectors: √(Σ (aᵢ − bᵢ)²). */
export const vectorDistance: Skill = {
  id: 'vector-distance',
  prefix: 'dist',
  lesson: 17,
  forms: [
    ...pickOrType((random, level) => {
      const [a, b] = pairOf(random, random.pick(LENGTHS[level]));
      return distanceTask(a, b);
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        // four pixels; at the first levels some are equal
        const differences = [...random.pick(LENGTHS[level]), 0, 0].slice(0, 4);
        const [a, b] = pairOf(random, differences);
        const picture = (pixels: number[], caption: string) => ({
          kind: 'matrix' as const,
          caption,
          values: [pixels.slice(0, 2), pixels.slice(2)],
        });
        return { ...distanceTask(a, b), figure: panels([picture(a, 'A'), picture(b, 'B')]) };
      },
    },
  ],
};

/** Two vectors of numbers from 0 on that differ by these, in any order and direction. */
function pairOf(random: Random, differences: readonly number[]): [number[], number[]] {
  const pairs = random.shuffle(differences).map((difference) => {
    const low = random.whole(0, 6);
    return random.whole(0, 1) === 0 ? [low, low + difference] : [low + difference, low];
  });
  return [pairs.map(([first]) => first!), pairs.map(([, second]) => second!)];
}

function distanceTask(a: number[], b: number[]): Task {
  const differences = differencesOf(a, b);
  const sum = sumOf(squares(differences));
  const answer = Math.sqrt(sum);
  const terms = differences.map((value) => `${value}²`).join(' + ');
  return {
    values: { a: inBrackets(a), b: inBrackets(b) },
    answer,
    mistakes: [
      { id: 'dist-no-squares', value: sumOf(differences) },
      { id: 'dist-no-root', value: sum },
      { id: 'dist-largest', value: Math.max(...differences) },
      { id: 'dist-sums', value: Math.abs(sumOf(a) - sumOf(b)) },
      { id: 'dist-half', value: sum / 2 },
    ],
    solution: [
      { plain: '√(Σ (aᵢ − bᵢ)²)', latex: '\\sqrt{\\sum_i (a_i - b_i)^2}' },
      {
        plain: `√(${terms}) = √${sum} = ${answer}`,
        latex: `\\sqrt{${terms.replaceAll('²', '^2')}} = \\sqrt{${sum}} = ${answer}`,
      },
    ],
  };
}

const NAMES = ['a', 'b', 'c', 'd'] as const;
const SIDE = 5;

/** Who is nearest to the query: of feature vectors, and of small pictures by their pixels. */
export const nearestNeighbor: Skill = {
  id: 'nearest-neighbor',
  prefix: 'nearest',
  lesson: 17,
  forms: [
    {
      id: 'choice',
      kind: 'choice',
      generate(random, level) {
        const { query, vectors, sums, order } = vectorsOf(random, level);
        const nearest = order[0]!;
        const tempting = tempter(query, vectors, nearest);
        const others = order.slice(1).filter((place) => place !== tempting);
        return {
          values: { query: inBrackets(query), ...Object.fromEntries(vectors.map((vector, place) => [NAMES[place]!, inBrackets(vector)])) },
          answer: NAMES[nearest]!,
          mistakes: [
            ...(tempting === undefined ? [] : [{ id: 'nearest-one-number', value: NAMES[tempting]! }]),
            ...others.map((place) => ({ id: 'nearest-farther', value: NAMES[place]! })),
          ],
          // the nearest last: that line alone explains the answer
          solution: [...order].reverse().map((place) => squaredLine(query, vectors[place]!, sums[place]!)),
          reason: 'nearest-squares',
        };
      },
    },
    {
      id: 'number',
      kind: 'number',
      generate(random, level) {
        const { query, vectors, sums, order } = vectorsOf(random, level);
        const nearest = order[0]!;
        const vector = vectors[nearest]!;
        return {
          values: { query: inBrackets(query), ...Object.fromEntries(vectors.map((each, place) => [NAMES[place]!, inBrackets(each)])) },
          answer: sums[nearest]!,
          mistakes: [
            ...order.slice(1).map((place) => ({ id: 'nearest-other', value: sums[place]! })),
            { id: 'nearest-no-squares', value: sumOf(differencesOf(query, vector)) },
            { id: 'nearest-rooted', value: Math.sqrt(sums[nearest]!) },
          ],
          solution: [squaredLine(query, vector, sums[nearest]!)],
        };
      },
    },
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const { query, pictures } = picturesOf(random, level);
        const counts = Object.entries(pictures)
          .map(([id, pixels]) => ({ id, count: differing(query, pixels) }))
          .sort((first, second) => first.count - second.count);
        const [nearest, ...others] = counts as [(typeof counts)[number], ...typeof counts];
        // two that are equally near make no question
        const isClear = nearest.count < others[0]!.count && nearest.count > 0;
        const picture = (pixels: number[], caption: string) => ({
          kind: 'matrix' as const,
          values: Array.from({ length: SIDE }, (_, row) => pixels.slice(row * SIDE, (row + 1) * SIDE)),
          heat: true,
          caption,
        });
        return {
          values: { side: SIDE, least: nearest.count },
          answer: nearest.id,
          mistakes: isClear
            ? random.shuffle(others).map(({ id }) => ({ id: id === 'moved' ? 'nearest-moved' : 'nearest-more-pixels', value: id }))
            : [],
          solution: [],
          reason: 'nearest-pixels',
          panels: (order) =>
            panels([picture(query, '?'), ...order.map((id, place) => picture(pictures[id]!, NAMES[place]!.toUpperCase()))]),
        };
      },
    },
  ],
};

function squaredLine(query: readonly number[], vector: readonly number[], sum: number): Formula {
  const terms = differencesOf(query, vector)
    .map((value) => `${value}²`)
    .join(' + ');
  return { plain: `${inBrackets(vector)}: ${terms} = ${sum}`, latex: `${inBrackets(vector)}:\\ ${terms.replaceAll('²', '^2')} = ${sum}` };
}

/** A query and four vectors, one of which is nearer than all others; `order`: their places, nearest first. */
function vectorsOf(random: Random, level: Level) {
  for (;;) {
    const vector = () => Array.from({ length: level + 1 }, () => random.whole(0, 9));
    const query = vector();
    const vectors = NAMES.map(vector);
    const sums = vectors.map((each) => sumOf(squares(differencesOf(query, each))));
    const order = [0, 1, 2, 3].sort((first, second) => sums[first]! - sums[second]!);
    const isClear = new Set(sums).size === 4 && sums[order[0]!]! > 0 && new Set(vectors.map(String)).size === 4;
    if (isClear) return { query, vectors, sums, order };
  }
}

/** One that agrees with the query in a number, and is not the nearest. */
function tempter(query: readonly number[], vectors: readonly number[][], nearest: number): number | undefined {
  const place = vectors.findIndex((vector, at) => at !== nearest && vector.some((value, index) => value === query[index]));
  return place === -1 ? undefined : place;
}

/** Strokes of ones on 5×5 zeros, in the middle column or around it. */
const SHAPES = [
  ['00000', '00100', '00100', '00100', '00000'],
  ['00000', '01110', '00100', '00100', '00000'],
  ['00100', '00100', '00100', '00100', '00100'],
  ['00000', '01100', '00100', '00110', '00000'],
  ['00000', '01110', '01010', '01110', '00000'],
  ['00000', '01000', '01000', '01110', '00000'],
].map((rows) => [...rows.join('')].map(Number));

/** A stroke, the same one column aside, no stroke at all, another one, and itself with some pixels turned over. */
function picturesOf(random: Random, level: Level): { query: number[]; pictures: Record<string, number[]> } {
  const [query, other] = random.shuffle(SHAPES) as [number[], number[]];
  const step = random.pick([-1, 1]);
  const moved = query.map((_, at) => {
    const column = (at % SIDE) - step;
    return column < 0 || column >= SIDE ? 0 : query[at - step]!;
  });
  const turned = new Set(random.shuffle(query.map((_, at) => at)).slice(0, random.whole(1 + level, 4 + level)));
  return {
    query,
    pictures: {
      moved,
      empty: query.map(() => 0),
      other,
      noisy: query.map((pixel, at) => (turned.has(at) ? 1 - pixel : pixel)),
    },
  };
}

const differing = (a: readonly number[], b: readonly number[]) => a.filter((value, at) => value !== b[at]).length;

interface Neighbor {
  label: number;
  distance: number;
}

/** How many of the k nearest share the query's label. */
export const neighborLabels: Skill = {
  id: 'neighbor-labels',
  prefix: 'share',
  lesson: 17,
  forms: [
    ...pickOrType((random, level) => {
      const { label, k, neighbors } = neighborsOf(random, level, 6 + level);
      const list = neighbors.map((each) => `${each.label} (${each.distance})`).join(', ');
      return labelsTask(label, k, neighbors, { list });
    }),
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const { label, k, neighbors } = neighborsOf(random, level, 7);
        const rows = [neighbors.map((each) => each.label), neighbors.map((each) => each.distance)];
        return { ...labelsTask(label, k, neighbors, {}), figure: panels([{ kind: 'matrix', values: rows }]) };
      },
    },
  ],
};

function neighborsOf(random: Random, level: Level, count: number): { label: number; k: number; neighbors: Neighbor[] } {
  const [label, ...others] = random.shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).slice(0, 3) as [number, number, number];
  const distances = random.shuffle(Array.from({ length: 30 }, (_, index) => index + 5)).slice(0, count);
  if (level === 1) distances.sort((a, b) => a - b);
  const neighbors = distances.map((distance) => ({ distance, label: random.whole(0, 9) < 6 ? label : random.pick(others) }));
  return { label, k: random.pick(level === 1 ? [3, 4] : [3, 5]), neighbors };
}

function labelsTask(label: number, k: number, neighbors: readonly Neighbor[], values: Task['values']): Task {
  const sorted = [...neighbors].sort((a, b) => a.distance - b.distance);
  const agreeing = (list: readonly Neighbor[]) => list.filter((each) => each.label === label).length;
  const near = sorted.slice(0, k);
  const answer = agreeing(near);
  return {
    values: { ...values, label, k, count: neighbors.length },
    answer,
    mistakes: [
      { id: 'share-all', value: agreeing(neighbors) },
      { id: 'share-as-listed', value: agreeing(neighbors.slice(0, k)) },
      { id: 'share-others', value: k - answer },
      { id: 'share-farthest', value: agreeing(sorted.slice(-k)) },
      { id: 'share-k', value: k },
      { id: 'share-one-more', value: agreeing(sorted.slice(0, k + 1)) },
      { id: 'share-one-fewer', value: agreeing(sorted.slice(0, k - 1)) },
    ],
    solution: [
      {
        plain: `${near.map((each) => `${each.label} (${each.distance})`).join(', ')}: ${near.map((each) => (each.label === label ? 1 : 0)).join(' + ')} = ${answer}`,
        latex: `${near.map((each) => `${each.label}\\,(${each.distance})`).join(',\\ ')}:\\ ${near.map((each) => (each.label === label ? 1 : 0)).join(' + ')} = ${answer}`,
      },
    ],
  };
}
