import { outputSize, weightRatio, workRatio } from '../arithmetic.ts';
import { type Panel, panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { formula } from './formulas.ts';

/** A picture C×N×N before M fully connected neurons, or before K filters F×F. */
interface Designs {
  /** How many times as many weights the one has, or as many multiplications the other takes. */
  kind: 'weights' | 'work';
  c: number;
  n: number;
  m: number;
  k: number;
  f: number;
  p: number;
  s: number;
}

/** H·W·K / (F²·C_out) of the weights, and of the work that over H'·W'. */
export const costRatio: Skill = {
  id: 'cost-ratio',
  prefix: 'ratio',
  lesson: 12,
  forms: [
    ...pickOrType((random, level) => ratioTask(designsOf(random, level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const designs = designsOf(random, level);
        const { c, n, m, k, f, p, s } = designs;
        const chain = (name: string, ...lines: string[]): Panel => ({
          kind: 'layers',
          layers: [
            { name: '@input', lines: [`${c}×${n}×${n}`] },
            { name, lines },
          ],
        });
        return {
          ...ratioTask(designs),
          figure: panels([chain('@fully-connected', `K = ${m}`), chain('@convolution', `F = ${f}, C_out = ${k}`, `S = ${s}, P = ${p}`)]),
        };
      },
    },
  ],
};

/** Built so that the ratio is a whole number. */
function designsOf(random: Random, level: Level): Designs {
  const kind = level === 1 ? 'weights' : random.pick(['weights', 'work'] as const);
  const c = random.pick(level === 1 ? [1, 3] : [3, 4, 8, 16]);
  const f = random.pick(level === 1 ? [3] : [3, 5]);
  if (kind === 'weights') {
    const k = random.pick(level === 1 ? [2, 4, 5] : [6, 8, 10, 16]);
    return { kind, c, n: f * random.whole(2, level === 1 ? 4 : 8), m: k * random.whole(2, level === 1 ? 5 : 10), k, f, p: 0, s: 1 };
  }
  const s = level === 3 ? 2 : 1;
  const times = random.whole(2, 6);
  const unit = random.whole(1, 4);
  // padding keeps the size, or at stride 2 half of it
  return { kind, c, n: 2 * random.whole(4, 16), m: f * f * unit, k: s * s * unit * times, f, p: (f - 1) / 2, s };
}

const ratioTask = (designs: Designs): Task => (designs.kind === 'weights' ? weightsTask(designs) : workTask(designs));

function weightsTask({ kind, c, n, m, k, f, p, s }: Designs): Task {
  const answer = weightRatio({ h: n, w: n, neurons: m, filters: k, f });
  return {
    values: { kind, c, n, m, k, f, p, s },
    answer,
    mistakes: [
      { id: 'ratio-channels', value: answer * c },
      { id: 'ratio-side', value: (n * m) / (f * k) },
      { id: 'ratio-one-filter', value: answer * k },
      { id: 'ratio-no-window', value: answer * f * f },
      { id: 'ratio-one-neuron', value: (n * n) / (f * f) },
      { id: 'ratio-neurons-only', value: m / k },
    ],
    solution: [formula('C·H·W·K / (C·F²·C_out) = H·W·K / (F²·C_out)'), formula(`${n}·${n}·${m} / (${f}²·${k}) = ${answer}`)],
  };
}

function workTask({ kind, c, n, m, k, f, p, s }: Designs): Task {
  const side = outputSize({ n, f, p, s }).output;
  // the fully connected layer is the cheaper one here
  const answer = Math.round(1 / workRatio({ h: n, w: n, neurons: m, filters: k, f }, [side, side]));
  return {
    values: { kind, c, n, m, k, f, p, s },
    answer,
    mistakes: [
      ...(s > 1
        ? [
            { id: 'ratio-stride', value: answer * s * s },
            { id: 'ratio-stride-once', value: answer * s },
          ]
        : []),
      { id: 'ratio-channels', value: answer * c },
      { id: 'ratio-work-one-neuron', value: answer * m },
      { id: 'ratio-work-no-pixels', value: answer * n * n },
      { id: 'ratio-work-weights', value: weightRatio({ h: n, w: n, neurons: m, filters: k, f }) },
    ],
    solution: [
      formula(`H' = W' = ⌊(${n} + 2·${p} − ${f}) / ${s}⌋ + 1 = ${side}`),
      formula("F²·C_out·H'·W' / (H·W·K)"),
      formula(`${f}²·${k}·${side}·${side} / (${n}·${n}·${m}) = ${answer}`),
    ],
  };
}
