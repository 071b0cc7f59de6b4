import { type Axis, receptiveFields } from '../arithmetic.ts';
import type { Formula } from '../formula.ts';
import { type Panel, panels } from '../quiz/cell-panels.ts';
import { fieldFormulas, fieldStep, fieldWithNumbers } from '../receptive-field.ts';

/** Window, stride, padding and dilation of a layer. */
export type Sliding = Pick<Axis, 'f' | 's' | 'p' | 'd'>;

/** `F = 3, S = 2 → F = 5, S = 1`; padding and dilation only where some layer of the chain has any. */
export function chainText(layers: readonly Sliding[]): string {
  const [padded, dilated] = [layers.some(({ p = 0 }) => p > 0), layers.some(({ d = 1 }) => d > 1)];
  return layers
    .map(({ f, s = 1, p = 0, d = 1 }) => `F = ${f}, S = ${s}${padded ? `, P = ${p}` : ''}${dilated ? `, D = ${d}` : ''}`)
    .join(' → ');
}

/** Field and jump of the last layer. */
export const lastField = (layers: readonly Sliding[]) => receptiveFields(layers).at(-1)!;

/** r and j in general, then layer by layer; the last line ends with the field of the last layer. */
export function fieldSolution(layers: readonly Sliding[]): Formula[] {
  const fields = receptiveFields(layers).map((seen, index) => {
    const { f, s = 1, d = 1 } = layers[index]!;
    return { ...seen, axis: { f, s, d } };
  });
  const [grows, jumps] = fieldFormulas(layers.some(({ d = 1 }) => d > 1)) as [Formula, Formula];
  return [
    grows,
    jumps,
    ...fields.map((layer, index) =>
      index === fields.length - 1 ? fieldStep(layer, fields[index - 1]) : fieldWithNumbers(layer, fields[index - 1]),
    ),
  ];
}

/** Cells that the input needs for so many outputs of the chain, without padding. */
export function inputFor(layers: readonly Sliding[], outputs: number): number {
  const { field, jump } = lastField(layers);
  return field + (outputs - 1) * jump;
}

/** The chain's rows of cells with what the output in the middle sees; `asked`: only that output is marked. */
export function chainPanel(layers: readonly Sliding[], { asked = false, size }: { asked?: boolean; size?: number } = {}): Panel {
  const { field, jump } = lastField(layers);
  const few = jump >= field / 2 || field > MOST_FIELD ? 1 : 3;
  return {
    kind: 'fields',
    size: size ?? inputFor(layers, few),
    layers: layers.map(({ f, s = 1, d = 1 }) => ({ f, s, d })),
    ...(asked ? { asked } : {}),
  };
}
/** Wider fields are drawn without neighbors, so that cells can still be counted. */
const MOST_FIELD = 15;

/** The question's picture, and the same with the answer in it. */
export const askedField = (layers: readonly Sliding[]) => ({
  figure: panels([chainPanel(layers, { asked: true })]),
  solutionFigure: panels([chainPanel(layers)]),
});
