import type { Formula } from '../formula.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';

/** Sobel's kernels (Sobel and Feldman, 1968). */
export const SOBEL = {
  x: [
    [-1, 0, 1],
    [-2, 0, 2],
    [-1, 0, 1],
  ],
  y: [
    [-1, -2, -1],
    [0, 0, 0],
    [1, 2, 1],
  ],
} as const;

type Direction = keyof typeof SOBEL;

/** Rows as people write a matrix in a line. */
const inLine = (rows: readonly (readonly number[])[]) => rows.map((row) => row.join(' ')).join(' / ');
const transposed = (patch: number[][]) => patch[0]!.map((_, column) => patch.map((row) => row[column]!));
const formula = (plain: string): Formula => ({ plain, latex: plain.replaceAll('·', ' \\cdot ').replaceAll('−', '-') });

/** The last column against the first, weighted 1, 2, 1. */
function across(patch: number[][], middle = 2) {
  const side = (column: number) => patch[0]![column]! + middle * patch[1]![column]! + patch[2]![column]!;
  return { near: side(0), far: side(2), difference: side(2) - side(0) };
}

/** What Sobel's kernel gives at a window. */
export const sobelResponse: Skill = {
  id: 'sobel-response',
  prefix: 'sobel',
  lesson: 4,
  forms: [
    ...pickOrType((random, level) => sobelTask(grays(random, level), directionOf(random, level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const patch = grays(random, level);
        const direction = directionOf(random, level);
        const kernel = SOBEL[direction].map((row) => [...row]);
        return { ...sobelTask(patch, direction), figure: panels([{ kind: 'kernel-sum', input: patch, kernel, row: 0, column: 0 }]) };
      },
    },
  ],
};

const directionOf = (random: Random, level: Level): Direction => (level === 1 ? 'x' : random.pick(['x', 'y'] as const));
const grays = (random: Random, level: Level) =>
  Array.from({ length: 3 }, () => Array.from({ length: 3 }, () => random.whole(0, level === 1 ? 5 : level === 2 ? 9 : 20)));

function sobelTask(patch: number[][], direction: Direction): Task {
  const turned = direction === 'x' ? patch : transposed(patch);
  const { near, far, difference } = across(turned);
  return {
    values: { patch: inLine(patch), direction, kernel: inLine(SOBEL[direction]).replaceAll('-', '−') },
    answer: difference,
    signed: true,
    mistakes: [
      { id: 'sobel-sign', value: -difference },
      { id: 'sobel-no-twos', value: across(turned, 1).difference },
      { id: 'sobel-other-direction', value: across(transposed(turned)).difference },
      { id: 'sobel-one-side', value: far },
      { id: 'sobel-no-minus', value: far + near },
    ],
    solution: [
      formula(direction === 'x' ? '(c + 2f + i) − (a + 2d + g)' : '(g + 2h + i) − (a + 2b + c)'),
      formula(`${far} − ${near} = ${difference}`),
    ],
  };
}

/** √(Gx² + Gy²). */
export const gradientSize: Skill = {
  id: 'gradient-size',
  prefix: 'gradient',
  lesson: 4,
  forms: [
    ...pickOrType((random, level) => {
      const [gx, gy] = gradientOf(random, level);
      return gradientTask(gx, gy);
    }),
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        // a step to the right and one below: each counts twice in its own direction
        const [right, below] = gradientOf(random, level);
        const ground = random.whole(0, 5);
        const patch = [
          [ground, ground, ground],
          [ground, ground, ground + right],
          [ground, ground + below, ground],
        ];
        const task = gradientTask(2 * right, 2 * below);
        const mistakes = [{ id: 'gradient-no-twos', value: Math.hypot(right, below) }, ...task.mistakes];
        return { ...task, mistakes, figure: panels([{ kind: 'matrix', values: patch }]) };
      },
    },
  ],
};

/** Two sides whose hypotenuse is whole. */
function gradientOf(random: Random, level: Level): [number, number] {
  const sides = random.pick(
    level === 3
      ? [
          [7, 24],
          [20, 21],
          [9, 40],
        ]
      : [
          [3, 4],
          [5, 12],
          [8, 15],
        ],
  );
  const times = level === 2 ? random.whole(2, 4) : 1;
  const [first, second] = random.shuffle(sides);
  return [first! * times, second! * times];
}

function gradientTask(gx: number, gy: number): Task {
  const answer = Math.hypot(gx, gy);
  return {
    values: { gx, gy },
    answer,
    mistakes: [
      { id: 'gradient-sum', value: gx + gy },
      { id: 'gradient-larger', value: Math.max(gx, gy) },
      { id: 'gradient-no-root', value: gx * gx + gy * gy },
      { id: 'gradient-difference', value: Math.abs(gx - gy) },
    ],
    solution: [
      { plain: 'G = √(Gx² + Gy²)', latex: 'G = \\sqrt{G_x^2 + G_y^2}' },
      { plain: `G = √(${gx}² + ${gy}²) = ${answer}`, latex: `G = \\sqrt{${gx}^2 + ${gy}^2} = ${answer}` },
    ],
  };
}

/** Hysteresis along a line: which weak pixels hang on a strong one (Canny, 1986). */
export const hysteresis: Skill = {
  id: 'hysteresis',
  prefix: 'canny',
  lesson: 4,
  forms: [
    ...pickOrType((random, level) => hysteresisTask(lineOf(random, 5 + 2 * level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const line = lineOf(random, 5 + level);
        return { ...hysteresisTask(line), figure: panels([{ kind: 'matrix', values: [line] }]) };
      },
    },
  ],
};

const LOW = 30;
const HIGH = 60;
/** Below, between and above the thresholds; between comes oftenest. */
const RANGES = [
  [5, 25],
  [32, 58],
  [32, 58],
  [65, 95],
] as const;
function lineOf(random: Random, length: number): number[] {
  return Array.from({ length }, () => {
    const [least, most] = random.pick(RANGES);
    return random.whole(least, most);
  });
}

function hysteresisTask(line: number[]): Task {
  const weak = line.filter((size) => size >= LOW).length;
  const strong = line.filter((size) => size >= HIGH).length;
  const isKept = (at: number, step: -1 | 1): boolean => (line[at] ?? 0) >= HIGH || ((line[at] ?? 0) >= LOW && isKept(at + step, step));
  const kept = line.filter((_, at) => isKept(at, -1) || isKept(at, 1));
  const answer = kept.length;
  const beside = line.filter((size, at) => size >= LOW && [at - 1, at, at + 1].some((near) => (line[near] ?? 0) >= HIGH)).length;
  return {
    values: { line: line.join(' '), low: LOW, high: HIGH },
    answer,
    mistakes: [
      { id: 'hysteresis-strong-only', value: strong },
      { id: 'hysteresis-all-weak', value: weak },
      { id: 'hysteresis-one-step', value: beside },
      { id: 'hysteresis-dropped', value: line.length - answer },
      { id: 'hysteresis-weak-only', value: answer - strong },
    ],
    solution: [formula(`${strong} + ${answer - strong} = ${answer}`)],
  };
}

/** The small Gaussian kernel before it is divided by 16. */
const GAUSSIAN_3 = [
  [1, 2, 1],
  [2, 4, 2],
  [1, 2, 1],
];

/** What a blurred pixel becomes: the weighted mean of its window. */
export const blurredValue: Skill = {
  id: 'blurred-value',
  prefix: 'blur',
  lesson: 4,
  forms: [
    ...pickOrType((random, level) => blurTask(sixteenths(random, level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const patch = sixteenths(random, level);
        return {
          ...blurTask(patch),
          figure: panels([
            { kind: 'matrix', values: patch, caption: '@window' },
            { kind: 'matrix', values: GAUSSIAN_3, caption: '1/16 ×' },
          ]),
        };
      },
    },
  ],
};

/** A window whose weighted sum divides by 16: two or three grays besides a background. */
function sixteenths(random: Random, level: Level): number[][] {
  for (;;) {
    const background = random.whole(0, level === 1 ? 0 : 4) * 4;
    const patch = GAUSSIAN_3.map((row) => row.map(() => (random.whole(0, level) > 0 ? random.whole(0, 6) * 8 : background)));
    if (weighted(patch) % 16 === 0 && new Set(patch.flat()).size > 2) return patch;
  }
}

const weighted = (patch: number[][]) =>
  patch.flatMap((row, y) => row.map((gray, x) => gray * GAUSSIAN_3[y]![x]!)).reduce((sum, product) => sum + product, 0);

function blurTask(patch: number[][]): Task {
  const sum = weighted(patch);
  const plainSum = patch.flat().reduce((total, gray) => total + gray, 0);
  return {
    values: { patch: inLine(patch) },
    answer: sum / 16,
    mistakes: [
      { id: 'blur-not-divided', value: sum },
      { id: 'blur-plain-mean', value: plainSum / 9 },
      { id: 'blur-plain-mean', value: Math.round(plainSum / 9) },
      { id: 'blur-by-nine', value: Math.round(sum / 9) },
      { id: 'blur-center', value: patch[1]![1]! },
      { id: 'blur-plain-sixteen', value: Math.round(plainSum / 16) },
      { id: 'blur-largest', value: Math.max(...patch.flat()) },
    ],
    solution: [
      formula(`${patch.flatMap((row, y) => row.map((gray, x) => `${GAUSSIAN_3[y]![x]}·${gray}`)).join(' + ')} = ${sum}`),
      { plain: `${sum} / 16 = ${sum / 16}`, latex: `\\frac{${sum}}{16} = ${sum / 16}` },
    ],
  };
}

/** Small kernels that everybody should know by sight, by what each does. */
const KNOWN: Record<string, number[][]> = {
  blur: [
    [1, 1, 1],
    [1, 1, 1],
    [1, 1, 1],
  ],
  sharpen: [
    [0, -1, 0],
    [-1, 5, -1],
    [0, -1, 0],
  ],
  'edges-upright': [
    [-1, 0, 1],
    [-2, 0, 2],
    [-1, 0, 1],
  ],
  'edges-level': [
    [-1, -2, -1],
    [0, 0, 0],
    [1, 2, 1],
  ],
  emboss: [
    [-2, -1, 0],
    [-1, 1, 1],
    [0, 1, 2],
  ],
  outline: [
    [-1, -1, -1],
    [-1, 8, -1],
    [-1, -1, -1],
  ],
};
const EFFECTS = Object.keys(KNOWN);

/** What a kernel does to a photo, from its numbers. */
export const whichFilter: Skill = {
  id: 'which-filter',
  prefix: 'effect',
  lesson: 4,
  forms: [
    { id: 'choice', kind: 'choice', generate: (random) => effectTask(random) },
    {
      id: 'number',
      kind: 'number',
      generate(random, level) {
        const name = random.pick(EFFECTS);
        const factor = random.whole(1, level);
        const kernel = KNOWN[name]!.map((row) => row.map((weight) => weight * factor));
        const weights = kernel.flat();
        const sum = weights.reduce((total, weight) => total + weight, 0);
        const positive = weights.filter((weight) => weight > 0).reduce((total, weight) => total + weight, 0);
        const gray = random.whole(1, 5 * level);
        return {
          values: { kernel: inLine(kernel), gray },
          answer: sum * gray,
          signed: true,
          mistakes: [
            { id: 'effect-positive', value: positive * gray },
            { id: 'effect-sum-only', value: sum },
            { id: 'effect-center', value: kernel[1]![1]! * gray },
            { id: 'effect-unchanged', value: gray },
            { id: 'effect-added', value: sum + gray },
            { id: 'effect-nine', value: 9 * gray },
          ],
          solution: [formula(`${sum < 0 ? `(−${-sum})` : sum}·${gray} = ${sum * gray}`)],
          reason: 'effect-flat',
        };
      },
    },
    {
      id: 'picture',
      kind: 'choice',
      generate(random) {
        return {
          ...effectTask(random),
          panels: (order) =>
            panels(
              order.map((effect) => ({ kind: 'photo', filter: { kernel: { values: effect === 'blur' ? BLUR : KNOWN[effect]! } } })),
              true,
            ),
        };
      },
    },
  ],
};

/** A box that is wide enough to be seen. */
const BLUR = Array.from({ length: 9 }, () => Array.from({ length: 9 }, () => 1 / 81));

function effectTask(random: Random): Task {
  const [answer, ...others] = random.shuffle(EFFECTS);
  return {
    values: { kernel: `${inLine(KNOWN[answer!]!)}${answer === 'blur' ? ' (: 9)' : ''}` },
    answer: answer!,
    mistakes: others.slice(0, 3).map((value) => ({ id: `effect-is-${value}`, value })),
    solution: [],
    reason: `effect-${answer!}`,
  };
}
