import type { Exercise } from '../../../lessons/quiz/exercise.ts';
import type { Oracles } from './oracle.ts';
import { slidingPlaces } from './places.ts';

interface Drawn {
  kind: string;
  window?: number[];
  shape: number[];
}
interface TableRow {
  layer: Drawn;
  parameters: number;
  multiplications?: number | '?';
}
interface Panels {
  panels: { layers?: { lines: string[] }[]; rows?: number; columns?: number }[];
}

const rowsOf = ({ task }: Exercise) => (task.figure?.input as { rows?: TableRow[] } | undefined)?.rows;
const panelsOf = ({ task }: Exercise) => (task.figure?.input as Panels | undefined)?.panels;
const drawnLayers = ({ task }: Exercise) => (task.figure?.input as { layers?: Drawn[] } | undefined)?.layers;
/** The number behind a letter such as `C_out = 6` in a panel's lines. */
const told = (lines: string[], letter: string) => Number(new RegExp(`(?:^|[ ,])${letter} = (\\d+)`).exec(lines.join(', '))![1]);
const shapeIn = (lines: string[]) => lines[0]!.split('×').map(Number) as [number, number, number];

/** Weights that all filters, or all neurons, have: one filter after the other. */
function weightsOf(count: number, each: number): number {
  let weights = 0;
  for (let one = 0; one < count; one++) weights += each;
  return weights;
}

/** Multiplications row by row of the output. */
function workOf(weights: number, rows: number, columns: number): number {
  let work = 0;
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) work += weights;
  return work;
}

/** How often one number goes into another, taken away again and again. */
function timesIn(whole: number, part: number): number {
  let times = 0;
  for (let rest = whole; rest >= part; rest -= part) times++;
  return times;
}

interface Layers {
  c: number;
  n: number;
  k: number;
  k2: number;
  h: number;
  m: number;
}

/** The four layers that learn, counted: parameters and multiplications. */
function networkCounts({ c, n, k, k2, h, m }: Layers): { parameters: number; multiplications: number }[] {
  const convolution = (channels: number, filters: number, side: number) => {
    const weights = weightsOf(filters, 9 * channels);
    const places = slidingPlaces({ n: side, f: 3, p: 1 });
    return { parameters: weights + filters, multiplications: workOf(weights, places, places) };
  };
  const connected = (inputs: number, outputs: number) => {
    const weights = weightsOf(outputs, inputs);
    return { parameters: weights + outputs, multiplications: weights };
  };
  const half = slidingPlaces({ n, f: 2, s: 2 });
  const quarter = slidingPlaces({ n: half, f: 2, s: 2 });
  return [convolution(c, k, n), convolution(k, k2, half), connected(workOf(k2, quarter, quarter), h), connected(h, m)];
}

export const oracles: Oracles = {
  'conv-multiplications': ({ c, n, k, f, p, s }, exercise) => {
    const rows = rowsOf(exercise);
    if (rows === undefined) {
      const side = slidingPlaces({ n, f, p, s });
      return workOf(weightsOf(k, c * f * f), side, side);
    }
    const { layer, parameters } = rows.find(({ multiplications }) => multiplications === '?')!;
    const [filters, high, wide] = layer.shape as [number, number, number];
    return workOf(parameters - filters, high, wide);
  },
  'connected-cost': ({ c, n, k, f }, exercise) => {
    const chain = panelsOf(exercise)?.[0]?.layers;
    const [channels, height, width] = chain === undefined ? [c, n, n] : shapeIn(chain[0]!.lines);
    const [filters, window] = chain === undefined ? [k, f] : [told(chain[1]!.lines, 'C_out'), told(chain[1]!.lines, 'F')];
    const outputs = workOf(filters, slidingPlaces({ n: height, f: window }), slidingPlaces({ n: width, f: window }));
    return weightsOf(outputs, channels * height * width) + outputs;
  },
  'cost-ratio': (values, exercise) => {
    const { kind, c, n, m, k, f, p, s } = values;
    const [one, other] = panelsOf(exercise)?.map(({ layers }) => layers!.map(({ lines }) => lines)) ?? [];
    const drawn = one !== undefined && other !== undefined;
    const [channels, height] = drawn ? shapeIn(one[0]!) : [c, n];
    const [neurons, filters, window] = drawn ? [told(one[1]!, 'K'), told(other[1]!, 'C_out'), told(other[1]!, 'F')] : [m, k, f];
    const connected = weightsOf(neurons, channels * height * height);
    const weights = weightsOf(filters, channels * window * window);
    if (kind === 'weights') return timesIn(connected, weights);
    const side = slidingPlaces({ n: height, f: window, p, s });
    return timesIn(workOf(weights, side, side), connected);
  },
  'heaviest-layer': (values, exercise) => {
    const layers = drawnLayers(exercise);
    const [c, n] = layers === undefined ? [values.c, values.n] : (layers[0]!.shape as [number, number]);
    const [k, k2] =
      layers === undefined ? [values.k, values.k2] : layers.filter(({ kind }) => kind === 'conv').map(({ shape }) => shape[0]!);
    const [h, m] =
      layers === undefined ? [values.h, values.m] : layers.filter(({ kind }) => kind === 'linear').map(({ shape }) => shape[0]!);
    const counts = networkCounts({ c, n, k, k2, h, m }).map((count) => count[values.kind as 'parameters' | 'multiplications']);
    const most = Math.max(...counts);
    if (counts.filter((count) => count === most).length > 1) throw new Error('two layers are the heaviest');
    if (exercise.form.kind === 'number') return most;
    return ['heaviest-conv1', 'heaviest-conv2', 'heaviest-linear1', 'heaviest-linear2'][counts.indexOf(most)]!;
  },
  'layer-memory': ({ kind, c, n, k, f, batch }, exercise) => {
    const rows = rowsOf(exercise);
    const buffer = (numbers: number) => new Float32Array(numbers).byteLength;
    if (rows === undefined) {
      if (kind === 'parameters') return buffer(weightsOf(k, c * f * f) + k);
      return weightsOf(batch, buffer(workOf(k, n, n)));
    }
    if (kind === 'parameters') return rows.reduce((sum, { parameters }) => sum + buffer(parameters), 0);
    const picture = rows.reduce((sum, { layer }) => sum + buffer(workOf(layer.shape[0]!, layer.shape[1]!, layer.shape[2]!)), 0);
    return weightsOf(batch, picture);
  },
  'parallel-rounds': ({ kind, c, n, k, f, workers }, exercise) => {
    const maps = panelsOf(exercise);
    const side = slidingPlaces({ n, f });
    let left = maps === undefined ? workOf(k, side, side) : maps.reduce((sum, { rows, columns }) => sum + rows! * columns!, 0);
    let ticks = 0;
    // in each round every worker takes one number while there are some
    for (; left > 0; left -= workers) ticks += kind === 'ticks' ? weightsOf(c, f * f) : 1;
    return ticks;
  },
};
