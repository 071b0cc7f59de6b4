import {
  type Axis,
  largestKernel,
  leastPadding,
  outputSize,
  receptiveFields,
  sameBorders,
  samePadding,
  transposedSize,
} from './arithmetic.ts';
import { type Formula, outputFormula, sameFormula, transposedFormula } from './formula.ts';

/** A layer whose window slides. Numbers hold one value for all axes, or one for each. */
export interface WindowLayer {
  kind: 'conv' | 'pool' | 'avgpool' | 'tconv';
  /** As it is written: `conv3s2p1@16`. */
  name: string;
  f: number[];
  s: number[];
  p: number[] | 'same';
  d: number[];
  /** Cells that a transposed convolution adds at the far end. */
  op: number[];
  /** Filters of a convolution, which are the channels of its output. */
  filters: number;
  /** Groups that do not see each other's channels, 1 if not given; `each`: depthwise, one filter for each channel. */
  groups?: number | 'each';
  /** Without a bias for each filter. */
  unbiased?: boolean;
}

/** A layer that gives a vector: all numbers in a row, the mean of each channel (gap), or a fully connected layer with so many outputs. */
export interface VectorLayer {
  kind: 'flatten' | 'gap' | 'linear';
  name: string;
  features?: number;
  unbiased?: boolean;
}

/** A layer that takes each number by itself and keeps the shape: batch normalization or an activation. */
export interface PointLayer {
  kind: 'bn' | 'activation';
  name: string;
}

export type Layer = WindowLayer | VectorLayer | PointLayer;

/** What flows between layers: channels, and cells along each axis (depth, height, width); none in a vector, which is all channels. */
export interface Shape {
  channels: number;
  sizes: number[];
}

/** One axis of a layer, resolved: what goes in, what comes out, what is left over. */
export interface AxisResult extends Required<Axis> {
  op: number;
  transposed: boolean;
  output: number;
  exact: number;
  /** Cells at the far end of the padded input that no window reaches, zeros of the padding among them. */
  unreached: number;
}

export interface ChainStep {
  layer: Layer;
  input: Shape;
  output: Shape;
  /** Along each axis; none for a vector's layers. */
  axes: AxisResult[];
  /** What one output cell sees of the chain's input along each axis; undefined after a transposed convolution and in vectors. */
  field?: number[];
}

/** Why a layer cannot follow: a text's key after `size-misfit-`, and what the text shows. */
export interface Misfit {
  index: number;
  layer: Layer;
  reason: 'window' | 'axes' | 'vector' | 'not-flat' | 'empty' | 'too-large' | 'pool-padding' | 'output-padding' | 'groups';
  values: Record<string, number>;
}

/** The longest side of what can be computed, cells: far beyond any layer, small enough to be drawn and read. */
export const MAX_SIDE = 100_000;
/** The longest vector, numbers: every product of sides stays an exact whole number. */
export const MAX_NUMBERS = 1_000_000_000;

/** Goes through the layers one by one; stops at the first that does not fit. */
export function runChain(input: Shape, layers: readonly Layer[]): { steps: ChainStep[]; misfit?: Misfit } {
  const steps: ChainStep[] = [];
  for (const [index, layer] of layers.entries()) {
    const shape = steps.at(-1)?.output ?? input;
    const next = 'f' in layer ? slide(layer, shape) : isPoint(layer) ? { output: shape, axes: [] } : toVector(layer, shape);
    if ('reason' in next) return { steps, misfit: { index, layer, ...next } };
    steps.push({ layer, input: shape, ...next });
  }
  return { steps: withFields(steps) };
}

const isPoint = (layer: Layer): layer is PointLayer => layer.kind === 'bn' || layer.kind === 'activation';

/** Numbers in a shape. */
export const numbersIn = ({ channels, sizes }: Shape) => sizes.reduce((product, size) => product * size, channels);

/** The formula of a layer, general and with the numbers of one of its axes. */
export function axisFormula(layer: WindowLayer, axis: AxisResult): Formula[] {
  if (axis.transposed) return transposedFormula(axis);
  return layer.p === 'same' && (axis.p !== axis.q || axis.s > 1) ? sameFormula(axis) : outputFormula(axis);
}

type Next = Pick<ChainStep, 'output' | 'axes'> | Pick<Misfit, 'reason' | 'values'>;

function slide(layer: WindowLayer, input: Shape): Next {
  const count = input.sizes.length;
  if (count === 0) return { reason: 'vector', values: {} };
  const given = [layer.f, layer.s, layer.d, layer.op, ...(layer.p === 'same' ? [] : [layer.p])];
  const odd = given.find(({ length }) => length !== 1 && length !== count);
  if (odd !== undefined) return { reason: 'axes', values: { got: odd.length, count } };
  const { groups = 1 } = layer;
  const filters = groups === 'each' ? input.channels : layer.filters;
  if (groups !== 'each' && (input.channels % groups > 0 || filters % groups > 0))
    return { reason: 'groups', values: { groups, channels: input.channels, filters, most: commonDivisor(input.channels, filters) } };
  const axes: AxisResult[] = [];
  for (const [index, n] of input.sizes.entries()) {
    const at = (values: number[]) => values[values.length === 1 ? 0 : index]!;
    const axis = resolvePadding(layer.p === 'same' ? 'same' : at(layer.p), { n, f: at(layer.f), s: at(layer.s), d: at(layer.d) });
    const next = layer.kind === 'tconv' ? spread({ ...axis, op: at(layer.op) }) : cover(axis, layer.kind);
    if ('reason' in next) return next;
    axes.push(next);
  }
  const pooled = layer.kind === 'pool' || layer.kind === 'avgpool';
  return { axes, output: { channels: pooled ? input.channels : filters, sizes: axes.map(({ output }) => output) } };
}

const commonDivisor = (one: number, other: number): number => (other === 0 ? one : commonDivisor(other, one % other));

function resolvePadding(padding: number | 'same', axis: { n: number; f: number; s: number; d: number }): Required<Axis> {
  if (padding !== 'same') return { ...axis, p: padding, q: padding };
  const even = axis.s === 1 ? samePadding(axis.f, axis.d) : undefined;
  const { p, q } = sameBorders(axis);
  return even === undefined ? { ...axis, p, q } : { ...axis, p: even, q: even };
}

function cover(axis: Required<Axis>, kind: WindowLayer['kind']): AxisResult | Pick<Misfit, 'reason' | 'values'> {
  const { n, f, p, q } = axis;
  const { output, exact, unreached, fits, span } = outputSize(axis);
  if (kind !== 'conv' && p > f / 2) return { reason: 'pool-padding', values: { padding: p, most: Math.floor(f / 2), window: f } };
  if (!fits) return { reason: 'window', values: { span, padded: n + p + q, padding: leastPadding(axis), kernel: largestKernel(axis) } };
  return { ...axis, op: 0, transposed: false, output, exact, unreached };
}

function spread(axis: Required<Axis> & { op: number }): AxisResult | Pick<Misfit, 'reason' | 'values'> {
  const { s, d, op, p } = axis;
  const output = transposedSize(axis);
  if (op > 0 && op >= Math.max(s, d)) return { reason: 'output-padding', values: { op, most: Math.max(s, d) - 1 } };
  if (output < 1) return { reason: 'empty', values: { padding: p, whole: output + 2 * p } };
  if (output > MAX_SIDE) return { reason: 'too-large', values: { size: output, limit: MAX_SIDE } };
  return { ...axis, transposed: true, output, exact: output, unreached: 0 };
}

function toVector({ kind, features }: VectorLayer, input: Shape): Next {
  const numbers = numbersIn(input);
  if (numbers > MAX_NUMBERS) return { reason: 'too-large', values: { size: numbers, limit: MAX_NUMBERS } };
  if (kind === 'flatten') return { output: { channels: numbers, sizes: [] }, axes: [] };
  if (kind === 'gap') return { output: { channels: input.channels, sizes: [] }, axes: [] };
  if (input.sizes.length > 0) return { reason: 'not-flat', values: {} };
  return { output: { channels: features!, sizes: [] }, axes: [] };
}

/** Adds what each layer sees, as far as windows only slide; a layer that takes each number by itself sees what the one before it sees. */
function withFields(steps: ChainStep[]): ChainStep[] {
  const end = steps.findIndex(({ layer }) => layer.kind === 'tconv' || !('f' in layer || isPoint(layer)));
  const seeing = end < 0 ? steps : steps.slice(0, end);
  const windows = seeing.filter(({ layer }) => 'f' in layer);
  const fields = (windows[0]?.axes ?? []).map((_, axis) => receptiveFields(windows.map(({ axes }) => axes[axis]!)));
  let seen = -1;
  return steps.map((step, index) => {
    if (index < seeing.length && 'f' in step.layer) seen += 1;
    return index < seeing.length && seen >= 0 ? { ...step, field: fields.map((along) => along[seen]!.field) } : step;
  });
}
