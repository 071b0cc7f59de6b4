import type { Language } from '../src/chat/texts.ts';
import type { Formula } from './formula.ts';
import { type AxisResult, type ChainStep, numbersIn, type WindowLayer } from './layer-chain.ts';

/** What one layer costs, for one picture. */
export interface LayerCost {
  weights: number;
  biases: number;
  /** What is learned: weights and biases. */
  parameters: number;
  /** Numbers that are kept but not learned: running mean and variance of batch normalization. */
  statistics: number;
  /** Multiplications with a weight, each with its addition. */
  multiplications: number;
  /** Operations: two a multiply-add; one a comparison, addition or activation elsewhere. Additions of biases are not counted. */
  operations: number;
}

const product = (values: readonly number[]) => values.reduce((all, value) => all * value, 1);
const windowCells = (axes: readonly AxisResult[]) => product(axes.map(({ f }) => f));
const groupsOf = ({ layer, input }: ChainStep) => ('f' in layer ? (layer.groups === 'each' ? input.channels : (layer.groups ?? 1)) : 1);
const learns = (layer: ChainStep['layer']): layer is WindowLayer & { kind: 'conv' | 'tconv' } =>
  layer.kind === 'conv' || layer.kind === 'tconv';

/**
 * Parameters and operations of a layer (Dumoulin and Visin, 2016; Howard et al., 2017 for groups): a convolution has
 * C_out·(C_in/G·ΠF + 1) parameters and uses each weight once an output cell (transposed: once an input cell); a linear layer (n + 1)·m;
 * batch normalization a scale and a shift for each channel; pooling and activations none.
 */
export function layerCost(step: ChainStep): LayerCost {
  const { layer, input, output, axes } = step;
  const [given, made] = [numbersIn(input), numbersIn(output)];
  if (learns(layer)) {
    const weights = (input.channels / groupsOf(step)) * output.channels * windowCells(axes);
    const places = product(layer.kind === 'tconv' ? input.sizes : output.sizes);
    return weighted(weights, layer.unbiased === true ? 0 : output.channels, weights * places);
  }
  switch (layer.kind) {
    case 'linear':
      return weighted(given * made, layer.unbiased === true ? 0 : made, given * made);
    case 'bn':
      return { ...weighted(input.channels, input.channels, given), statistics: 2 * input.channels };
    case 'pool':
      return unlearned(made * (windowCells(axes) - 1));
    case 'avgpool':
      return unlearned(made * windowCells(axes));
    case 'gap':
    case 'activation':
      return unlearned(given);
    default:
      return unlearned(0);
  }
}

const weighted = (weights: number, biases: number, multiplications: number): LayerCost => ({
  weights,
  biases,
  parameters: weights + biases,
  statistics: 0,
  multiplications,
  operations: 2 * multiplications,
});
const unlearned = (operations: number): LayerCost => ({ ...weighted(0, 0, 0), operations });

/** All layers together. */
export const totalCost = (costs: readonly LayerCost[]): LayerCost =>
  costs.reduce(
    (sum, cost) => ({
      weights: sum.weights + cost.weights,
      biases: sum.biases + cost.biases,
      parameters: sum.parameters + cost.parameters,
      statistics: sum.statistics + cost.statistics,
      multiplications: sum.multiplications + cost.multiplications,
      operations: sum.operations + cost.operations,
    }),
    unlearned(0),
  );

/** 541,278 or 541 278, as the language groups digits. */
export const grouped = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(value);

/** A written formula as LaTeX: dots, powers, fractions on one line, commas that do not part. */
export const asLatex = (plain: string): string =>
  plain
    .replaceAll('−', '-')
    .replace(/C_(out|in|t)\b/g, 'C_{$1}')
    .replaceAll('·', ' \\cdot ')
    .replaceAll('≈', '\\approx ')
    .replaceAll('²', '^2')
    .replaceAll('³', '^3')
    .replace(/(\d),(\d)/g, '$1{,}$2')
    .replace(/(\d)[\u00a0\u202f ](?=\d{3})/g, '$1\\,');

const formula = (plain: string): Formula => ({ plain, latex: asLatex(plain) });

/** The general formula of a layer's parameters; undefined for what learns nothing. */
export function parametersFormula(step: ChainStep): Formula | undefined {
  const { layer } = step;
  if (layer.kind === 'linear') return formula(layer.unbiased === true ? 'n·m' : '(n + 1)·m');
  if (layer.kind === 'bn') return formula('2·C');
  if (!learns(layer)) return undefined;
  const inside = `${groupsOf(step) > 1 ? 'C_in/G' : 'C_in'}·${powerOf('F', step.axes)}`;
  return formula(layer.unbiased === true ? `C_out·${inside}` : `C_out·(${inside} + 1)`);
}

/** The same with the layer's numbers: `6·(3·3² + 1) = 168`. */
export function parametersWithNumbers(step: ChainStep, language: Language): Formula | undefined {
  const { layer, input, output } = step;
  const { parameters } = layerCost(step);
  const result = ` = ${grouped(parameters, language)}`;
  if (layer.kind === 'linear') {
    const biased = layer.unbiased !== true;
    return formula(`${biased ? `(${input.channels} + 1)` : input.channels}·${output.channels}${result}`);
  }
  if (layer.kind === 'bn') return formula(`2·${input.channels}${result}`);
  if (!learns(layer)) return undefined;
  const inside = seenByFilter(step);
  return formula(`${output.channels}·${layer.unbiased === true ? inside : `(${inside} + 1)`}${result}`);
}

/** Multiplications with the layer's numbers: `3·3²·6·30·30 = 145,800`. */
export function multiplicationsWithNumbers(step: ChainStep, language: Language): Formula | undefined {
  const { layer, input, output } = step;
  const result = ` = ${grouped(layerCost(step).multiplications, language)}`;
  if (layer.kind === 'linear') return formula(`${input.channels}·${output.channels}${result}`);
  if (!learns(layer)) return undefined;
  const places = layer.kind === 'tconv' ? input.sizes : output.sizes;
  return formula(`${[seenByFilter(step), output.channels, ...places].join('·')}${result}`);
}

/** Numbers that one filter multiplies: `3·3²`, with groups `32/4·3²`. */
function seenByFilter(step: ChainStep): string {
  const groups = groupsOf(step);
  const sides = step.axes.map(({ f }) => f);
  const even = sides.every((side) => side === sides[0]);
  return `${step.input.channels}${groups > 1 ? `/${groups}` : ''}·${even ? powerOf(String(sides[0]), step.axes) : sides.join('·')}`;
}

const POWERS = ['', '', '²', '³'];
const powerOf = (side: string, { length }: readonly unknown[]) => `${side}${POWERS[length]}`;
