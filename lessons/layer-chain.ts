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
}

/** A layer that takes neighbors apart: all numbers in a row, or a fully connected layer with so many outputs. */
export interface VectorLayer {
  kind: 'flatten' | 'linear';
  name: string;
  features?: number;
}

export type Layer = WindowLayer | VectorLayer;

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
  reason: 'window' | 'axes' | 'vector' | 'not-flat' | 'empty' | 'too-large' | 'pool-padding' | 'output-padding';
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
    const next = 'f' in layer ? slide(layer, shape) : toVector(layer, shape);
    if ('reason' in next) return { steps, misfit: { index, layer, ...next } };
    steps.push({ layer, input: shape, ...next });
  }
  return { steps: withFields(steps) };
}

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
  const axes: AxisResult[] = [];
  for (const [index, n] of input.sizes.entries()) {
    const at = (values: number[]) => values[values.length === 1 ? 0 : index]!;
    const axis = resolvePadding(layer.p === 'same' ? 'same' : at(layer.p), { n, f: at(layer.f), s: at(layer.s), d: at(layer.d) });
    const next = layer.kind === 'tconv' ? spread({ ...axis, op: at(layer.op) }) : cover(axis, layer.kind);
    if ('reason' in next) return next;
    axes.push(next);
  }
  const pooled = layer.kind === 'pool' || layer.kind === 'avgpool';
  return { axes, output: { channels: pooled ? input.channels : layer.filters, sizes: axes.map(({ output }) => output) } };
}

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
  if (input.sizes.length > 0) return { reason: 'not-flat', values: {} };
  return { output: { channels: features!, sizes: [] }, axes: [] };
}

/** Adds what each layer sees, as far as windows only slide. */
function withFields(steps: ChainStep[]): ChainStep[] {
  const end = steps.findIndex(({ layer }) => !('f' in layer) || layer.kind === 'tconv');
  const sliding = end < 0 ? steps : steps.slice(0, end);
  const fields = (sliding[0]?.axes ?? []).map((_, axis) => receptiveFields(sliding.map(({ axes }) => axes[axis]!)));
  return steps.map((step, index) => (index < sliding.length ? { ...step, field: fields.map((along) => along[index]!.field) } : step));
}
