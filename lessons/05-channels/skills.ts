import { filterParameters, outputSize } from '../arithmetic.ts';
import type { Formula } from '../formula.ts';
import { type Panel, panels } from '../quiz/cell-panels.ts';
import type { Random } from '../quiz/random.ts';
import { type Level, pickOrType, type Skill, type Task } from '../quiz/skill.ts';

const formula = (plain: string): Formula => ({
  plain,
  latex: plain
    .replaceAll('·', ' \\cdot ')
    .replaceAll('−', '-')
    .replaceAll('×', ' \\times ')
    .replaceAll('²', '^2')
    .replaceAll('C_in', 'C_{in}')
    .replaceAll('C_out', 'C_{out}'),
});
const signed = (value: number) => String(value).replace('-', '−');
const bracketed = (value: number) => (value < 0 ? `(${signed(value)})` : String(value));
const inLine = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map(signed).join(' ')).join(' / ');
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const dot = (window: number[][], kernel: number[][]) => sumOf(window.flatMap((row, y) => row.map((value, x) => value * kernel[y]![x]!)));

/** A window and a kernel of two rows and two columns in each of their channels. */
export interface DeepWindow {
  windows: number[][][];
  kernels: number[][][];
  bias: number;
}

/** Captions of the channels of a color picture. */
export const COLORS = ['@red', '@green', '@blue'] as const;

/** Each channel of the window beside the kernel's channel that lies on it; with its sum, or a question mark. */
export const deepPanels = ({ windows, kernels }: DeepWindow, summed = false): Panel[] =>
  windows.map((input, channel) => ({
    kind: 'kernel-sum',
    caption: COLORS[channel]!,
    input,
    kernel: kernels[channel]!,
    row: 0,
    column: 0,
    summed,
  }));

/** Each channel's sum, and all of them with the bias. */
export function deepSum({ windows, kernels, bias }: DeepWindow): { sums: number[]; total: number } {
  const sums = windows.map((window, channel) => dot(window, kernels[channel]!));
  return { sums, total: sumOf(sums) + bias };
}

/** One number of a map: products in all channels, one sum, one bias. */
export const channelsWindow: Skill = {
  id: 'channels-window',
  prefix: 'rgb',
  lesson: 5,
  forms: [
    ...pickOrType((random, level) => windowTask(deepWindow(random, level, level === 3 ? 3 : 2))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const deep = deepWindow(random, level, level === 1 ? 2 : 3);
        return { ...windowTask(deep), figure: panels(deepPanels(deep)) };
      },
    },
  ],
};

function deepWindow(random: Random, level: Level, channels: number): DeepWindow {
  const square = (low: number, high: number) => [0, 1].map(() => [random.whole(low, high), random.whole(low, high)]);
  const list = (low: number, high: number) => Array.from({ length: channels }, () => square(low, high));
  const most = level === 1 ? 1 : 2;
  return { windows: list(0, 2 + 2 * level), kernels: list(-most, most), bias: random.pick([-3, -2, -1, 1, 2, 3]) };
}

function windowTask(deep: DeepWindow): Task {
  const { windows, kernels, bias } = deep;
  const { sums, total } = deepSum(deep);
  const all = sumOf(sums);
  return {
    values: {
      channels: windows.length,
      windows: windows.map(inLine).join('; '),
      kernels: kernels.map(inLine).join('; '),
      bias: signed(bias),
    },
    answer: total,
    signed: true,
    mistakes: [
      { id: 'rgb-no-bias', value: all },
      { id: 'rgb-bias-each', value: all + windows.length * bias },
      { id: 'rgb-first-only', value: sums[0]! + bias },
      { id: 'rgb-one-kernel', value: sumOf(windows.map((window) => dot(window, kernels[0]!))) + bias },
      { id: 'rgb-mean', value: Math.round(all / windows.length) + bias },
      { id: 'rgb-minus-bias', value: all - bias },
      { id: 'rgb-no-weights', value: sumOf(windows.flat(2)) + bias },
    ],
    solution: [
      ...sums.map((sum, channel) =>
        formula(
          `${windows[channel]!.flatMap((row, y) => row.map((value, x) => `${value}·${bracketed(kernels[channel]![y]![x]!)}`)).join(' + ')} = ${signed(sum)}`,
        ),
      ),
      formula(`${[...sums, bias].map((value, index) => (index === 0 ? signed(value) : bracketed(value))).join(' + ')} = ${signed(total)}`),
    ],
  };
}

/** A layer of filters at stride 1. */
interface Layer {
  channels: number;
  h: number;
  w: number;
  filters: number;
  f: number;
  p: number;
}

function layerOf(random: Random, level: Level): Layer {
  const f = random.pick(level === 1 ? [3] : [3, 5, 7]);
  const h = random.whole(level === 1 ? 8 : 12, level === 3 ? 120 : 40);
  return {
    channels: random.pick(level === 1 ? [1, 3] : [3, 5, 6, 8, 16]),
    h,
    w: level === 1 ? h : random.whole(12, level === 3 ? 160 : 48),
    filters: random.pick(level === 1 ? [4, 5, 6, 8] : [10, 12, 20, 32]),
    f,
    p: level === 1 ? 0 : random.whole(0, (f - 1) / 2),
  };
}

const mapsOf = ({ h, w, filters, f, p }: Layer) => [filters, outputSize({ n: h, f, p }).output, outputSize({ n: w, f, p }).output] as const;

/** The layer as a chain of boxes, from above to below; what is asked is left out. */
function layerPanel(layer: Layer, { filter, output }: { filter: string; output: string }): Panel {
  const { channels, h, w, p } = layer;
  return {
    kind: 'layers',
    layers: [
      { name: '@input', lines: [`${channels}×${h}×${w}`], shape: [channels, h, w] },
      { name: '@convolution', lines: [filter, `P = ${p}, S = 1`] },
      { name: '@feature-maps', lines: [output] },
    ],
  };
}

/** The shape of a layer's weights, C_out×C_in×F×F, and of one of its filters, C_in×F×F. */
export const weightShape: Skill = {
  id: 'weight-shape',
  prefix: 'wshape',
  lesson: 5,
  forms: [
    { id: 'choice', kind: 'choice', generate: (random, level) => weightsTask(layerOf(random, level)) },
    { id: 'shape', kind: 'shape', generate: (random, level) => oneFilterTask(layerOf(random, level)) },
    {
      id: 'picture',
      kind: 'choice',
      generate(random, level) {
        const layer = layerOf(random, level);
        return {
          ...weightsTask(layer),
          figure: panels([layerPanel(layer, { filter: `${layer.f}×${layer.f}`, output: mapsOf(layer).join('×') })]),
        };
      },
    },
  ],
};

const layerValues = (layer: Layer): Task['values'] => ({ ...layer, output: mapsOf(layer).join('×') });

function weightsTask(layer: Layer): Task {
  const { channels, filters, f } = layer;
  const [, high, wide] = mapsOf(layer);
  return {
    values: layerValues(layer),
    answer: [filters, channels, f, f],
    mistakes: [
      { id: 'wshape-swapped', value: [channels, filters, f, f] },
      { id: 'wshape-no-channels', value: [filters, f, f] },
      { id: 'wshape-flat', value: [filters, 1, f, f] },
      { id: 'wshape-one-filter', value: [channels, f, f] },
      { id: 'wshape-maps', value: [filters, channels, high, wide] },
    ],
    solution: [formula('C_out × C_in × F × F'), formula(`${filters} × ${channels} × ${f} × ${f}`)],
    reason: 'weight-shape',
  };
}

function oneFilterTask(layer: Layer): Task {
  const { channels, filters, f } = layer;
  return {
    values: layerValues(layer),
    answer: [channels, f, f],
    mistakes: [
      { id: 'wshape-filter-flat', value: [1, f, f] },
      { id: 'wshape-filter-count', value: [filters, f, f] },
      { id: 'wshape-whole', value: [filters, channels, f, f] },
      { id: 'wshape-filter-always-three', value: [3, f, f] },
    ],
    solution: [formula('C_in × F × F'), formula(`${channels} × ${f} × ${f}`)],
    reason: 'one-filter',
  };
}

/** C_in×H×W through C_out filters gives C_out maps. */
export const layerMaps: Skill = {
  id: 'layer-maps',
  prefix: 'cmaps',
  lesson: 5,
  forms: [
    { id: 'choice', kind: 'choice', generate: (random, level) => mapsTask(layerOf(random, level)) },
    { id: 'shape', kind: 'shape', generate: (random, level) => mapsTask(layerOf(random, level)) },
    {
      id: 'picture',
      kind: 'shape',
      generate(random, level) {
        const layer = layerOf(random, level);
        const filter = [layer.filters, layer.channels, layer.f, layer.f].join('×');
        return { ...mapsTask(layer), figure: panels([layerPanel(layer, { filter, output: '?' })]) };
      },
    },
  ],
};

function mapsTask(layer: Layer): Task {
  const { channels, h, w, filters, f, p } = layer;
  const [, high, wide] = mapsOf(layer);
  const line = (letter: string, n: number, output: number) => formula(`${letter}' = ${n} + 2·${p} − ${f} + 1 = ${output}`);
  return {
    values: { ...layer },
    answer: [filters, high, wide],
    mistakes: [
      { id: 'cmaps-channels-kept', value: [channels, high, wide] },
      { id: 'cmaps-multiplied', value: [channels * filters, high, wide] },
      { id: 'cmaps-one', value: [1, high, wide] },
      ...(p > 0 ? [{ id: 'cmaps-no-padding', value: [filters, h - f + 1, w - f + 1] }] : []),
      { id: 'cmaps-plus-one', value: [filters, high - 1, wide - 1] },
      { id: 'cmaps-size-kept', value: [filters, h, w] },
    ],
    solution: [line('H', h, high), line('W', w, wide), formula(`C_out × H' × W' = ${filters} × ${high} × ${wide}`)],
  };
}

/** What a layer of filters has to learn: C_out·(C_in·F² + 1). */
export const bankParameters: Skill = {
  id: 'bank-parameters',
  prefix: 'bank',
  lesson: 5,
  forms: [
    ...pickOrType((random, level) => parametersTask(layerOf(random, level))),
    {
      id: 'picture',
      kind: 'number',
      generate(random, level) {
        const layer = layerOf(random, level);
        const filter = `${layer.f}×${layer.f}`;
        return { ...parametersTask(layer), figure: panels([layerPanel(layer, { filter, output: mapsOf(layer).join('×') })]) };
      },
    },
  ],
};

function parametersTask(layer: Layer): Task {
  const { channels, filters, f } = layer;
  const [, high, wide] = mapsOf(layer);
  const answer = filterParameters({ channels, filters, f });
  const weights = filters * channels * f * f;
  return {
    values: layerValues(layer),
    answer,
    mistakes: [
      { id: 'bank-no-bias', value: weights },
      { id: 'bank-no-channels', value: filters * (f * f + 1) },
      { id: 'bank-one-bias', value: weights + 1 },
      { id: 'bank-one-filter', value: channels * f * f + 1 },
      { id: 'bank-side', value: filters * (channels * f + 1) },
      { id: 'bank-bias-each-channel', value: filters * channels * (f * f + 1) },
      { id: 'bank-places', value: answer * high * wide },
    ],
    solution: [formula('C_out·(C_in·F² + 1)'), formula(`${filters}·(${channels}·${f}² + 1) = ${answer}`)],
  };
}
