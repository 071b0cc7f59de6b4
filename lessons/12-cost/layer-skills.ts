import { conv, pool, square, stepsOf } from '../14-anatomy/layers.ts';
import { filterMultiplications, filterParameters, linearParameters, outputSize } from '../arithmetic.ts';
import type { Drawing } from '../drawing.ts';
import { layerTable } from '../network-drawing.ts';
import { panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';
import { formula, long } from './formulas.ts';

/** A picture C×N×N through K filters F×F. */
interface Layer {
  c: number;
  n: number;
  k: number;
  f: number;
  p: number;
  s: number;
}

const sideOf = ({ n, f, p, s }: Layer) => outputSize({ n, f, p, s }).output;

function layerOf(random: Random, level: Level): Layer {
  const f = random.pick(level === 1 ? [3] : [3, 5]);
  const p = level === 1 ? 0 : random.whole(0, (f - 1) / 2);
  const s = level === 3 ? 2 : 1;
  const side = random.pick(level === 1 ? [4, 5, 6, 8, 10] : level === 2 ? [8, 10, 12, 14, 16, 20] : [10, 12, 14, 16, 20]);
  return {
    c: random.pick(level === 1 ? [2, 3, 4] : [3, 4, 8, 16]),
    // at stride 2 a column may be left over
    n: (side - 1) * s + f - 2 * p + random.whole(0, s - 1),
    k: random.pick(level === 1 ? [2, 4, 5, 10] : [6, 8, 10, 16, 20]),
    f,
    p,
    s,
  };
}

/** C_in·F²·C_out·H'·W': each weight works once at every place. */
export const convMultiplications: Skill = {
  id: 'conv-multiplications',
  prefix: 'macs',
  lesson: 12,
  forms: [
    ...pickOrType((random, level) => multiplicationsTask(layerOf(random, level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const layer = layerOf(random, level);
        return { ...multiplicationsTask(layer), ...fromTable(layer, level, random) };
      },
    },
  ],
};

function multiplicationsTask(layer: Layer): Task {
  const { c, n, k, f, p, s } = layer;
  const side = sideOf(layer);
  const places = side * side;
  const weights = c * f * f * k;
  const answer = filterMultiplications({ channels: c, filters: k, f }, [side, side]);
  return {
    values: { c, n, k, f, p, s },
    answer,
    mistakes: [
      { id: 'macs-weights', value: weights },
      { id: 'macs-input-places', value: weights * n * n },
      { id: 'macs-one-channel', value: f * f * k * places },
      { id: 'macs-biases', value: (weights + k) * places },
      { id: 'macs-one-filter', value: c * f * f * places },
      { id: 'macs-operations', value: 2 * answer },
      { id: 'macs-one-row', value: weights * side },
      { id: 'macs-side-once', value: c * f * k * places },
    ],
    solution: [
      formula(`H' = W' = ⌊(${n} + 2·${p} − ${f}) / ${s}⌋ + 1 = ${side}`),
      formula("C_in·F²·C_out·H'·W'"),
      formula(`${c}·${f}²·${k}·${side}·${side} = ${long(answer)}`),
    ],
  };
}

/** The same layer in a table, behind another one beyond the first level: its parameters are told, and they hold a bias for each filter. */
function fromTable(layer: Layer, level: Level, random: Random): Pick<Task, 'values' | 'figure' | 'solution'> {
  const { c, n, k, f, p, s } = layer;
  const before = level === 1 ? [] : [conv(c, 3, { p: 1 })];
  const steps = stepsOf(square(level === 1 ? c : random.pick([1, 3]), n), [...before, conv(k, f, { p, s }), pool(2)]);
  const asked = before.length;
  const rows = layerTable(steps[0]!.input, steps).rows.map(({ layer: drawn, parameters, multiplications }, index) => ({
    layer: drawn,
    parameters,
    multiplications: index === asked ? ('?' as const) : multiplications!,
  }));
  const side = sideOf(layer);
  const parameters = filterParameters({ channels: c, filters: k, f });
  return {
    values: { c, n, k, f, p, s, side, parameters },
    figure: { job: 'network', input: { view: 'table', rows } } satisfies Drawing,
    solution: [
      formula(`${long(parameters)} − ${k} = ${long(parameters - k)}`),
      formula(`${long(parameters - k)}·${side}·${side} = ${long((parameters - k) * side * side)}`),
    ],
  };
}

/** A fully connected layer in the place of a convolution, with the same output: (C·H·W + 1)·(C_out·H'·W') parameters. */
export const connectedCost: Skill = {
  id: 'connected-cost',
  prefix: 'conn',
  lesson: 12,
  forms: [
    ...pickOrType((random, level) => connectedTask(replacedOf(random, level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const layer = replacedOf(random, level);
        const { c, n, k, f } = layer;
        const shape = [k, sideOf(layer), sideOf(layer)];
        // the output's shape is to be worked out beyond the first level
        const output = level === 1 ? { lines: [shape.join('×')], shape } : { lines: ['?'] };
        return {
          ...connectedTask(layer),
          figure: panels([
            {
              kind: 'layers',
              layers: [
                { name: '@input', lines: [`${c}×${n}×${n}`], shape: [c, n, n] },
                { name: '@convolution', lines: [`F = ${f}, C_out = ${k}`, 'S = 1, P = 0'] },
                { name: '@output', ...output },
              ],
            },
          ]),
        };
      },
    },
  ],
};

function replacedOf(random: Random, level: Level): Layer {
  const f = random.pick(level === 3 ? [3, 5] : [3]);
  const side = random.whole(level === 1 ? 2 : 4, level === 1 ? 4 : level === 2 ? 6 : 8);
  return {
    c: random.pick(level === 1 ? [1, 2, 3] : [2, 3, 4]),
    n: side + f - 1,
    k: random.pick(level === 1 ? [2, 3, 4] : [4, 5, 6, 8, 10]),
    f,
    p: 0,
    s: 1,
  };
}

function connectedTask(layer: Layer): Task {
  const { c, n, k, f } = layer;
  const side = sideOf(layer);
  const [inputs, outputs] = [c * n * n, k * side * side];
  const answer = linearParameters(inputs, outputs);
  return {
    values: { c, n, k, f, side },
    answer,
    mistakes: [
      { id: 'conn-no-biases', value: inputs * outputs },
      { id: 'conn-convolution', value: filterParameters({ channels: c, filters: k, f }) },
      { id: 'conn-neuron-each-filter', value: linearParameters(inputs, k) },
      { id: 'conn-one-map', value: linearParameters(inputs, side * side) },
      { id: 'conn-one-channel', value: linearParameters(n * n, outputs) },
      { id: 'conn-one-bias', value: inputs * outputs + 1 },
      { id: 'conn-window', value: linearParameters(c * f * f, outputs) },
      { id: 'conn-added', value: inputs + outputs },
    ],
    solution: [
      formula(`C·H·W = ${c}·${n}·${n} = ${inputs}`),
      formula(`C_out·H'·W' = ${k}·${side}·${side} = ${outputs}`),
      formula(`(${inputs} + 1)·${outputs} = ${long(answer)}`),
    ],
  };
}
