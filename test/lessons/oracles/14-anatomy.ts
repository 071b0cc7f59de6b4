import type { Exercise } from '../../../lessons/quiz/exercise.ts';
import type { Oracles } from './oracle.ts';
import { slidingPlaces } from './places.ts';

interface Drawn {
  kind: string;
  window?: (number | '?')[];
  settings?: string[];
  shape: (number | '?')[];
}

const drawnLayers = ({ task }: Exercise) => (task.figure?.input as { layers: Drawn[] } | undefined)?.layers;
const setting = ({ settings = [] }: Drawn, letter: string) => {
  const found = settings.find((text) => text.startsWith(`${letter} = `));
  return found === undefined ? undefined : Number(found.slice(letter.length + 3));
};

/** Channels and side by moving every window along; from the picture alone where there is one. */
// biome-ignore lint/suspicious/noExplicitAny: values are numbers by name
function shapeAfter(values: any, exercise: Exercise): [number, number] {
  const layers = drawnLayers(exercise);
  if (layers === undefined) {
    const { c, n, k, f, p, w, k2, f2, stages } = values;
    let [channels, side] = [c, n];
    [channels, side] = [k, slidingPlaces({ n: side, f, p })];
    if (stages >= 2) side = slidingPlaces({ n: side, f: w, s: w });
    if (stages >= 3) [channels, side] = [k2, slidingPlaces({ n: side, f: f2 })];
    if (stages >= 4) side = slidingPlaces({ n: side, f: w, s: w });
    return [channels, side];
  }
  let [channels, side] = layers[0]!.shape as [number, number];
  for (const layer of layers.slice(1)) {
    if (layer.kind === 'flatten') break;
    if (layer.kind === 'conv') channels = setting(layer, 'C_out') ?? (layer.shape[0] as number);
    side = slidingPlaces({ n: side, f: layer.window![0] as number, p: setting(layer, 'P') ?? 0, s: setting(layer, 'S') ?? 1 });
    // what is told on the way is true
    const told = layer.shape;
    if (!told.includes('?') && told.join() !== [channels, side, side].join()) throw new Error(`${told} is not ${channels}, ${side}`);
  }
  return [channels, side];
}

/** Connections one by one. */
function connections(inputs: number, outputs: number, bias: boolean): number {
  let count = 0;
  for (let output = 0; output < outputs; output++) count += inputs + (bias ? 1 : 0);
  return count;
}

type Given = Record<'c' | 'n' | 'k' | 'f' | 'g' | 'm' | 'p' | 'vectors', number>;
/** What a layer that can be chosen gives and learns. */
function outcome(id: string, { c, n, k, f, g, m, p, vectors }: Given): { shape: string; parameters: number } {
  const plane = (channels: number, side: number) => [channels, side, side].join('×');
  const convolution = (window: number, padding = 0, stride = 1) => ({
    shape: plane(k, slidingPlaces({ n, f: window, p: padding, s: stride })),
    parameters: connections(c * window * window, k, true),
  });
  const all = c * n * n;
  switch (id) {
    case 'layer-conv':
      return convolution(f);
    case 'layer-conv-other':
      return convolution(g);
    case 'layer-conv-same':
      return convolution(f, p);
    case 'layer-conv-one':
      return convolution(1);
    case 'layer-conv-strided':
      return convolution(3, 1, 2);
    case 'layer-max-pool':
      return { shape: plane(c, slidingPlaces({ n, f: 2, s: 2 })), parameters: 0 };
    case 'layer-relu':
      return { shape: plane(c, n), parameters: 0 };
    case 'layer-flatten':
      return { shape: String(all), parameters: 0 };
    case 'layer-gap':
      return { shape: String(vectors === 1 ? all : c), parameters: 0 };
    case 'layer-linear':
      return { shape: String(m), parameters: connections(all, m, true) };
    case 'layer-linear-bare':
      return { shape: String(m), parameters: connections(all, m, false) };
    default:
      throw new Error(id);
  }
}

export const oracles: Oracles = {
  'network-shape': (values, exercise) => {
    const [channels, side] = shapeAfter(values, exercise);
    return [channels, side, side];
  },
  'flatten-length': (values, exercise) => {
    const [channels, side] = shapeAfter(values, exercise);
    let numbers = 0;
    for (let channel = 0; channel < channels; channel++) for (let row = 0; row < side; row++) numbers += side;
    return numbers;
  },
  'network-parameters': ({ c, n, k, f, h, m, stages }, exercise) => {
    const layers = drawnLayers(exercise);
    if (layers === undefined) {
      let side = slidingPlaces({ n, f });
      if (stages >= 2) side = slidingPlaces({ n: side, f: 2, s: 2 });
      const widths = [k * side * side, ...(h > 0 ? [h] : []), m];
      return widths
        .slice(1)
        .reduce((sum, outputs, index) => sum + connections(widths[index]!, outputs, true), connections(c * f * f, k, true));
    }
    let sum = 0;
    for (const [index, { kind, shape, window }] of layers.entries()) {
      const before = layers[index - 1]?.shape as number[];
      if (kind === 'conv') sum += connections(before[0]! * (window![0] as number) ** 2, shape[0] as number, true);
      if (kind === 'linear') sum += connections(before[0]!, shape[0] as number, true);
    }
    return sum;
  },
  'missing-layer': (values, exercise) => {
    const { form, choices, task } = exercise;
    if (form.kind === 'number') {
      const drawn = drawnLayers(exercise);
      const [channels, filters] = drawn === undefined ? [values.c, values.k] : drawn.slice(0, 2).map(({ shape }) => shape[0] as number);
      for (let window = 1; ; window++) if (connections(channels * window * window, filters, true) >= values.parameters) return window;
    }
    const table = task.figure?.input as { rows: { layer: Drawn; parameters: number }[] } | undefined;
    const row = table?.rows.find(({ layer }) => layer.kind === 'asked');
    const output = row === undefined ? values.output : row.layer.shape.join('×');
    const parameters = row === undefined ? values.parameters : row.parameters;
    const fitting = choices.filter((id) => {
      const made = outcome(id as string, values);
      return made.shape === output && made.parameters === parameters;
    });
    if (fitting.length !== 1) throw new Error(`${fitting.length} layers fit`);
    return fitting[0]!;
  },
};
