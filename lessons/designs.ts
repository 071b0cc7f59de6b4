import type { Language } from '../src/chat/texts.ts';
import { weightRatio, workRatio } from './arithmetic.ts';
import type { Formula } from './formula.ts';
import { type ChainStep, numbersIn } from './layer-chain.ts';
import { asLatex, grouped } from './parameters.ts';

/** Two designs that are often compared, and the rule for what one saves. */
export interface Saving {
  kind: 'bottleneck' | 'separable' | 'connected';
  /** General, then with the numbers. */
  formulas: Formula[];
}

const plain = (text: string): Formula => ({ plain: text, latex: asLatex(text) });
const isConvolution = (step: ChainStep | undefined): step is ChainStep => step?.layer.kind === 'conv';
const side = (step: ChainStep) => step.axes[0]!.f;
const isSquare = (step: ChainStep) => step.axes.length === 2 && step.axes.every(({ f }) => f === side(step));
const isWhole = ({ layer }: ChainStep) => 'f' in layer && (layer.groups ?? 1) === 1;
/** Layers that learn; flatten and activations are passed over. */
const learning = (steps: readonly ChainStep[]) => steps.filter(({ layer }) => ['conv', 'tconv', 'linear'].includes(layer.kind));

/**
 * Finds the known pair in two designs, in either order: 1×1 then F×F against F×F (C_t/C_in of the parameters), depthwise separable
 * against standard (1/C_out + 1/F², Howard et al., 2017), fully connected against convolution (H·W·K over F²·C_out).
 */
export function savingOf(one: readonly ChainStep[], other: readonly ChainStep[], language: Language): Saving | undefined {
  const [first, second] = [learning(one), learning(other)];
  return known(first, second, language) ?? known(second, first, language);
}

function known(many: readonly ChainStep[], single: readonly ChainStep[], language: Language): Saving | undefined {
  const [whole] = single;
  if (single.length !== 1 || !isConvolution(whole) || !isSquare(whole) || !isWhole(whole)) return undefined;
  const [before, after] = many;
  if (before === undefined) return undefined;
  const f = side(whole);
  const [given, made] = [whole.input.channels, whole.output.channels];
  if (many.length === 2 && isConvolution(before) && isConvolution(after) && isSquare(before) && isSquare(after)) {
    const alike = after.output.channels === made && before.input.channels === given && f > 1;
    if (alike && isWhole(before) && isWhole(after) && side(before) === 1 && side(after) === f)
      return bottleneck(before.output.channels, whole, language);
    if (alike && 'groups' in before.layer && before.layer.groups === 'each' && side(before) === f && side(after) === 1 && isWhole(after))
      return separable(f, made, language);
  }
  if (many.length === 1 && before.layer.kind === 'linear' && before.input.channels === numbersIn(whole.input))
    return connected(before.output.channels, whole, language);
  return undefined;
}

function bottleneck(middle: number, { input, output, axes }: ChainStep, language: Language): Saving {
  const [given, made, f] = [input.channels, output.channels, axes[0]!.f];
  const small = middle * (1 + given + made * f * f) + made;
  const large = given * made * f * f + made;
  return {
    kind: 'bottleneck',
    formulas: [
      plain('C_t·(1 + C_in + C_out·F²) + C_out'),
      plain(`${middle}·(1 + ${given} + ${made}·${f}²) + ${made} = ${grouped(small, language)}`),
      plain('C_in·C_out·F² + C_out'),
      plain(`${given}·${made}·${f}² + ${made} = ${grouped(large, language)}`),
      plain(`C_t / C_in = ${middle} / ${given} = ${grouped(middle / given, language)} ≈ ${grouped(small / large, language)}`),
    ],
  };
}

function separable(f: number, made: number, language: Language): Saving {
  const share = grouped(1 / made + 1 / (f * f), language);
  return { kind: 'separable', formulas: [plain('1 / C_out + 1 / F²'), plain(`1 / ${made} + 1 / ${f}² = ${share}`)] };
}

function connected(neurons: number, { input, output, axes }: ChainStep, language: Language): Saving {
  const [rows, columns] = input.sizes as [number, number];
  const [f, made] = [axes[0]!.f, output.channels];
  const [high, wide] = output.sizes as [number, number];
  const rivals = { h: rows, w: columns, neurons, filters: made, f };
  return {
    kind: 'connected',
    formulas: [
      plain('H·W·K / (F²·C_out)'),
      plain(`${rows}·${columns}·${neurons} / (${f}²·${made}) = ${grouped(weightRatio(rivals), language)}`),
      plain("H·W·K / (F²·C_out·H'·W')"),
      plain(`${rows}·${columns}·${neurons} / (${f}²·${made}·${high}·${wide}) = ${grouped(workRatio(rivals, [high, wide]), language)}`),
    ],
  };
}
