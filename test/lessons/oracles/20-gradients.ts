import type { Oracles } from './oracle.ts';

/** Rows of a text, `1 0 −1 / …`, as numbers. */
const rowsIn = (text: string) => text.split('/').map((row) => row.replaceAll('−', '-').match(/-?\d+/g)!.map(Number));
const listIn = (text: string) => text.replaceAll('−', '-').split(';').map(Number);
const numberIn = (value: number | string) => Number(String(value).replace('−', '-'));
/** Slope of a function by a small step to both sides, rounded to what a person would write. */
const slopeOf = (f: (by: number) => number, digits = 6) => Number(((f(1e-4) - f(-1e-4)) / 2e-4).toFixed(digits));

interface Table {
  panels: { values: number[][] }[];
}
interface Bars {
  panels: { bars: { value: number }[] }[];
}
const tablesOf = (figure: unknown) => (figure as { input: Table } | undefined)?.input.panels.map(({ values }) => values);

/** A written score as a function of its pixels: relu(…) becomes a call. */
const scoreIn = (formula: string) =>
  new Function(
    'x1',
    'x2',
    'relu',
    `return ${formula.replaceAll('x₁', 'x1').replaceAll('x₂', 'x2').replaceAll('·', '*').replaceAll('−', '-')}`,
  ) as (x1: number, x2: number, relu: (sum: number) => number) => number;
const relu = (sum: number) => (sum > 0 ? sum : 0);

/** What a rule lets through, cell by cell, told in words of its own. */
function passes(rule: string, input: number, above: number): boolean {
  if (rule === 'plain') return Math.sign(input) === 1;
  if (rule === 'deconvnet') return Math.sign(above) === 1;
  return Math.min(input, above) > 0;
}

export const oracles: Oracles = {
  'input-gradient': ({ formula, list, pixel }, { task }) => {
    const drawn = tablesOf(task.figure);
    const first = pixel === 'x₁';
    if (drawn === undefined) {
      const [x1, x2] = listIn(list) as [number, number];
      const score = scoreIn(formula);
      return slopeOf((by) => score(x1 + (first ? by : 0), x2 + (first ? 0 : by), relu));
    }
    const [x, weights, biases, outs] = drawn as [number[][], number[][], number[][], number[][]];
    const score = (by: number) =>
      weights.reduce((sum, [a, b], unit) => {
        const inner = a! * (x[0]![0]! + (first ? by : 0)) + b! * (x[1]![0]! + (first ? 0 : by)) + biases[unit]![0]!;
        return sum + outs[0]![unit]! * relu(inner);
      }, 0);
    return slopeOf(score);
  },
  'saliency-pixel': ({ red, green, blue, row, column }, { task }) => {
    const drawn = tablesOf(task.figure);
    const channels = drawn === undefined ? [red, green, blue].map(numberIn) : drawn.map((plane) => plane[row - 1]![column - 1]!);
    // the largest size has the largest square
    const [largest] = channels.sort((a, b) => b * b - a * a);
    return largest! < 0 ? 0 - largest! : largest!;
  },
  'relu-backward': ({ rule, input, above }, { form, task, choices }) => {
    const drawn = tablesOf(task.figure);
    const [given, gradient] = drawn === undefined ? [rowsIn(input), rowsIn(above)] : (drawn as [number[][], number[][]]);
    const on = gradient.map((line, row) => line.map((value, column) => (passes(rule, given[row]![column]!, value) ? value : 0)));
    if (form.id !== 'maps') return on.flat().reduce((sum, value) => sum + value, 0);
    const shown = (task.panels!(choices.map(String)).input as Table).panels;
    return choices[shown.findIndex(({ values }) => String(values) === String(on))]!;
  },
  'probability-gradient': ({ pa, pb, pc, ga, gb, gc, classes }, { task }) => {
    const drawn = (task.figure?.input as Bars | undefined)?.panels.map(({ bars }) => bars.map(({ value }) => value));
    const [shares, slopes] = drawn ?? [[pa, pb, pc].slice(0, classes), [ga, gb, gc].slice(0, classes).map(numberIn)];
    // scores with these probabilities; the pixel moves each by its slope
    const first = (by: number) => {
      const powers = shares!.map((p, at) => Math.exp(Math.log(p) + slopes![at]! * by));
      return powers[0]! / powers.reduce((sum, power) => sum + power, 0);
    };
    return slopeOf(first, 4);
  },
  'score-change': ({ score, slopes, changes }, { task }) => {
    const drawn = tablesOf(task.figure);
    const [gradient, moved] = drawn === undefined ? [listIn(slopes), listIn(changes)] : drawn.map((plane) => plane.flat());
    let foretold = score as number;
    for (let at = 0; at < moved!.length; at++) {
      // one unit after the other
      const direction = Math.sign(moved![at]!);
      for (let step = 0; step < Math.abs(moved![at]!); step++) foretold += direction * gradient![at]!;
    }
    return foretold;
  },
  seeds: ({ list, kind, low, high }, { task }) => {
    const drawn = tablesOf(task.figure);
    const map = drawn === undefined ? (list as string).split(', ').map(Number) : drawn[0]!.flat();
    let count = 0;
    for (const value of map) {
      const is = value < high ? (value > low ? 'unknown' : 'background') : 'object';
      if (is === kind) count++;
    }
    return count;
  },
};
