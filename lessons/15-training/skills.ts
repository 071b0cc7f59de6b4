import type { Drawing } from '../drawing.ts';
import type { Formula } from '../formula.ts';
import { type Panel, panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, type Mistake, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { lossCurve } from './loss-curves.ts';

const signed = (value: number) => String(value).replace('-', '−');
/** A number as a factor or a summand behind others. */
const bracketed = (value: number) => (value < 0 ? `(${signed(value)})` : String(value));
const round = (value: number, digits = 3) => Number(value.toFixed(digits));
const formula = (plain: string): Formula => ({
  plain,
  latex: plain
    .replaceAll('·', ' \\cdot ')
    .replaceAll('−', '-')
    .replaceAll('η', '\\eta ')
    .replaceAll('ln', '\\ln')
    .replace(/p([₁₂])/g, (_, place: string) => `p_${'₁₂'.indexOf(place) + 1}`)
    .replaceAll('⌈', '\\lceil ')
    .replaceAll('⌉', '\\rceil ')
    .replaceAll('⌊', '\\lfloor ')
    .replaceAll('⌋', '\\rfloor '),
});
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
/** Different digits, in the order of their bars. */
const digitsOf = (random: Random, count: number) =>
  random
    .shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    .slice(0, count)
    .sort((a, b) => a - b);
const bars = (digits: readonly number[], values: readonly number[]): Panel => ({
  kind: 'bars',
  bars: digits.map((digit, index) => ({ label: String(digit), value: values[index]! })),
});

/** Given with every question: logarithms need no calculator then. */
const LOGARITHMS = { ln2: round(Math.LN2), ln5: round(Math.log(5)) };
/** Probabilities whose logarithms follow from ln 2 and ln 5. */
const PROBABILITIES = { 1: [0.5, 0.25, 0.2, 0.1], 2: [0.05, 0.4, 0.8, 0.02, 0.04], 3: [0.5, 0.25, 0.2, 0.1, 0.05, 0.4] } as const;
const LETTERS = ['a', 'b', 'c'] as const;

/** −ln of the right class's probability; of a batch the mean. */
export const crossEntropySkill: Skill = {
  id: 'cross-entropy',
  prefix: 'entropy',
  lesson: 15,
  forms: [
    ...pickOrType((random, level) => (level === 3 ? batchLoss(random).task : oneLoss(random, level).task)),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const { task, drawn } = level === 3 ? batchLoss(random) : oneLoss(random, level);
        return { ...task, figure: panels(drawn) };
      },
    },
  ],
};

interface Drawn {
  task: Task;
  drawn: Panel[];
}

/** Three digits of which the one at `place` has the probability p. */
function share(random: Random, p: number, place: number): { digits: number[]; shares: number[] } {
  const larger = round((1 - p) * random.pick([0.6, 0.7, 0.8]), 2);
  const others = random.shuffle([larger, round(1 - p - larger)]);
  return { digits: digitsOf(random, 3), shares: [...others.slice(0, place), p, ...others.slice(place)] };
}

function oneLoss(random: Random, level: Level): Drawn {
  const p = random.pick(PROBABILITIES[level]);
  const place = random.whole(0, 2);
  const { digits, shares } = share(random, p, place);
  const other = Math.max(...shares.filter((_, index) => index !== place));
  const answer = round(-Math.log(p));
  return {
    task: {
      values: {
        ...LOGARITHMS,
        batch: 0,
        right: digits[place]!,
        ...Object.fromEntries(
          LETTERS.flatMap((letter, index) => [
            [letter, digits[index]!],
            [`p${letter}`, shares[index]!],
          ]),
        ),
      },
      answer,
      mistakes: [
        { id: 'entropy-complement', value: round(1 - p) },
        { id: 'entropy-other', value: round(-Math.log(other)) },
        { id: 'entropy-log-ten', value: round(-Math.log10(p)) },
        { id: 'entropy-times-p', value: round(-p * Math.log(p)) },
        { id: 'entropy-log-two', value: round(-Math.log2(p)) },
        { id: 'entropy-probability', value: p },
      ],
      solution: [formula('−ln p'), formula(`−ln ${p} = ${answer}`)],
      solutionFigure: { job: 'cross-entropy', input: { marks: [p] } },
    },
    drawn: [bars(digits, shares)],
  };
}

function batchLoss(random: Random): Drawn {
  const chances = random.shuffle(PROBABILITIES[3]).slice(0, 2);
  const pictures = chances.map((p) => {
    const place = random.whole(0, 2);
    return { ...share(random, p, place), place };
  });
  const losses = chances.map((p) => -Math.log(p));
  const mean = sumOf(chances) / 2;
  const answer = round(sumOf(losses) / 2);
  const [first, second] = chances as [number, number];
  return {
    task: {
      values: {
        ...LOGARITHMS,
        batch: 2,
        first,
        second,
        firstRight: pictures[0]!.digits[pictures[0]!.place]!,
        secondRight: pictures[1]!.digits[pictures[1]!.place]!,
      },
      answer,
      mistakes: [
        { id: 'entropy-of-mean', value: round(-Math.log(mean)) },
        { id: 'entropy-sum', value: round(sumOf(losses)) },
        { id: 'entropy-mean-complement', value: round(1 - mean) },
        { id: 'entropy-first', value: round(losses[0]!) },
        { id: 'entropy-second', value: round(losses[1]!) },
        { id: 'entropy-log-ten', value: round(-(Math.log10(first) + Math.log10(second)) / 2) },
      ],
      solution: [
        formula('(−ln p₁ − ln p₂) / 2'),
        formula(`(−ln ${first} − ln ${second}) / 2 = (${losses.map((loss) => round(loss)).join(' + ')}) / 2 = ${answer}`),
      ],
      solutionFigure: { job: 'cross-entropy', input: { marks: chances } },
    },
    drawn: pictures.map(({ digits, shares }, index) => ({ ...bars(digits, shares), caption: `@picture-${index + 1}` })),
  };
}

/** What three powers eᶻ may add up to. */
const TOTALS = { 1: [5, 8, 10], 2: [10, 20], 3: [20, 25, 40] } as const;

/** The share of eᶻ in the sum of all of them. */
export const softmaxSkill: Skill = {
  id: 'softmax',
  prefix: 'softmax',
  lesson: 15,
  forms: [
    ...pickOrType((random, level) => {
      const { digits, powers, shift, place, values } = scoresOf(random, level);
      const total = sumOf(powers);
      const power = powers[place]!;
      const scores = powers.map((each) => shift + Math.log(each));
      const other = powers[(place + 1) % 3]!;
      const answer = round(power / total);
      return {
        values: { ...values, asked: digits[place]! },
        answer,
        mistakes: [
          { id: 'softmax-linear', value: round(scores[place]! / sumOf(scores)) },
          { id: 'softmax-others', value: round(power / (total - power)) },
          { id: 'softmax-largest', value: round(power / Math.max(...powers)) },
          { id: 'softmax-even', value: 0.333 },
          { id: 'softmax-other', value: round(other / total) },
          { id: 'softmax-power', value: power },
        ],
        solution: softmaxSolution(powers, place),
      };
    }),
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const { digits, powers, shift, values } = scoresOf(random, level);
        const total = sumOf(powers);
        const most = powers.indexOf(Math.max(...powers));
        const scores = powers.map((each) => shift + Math.log(each));
        const shown: Record<string, number[]> = {
          powers: powers.map((each) => each / total),
          linear: scores.map((score) => round(score / sumOf(scores), 2)),
          turned: powers.map((_, index) => powers[(index + 1) % 3]! / total),
          hard: powers.map((_, index) => (index === most ? 1 : 0)),
          largest: powers.map((each) => round(each / powers[most]!, 2)),
        };
        const same = (id: string, other: string) => shown[id]!.every((value, index) => Math.abs(value - shown[other]![index]!) < 0.02);
        const wrong = ['linear', 'largest', 'hard', 'turned'].filter((id) => !same(id, 'powers'));
        return {
          values,
          answer: 'powers',
          mistakes: wrong.map((id) => ({ id: `softmax-panel-${id}`, value: id })),
          solution: softmaxSolution(powers, most),
          panels: (order) =>
            panels(
              order.map((id) => bars(digits, shown[id]!)),
              true,
            ),
        };
      },
    },
  ],
};

/** Scores that are logarithms of small whole numbers; at the third level all larger by the same. */
function scoresOf(random: Random, level: Level) {
  const total = random.pick(TOTALS[level]);
  const first = random.whole(1, Math.floor(total / 2));
  const second = random.whole(1, total - first - 1);
  const powers = random.shuffle([first, second, total - first - second]);
  const shift = level === 3 ? random.whole(1, 4) : 0;
  const digits = digitsOf(random, 3);
  const written = (power: number) => (power === 1 ? String(shift) : shift === 0 ? `ln ${power}` : `${shift} + ln ${power}`);
  const values = Object.fromEntries(
    LETTERS.flatMap((letter, index) => [
      [letter, digits[index]!],
      [`z${letter}`, written(powers[index]!)],
    ]),
  );
  return { digits, powers, shift, place: random.whole(0, 2), values };
}

function softmaxSolution(powers: readonly number[], place: number): Formula[] {
  const total = sumOf(powers);
  const answer = round(powers[place]! / total);
  return [
    { plain: 'pᵢ = eᶻⁱ / Σ eᶻ', latex: 'p_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}}' },
    {
      plain: `${powers[place]} / (${powers.join(' + ')}) = ${powers[place]} / ${total} = ${answer}`,
      latex: `\\frac{${powers[place]}}{${powers.join(' + ')}} = \\frac{${powers[place]}}{${total}} = ${answer}`,
    },
  ];
}

const RATES = { 1: [0.1, 0.5], 2: [0.1, 0.2, 0.5], 3: [0.1, 0.2, 0.5] } as const;

/** w ← w − η·g. */
export const sgdStep: Skill = {
  id: 'sgd-step',
  prefix: 'sgd',
  lesson: 15,
  forms: [
    ...pickOrType((random, level) => {
      const rate = random.pick(RATES[level]);
      const weight = random.whole(2, 30) / 10;
      if (level === 1) return givenGradient(weight, rate, random.pick([-5, -4, -3, -2, 2, 3, 4, 5]));
      return level === 2 ? meanGradient(random, weight, rate) : scoreGradient(random, weight, rate);
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const rate = random.pick(RATES[level]);
        const slope = random.pick(level === 1 ? [-2, -1, 1, 2] : [-4, -3, -2, 2, 3, 4]);
        const weight = random.whole(1, 5);
        const task = givenGradient(weight, rate, slope);
        return { ...task, values: { ...task.values, slope: signed(slope) }, figure: { job: 'tangent', input: { weight, slope } } };
      },
    },
  ],
};

function stepTask(
  { weight, rate, gradient, written }: { weight: number; rate: number; gradient: number; written: string },
  values: Task['values'],
  own: Mistake[],
): Task {
  const answer = round(weight - rate * gradient, 4);
  return {
    values: { weight, rate, ...values },
    answer,
    signed: true,
    mistakes: [
      { id: 'sgd-uphill', value: weight + rate * gradient },
      ...own,
      { id: 'sgd-no-rate', value: weight - gradient },
      { id: 'sgd-only-step', value: -rate * gradient },
      { id: 'sgd-no-gradient', value: weight - rate },
      { id: 'sgd-scaled', value: weight * (1 - rate) },
    ].map(({ id, value }) => ({ id, value: round(value as number, 4) })),
    solution: [formula('w − η·g'), formula(`${weight} − ${rate}·${written} = ${signed(answer)}`)],
  };
}

const givenGradient = (weight: number, rate: number, gradient: number): Task =>
  stepTask({ weight, rate, gradient, written: bracketed(gradient) }, { from: 'given', gradient: signed(gradient) }, []);

/** A batch's gradient is the mean of its pictures' gradients. */
function meanGradient(random: Random, weight: number, rate: number): Task {
  const count = random.whole(2, 4);
  const gradients = Array.from({ length: count - 1 }, () => random.whole(-6, 6));
  const mean = random.pick([-3, -2, -1, 1, 2, 3]);
  gradients.push(count * mean - sumOf(gradients));
  const sum = gradients.map((gradient, index) => (index === 0 ? signed(gradient) : bracketed(gradient))).join(' + ');
  return stepTask(
    { weight, rate, gradient: mean, written: `(${sum}) / ${count}` },
    { from: 'batch', gradients: gradients.map(signed).join('; '), count },
    [
      { id: 'sgd-sum', value: weight - rate * mean * count },
      { id: 'sgd-first', value: weight - rate * gradients[0]! },
    ],
  );
}

/** From softmax and cross-entropy: the gradient of a score is p − 1 for the right class, p for others; of its weight that times the input. */
function scoreGradient(random: Random, weight: number, rate: number): Task {
  const p = random.pick([0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9]);
  const input = random.whole(2, 5);
  const isRight = random.whole(0, 1);
  const target = isRight;
  return stepTask(
    { weight, rate, gradient: (p - target) * input, written: `(${p} − ${target})·${input}` },
    { from: 'score', p, input, right: isRight },
    [
      { id: isRight === 1 ? 'sgd-right-as-wrong' : 'sgd-wrong-as-right', value: weight - rate * (p - 1 + target) * input },
      { id: 'sgd-no-input', value: weight - rate * (p - target) },
    ],
  );
}

/** ⌈N/B⌉ steps in an epoch. */
export const epochSteps: Skill = {
  id: 'epoch-steps',
  prefix: 'epoch',
  lesson: 15,
  forms: [
    ...pickOrType((random, level) => {
      const { pictures, size } = unevenBatches(random, level);
      const asked = level === 1 ? 'epoch' : level === 2 ? 'all' : random.pick(['all', 'last'] as const);
      return epochTask({ pictures, size, epochs: asked === 'all' ? random.whole(2, 10) : 1, asked });
    }),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const rows = level === 1 ? 1 : level;
        const columns = random.whole(9, level === 1 ? 16 : 14);
        const wide = random.pick([2, 3, 4, 5, 6].filter((each) => columns % each !== 0));
        const epochs = level === 1 ? 1 : random.whole(2, 5);
        const task = epochTask({ pictures: rows * columns, size: rows * wide, epochs, asked: level === 1 ? 'epoch' : 'all' });
        return {
          ...task,
          figure: panels([{ kind: 'cells', rows, columns, windows: [{ row: 0, column: 0, rows, columns: wide }] }]),
        };
      },
    },
  ],
};

/** So many pictures that a smaller batch is left at the end. */
function unevenBatches(random: Random, level: Level): { pictures: number; size: number } {
  const sizes = level === 1 ? [16, 20, 30, 32, 48, 64] : [32, 48, 64, 100, 128, 256];
  for (;;) {
    const pictures = level === 1 ? 10 * random.whole(20, 100) : level === 2 ? 100 * random.whole(10, 200) : 1000 * random.whole(10, 60);
    const size = random.pick(sizes);
    if (pictures % size !== 0) return { pictures, size };
  }
}

interface Epochs {
  pictures: number;
  size: number;
  epochs: number;
  asked: 'epoch' | 'all' | 'last';
}

/** The batch never divides the pictures: something is left over. */
function epochTask({ pictures, size, epochs, asked }: Epochs): Task {
  const whole = Math.floor(pictures / size);
  const steps = Math.ceil(pictures / size);
  const last = pictures - whole * size;
  const values = { pictures, size, epochs, asked };
  if (asked === 'last')
    return {
      values,
      answer: last,
      mistakes: [
        { id: 'epoch-last-full', value: size },
        { id: 'epoch-last-missing', value: size - last },
        { id: 'epoch-last-steps', value: steps },
        { id: 'epoch-last-none', value: 0 },
      ],
      solution: [formula('N − ⌊N / B⌋·B'), formula(`${pictures} − ${whole}·${size} = ${last}`)],
    };
  const answer = epochs * steps;
  const counted = formula(`⌈${pictures} / ${size}⌉ = ${steps}`);
  return {
    values,
    answer,
    mistakes: [
      { id: 'epoch-floor', value: epochs * whole },
      { id: 'epoch-joined', value: Math.ceil((epochs * pictures) / size) },
      ...(asked === 'all' ? [{ id: 'epoch-one', value: steps }] : []),
      { id: 'epoch-one-more', value: epochs * (steps + 1) },
      { id: 'epoch-pictures', value: epochs * pictures },
      { id: 'epoch-size', value: size },
    ],
    solution:
      asked === 'all'
        ? [formula('E·⌈N / B⌉'), formula(`${epochs}·⌈${pictures} / ${size}⌉ = ${epochs}·${steps} = ${answer}`)]
        : [formula('⌈N / B⌉'), counted],
  };
}

/** What becomes of w on L = c·w², by the factor 1 − 2cη that each step leaves. */
const FATES = ['rate-straight', 'rate-zigzag', 'rate-bounces', 'rate-diverges'] as const;
const fateOf = (factor: number) => {
  if (factor > 0) return FATES[0];
  if (factor > -1) return FATES[1];
  return factor === -1 ? FATES[2] : FATES[3];
};

/** Curves of a few runs, by what their learning rates do, in hundredths. */
const RUNS = {
  small: [1, 2],
  good: [18, 22, 25, 30],
  high: [110, 115, 120],
  over: [206, 210, 215],
} as const;
const CASES = { 1: ['small', 'good', 'over'], 2: ['small', 'good', 'high'], 3: ['small', 'good', 'high', 'over'] } as const;
const CURVE_STEPS = 24;
const CURVES = ['curve-a', 'curve-b', 'curve-c', 'curve-d'] as const;

/** What the learning rate does: to one weight on a parabola, and to loss curves. */
export const learningRate: Skill = {
  id: 'learning-rate',
  prefix: 'rate',
  lesson: 15,
  forms: [
    {
      id: 'choice',
      kind: 'choice',
      generate(random, level) {
        const { curvature, rate, weight, factor } = parabola(random, level);
        const fate = fateOf(factor);
        return {
          values: { curvature, slope: 2 * curvature, rate, weight },
          answer: fate,
          mistakes: random.shuffle(FATES.filter((id) => id !== fate)).map((id) => ({ id, value: id })),
          solution: [formula('1 − 2·c·η'), formula(`1 − 2·${curvature}·${rate} = ${signed(factor)}`)],
          reason: fate,
        };
      },
    },
    {
      id: 'number',
      kind: 'number',
      generate(random, level) {
        const steps = level;
        const { curvature, rate, weight, factor } = parabola(random, level, steps);
        const answer = round(weight * factor ** steps, 4);
        return {
          values: { curvature, slope: 2 * curvature, rate, weight, steps },
          answer,
          signed: true,
          mistakes: [
            { id: 'rate-uphill', value: weight * (1 + 2 * curvature * rate) ** steps },
            { id: 'rate-half-gradient', value: weight * (1 - curvature * rate) ** steps },
            ...(steps > 1
              ? [
                  { id: 'rate-one-step', value: weight * factor },
                  { id: 'rate-same-step', value: weight - steps * rate * 2 * curvature * weight },
                ]
              : []),
            { id: 'rate-no-weight', value: weight - steps * rate * 2 * curvature },
            { id: 'rate-only-step', value: rate * 2 * curvature * weight },
          ].map(({ id, value }) => ({ id, value: round(value, 4) })),
          solution: [
            formula('w − η·2·c·w = (1 − 2·c·η)·w'),
            formula(
              steps === 1
                ? `${weight} − ${rate}·${2 * curvature}·${weight} = ${signed(answer)}`
                : `${`${bracketed(factor)}·`.repeat(steps)}${weight} = ${signed(answer)}`,
            ),
          ],
        };
      },
    },
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const cases = random.shuffle(CASES[level]);
        const runs = cases.map((kind) => ({ kind, rate: random.pick(RUNS[kind]) / 100 }));
        const asked = random.whole(0, runs.length - 1);
        const { kind, rate } = runs[asked]!;
        // in the text the rates stand by their size
        const rates = runs.map((run) => run.rate).sort((a, b) => a - b);
        return {
          values: { count: runs.length, rate, ...Object.fromEntries(rates.map((each, index) => [`rate${index + 1}`, each])) },
          answer: CURVES[asked]!,
          mistakes: runs.flatMap((run, index) => (index === asked ? [] : [{ id: `rate-curve-${run.kind}`, value: CURVES[index]! }])),
          solution: [],
          reason: `rate-curve-${kind}`,
          figure: curvesOf(runs.map((run) => run.rate)),
        };
      },
    },
  ],
};

/** Curves of runs at these rates, called A, B, … */
export const curvesOf = (rates: readonly number[], names: readonly string[] = ['A', 'B', 'C', 'D']): Drawing =>
  panels([
    {
      kind: 'curves',
      series: rates.map((rate, index) => ({ name: names[index]!, points: lossCurve(rate, CURVE_STEPS) })),
      x: '@training-step',
      y: '@loss',
    },
  ]);

/** A parabola c·w², a rate and a start, so that w is still a number to be written after so many steps. */
function parabola(random: Random, level: Level, steps = 1) {
  for (;;) {
    const curvature = random.pick(level === 1 ? [1, 2] : [2, 3, 4, 5]);
    const rate = random.pick(level === 1 ? [0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1, 1.1, 1.2] : [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5]);
    const weight = random.whole(1, level === 1 ? 5 : 9);
    const factor = round(1 - 2 * curvature * rate, 4);
    const left = Math.abs(weight * factor ** steps);
    if (left >= 0.1 && left <= 100) return { curvature, rate, weight, factor };
  }
}
