import type { Oracles } from './oracle.ts';

/** Numbers of a text such as `3, −1, 4`. */
const numbersIn = (text: unknown) =>
  (
    String(text)
      .replaceAll('−', '-')
      .match(/-?\d+(\.\d+)?/g) ?? []
  ).map(Number);
const one = (value: unknown) => numbersIn(value)[0]!;

interface Drawn {
  panels: { kind: string; values: number[][]; caption?: string; data: number[]; width: number; bars: { label: string; value: number }[] }[];
}
const drawn = (drawing: { input: unknown } | undefined) => (drawing?.input as Drawn | undefined)?.panels;

/** S(I) − λ‖I‖² one pixel after the other, without squares. */
function worth(score: number, pixels: readonly number[], decay: number): number {
  let left = score;
  for (const pixel of pixels) left -= decay * Math.abs(pixel) * Math.abs(pixel);
  return left;
}

/** Where f is largest: golden-section search. */
function peak(f: (x: number) => number, low = -200, high = 200): number {
  const share = (Math.sqrt(5) - 1) / 2;
  let [left, right] = [low, high];
  for (let step = 0; step < 90; step++) {
    const [x, y] = [right - share * (right - left), left + share * (right - left)];
    if (f(x) > f(y)) right = y;
    else left = x;
  }
  return (left + right) / 2;
}

/** The slope of f by finite differences. */
const slopeOf = (f: (x: number) => number, at: number) => (f(at + 1e-4) - f(at - 1e-4)) / 2e-4;
/** Whole numbers are marked exactly; differences and decimals of computers are not exact. */
const exact = (value: number) => Number(value.toFixed(6));
const largest = (values: readonly number[]) => values.indexOf(Math.max(...values));
const softmaxOf = (scores: readonly number[], place: number) =>
  1 / scores.reduce((sum, score) => sum + Math.exp(score - scores[place]!), 0);
const lnOf = (text: string) => (text.startsWith('ln') ? Math.log(one(text)) : one(text));

export const oracles: Oracles = {
  'ascent-step': ({ pixel, gradient, rate, decay }, { task }) => {
    const panels = drawn(task.figure);
    const framed = panels?.map(({ values, ...panel }) => {
      const { row, column } = (panel as unknown as { window: { row: number; column: number } }).window;
      return values[row]![column]!;
    });
    const [from, slope] = framed ?? [one(pixel), one(gradient)];
    // the score near the pixel is a line
    return exact(from! + rate * slopeOf((x) => slope! * x - decay * x * x, from!));
  },
  'dream-objective': ({ score, pixels, decay }, { form, choices, task }) => {
    if (form.id !== 'picture') return exact(worth(score, numbersIn(pixels), decay));
    const panels = drawn(task.panels?.(choices.map(String)))!;
    return choices[largest(panels.map(({ values, caption }) => worth(one(caption), values.flat(), decay)))]!;
  },
  'linear-dream': ({ weights, decay, place, asked }, { form, choices, task }) => {
    const all = numbersIn(weights);
    const gain = (weight: number) => (x: number) => weight * x - decay * x * x;
    if (form.id === 'picture') {
      const panels = drawn(task.panels?.(choices.map(String)))!;
      return choices[largest(panels.map(({ values }) => values.flat().reduce((sum, x, at) => sum + gain(all[at]!)(x), 0)))]!;
    }
    const best = all.map((weight) => peak(gain(weight)));
    const found = asked === 'pixel' ? best[place - 1]! : best.reduce((sum, x, at) => sum + gain(all[at]!)(x), 0);
    return Number(found.toFixed(5)) + 0;
  },
  'score-or-probability': ({ a, c, d, asked }, { form, choices, task }) => {
    if (form.id !== 'picture') return softmaxOf([lnOf(a), lnOf(d), lnOf(c)], 0);
    const panels = drawn(task.panels?.(choices.map(String)))!;
    const scores = panels.map(({ bars }) => bars.map(({ value }) => value));
    return choices[largest(scores.map((each) => (asked === 'score' ? each[0]! : softmaxOf(each, 0))))]!;
  },
  regularizer: ({ symptom, pixel, rate, decay, steps, change }, { form, choices, task }) => {
    if (form.id === 'choice') return symptom;
    if (form.id === 'number') {
      let value = one(pixel);
      for (let step = 0; step < steps; step++) value += rate * slopeOf((x) => -decay * x * x, value);
      return exact(value);
    }
    const pictures = drawn(task.panels?.(choices.map(String)))!.map(({ data }) => data);
    const sum = (data: readonly number[]) => data.reduce((all, value) => all + value, 0);
    const zeros = pictures.map((data) => data.filter((value) => value === 0).length);
    // how much neighbors in a row differ, measured by how bright the picture is
    const rough = pictures.map(
      (data) => data.reduce((all, value, at) => all + (at % 9 > 0 ? Math.abs(value - data[at - 1]!) : 0), 0) / sum(data),
    );
    const [black, smooth] = [largest(zeros), largest(rough.map((value, at) => (at === largest(zeros) ? -Infinity : -value)))];
    const rest = [0, 1, 2, 3].filter((at) => at < pictures.length && at !== black && at !== smooth);
    const dark = rest.reduce((found, at) => (sum(pictures[at]!) < sum(pictures[found]!) ? at : found));
    return choices[{ 'reg-pixels': black, 'reg-blur': smooth, 'reg-decay': dark }[change as string]!]!;
  },
  'small-zeroed': ({ list, percent, count }, { task }) => {
    const numbers = drawn(task.figure)?.[0]?.values.flat() ?? numbersIn(list);
    // the lowest threshold that enough numbers do not pass
    for (let threshold = 0; ; threshold++) {
      const kept = numbers.filter((number) => number > threshold || number < -threshold);
      if (kept.length * 100 <= count * (100 - percent)) return kept.reduce((sum, number) => sum + number, 0);
    }
  },
};
