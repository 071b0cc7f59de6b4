import { ascendedPixel, bestLinearPixel, penalizedScore } from '../arithmetic.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { bracketed, formula, inLine, round, signed, sumOf } from './writing.ts';

interface Pixel {
  pixel: number;
  gradient: number;
  rate: number;
  /** 0 at the first level. */
  decay: number;
}

/** A pixel after one step of gradient ascent with decay. */
export const ascentStep: Skill = {
  id: 'ascent-step',
  prefix: 'ascent',
  lesson: 21,
  forms: [
    ...pickOrType((random, level) => stepTask(pixelOf(random, level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const asked = pixelOf(random, level);
        const side = level === 1 ? 2 : 3;
        const place = { row: random.whole(0, side - 1), column: random.whole(0, side - 1) };
        const grid = (value: number, other: () => number) =>
          Array.from({ length: side }, (_, row) =>
            Array.from({ length: side }, (_cell, column) => (row === place.row && column === place.column ? value : other())),
          );
        const window = { ...place, rows: 1, columns: 1 };
        const least = level === 1 ? 0 : -6;
        return {
          ...stepTask(asked),
          figure: panels([
            { kind: 'matrix', values: grid(asked.pixel, () => random.whole(least, 6)), caption: 'I', window },
            { kind: 'matrix', values: grid(asked.gradient, () => random.whole(-8, 8)), caption: '∂S/∂I', window },
          ]),
        };
      },
    },
  ],
};

function pixelOf(random: Random, level: Level): Pixel {
  return {
    pixel: level === 1 ? random.whole(1, 6) : random.pick([-6, -5, -4, -3, -2, 2, 3, 4, 5, 6]),
    gradient: random.pick([-8, -6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 8]),
    rate: random.pick(level === 3 ? [0.1, 0.2, 0.05] : [0.1, 0.5]),
    decay: level === 1 ? 0 : random.pick(level === 2 ? [0.5, 1] : [0.1, 0.25, 0.5, 2]),
  };
}

function stepTask({ pixel, gradient, rate, decay }: Pixel): Task {
  const answer = round(ascendedPixel({ pixel, gradient, rate, decay }));
  const slope = round(gradient - 2 * decay * pixel);
  const withSlope = (value: number) => round(pixel + rate * value);
  const inside = `${signed(gradient)} − 2·${decay}·${bracketed(pixel)}`;
  return {
    values: { pixel: signed(pixel), gradient: signed(gradient), rate, decay },
    answer,
    signed: true,
    mistakes: [
      ...(decay === 0
        ? [{ id: 'ascent-gradient', value: round(rate * pixel + gradient) }]
        : [
            { id: 'ascent-no-two', value: withSlope(gradient - decay * pixel) },
            { id: 'ascent-no-decay', value: withSlope(gradient) },
            { id: 'ascent-decay-added', value: withSlope(gradient + 2 * decay * pixel) },
            { id: 'ascent-decay-unrated', value: round(pixel + rate * gradient - 2 * decay * pixel) },
          ]),
      { id: 'ascent-down', value: withSlope(-slope) },
      { id: 'ascent-no-rate', value: round(pixel + slope) },
      { id: 'ascent-step-only', value: round(rate * slope) },
    ],
    solution: [
      decay === 0 ? formula('I + η·∂S/∂I') : formula('I + η·(∂S/∂I − 2·λ·I)'),
      formula(
        decay === 0
          ? `${signed(pixel)} + ${rate}·${bracketed(gradient)} = ${signed(answer)}`
          : `${signed(pixel)} + ${rate}·(${inside}) = ${signed(pixel)} + ${rate}·${bracketed(slope)} = ${signed(answer)}`,
      ),
    ],
  };
}

/** S(I) − λ‖I‖² of a small picture. */
export const dreamObjective: Skill = {
  id: 'dream-objective',
  prefix: 'goal',
  lesson: 21,
  forms: [
    ...pickOrType((random, level) => {
      const pixels = pixelsOf(random, level === 1 ? 2 : level + 1, level);
      const decay = random.pick(level === 3 ? [0.1, 0.2, 0.3] : [0.5, 1, 2]);
      return objectiveTask({ score: random.whole(8, 40), pixels, decay });
    }),
    { id: 'picture', kind: 'choice', generate: bestOfFour },
  ],
};

const pixelsOf = (random: Random, count: number, level: Level) =>
  Array.from({ length: count }, () => random.pick(level === 1 ? [1, 2, 3, 4] : [-4, -3, -2, -1, 1, 2, 3, 4]));
const squares = (pixels: readonly number[]) => sumOf(pixels.map((pixel) => pixel ** 2));

function objectiveTask({ score, pixels, decay }: { score: number; pixels: number[]; decay: number }): Task {
  const answer = round(penalizedScore(score, pixels, decay));
  const minus = (value: number) => round(score - decay * value);
  const inside = pixels.map((pixel) => `${bracketed(pixel)}²`).join(' + ');
  return {
    values: { score, pixels: pixels.map(signed).join(', '), decay },
    answer,
    signed: true,
    mistakes: [
      { id: 'objective-sum', value: minus(sumOf(pixels)) },
      { id: 'objective-no-lambda', value: score - squares(pixels) },
      { id: 'objective-root', value: minus(Math.sqrt(squares(pixels))) },
      { id: 'objective-plus', value: round(score + decay * squares(pixels)) },
      { id: 'objective-square-of-sum', value: minus(sumOf(pixels) ** 2) },
      { id: 'objective-score', value: score },
    ],
    solution: [
      formula('S − λ·‖I‖²'),
      formula(`${score} − ${decay}·(${inside}) = ${score} − ${decay}·${squares(pixels)} = ${signed(answer)}`),
    ],
  };
}

/** Four pictures with their scores: the best is neither the one with the highest score nor the palest. */
function bestOfFour(random: Random, level: Level): Task {
  const decay = random.pick(level === 1 ? [1] : level === 2 ? [0.5, 2] : [0.5, 1.5, 2]);
  for (;;) {
    const candidates = ['one', 'two', 'three', 'four'].map((id) => {
      const pixels = Array.from({ length: 4 }, () => random.whole(level === 1 ? 0 : -4, 4));
      const score = Math.round(decay * squares(pixels)) + random.whole(-4, 9);
      return { id, pixels, score, value: penalizedScore(score, pixels, decay) };
    });
    const ranked = (by: (candidate: (typeof candidates)[number]) => number) => [...candidates].sort((a, b) => by(b) - by(a));
    const [best, second] = ranked(({ value }) => value);
    const [highest, nextHighest] = ranked(({ score }) => score);
    const [palest] = ranked(({ pixels }) => -squares(pixels));
    if (best === highest || best === palest || highest === palest) continue;
    if (best!.value - second!.value < 1 || highest!.score === nextHighest!.score || candidates.some(({ score }) => score < 1)) continue;
    const wrongOf = (id: string) =>
      id === highest!.id ? 'objective-panel-score' : id === palest!.id ? 'objective-panel-pale' : 'objective-panel-less';
    return {
      values: { decay, score: best!.score, value: signed(round(best!.value)) },
      answer: best!.id,
      mistakes: candidates.filter((candidate) => candidate !== best).map(({ id }) => ({ id: wrongOf(id), value: id })),
      solution: [formula('S − λ·‖I‖²'), formula(`${best!.score} − ${decay}·${squares(best!.pixels)} = ${signed(round(best!.value))}`)],
      panels: (order) =>
        panels(
          order.map((id) => {
            const { pixels, score } = candidates.find((candidate) => candidate.id === id)!;
            return { kind: 'matrix', values: [pixels.slice(0, 2), pixels.slice(2)], caption: `S = ${score}`, heat: true };
          }),
          true,
        ),
    };
  }
}

/** The picture that a linear score likes best: w / (2λ). */
export const linearDream: Skill = {
  id: 'linear-dream',
  prefix: 'linear',
  lesson: 21,
  forms: [
    ...pickOrType((random, level) => {
      const weights = random.shuffle([-6, -5, -4, -3, -2, 1, 2, 3, 4, 5, 6, 8]).slice(0, level === 1 ? 2 : 3);
      const decay = random.pick(level === 1 ? [1, 2] : [0.25, 0.5, 2]);
      return level === 3 ? linearValue(weights, decay) : linearPixel(weights, random.whole(0, weights.length - 1), decay);
    }),
    { id: 'picture', kind: 'choice', generate: linearPicture },
  ],
};

function linearPixel(weights: number[], place: number, decay: number): Task {
  const weight = weights[place]!;
  const answer = round(bestLinearPixel(weight, decay));
  return {
    values: { weights: weights.map(signed).join(', '), decay, place: place + 1, asked: 'pixel' },
    answer,
    signed: true,
    mistakes: [
      { id: 'linear-no-two', value: round(weight / decay) },
      { id: 'linear-times', value: round(2 * decay * weight) },
      { id: 'linear-weight', value: weight },
      { id: 'linear-sign', value: -answer },
      { id: 'linear-half', value: weight / 2 },
    ],
    solution: [formula('w / (2·λ)'), formula(`${signed(weight)} / (2·${decay}) = ${signed(answer)}`)],
  };
}

/** How large the objective gets there: ‖w‖² / (4λ). */
function linearValue(weights: number[], decay: number): Task {
  const best = weights.map((weight) => bestLinearPixel(weight, decay));
  const score = sumOf(weights.map((weight, place) => weight * best[place]!));
  const answer = round(penalizedScore(score, best, decay));
  return {
    values: { weights: weights.map(signed).join(', '), decay, place: 1, asked: 'value' },
    answer,
    signed: true,
    mistakes: [
      { id: 'linear-value-score', value: round(score) },
      { id: 'linear-value-sum', value: round(sumOf(best)) },
      { id: 'linear-value-weights', value: squares(weights) },
      { id: 'linear-value-penalty', value: round(squares(best)) },
      { id: 'linear-value-twice', value: round(2 * score) },
    ],
    solution: [formula('w·I − λ·‖I‖² = ‖w‖² / (4·λ)'), formula(`${squares(weights)} / (4·${decay}) = ${answer}`)],
  };
}

function linearPicture(random: Random, level: Level): Task {
  const decay = random.pick(level === 1 ? [1] : [0.25, 1, 2]);
  const weights = random.shuffle(level === 1 ? [-6, -4, 2, 8] : [-8, -6, -4, 2, 4, 6]).slice(0, 4);
  const best = weights.map((weight) => bestLinearPixel(weight, decay));
  const shown: Record<string, number[]> = {
    best,
    'no-two': weights.map((weight) => weight / decay),
    turned: best.map((pixel) => -pixel),
    bright: best.map(Math.abs),
    flat: best.map(() => bestLinearPixel(2, decay)),
  };
  const values = { weights: inLine([weights.slice(0, 2), weights.slice(2)]), decay };
  return {
    values,
    answer: 'best',
    mistakes: ['no-two', 'turned', 'bright', 'flat']
      // with no weight below zero the bright one is the best one
      .filter((id) => shown[id]!.some((pixel, place) => pixel !== best[place]))
      .map((id) => ({ id: `linear-panel-${id}`, value: id })),
    solution: [formula('w / (2·λ)'), formula(`${signed(weights[0]!)} / (2·${decay}) = ${signed(best[0]!)}`)],
    panels: (order) =>
      panels(
        order.map((id) => ({ kind: 'matrix', values: [shown[id]!.slice(0, 2), shown[id]!.slice(2)], heat: true })),
        true,
      ),
  };
}
