import type { Oracles } from './oracle.ts';

interface Bars {
  panels: { bars: { label: string; value: number }[] }[];
}
const barsOf = (input: unknown) => (input as Bars).panels.map(({ bars }) => bars);

/** ∫ from p to 1 of 1/x, by Simpson's rule: the natural logarithm of 1/p without asking for one. */
function logarithm(p: number): number {
  const parts = 2000;
  const width = (1 - p) / parts;
  let sum = 0;
  for (let at = 0; at <= parts; at++) sum += (at === 0 || at === parts ? 1 : at % 2 === 1 ? 4 : 2) / (p + at * width);
  return (sum * width) / 3;
}

/** A score as it is written: `2 + ln 3`, `ln 5`, `0`. */
const scoreIn = (text: string) =>
  text.split(' + ').reduce((sum, part) => sum + (part.startsWith('ln ') ? Math.log(Number(part.slice(3))) : Number(part)), 0);
const numbersIn = (text: string) => text.replaceAll('−', '-').match(/-?\d+/g)!.map(Number);

export const oracles: Oracles = {
  'cross-entropy': (values, { task }) => {
    const drawn = task.figure === undefined ? undefined : barsOf(task.figure.input);
    const read = (panel: number, digit: number) => drawn![panel]!.find(({ label }) => label === String(digit))!.value;
    if (values.batch === 0) {
      const place = [values.a, values.b, values.c].indexOf(values.right);
      return logarithm(drawn === undefined ? [values.pa, values.pb, values.pc][place] : read(0, values.right));
    }
    const chances = drawn === undefined ? [values.first, values.second] : [read(0, values.firstRight), read(1, values.secondRight)];
    return chances.map(logarithm).reduce((sum, loss) => sum + loss, 0) / chances.length;
  },
  softmax: ({ a, b, c, za, zb, zc, asked }, { task, choices }) => {
    const scores = [za, zb, zc].map(scoreIn);
    const most = Math.max(...scores);
    // as libraries do it: the largest score is taken from all before
    const powers = scores.map((score) => Math.exp(score - most));
    const shares = powers.map((power) => power / powers.reduce((sum, each) => sum + each, 0));
    if (task.panels === undefined) return shares[[a, b, c].indexOf(asked)]!;
    const fitting = barsOf(task.panels(choices as string[]).input).flatMap((bars, index) =>
      bars.every(({ value }, place) => Math.abs(value - shares[place]!) < 0.006) ? [index] : [],
    );
    return fitting.length === 1 ? choices[fitting[0]!]! : 'none';
  },
  'sgd-step': (values, { task }) => {
    const { weight, rate, from } = values;
    if (task.figure !== undefined) {
      const drawn = task.figure.input as { weight: number; slope: number };
      return drawn.weight + rate * -drawn.slope;
    }
    if (from === 'given') return weight + rate * -numbersIn(values.gradient)[0]!;
    if (from === 'batch') {
      // the mean loss of the batch, its slope by a difference
      const gradients = numbersIn(values.gradients);
      const loss = (w: number) => gradients.map((gradient) => gradient * w).reduce((sum, each) => sum + each, 0) / values.count;
      return weight - (rate * (loss(weight + 1) - loss(weight - 1))) / 2;
    }
    // two classes of which this one has p; the loss of the right one as its score moves with the weight
    const other = Math.log(1 / values.p - 1);
    const loss = (w: number) => {
      const own = (w - weight) * values.input;
      const p = 1 / (1 + Math.exp(other - own));
      return -Math.log(values.right === 1 ? p : 1 - p);
    };
    const tiny = 1e-4;
    // a difference is exact to some places only
    return Number((weight - (rate * (loss(weight + tiny) - loss(weight - tiny))) / (2 * tiny)).toFixed(5));
  },
  'epoch-steps': ({ pictures, size, epochs, asked }, { task }) => {
    const cells = (task.figure?.input as { panels: { rows: number; columns: number; windows: [{ columns: number }] }[] } | undefined)
      ?.panels[0];
    // columns of the picture are dealt out, else pictures
    const all = cells?.columns ?? pictures;
    const taken = cells?.windows[0].columns ?? size;
    let steps = 0;
    let last = 0;
    for (let epoch = 0; epoch < epochs; epoch++)
      for (let left = all; left > 0; left -= taken) {
        steps++;
        last = Math.min(left, taken);
      }
    return asked === 'last' ? last : steps;
  },
  'learning-rate': (values, { task, form }) => {
    if (form.id === 'picture') {
      const [{ series }] = (task.figure!.input as { panels: { series: { points: number[] }[] }[] }).panels as [
        { series: { points: number[] }[] },
      ];
      // what rises has the largest rate; of the others the one that has fallen most after a step
      const rises = ({ points }: { points: number[] }) => points.at(-1)! > points[0]!;
      const order = series
        .map((run, index) => ({ index, key: rises(run) ? Number.NEGATIVE_INFINITY : run.points[1]! }))
        .sort((one, other) => other.key - one.key);
      const rates = [values.rate1, values.rate2, values.rate3, ...(values.count === 4 ? [values.rate4] : [])];
      return `curve-${'abcd'.charAt(order[rates.indexOf(values.rate)]!.index)}`;
    }
    const walk = (steps: number) => {
      const path: number[] = [values.weight];
      for (let step = 0; step < steps; step++) path.push(path.at(-1)! - values.rate * values.slope * path.at(-1)!);
      return path;
    };
    if (form.id === 'number') return walk(values.steps).at(-1)!;
    const [start, next, second] = walk(2) as [number, number, number];
    if (next > 0) return 'rate-straight';
    if (Math.abs(second - start) < 1e-9) return 'rate-bounces';
    return second < start ? 'rate-zigzag' : 'rate-diverges';
  },
};
