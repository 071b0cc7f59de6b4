import { effectiveField, fieldPlaces, influences } from './arithmetic.ts';
import type { Formula } from './formula.ts';
import type { AxisResult, ChainStep, WindowLayer } from './layer-chain.ts';
import { asLatex } from './parameters.ts';

/** What one output cell of a layer sees along one axis of the chain's input. */
export interface AxisSight {
  /** Window, stride, padding and dilation. */
  axis: AxisResult;
  field: number;
  jump: number;
  start: number;
  center: number;
  /** The cells of this layer that the chosen output hangs on, and those of its input; below 0 and beyond the end lies padding. */
  needed: { from: number; to: number };
  input: { from: number; to: number };
  /** The cell of this layer that looks nearest to the middle of the chosen output's field, and its field in cells of the chain's input. */
  nearest: { from: number; to: number };
}

/** One axis of a chain as one chosen output cell sees it. */
export interface Sight {
  layers: AxisSight[];
  /** Cells of the chain's input. */
  cells: number;
  /** The chosen cell of the last layer, from 0. */
  output: number;
  /** Share of the paths from each input cell to the chosen output. */
  weights: number[];
  /** Cells that matter (Luo et al., 2016). */
  effective: number;
}

export type WindowStep = ChainStep & { layer: WindowLayer };

/** The windows of a chain up to where cells have no place anymore: a vector, or a transposed convolution. */
export function slidingSteps(steps: readonly ChainStep[]): WindowStep[] {
  const sliding: WindowStep[] = [];
  for (const step of steps) {
    const { layer } = step;
    if ('f' in layer && layer.kind !== 'tconv') sliding.push(step as WindowStep);
    else if (layer.kind !== 'bn' && layer.kind !== 'activation') break;
  }
  return sliding;
}

/** Follows one output cell of the last layer back to the input, along the axis with this number. `output` lies inside the last layer. */
export function seeAlong(steps: readonly WindowStep[], axisNumber: number, output: number): Sight {
  const axes = steps.map(({ axes: all }) => all[axisNumber]!);
  const places = fieldPlaces(axes);
  let needed = { from: output, to: output };
  const ranges: { needed: typeof needed; input: typeof needed }[] = [];
  for (const { f, s, p, d } of [...axes].reverse()) {
    const input = { from: needed.from * s - p, to: needed.to * s - p + d * (f - 1) };
    ranges.unshift({ needed, input });
    needed = input;
  }
  const last = places.at(-1)!;
  const middle = last.center + output * last.jump;
  const weights = influences(axes, output)[0]!;
  return {
    layers: axes.map((axis, index) => {
      const { field, jump, start, center } = places[index]!;
      const cell = Math.min(axis.output - 1, Math.max(0, Math.round((middle - center) / jump)));
      const from = start + cell * jump;
      return { axis, field, jump, start, center, ...ranges[index]!, nearest: { from, to: from + field - 1 } };
    }),
    cells: axes[0]!.n,
    output,
    weights,
    effective: effectiveField(weights),
  };
}

const formula = (plain: string): Formula => ({
  plain,
  latex: asLatex(plain).replaceAll('₋₁', '_{l-1}').replaceAll('₀', '_{0}'),
});

/** r, j and start in general (Araujo et al., 2019); dilation only where there is some. */
export function fieldFormulas(dilated: boolean): Formula[] {
  return [formula(dilated ? 'r = r₋₁ + D·(F − 1)·j₋₁' : 'r = r₋₁ + (F − 1)·j₋₁'), formula('j = j₋₁·S'), formula('start = start₋₁ − P·j₋₁')];
}

/** What a layer's formulas are filled with. */
interface FieldStep {
  axis: Pick<AxisResult, 'f' | 's' | 'd'>;
  field: number;
  jump: number;
}

/** The field's formula with the numbers of one layer: `r = 6 + (5 − 1)·2 = 14`. */
export const fieldStep = (layer: FieldStep, before: Omit<FieldStep, 'axis'> | undefined): Formula => formula(stepText(layer, before));

function stepText({ axis: { f, d }, field }: FieldStep, { field: seen, jump: far } = { field: 1, jump: 1 }): string {
  return `r = ${seen} + ${d > 1 ? `${d}·` : ''}(${f} − 1)·${far} = ${field}`;
}

/** Field and jump with the numbers of one layer: `r = 6 + (5 − 1)·2 = 14, j = 2·1 = 2`. */
export function fieldWithNumbers(layer: FieldStep, before: Omit<FieldStep, 'axis'> | undefined): Formula {
  return formula(`${stepText(layer, before)}, j = ${before?.jump ?? 1}·${layer.axis.s} = ${layer.jump}`);
}
